// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scale/scaled_messages.h"

#include "sandbox/clock.h"
#include "sandbox/scale/phrases.h"
#include "sandbox/seed/employers.h"
#include "sandbox/seed/random.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;
constexpr qint64 kFirstAge = 40 * kDay; // older than everything that was written by hand
constexpr qint64 kBetweenConversations = 190 * kMinute;
constexpr qint64 kBetweenMessages = 37 * kMinute;
constexpr qint64 kJitterMinutes = 30; // less than what lies between two messages, so that their order stays

// Two streams of numbers that never meet: one for conversations, one for messages.
constexpr quint64 kTalkStream = 0x9e6c63d0876a9a47U;
constexpr quint64 kMessageStream = 0xc2b2ae3d27d4eb4fU;

QJsonArray reactionList(int count)
{
    if (count == 0)
        return {};
    return { QJsonObject { { QStringLiteral("emoji"), QStringLiteral("👍") },
        { QStringLiteral("count"), count }, { QStringLiteral("mine"), false } } };
}

} // namespace

struct ScaledMessages::Talk {
    const QJsonObject& job;
    const Employer& employer;
    PhraseBook phrases;
};

ScaledMessages::ScaledMessages(Viewer viewer, std::vector<QJsonObject> jobs, quint64 seed, qint64 now)
    : m_viewer(std::move(viewer))
    , m_jobs(std::move(jobs))
    , m_seed(seed)
    , m_now(now)
{
}

ScaledMessages::Talk ScaledMessages::talk(qint64 conversation) const
{
    Random random((m_seed + 1) * kTalkStream + static_cast<quint64>(conversation));
    const QJsonObject& job = random.pick(m_jobs);
    const Employer& employer = employerNamed(job.value(QLatin1String("companyName")).toString());
    return { job, employer, phraseBook(random) };
}

qint64 ScaledMessages::timeOfMessage(qint64 number) const
{
    Random random((m_seed + 2) * kMessageStream + static_cast<quint64>(number));
    const qint64 conversation = number / kMessagesPerConversation;
    const qint64 beforeLast = kMessagesPerConversation - 1 - number % kMessagesPerConversation;
    return m_now - kFirstAge - conversation * kBetweenConversations - beforeLast * kBetweenMessages
        - random.between(0, kJitterMinutes * 60) * 1000;
}

QJsonObject ScaledMessages::message(qint64 number) const
{
    Random random((m_seed + 1) * kMessageStream + static_cast<quint64>(number));
    const qint64 conversation = number / kMessagesPerConversation;
    const Talk about = talk(conversation);
    const bool mine = random.chance(45);
    const QString content = sentence(about.phrases, mine, random);
    const int reactions = random.chance(4) ? 1 : 0;
    const QString time = isoTime(timeOfMessage(number));
    return {
        { QStringLiteral("id"), QStringLiteral("m_s%1").arg(number) },
        { QStringLiteral("conversationId"), QStringLiteral("cv_s%1").arg(conversation) },
        { QStringLiteral("jobId"), about.job.value(QLatin1String("id")) },
        { QStringLiteral("senderUserId"), mine ? m_viewer.userId : about.employer.contactUserId },
        { QStringLiteral("senderName"), mine ? m_viewer.displayName : about.employer.contactName },
        { QStringLiteral("isFromViewer"), mine },
        { QStringLiteral("system"), false },
        { QStringLiteral("hasUnreadFlag"), false },
        { QStringLiteral("hasAudio"), false },
        { QStringLiteral("content"), content },
        { QStringLiteral("messageType"), QJsonValue() },
        { QStringLiteral("attachmentCount"), 0 },
        { QStringLiteral("attachments"), QJsonArray() },
        { QStringLiteral("reactionCount"), reactions },
        { QStringLiteral("reactions"), reactionList(reactions) },
        { QStringLiteral("mutationId"), QJsonValue() },
        { QStringLiteral("editedAt"), QJsonValue() },
        { QStringLiteral("createdAt"), time },
        { QStringLiteral("updatedAt"), time },
    };
}

QJsonObject ScaledMessages::conversation(qint64 number, qint64 messages) const
{
    const Talk about = talk(number);
    const qint64 first = number * kMessagesPerConversation;
    const QJsonObject last = message(std::min(messages, first + kMessagesPerConversation) - 1);
    const QJsonValue lastTime = last.value(QLatin1String("createdAt"));
    const auto participant = [](const QString& userId, const QString& name, const QString& role) {
        return QJsonObject { { QStringLiteral("userId"), userId }, { QStringLiteral("displayName"), name },
            { QStringLiteral("role"), role } };
    };
    return {
        { QStringLiteral("id"), QStringLiteral("cv_s%1").arg(number) },
        { QStringLiteral("type"), QStringLiteral("DIRECT_MESSAGE") },
        { QStringLiteral("bucket"), QStringLiteral("job") },
        { QStringLiteral("jobId"), about.job.value(QLatin1String("id")) },
        { QStringLiteral("proposalId"), QJsonValue() },
        { QStringLiteral("contractId"), QJsonValue() },
        { QStringLiteral("channelName"), QJsonValue() },
        { QStringLiteral("title"), about.job.value(QLatin1String("title")) },
        { QStringLiteral("companyName"), about.employer.name },
        { QStringLiteral("counterpartName"), about.employer.contactName },
        { QStringLiteral("participants"),
            QJsonArray { participant(about.employer.contactUserId, about.employer.contactName,
                             QStringLiteral("employer")),
                participant(m_viewer.userId, m_viewer.displayName, QStringLiteral("trainer")) } },
        { QStringLiteral("lastMessage"),
            QJsonObject { { QStringLiteral("id"), last.value(QLatin1String("id")) },
                { QStringLiteral("content"), last.value(QLatin1String("content")) },
                { QStringLiteral("senderUserId"), last.value(QLatin1String("senderUserId")) },
                { QStringLiteral("isFromViewer"), last.value(QLatin1String("isFromViewer")) },
                { QStringLiteral("createdAt"), lastTime } } },
        { QStringLiteral("unreadCount"), 0 },
        { QStringLiteral("needsReplyCount"), 0 },
        { QStringLiteral("muted"), false },
        { QStringLiteral("archived"), false },
        { QStringLiteral("favourite"), false },
        { QStringLiteral("canSend"), true },
        { QStringLiteral("cannotSendReason"), QJsonValue() },
        { QStringLiteral("createdAt"), isoTime(timeOfMessage(first) - kMinute) },
        { QStringLiteral("updatedAt"), lastTime },
    };
}

} // namespace ot::sandbox
