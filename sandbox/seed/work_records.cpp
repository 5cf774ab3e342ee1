// SPDX-License-Identifier: GPL-3.0-or-later
//
// What belongs to contracts:
//
//     Submission       the members of the record; "file:" names an attachment of it
//     Acknowledgement  page, (version: an older one than the page has now), seconds, (device)
//     Attachment       ownerType, ownerId, (contract), file
#include "sandbox/seed/files.h"
#include "sandbox/seed/own_records.h"

#include <QCryptographicHash>

namespace ot::sandbox {

namespace {

QString sha256Of(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

QJsonObject addAttachment(AccountWriter& writer, const AttachmentPlan& plan)
{
    const SeedFile& file = writer.files.named(plan.fileName);
    QJsonObject blob = blobOf(file);
    blob.insert(QStringLiteral("id"), plan.id);
    QJsonObject attachment = blob;
    attachment.insert(QStringLiteral("ownerType"), plan.ownerType);
    attachment.insert(QStringLiteral("ownerId"), plan.ownerId);
    attachment.insert(QStringLiteral("contractId"), textOrNull(plan.contractId));
    attachment.insert(QStringLiteral("confidential"), file.confidential);
    attachment.insert(QStringLiteral("access"), file.access);
    attachment.insert(QStringLiteral("offlineUntil"), writer.isoOrNull(file.until));
    attachment.insert(QStringLiteral("createdAt"), isoTime(plan.at));
    attachment.insert(QStringLiteral("updatedAt"), isoTime(plan.at));
    writer.add("Attachment", attachment);
    return blob;
}

void addAttachments(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        const auto value = [&card](const char* key) { return card.value(QLatin1String(key)); };
        addAttachment(writer,
            { card.title, value("ownerType"), value("ownerId"), value("contract"), value("file"),
                writer.time(value("created")) });
    }
}

void addSubmissions(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        QJsonObject submission = objectFrom(writer, card,
            { { "contractId", CardKind::Text }, { "milestoneId", CardKind::TextOrNull },
                { "state", CardKind::Text }, { "note", CardKind::Text }, { "units", CardKind::NumberOrNull },
                { "hours", CardKind::NumberOrNull }, { "requestsPayout", CardKind::Flag },
                { "reviewComment", CardKind::TextOrNull }, { "reviewedAt", CardKind::Time } });
        const QString contract = card.value(QLatin1String("contractId"));
        QJsonArray attachments;
        for (const QString& name : card.values(QLatin1String("file")))
            attachments.append(addAttachment(writer,
                { QStringLiteral("at_%1_%2").arg(card.title).arg(attachments.size() + 1),
                    QStringLiteral("Submission"), card.title, contract, name,
                    writer.time(card.value(QLatin1String("created"))) }));
        submission.insert(QStringLiteral("attachments"), attachments);
        submission.insert(QStringLiteral("submittedAt"), submission.value(QLatin1String("createdAt")));
        const QString reviewed = card.value(QLatin1String("reviewedAt"));
        if (!reviewed.isEmpty())
            submission.insert(QStringLiteral("updatedAt"), isoTime(writer.time(reviewed)));
        const QString author = card.value(QLatin1String("author"));
        const QString name = author.isEmpty() ? writer.account.displayName : author;
        submission.insert(QStringLiteral("authorUserId"), userIdOf(name));
        submission.insert(QStringLiteral("authorName"), name);
        submission.insert(QStringLiteral("mutationId"), QJsonValue(QJsonValue::Null));
        writer.add("Submission", submission);
    }
}

void addAcknowledgements(AccountWriter& writer, const char* notes, const std::vector<SeedRecord>& shared)
{
    for (const NoteCard& card : readNotes(notes)) {
        const QString pageId = card.value(QLatin1String("page"));
        const QJsonObject& page = addedBefore(shared, "InstructionPage", pageId);
        const QString older = card.value(QLatin1String("version"));
        const QString html = page.value(QLatin1String("htmlSnapshot")).toString();
        QJsonObject acknowledgement = objectFrom(writer, card, {});
        acknowledgement.insert(QStringLiteral("contractId"), page.value(QLatin1String("contractId")));
        acknowledgement.insert(QStringLiteral("instructionPageId"), pageId);
        acknowledgement.insert(QStringLiteral("serverVersion"),
            older.isEmpty() ? page.value(QLatin1String("serverVersion")) : QJsonValue(older.toInt()));
        // What the page said in an older version is gone; all that is left of it is that it was another text.
        acknowledgement.insert(QStringLiteral("contentHash"),
            sha256Of(older.isEmpty() ? html : older + QLatin1Char('\n') + html));
        acknowledgement.insert(
            QStringLiteral("acknowledgedAt"), acknowledgement.value(QLatin1String("createdAt")));
        acknowledgement.insert(QStringLiteral("secondsRead"), card.value(QLatin1String("seconds")).toInt());
        acknowledgement.insert(QStringLiteral("deviceName"), textOrNull(card.value(QLatin1String("device"))));
        acknowledgement.insert(QStringLiteral("authorUserId"), writer.account.userId);
        acknowledgement.insert(QStringLiteral("authorName"), writer.account.displayName);
        writer.add("Acknowledgement", acknowledgement);
    }
}

} // namespace ot::sandbox
