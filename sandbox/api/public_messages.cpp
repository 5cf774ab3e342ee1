// SPDX-License-Identifier: GPL-3.0-or-later
//
// GET and POST /messages of the public API.
#include "sandbox/api/answers.h"
#include "sandbox/api/public_api.h"
#include "sandbox/api/public_shapes.h"
#include "sandbox/json.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kDefaultPage = 20;
constexpr qint64 kMaxPage = 100;

/// A place in a list ordered by a time and an id.
struct Place {
    QString time;
    QString id;

    [[nodiscard]] QString cursor() const
    {
        return QString::fromLatin1(
            (time + u'\n' + id)
                .toUtf8()
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    [[nodiscard]] bool operator<(const Place& other) const
    {
        return time != other.time ? time < other.time : id < other.id;
    }
};

/// The place a request's cursor names; an empty one without a cursor; nothing when it is none.
std::optional<Place> readPlace(const HttpRequest& request)
{
    const QString cursor = request.query.value(QStringLiteral("cursor"));
    if (cursor.isEmpty())
        return Place {};
    const QString text
        = QString::fromUtf8(QByteArray::fromBase64(cursor.toUtf8(), QByteArray::Base64UrlEncoding));
    Place place { text.section(u'\n', 0, 0), text.section(u'\n', 1) };
    if (!parseIsoTime(place.time) || place.id.isEmpty())
        return std::nullopt;
    return place;
}

HttpResponse badCursor()
{
    return issueAnswer(QStringLiteral("cursor"), QStringLiteral("is not a cursor of this list"));
}

bool isWanted(const QJsonObject& conversation, const QString& filter, bool unreadOnly)
{
    if (filter != QLatin1String("all") && conversation.value(QLatin1String("bucket")) != filter)
        return false;
    return !unreadOnly || conversation.value(QLatin1String("unreadCount")).toInt() > 0;
}

} // namespace

HttpResponse PublicApi::readMessages(const Session& session, const HttpRequest& request)
{
    if (!readLimit(request, kDefaultPage, kMaxPage))
        return issueAnswer(QStringLiteral("limit"), QStringLiteral("must be a whole number from 1 to 100"));
    const QString conversationId = request.query.value(QStringLiteral("conversationId"));
    return conversationId.isEmpty() ? conversations(session, request)
                                    : messagesOf(session, request, conversationId);
}

HttpResponse PublicApi::conversations(const Session& session, const HttpRequest& request)
{
    const QString filter = request.query.value(QStringLiteral("filter"), QStringLiteral("all"));
    if (filter != QLatin1String("all") && filter != QLatin1String("job")
        && filter != QLatin1String("proposal"))
        return issueAnswer(QStringLiteral("filter"), QStringLiteral("must be all, job or proposal"));
    const QString unread = request.query.value(QStringLiteral("unreadOnly"));
    const bool unreadOnly = unread == QLatin1String("true") || unread == QLatin1String("1");
    const std::optional<Place> before = readPlace(request);
    if (!before)
        return badCursor();
    std::vector<std::pair<Place, QJsonObject>> rows;
    for (const Record& record : m_store.list(session.account.key, QStringLiteral("Conversation"))) {
        const QJsonObject object = record.json();
        const Place place { object.value(QLatin1String("updatedAt")).toString(), record.id };
        if (isWanted(object, filter, unreadOnly) && (before->id.isEmpty() || place < *before))
            rows.emplace_back(place, object);
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
    const auto limit = static_cast<size_t>(*readLimit(request, kDefaultPage, kMaxPage));
    QJsonValue next;
    if (rows.size() > limit) {
        rows.resize(limit);
        next = rows.back().first.cursor();
    }
    QJsonArray list;
    for (const auto& row : rows)
        list.append(publicConversation(row.second));
    return jsonAnswer({ { QStringLiteral("conversations"), list }, { QStringLiteral("nextCursor"), next } });
}

HttpResponse PublicApi::messagesOf(
    const Session& session, const HttpRequest& request, const QString& conversationId)
{
    const std::optional<Record> conversation
        = m_store.find(session.account.key, QStringLiteral("Conversation"), conversationId);
    if (!conversation || conversation->removed)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such conversation."));
    const QString direction = request.query.value(QStringLiteral("direction"), QStringLiteral("older"));
    const bool older = direction == QLatin1String("older");
    if (!older && direction != QLatin1String("newer"))
        return issueAnswer(QStringLiteral("direction"), QStringLiteral("must be older or newer"));
    const std::optional<Place> from = readPlace(request);
    if (!from)
        return badCursor();
    const qint64 limit = *readLimit(request, kDefaultPage, kMaxPage);
    // Older pages go down from the newest message, newer ones up from the oldest.
    Statement row = m_store.database().prepare(older
            ? "SELECT object, sortKey, id FROM records WHERE account = ?1 AND type = 'Message' AND parent = "
              "?2 "
              "AND removed = 0 AND (?3 = '' OR (sortKey, id) < (?3, ?4)) ORDER BY sortKey DESC, id DESC "
              "LIMIT ?5"
            : "SELECT object, sortKey, id FROM records WHERE account = ?1 AND type = 'Message' AND parent = "
              "?2 "
              "AND removed = 0 AND (sortKey, id) > (?3, ?4) ORDER BY sortKey, id LIMIT ?5");
    row.bind(session.account.key).bind(conversationId).bind(from->time).bind(from->id).bind(limit + 1);
    QJsonArray list;
    Place last;
    QJsonValue next;
    while (row.step()) {
        if (list.size() == limit) {
            next = last.cursor();
            break;
        }
        list.append(publicMessage(jsonObject(row.bytes(0))));
        last = { row.text(1), row.text(2) };
    }
    return jsonAnswer({ { QStringLiteral("messages"), list }, { QStringLiteral("nextCursor"), next } });
}

HttpResponse PublicApi::sendMessage(const Session& session, const HttpRequest& request)
{
    HttpResponse problem;
    const std::optional<QJsonObject> body = readJsonBody(request, problem);
    if (!body)
        return problem;
    const QString conversationId = body->value(QLatin1String("conversationId")).toString();
    const QJsonValue content = body->value(QLatin1String("content"));
    if (const auto refusal = m_messaging.check(session.account, conversationId, content)) {
        const ErrorCode code = refusal->code == QLatin1String("NOT_FOUND") ? ErrorCode::NotFound
            : refusal->code == QLatin1String("FORBIDDEN")                  ? ErrorCode::Forbidden
                                                                           : ErrorCode::BadRequest;
        return errorAnswer(code, refusal->sentence, refusal->details());
    }
    StoreWriter writer(m_store);
    const Record message
        = m_messaging.sendFromViewer(writer, session.account, { conversationId, content.toString() });
    writer.commit();
    return jsonAnswer(
        { { QStringLiteral("ok"), true }, { QStringLiteral("message"), publicMessage(message.json()) } },
        201);
}

} // namespace ot::sandbox
