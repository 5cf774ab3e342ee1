// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/trainer_api.h"

#include "sandbox/api/answers.h"
#include "sandbox/blobs/uploads.h"
#include "sandbox/json.h"
#include "sandbox/live/live_hub.h"
#include "sandbox/mutations/limits.h"
#include "sandbox/mutations/mutations.h"
#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/security_log.h"
#include "sandbox/records.h"
#include "sandbox/team/visibility.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ot::sandbox {

namespace {

constexpr qint64 kDefaultPage = 500;
constexpr qint64 kMaxPage = 1'000;

/// "c_<sequence>" or "s_<head>_<position>_<done>_<total>": a place in the feed, or in a snapshot of it.
struct Cursor {
    bool snapshot = false;
    qint64 head = 0;
    qint64 position = 0;
    qint64 done = 0;
    qint64 total = 0;
};

std::optional<Cursor> parseCursor(const QString& text)
{
    static const QRegularExpression kFeed(QStringLiteral("\\Ac_(\\d{1,18})\\z"));
    static const QRegularExpression kSnapshot(
        QStringLiteral("\\As_(\\d{1,18})_(\\d{1,18})_(\\d{1,18})_(\\d{1,18})\\z"));
    if (const auto match = kFeed.match(text); match.hasMatch())
        return Cursor { false, match.captured(1).toLongLong() };
    if (const auto match = kSnapshot.match(text); match.hasMatch())
        return Cursor { true, match.captured(1).toLongLong(), match.captured(2).toLongLong(),
            match.captured(3).toLongLong(), match.captured(4).toLongLong() };
    return std::nullopt;
}

QJsonObject privacyCapabilities()
{
    return {
        { QStringLiteral("exports"), true },
        { QStringLiteral("deletion"),
            QJsonObject { { QStringLiteral("coolingOffSeconds"), kCoolingOffSeconds },
                { QStringLiteral("cleanUpSeconds"), kCleanUpSeconds } } },
    };
}

HttpResponse pageAnswer(
    const FeedPage& page, const QString& nextCursor, bool hasMore, const QByteArray& snapshot)
{
    HttpResponse response;
    response.setHeader("Cache-Control", "no-store");
    response.body.reserve(page.changes.size() + 200);
    response.body.append(R"({"changes":[)").append(page.changes).append(R"(],"nextCursor":)");
    response.body.append(jsonString(nextCursor))
        .append(hasMore ? R"(,"hasMore":true)" : R"(,"hasMore":false)");
    response.body.append(snapshot).append('}');
    return response;
}

} // namespace

TrainerApi::TrainerApi(Store& store)
    : m_store(store)
{
}

HttpResponse TrainerApi::capabilities(const Session& session)
{
    QJsonObject limits {
        { QStringLiteral("messageCharacters"), kMaxMessageCharacters },
        { QStringLiteral("syncPageRecords"), kMaxPage },
        { QStringLiteral("mutationsPerRequest"), kMaxMutations },
        { QStringLiteral("requestBodyBytes"), qint64(kMaxBodyBytes) },
        { QStringLiteral("requestsPerMinute"), kRequestsAMinute },
        { QStringLiteral("blobBytes"), kMaxBlobBytes },
        { QStringLiteral("uploadChunkBytes"), qint64(kMaxBodyBytes) },
    };
    announceLimits(limits);
    return jsonAnswer({
        { QStringLiteral("apiVersion"), QStringLiteral("trainer.v1") },
        { QStringLiteral("recordTypes"), QJsonArray::fromStringList(recordTypesFor(session.account.role)) },
        { QStringLiteral("operations"), Mutations::offered(session) },
        { QStringLiteral("limits"), limits },
        { QStringLiteral("uploads"),
            QJsonObject {
                { QStringLiteral("path"), QStringLiteral("/api/trainer/v1/uploads") },
                { QStringLiteral("protocol"), QStringLiteral("tus 1.0.0") },
            } },
        { QStringLiteral("live"),
            QJsonObject {
                { QStringLiteral("path"), QStringLiteral("/api/trainer/v1/live") },
                { QStringLiteral("protocol"), QStringLiteral("opentrain.live.v1") },
                { QStringLiteral("pingSeconds"), kPingSeconds },
            } },
        { QStringLiteral("privacy"), privacyCapabilities() },
        { QStringLiteral("serverTime"), m_store.clock().nowIso() },
    });
}

HttpResponse TrainerApi::sync(const Session& session, const HttpRequest& request)
{
    HttpResponse response = feedAnswer(session, request);
    markThisSession(response.body, sessionOfToken(m_store, session.tokenId));
    return response;
}

HttpResponse TrainerApi::feedAnswer(const Session& session, const HttpRequest& request)
{
    const std::optional<qint64> limit = readLimit(request, kDefaultPage, kMaxPage);
    if (!limit)
        return issueAnswer(QStringLiteral("limit"), QStringLiteral("must be a whole number from 1 to 1000"));
    FeedQuery query;
    query.account = session.account.key;
    query.limit = *limit;
    query.types = request.query.value(QStringLiteral("types")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& type : std::as_const(query.types)) {
        if (!recordTypes().contains(type))
            return issueAnswer(
                QStringLiteral("types"), QStringLiteral("\"%1\" is no record type").arg(type.left(40)));
    }
    const QString text = request.query.value(QStringLiteral("cursor"));
    if (text.isEmpty()) {
        query.upTo = m_store.head();
        return snapshotPage(query, 0, m_store.countLive(query));
    }
    const std::optional<Cursor> cursor = parseCursor(text);
    if (!cursor)
        return issueAnswer(QStringLiteral("cursor"), QStringLiteral("is not a cursor of this feed"));
    if (cursor->head < m_store.floor() || cursor->head > m_store.head())
        return errorAnswer(ErrorCode::CursorExpired,
            QStringLiteral("This cursor is no longer kept. Ask without one for a fresh snapshot."));
    query.after = cursor->snapshot ? cursor->position : cursor->head;
    query.upTo = cursor->snapshot ? cursor->head : m_store.head();
    return cursor->snapshot ? snapshotPage(query, cursor->done, cursor->total) : changesPage(query);
}

HttpResponse TrainerApi::changesPage(const FeedQuery& query)
{
    const FeedPage page = m_store.feed(query);
    return pageAnswer(page, feedCursor(page.more ? page.last : query.upTo), page.more, {});
}

HttpResponse TrainerApi::snapshotPage(FeedQuery query, qint64 done, qint64 total)
{
    // A record that changes while its snapshot is being read moves behind the snapshot's head; it comes with
    // the changes that follow the snapshot instead of twice within it.
    query.liveOnly = true;
    const FeedPage page = m_store.feed(query);
    done += page.count;
    const QString next = page.more
        ? QStringLiteral("s_%1_%2_%3_%4").arg(query.upTo).arg(page.last).arg(done).arg(total)
        : feedCursor(query.upTo);
    const QByteArray snapshot = R"(,"snapshot":{"done":)" + QByteArray::number(done) + R"(,"total":)"
        + QByteArray::number(std::max(total, done)) + '}';
    return pageAnswer(page, next, page.more || query.upTo < m_store.head(), snapshot);
}

} // namespace ot::sandbox
