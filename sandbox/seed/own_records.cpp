// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cards whose keys are the members of their record (cards.h). Besides:
//
//     SavedJob      titled with the key of the job
//     Interview     interviewer:, candidate: what was said, in order
//     Note          (team: yes) shared with the team
//     Reference     as it stands
//     SupportTicket support:, me: what was written, in order, after "pause:" a length; "file:" with the
//                   message before it; rating, comment, rated: the survey
#include "sandbox/seed/own_records.h"

namespace ot::sandbox {

namespace {

void addAuthor(const AccountWriter& writer, QJsonObject& object)
{
    object.insert(QStringLiteral("authorUserId"), writer.account.userId);
    object.insert(QStringLiteral("authorName"), writer.account.displayName);
}

void addAll(
    AccountWriter& writer, const char* notes, const char* type, const std::vector<CardMember>& members)
{
    for (const NoteCard& card : readNotes(notes))
        writer.add(type, objectFrom(writer, card, members));
}

QJsonArray transcriptOf(const AccountWriter& writer, const NoteCard& card)
{
    QJsonArray transcript;
    qint64 at = 0;
    const QString started = card.value(QLatin1String("startedAt"));
    if (!started.isEmpty())
        at = writer.time(started);
    for (const NoteLine& line : card.lines) {
        if (line.key != QLatin1String("interviewer") && line.key != QLatin1String("candidate"))
            continue;
        transcript.append(QJsonObject { { QStringLiteral("role"), line.key },
            { QStringLiteral("text"), line.value }, { QStringLiteral("at"), isoTime(at) } });
        at += 70 * kSecond;
    }
    return transcript;
}

QJsonValue surveyOf(const AccountWriter& writer, const NoteCard& card)
{
    const QString rating = card.value(QLatin1String("rating"));
    if (rating.isEmpty())
        return QJsonValue(QJsonValue::Null);
    return QJsonObject { { QStringLiteral("rating"), rating.toInt() },
        { QStringLiteral("comment"), card.value(QLatin1String("comment")) },
        { QStringLiteral("at"), isoTime(writer.time(card.value(QLatin1String("rated")))) } };
}

QJsonArray ticketMessages(AccountWriter& writer, const NoteCard& card)
{
    QJsonArray messages;
    qint64 at = writer.time(card.value(QLatin1String("created")));
    for (const NoteLine& line : card.lines) {
        if (line.key == QLatin1String("pause"))
            at += durationOf(line.value);
        const QString id = QStringLiteral("%1_m%2").arg(card.title).arg(messages.size() + 1);
        if (line.key == QLatin1String("file"))
            addAttachment(writer,
                { QStringLiteral("at_%1").arg(id), QStringLiteral("SupportTicket"), card.title, {},
                    line.value, at });
        const bool support = line.key == QLatin1String("support");
        if (!support && line.key != QLatin1String("me"))
            continue;
        messages.append(QJsonObject { { QStringLiteral("id"), id },
            { QStringLiteral("authorName"),
                support ? QStringLiteral("OpenTrain support") : writer.account.displayName },
            { QStringLiteral("fromSupport"), support }, { QStringLiteral("text"), line.value },
            { QStringLiteral("at"), isoTime(at) } });
        at += 2 * kMinute;
    }
    return messages;
}

} // namespace

void addSavedJobs(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject saved = objectFrom(writer, card, { { "note", CardKind::TextOrNull } });
        const QJsonValue job = writer.book.job(card.title).value(QLatin1String("id"));
        saved.insert(QStringLiteral("id"), job);
        saved.insert(QStringLiteral("jobId"), job);
        writer.add("SavedJob", saved);
    }
}

void addSavedSearches(AccountWriter& writer, const char* notes)
{
    addAll(writer, notes, "SavedSearch",
        { { "name", CardKind::Text }, { "query", CardKind::Text }, { "filters", CardKind::Json },
            { "notify", CardKind::Text }, { "lastMatchAt", CardKind::Time },
            { "matchCount", CardKind::Whole } });
}

void addTemplates(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject object = objectFrom(writer, card,
            { { "name", CardKind::Text }, { "body", CardKind::Text }, { "bid", CardKind::Json },
                { "shared", CardKind::Flag }, { "usedCount", CardKind::Whole },
                { "lastUsedAt", CardKind::Time } });
        addAuthor(writer, object);
        writer.add("ProposalTemplate", object);
    }
}

void addInterviews(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject interview = objectFrom(writer, card,
            { { "proposalId", CardKind::TextOrNull }, { "state", CardKind::Text },
                { "questionCount", CardKind::Whole }, { "answeredCount", CardKind::Whole },
                { "minutesEstimated", CardKind::Whole }, { "score", CardKind::WholeOrNull },
                { "summary", CardKind::TextOrNull }, { "startedAt", CardKind::Time },
                { "completedAt", CardKind::Time }, { "expiresAt", CardKind::Time } });
        const QJsonObject& job = writer.book.job(card.value(QLatin1String("job")));
        interview.insert(QStringLiteral("jobId"), job.value(QLatin1String("id")));
        interview.insert(QStringLiteral("jobTitle"), job.value(QLatin1String("title")));
        interview.insert(QStringLiteral("companyName"), job.value(QLatin1String("companyName")));
        interview.insert(QStringLiteral("url"),
            QStringLiteral("https://interview.opentrain.example.test/i/%1").arg(card.title));
        interview.insert(QStringLiteral("transcript"), transcriptOf(writer, card));
        writer.add("Interview", interview);
    }
}

void addNotes(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject note = objectFrom(writer, card,
            { { "subjectType", CardKind::Text }, { "subjectId", CardKind::Text },
                { "anchor", CardKind::TextOrNull }, { "text", CardKind::Text } });
        const QString job = card.value(QLatin1String("job"));
        if (!job.isEmpty())
            note.insert(QStringLiteral("subjectId"), writer.book.job(job).value(QLatin1String("id")));
        const bool team = !card.value(QLatin1String("team")).isEmpty();
        note.insert(QStringLiteral("visibility"), team ? QStringLiteral("TEAM") : QStringLiteral("PRIVATE"));
        addAuthor(writer, note);
        writer.add("Note", note);
    }
}

void addCalendar(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject event = objectFrom(writer, card,
            { { "kind", CardKind::Text }, { "title", CardKind::Text },
                { "description", CardKind::TextOrNull }, { "startsAt", CardKind::Time },
                { "endsAt", CardKind::Time }, { "allDay", CardKind::Flag }, { "timeZone", CardKind::Text },
                { "contractId", CardKind::TextOrNull }, { "location", CardKind::TextOrNull },
                { "url", CardKind::TextOrNull }, { "status", CardKind::Text }, { "response", CardKind::Text },
                { "organizerName", CardKind::TextOrNull } });
        // Appointments begin at a quarter of an hour, and days at midnight.
        const qint64 step = event.value(QLatin1String("allDay")).toBool() ? kDay : 15 * kMinute;
        for (const auto& member : { QStringLiteral("startsAt"), QStringLiteral("endsAt") }) {
            const std::optional<qint64> at = parseIsoTime(event.value(member).toString());
            if (at)
                event.insert(member, isoTime(*at - *at % step));
        }
        const QString job = card.value(QLatin1String("job"));
        event.insert(QStringLiteral("jobId"),
            job.isEmpty() ? QJsonValue(QJsonValue::Null) : writer.book.job(job).value(QLatin1String("id")));
        writer.add("CalendarEvent", event);
    }
}

void addPayoutMethods(AccountWriter& writer, const char* notes)
{
    addAll(writer, notes, "PayoutMethod",
        { { "kind", CardKind::Text }, { "provider", CardKind::Text }, { "label", CardKind::Text },
            { "last4", CardKind::Text }, { "currency", CardKind::Text }, { "country", CardKind::Text },
            { "status", CardKind::Text }, { "isDefault", CardKind::Flag }, { "requirements", CardKind::Json },
            { "manageUrl", CardKind::Text } });
}

void addTaxForms(AccountWriter& writer, const char* notes)
{
    addAll(writer, notes, "TaxForm",
        { { "form", CardKind::Text }, { "status", CardKind::Text }, { "country", CardKind::Text },
            { "taxIdLast4", CardKind::TextOrNull }, { "withholdingPercent", CardKind::NumberOrNull },
            { "validUntil", CardKind::Time }, { "requestedAt", CardKind::Time },
            { "submittedAt", CardKind::Time }, { "rejectionReason", CardKind::TextOrNull },
            { "manageUrl", CardKind::Text } });
}

void addReviews(AccountWriter& writer, const char* notes)
{
    const std::vector<CardMember> members { { "direction", CardKind::Text },
        { "contractId", CardKind::TextOrNull }, { "rating", CardKind::Whole }, { "comment", CardKind::Text },
        { "authorName", CardKind::Text }, { "subjectName", CardKind::Text },
        { "reply", CardKind::TextOrNull }, { "repliedAt", CardKind::Time },
        { "visibility", CardKind::Text } };
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject review = objectFrom(writer, card, members);
        review.insert(QStringLiteral("jobTitle"),
            writer.book.job(card.value(QLatin1String("job"))).value(QLatin1String("title")));
        const bool received = card.value(QLatin1String("direction")) == QLatin1String("RECEIVED");
        review.insert(received ? QStringLiteral("subjectName") : QStringLiteral("authorName"),
            writer.account.displayName);
        if (received) {
            // What the profile shows of it is what it says.
            const QJsonObject& profile
                = addedBefore(writer.account.records, "Profile", writer.account.userId);
            for (const QJsonValue& shown : profile.value(QLatin1String("reviews")).toArray()) {
                const QJsonObject entry = shown.toObject();
                if (entry.value(QLatin1String("id")).toString() != card.title)
                    continue;
                for (const char* member : { "rating", "comment", "createdAt" })
                    review.insert(QLatin1String(member), entry.value(QLatin1String(member)));
                const QJsonValue replied = review.value(QLatin1String("repliedAt"));
                review.insert(QStringLiteral("updatedAt"),
                    replied.isNull() ? entry.value(QLatin1String("createdAt")) : replied);
            }
        }
        writer.add("Review", review);
    }
}

void addNotifications(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject notification = objectFrom(writer, card,
            { { "kind", CardKind::Text }, { "title", CardKind::Text }, { "text", CardKind::Text },
                { "subjectType", CardKind::TextOrNull }, { "subjectId", CardKind::TextOrNull },
                { "readAt", CardKind::Time } });
        writer.add("Notification", notification);
    }
}

void addTickets(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject ticket = objectFrom(writer, card,
            { { "subject", CardKind::Text }, { "category", CardKind::Text }, { "status", CardKind::Text } });
        ticket.insert(QStringLiteral("messages"), ticketMessages(writer, card));
        ticket.insert(QStringLiteral("survey"), surveyOf(writer, card));
        writer.add("SupportTicket", ticket);
    }
}

void addReferences(AccountWriter& writer, const char* notes)
{
    addAll(writer, notes, "Reference",
        { { "kind", CardKind::Text }, { "name", CardKind::Text }, { "emailMasked", CardKind::Text },
            { "relation", CardKind::Text }, { "permissionConfirmedAt", CardKind::Time },
            { "informedAt", CardKind::Time }, { "status", CardKind::Text } });
}

void addOwnRecords(AccountWriter& writer, const OwnNotes& notes, const std::vector<SeedRecord>& shared)
{
    addSavedJobs(writer, notes.savedJobs);
    addSavedSearches(writer, notes.savedSearches);
    addTemplates(writer, notes.templates);
    addInterviews(writer, notes.interviews);
    addSubmissions(writer, notes.submissions);
    addAcknowledgements(writer, notes.acknowledgements, shared);
    addNotes(writer, notes.notes);
    addCalendar(writer, notes.calendar);
    addPayoutMethods(writer, notes.payoutMethods);
    addTaxForms(writer, notes.taxForms);
    addReviews(writer, notes.reviews);
    addNotifications(writer, notes.notifications);
    addTickets(writer, notes.tickets);
    addReferences(writer, notes.references);
    addAttachments(writer, notes.attachments);
}

} // namespace ot::sandbox
