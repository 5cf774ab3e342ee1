// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_page.h"

#include "storage/records/json_codec.h"

#include <QCoreApplication>

namespace ot::sync {

namespace {

constexpr qsizetype kLongestCursor = 4096;
constexpr qsizetype kLongestSentence = 500;

Error pageError(const QString& detail)
{
    return { ErrorCode::Decode,
        QCoreApplication::translate(
            "Sync", "The server sent an answer that can't be read. Nothing was changed."),
        detail };
}

// Nothing for a type this program does not know.
Result<std::optional<FeedChange>> decodeChange(const QJsonValue& value)
{
    if (!value.isObject())
        return pageError(QStringLiteral("a change is no object"));
    const QJsonObject object = value.toObject();
    const QByteArray typeName = object.value(QLatin1String("type")).toString().toUtf8();
    const auto type
        = storage::recordTypeByName({ typeName.constData(), static_cast<std::size_t>(typeName.size()) });
    if (!type)
        return std::optional<FeedChange>();
    FeedChange change;
    change.type = *type;
    change.id = object.value(QLatin1String("id")).toString();
    const QString operation = object.value(QLatin1String("op")).toString();
    if (change.id.isEmpty())
        return pageError(QStringLiteral("a change without an id"));
    if (operation == QLatin1String("remove"))
        return std::optional(std::move(change));
    if (operation != QLatin1String("upsert"))
        return pageError(QStringLiteral("a change that is neither upsert nor remove"));
    const qint64 version = object.value(QLatin1String("version")).toInteger(-1);
    if (version < 0)
        return pageError(QStringLiteral("a change without a version"));
    Result<storage::AnyRecord> record
        = storage::decodeAnyRecord(*type, object.value(QLatin1String("object")).toObject(), version);
    if (!record)
        return record.error();
    const bool sameId = std::visit([&](const auto& known) { return known.id == change.id; }, *record);
    if (!sameId)
        return pageError(QStringLiteral("a change whose object has another id"));
    change.record = std::move(record).value();
    return std::optional(std::move(change));
}

} // namespace

Outcome decodeChanges(const QJsonValue& changes, SyncPage& page)
{
    if (!changes.isArray())
        return pageError(QStringLiteral("changes is no array"));
    const QJsonArray array = changes.toArray();
    page.changes.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue& value : array) {
        Result<std::optional<FeedChange>> change = decodeChange(value);
        if (!change)
            page.unreadable.push_back(change.error());
        else if (change->has_value())
            page.changes.push_back(std::move(**change));
    }
    return success();
}

Result<SyncPage> decodeSyncPage(const QJsonObject& body)
{
    SyncPage page;
    if (const Outcome decoded = decodeChanges(body.value(QLatin1String("changes")), page); !decoded)
        return decoded.error();
    page.nextCursor = body.value(QLatin1String("nextCursor")).toString();
    if (page.nextCursor.isEmpty() || page.nextCursor.size() > kLongestCursor)
        return pageError(QStringLiteral("nextCursor is missing or too long"));
    const QJsonValue more = body.value(QLatin1String("hasMore"));
    if (!more.isBool())
        return pageError(QStringLiteral("hasMore is missing"));
    page.hasMore = more.toBool();
    const QJsonValue snapshot = body.value(QLatin1String("snapshot"));
    page.isSnapshot = snapshot.isObject();
    page.snapshotDone = qMax(qint64(0), snapshot.toObject().value(QLatin1String("done")).toInteger());
    page.snapshotTotal = qMax(qint64(0), snapshot.toObject().value(QLatin1String("total")).toInteger());
    return page;
}

Result<std::vector<MutationResult>> decodeMutationResults(const QJsonObject& body)
{
    const QJsonValue results = body.value(QLatin1String("results"));
    if (!results.isArray())
        return pageError(QStringLiteral("results is no array"));
    std::vector<MutationResult> decoded;
    const QJsonArray array = results.toArray();
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        MutationResult result;
        result.mutationId = object.value(QLatin1String("mutationId")).toString();
        const QString outcome = object.value(QLatin1String("outcome")).toString();
        if (result.mutationId.isEmpty())
            return pageError(QStringLiteral("a result without a mutationId"));
        if (outcome == QLatin1String("applied") || outcome == QLatin1String("duplicate"))
            result.kind = MutationResult::Kind::Applied;
        else if (outcome == QLatin1String("conflict"))
            result.kind = MutationResult::Kind::Conflict;
        else if (outcome != QLatin1String("rejected"))
            return pageError(QStringLiteral("a result with an unknown outcome"));
        if (object.value(QLatin1String("change")).isObject()) {
            // A result whose record can't be read is still a result: the record comes again with the feed.
            const Result<std::optional<FeedChange>> change
                = decodeChange(object.value(QLatin1String("change")));
            if (change && change->has_value())
                result.change = **change;
        }
        result.code = object.value(QLatin1String("code")).toString().left(kLongestSentence);
        result.message = object.value(QLatin1String("error")).toString().left(kLongestSentence);
        decoded.push_back(std::move(result));
    }
    return decoded;
}

} // namespace ot::sync
