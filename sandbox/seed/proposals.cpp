// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proposals are cards, titled with their id, of these keys:
//
//     job       key of the job           status  raw value | label       bid   amount, currency and unit
//     cover     the text, its paragraphs indented                          (interview) state | score
//     sent      age                      (viewed, editable) ages          (conversation, contract) ids
//     question, answer   in turns        (author) user id | masked name, other than the account itself
#include "sandbox/seed/world.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

QJsonObject statusOf(const NoteCard& card)
{
    const QString status = card.value(QLatin1String("status"));
    return { { QStringLiteral("raw"), status.section(QStringLiteral(" | "), 0, 0) },
        { QStringLiteral("label"), status.section(QStringLiteral(" | "), 1) } };
}

QJsonObject bidOf(const NoteCard& card)
{
    const QStringList words = card.value(QLatin1String("bid")).split(QLatin1Char(' '));
    return { { QStringLiteral("amountMicros"), qRound64(words.value(0).toDouble() * 1'000'000) },
        { QStringLiteral("currency"), words.value(1) }, { QStringLiteral("unit"), words.value(2) } };
}

QJsonObject interviewOf(const NoteCard& card)
{
    const QString interview = card.value(QLatin1String("interview"));
    const QString score = interview.section(QStringLiteral(" | "), 1);
    const QString state = interview.section(QStringLiteral(" | "), 0, 0);
    return { { QStringLiteral("state"), state.isEmpty() ? QStringLiteral("NOT_REQUIRED") : state },
        { QStringLiteral("score"),
            score.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(score.toInt()) } };
}

QJsonArray answersOf(const NoteCard& card)
{
    QJsonArray answers;
    const QStringList questions = card.values(QLatin1String("question"));
    const QStringList given = card.values(QLatin1String("answer"));
    for (qsizetype i = 0; i < std::min(questions.size(), given.size()); ++i)
        answers.append(QJsonObject {
            { QStringLiteral("question"), questions[i] }, { QStringLiteral("answer"), given[i] } });
    return answers;
}

} // namespace

void addProposals(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes)) {
        const QJsonObject& job = writer.book.job(card.value(QLatin1String("job")));
        const qint64 sent = writer.time(card.value(QLatin1String("sent")));
        const QString viewed = card.value(QLatin1String("viewed"));
        const QString author = card.value(QLatin1String("author"));
        const QString changed = card.value(QLatin1String("changed"));
        qint64 updated = viewed.isEmpty() ? sent : std::max(sent, writer.time(viewed));
        if (!changed.isEmpty())
            updated = std::max(updated, writer.time(changed));
        writer.add("Proposal",
            { { QStringLiteral("id"), card.title },
                { QStringLiteral("jobId"), job.value(QLatin1String("id")) },
                { QStringLiteral("jobTitle"), job.value(QLatin1String("title")) },
                { QStringLiteral("companyName"), job.value(QLatin1String("companyName")) },
                { QStringLiteral("status"), statusOf(card) },
                { QStringLiteral("coverText"), card.value(QLatin1String("cover")) },
                { QStringLiteral("bid"), bidOf(card) }, { QStringLiteral("interview"), interviewOf(card) },
                { QStringLiteral("screeningAnswers"), answersOf(card) },
                { QStringLiteral("conversationId"), textOrNull(card.value(QLatin1String("conversation"))) },
                { QStringLiteral("contractId"), textOrNull(card.value(QLatin1String("contract"))) },
                { QStringLiteral("authorUserId"),
                    author.isEmpty() ? writer.account.userId : author.section(QStringLiteral(" | "), 0, 0) },
                { QStringLiteral("authorName"),
                    author.isEmpty() ? writer.account.displayName
                                     : author.section(QStringLiteral(" | "), 1) },
                { QStringLiteral("submittedAt"), isoTime(sent) },
                { QStringLiteral("viewedByEmployerAt"), writer.isoOrNull(viewed) },
                { QStringLiteral("editableUntil"), writer.isoOrNull(card.value(QLatin1String("editable"))) },
                { QStringLiteral("createdAt"), isoTime(sent - 3 * kMinute) },
                { QStringLiteral("updatedAt"), isoTime(updated) } });
    }
}

} // namespace ot::sandbox
