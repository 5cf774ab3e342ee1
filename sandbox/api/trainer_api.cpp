// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/trainer_api.h"

#include "sandbox/api/answers.h"
#include "sandbox/json.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ot::sandbox {

namespace {

constexpr qint64 kDefaultPage = 500;
constexpr qint64 kMaxPage = 1'000;
constexpr int kMaxMutations = 50;

const QStringList& recordTypes()
{
    static const QStringList kTypes { QStringLiteral("Account"), QStringLiteral("Profile"),
        QStringLiteral("Job"), QStringLiteral("Proposal"), QStringLiteral("Conversation"),
        QStringLiteral("Message"), QStringLiteral("Contract"), QStringLiteral("Milestone"),
        QStringLiteral("InstructionPage"), QStringLiteral("Payout") };
    return kTypes;
}

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

bool isUuidV7(const QString& text)
{
    static const QRegularExpression kForm(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return kForm.match(text).hasMatch();
}

QByteArray outcomeWithChange(const QString& mutationId, const char* outcome, const QByteArray& change)
{
    return R"({"mutationId":)" + jsonString(mutationId) + R"(,"outcome":")" + outcome + R"(","change":)"
        + change + '}';
}

QByteArray rejection(const QString& mutationId, const MessageRefusal& refusal)
{
    return jsonBytes({
        { QStringLiteral("mutationId"), mutationId },
        { QStringLiteral("outcome"), QStringLiteral("rejected") },
        { QStringLiteral("code"), refusal.code },
        { QStringLiteral("error"), refusal.sentence },
        { QStringLiteral("details"), refusal.details() },
    });
}

} // namespace

QString feedCursor(qint64 sequence)
{
    return QStringLiteral("c_%1").arg(sequence, 12, 10, QLatin1Char('0'));
}

TrainerApi::TrainerApi(Store& store, Messaging& messaging)
    : m_store(store)
    , m_messaging(messaging)
{
}

HttpResponse TrainerApi::capabilities(const Session& session)
{
    QJsonObject operations;
    if (session.may(QStringLiteral("messages:write")))
        operations.insert(QStringLiteral("Message"), QJsonArray { QStringLiteral("create") });
    return jsonAnswer({
        { QStringLiteral("apiVersion"), QStringLiteral("trainer.v1") },
        { QStringLiteral("recordTypes"), QJsonArray::fromStringList(recordTypes()) },
        { QStringLiteral("operations"), operations },
        { QStringLiteral("limits"),
            QJsonObject {
                { QStringLiteral("messageCharacters"), kMaxMessageCharacters },
                { QStringLiteral("syncPageRecords"), kMaxPage },
                { QStringLiteral("mutationsPerRequest"), kMaxMutations },
                { QStringLiteral("requestBodyBytes"), qint64(kMaxBodyBytes) },
            } },
        { QStringLiteral("live"),
            QJsonObject {
                { QStringLiteral("path"), QStringLiteral("/api/trainer/v1/live") },
                { QStringLiteral("protocol"), QStringLiteral("opentrain.live.v1") },
                { QStringLiteral("pingSeconds"), kPingSeconds },
            } },
        { QStringLiteral("serverTime"), m_store.clock().nowIso() },
    });
}

HttpResponse TrainerApi::sync(const Session& session, const HttpRequest& request)
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

HttpResponse TrainerApi::mutations(const Session& session, const HttpRequest& request)
{
    HttpResponse problem;
    const std::optional<QJsonObject> body = readJsonBody(request, problem);
    if (!body)
        return problem;
    const QJsonValue list = body->value(QLatin1String("mutations"));
    if (!list.isArray() || list.toArray().size() > kMaxMutations)
        return issueAnswer(
            QStringLiteral("mutations"), QStringLiteral("must be an array of at most 50 mutations"));
    const QJsonArray mutations = list.toArray();
    // The shape is looked at before anything is applied: an answer of 400 means that nothing was.
    for (qsizetype i = 0; i < mutations.size(); ++i) {
        if (!mutations.at(i).toObject().value(QLatin1String("mutationId")).isString())
            return issueAnswer(
                QStringLiteral("mutations.%1.mutationId").arg(i), QStringLiteral("must be a UUIDv7"));
    }
    QByteArray results;
    for (const QJsonValue& mutation : mutations) {
        if (!results.isEmpty())
            results += ',';
        results += applyMutation(session, mutation.toObject());
    }
    HttpResponse response;
    response.setHeader("Cache-Control", "no-store");
    response.body
        = R"({"results":[)" + results + R"(],"cursor":)" + jsonString(feedCursor(m_store.head())) + '}';
    return response;
}

QByteArray TrainerApi::applyMutation(const Session& session, const QJsonObject& mutation)
{
    const QString mutationId = mutation.value(QLatin1String("mutationId")).toString();
    const auto refuse = [&mutationId](const QString& code, const QString& sentence, const QString& path) {
        return rejection(mutationId, { code, sentence, {}, path });
    };
    if (!isUuidV7(mutationId))
        return refuse(QStringLiteral("BAD_REQUEST"), QStringLiteral("The mutationId is not a UUIDv7."),
            QStringLiteral("mutationId"));
    if (const std::optional<QByteArray> first = m_store.findMutation(session.account.key, mutationId))
        return outcomeWithChange(mutationId, "duplicate", *first);
    const QString type = mutation.value(QLatin1String("type")).toString();
    const QString operation = mutation.value(QLatin1String("op")).toString();
    if (type != QLatin1String("Message") || operation != QLatin1String("create"))
        return refuse(QStringLiteral("BAD_REQUEST"),
            QStringLiteral("This server does not offer that operation."),
            recordTypes().contains(type) ? QStringLiteral("op") : QStringLiteral("type"));
    if (!session.may(QStringLiteral("messages:write")))
        return refuse(
            QStringLiteral("FORBIDDEN"), QStringLiteral("The token lacks the scope messages:write."), {});
    const QJsonObject args = mutation.value(QLatin1String("args")).toObject();
    const QString conversationId = args.value(QLatin1String("conversationId")).toString();
    const QJsonValue content = args.value(QLatin1String("content"));
    if (std::optional<MessageRefusal> refusal = m_messaging.check(session.account, conversationId, content)) {
        if (!refusal->path.isEmpty())
            refusal->path.prepend(QLatin1String("args."));
        return rejection(mutationId, *refusal);
    }
    StoreWriter writer(m_store);
    const Record message
        = m_messaging.sendFromViewer(writer, session.account, conversationId, content.toString(), mutationId);
    writer.rememberMutation(session.account.key, mutationId, message.change());
    writer.commit();
    return outcomeWithChange(mutationId, "applied", message.change());
}

} // namespace ot::sandbox
