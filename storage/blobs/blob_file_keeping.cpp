// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is kept, for whom, and what goes.
#include "storage/blobs/blob_file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace ot::storage {

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

// A null text would be stored as NULL.
QString orEmpty(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

BlobChange erasedRow(const Query& row)
{
    return { row.blob(0), row.integer(1), 0, BlobChange::State::Erased };
}

BlobFacts factsRow(const Query& row)
{
    return { row.blob(0), row.integer(1), row.integer(2), row.integer(3) != 0, row.integer(4) != 0,
        row.integer(5) };
}

} // namespace

Outcome BlobFile::runOn(const QByteArray& sha256, std::string_view sql)
{
    return run(sql, [&sha256](Query& query) { query.bind(1, sha256); });
}

Result<std::vector<BlobChange>> BlobFile::collectErased(
    std::string_view sql, const std::function<void(Query&)>& bind)
{
    Result<Query> query = m_connection->query(sql);
    if (!query)
        return query.error();
    bind(*query);
    return collectRows(*query, erasedRow);
}

Outcome BlobFile::eraseAll(std::vector<BlobChange>& blobs)
{
    for (BlobChange& blob : blobs) {
        const Result<Row> row = find(blob.sha256);
        if (!row)
            return row.error();
        blob.byteCount = row->facts.byteCount;
        if (const Outcome erased = erase(row->number); !erased)
            return erased;
    }
    return success();
}

Outcome BlobFile::addOwner(const QByteArray& sha256, const QString& type, const QString& id)
{
    const Result<Row> row = find(sha256);
    if (!row)
        return row.error();
    return run("INSERT OR IGNORE INTO owner (type, id, blob) VALUES (?1, ?2, ?3)", [&](Query& query) {
        query.bind(1, type);
        query.bind(2, id);
        query.bind(3, row->number);
    });
}

Outcome BlobFile::removeOwner(const QString& type, const QString& id)
{
    const auto bind = [&](Query& query) {
        query.bind(1, type);
        query.bind(2, id);
    };
    std::vector<BlobChange> unowned;
    const Outcome removed = inTransaction([&]() -> Outcome {
        Result<std::vector<BlobChange>> rows = collectErased(
            "SELECT blob.sha256, blob.byteCount FROM owner AS mine JOIN blob ON blob.number = mine.blob "
            "WHERE mine.type = ?1 AND mine.id = ?2 AND NOT EXISTS (SELECT 1 FROM owner AS other "
            "WHERE other.blob = mine.blob AND (other.type <> ?1 OR other.id <> ?2))",
            bind);
        if (!rows)
            return rows.error();
        unowned = std::move(*rows);
        const Outcome gone = run("DELETE FROM owner WHERE type = ?1 AND id = ?2", bind);
        return gone ? eraseAll(unowned) : gone;
    });
    if (!removed || unowned.empty())
        return removed;
    tell(unowned);
    return forgetInLog();
}

Outcome BlobFile::apply(const std::vector<BlobRuling>& rulings, const QStringList& types)
{
    const QString typeList
        = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(types)).toJson(QJsonDocument::Compact));
    std::vector<BlobChange> erased;
    const Outcome applied = inTransaction([&]() -> Outcome {
        for (const BlobRuling& ruling : rulings) {
            const Result<bool> isLost = applyOne(ruling, typeList);
            if (!isLost)
                return isLost.error();
            if (*isLost)
                erased.push_back({ ruling.sha256, 0, 0, BlobChange::State::Erased });
        }
        return eraseAll(erased);
    });
    if (!applied || erased.empty())
        return applied;
    tell(erased);
    return forgetInLog();
}

// Whether it has lost the last of its owners.
Result<bool> BlobFile::applyOne(const BlobRuling& ruling, const QString& types)
{
    const Result<Row> row = find(ruling.sha256);
    if (!row)
        return row.error().code == ErrorCode::NotFound ? Result<bool>(false) : Result<bool>(row.error());
    const Outcome cleared = run(
        "DELETE FROM owner WHERE blob = ?1 AND type IN (SELECT value FROM json_each(?2))", [&](Query& query) {
            query.bind(1, row->number);
            query.bind(2, types);
        });
    if (!cleared)
        return cleared.error();
    const bool hadSome = m_connection->changedRows() > 0;
    for (const BlobOwner& owner : ruling.owners) {
        if (const Outcome added = addOwner(ruling.sha256, owner.type, owner.id); !added)
            return added.error();
    }
    const Outcome dated
        = run("UPDATE blob SET openUntil = ?1 WHERE number = ?2 AND openUntil <> ?1", [&](Query& query) {
              query.bind(1, ruling.openUntil);
              query.bind(2, row->number);
          });
    if (!dated)
        return dated.error();
    if (!ruling.owners.empty() || (!hadSome && !ruling.withdrawn))
        return false;
    Result<Query> others = m_connection->query("SELECT 1 FROM owner WHERE blob = ?1");
    if (!others)
        return others.error();
    others->bind(1, row->number);
    const Result<bool> other = others->step();
    return other ? Result<bool>(!*other) : Result<bool>(other.error());
}

Result<qint64> BlobFile::nextEnd()
{
    Result<Query> query
        = m_connection->query("SELECT ifnull(min(openUntil), 0) FROM blob WHERE openUntil > ?1");
    if (!query)
        return query.error();
    query->bind(1, now());
    const Result<bool> row = query->step();
    return row ? Result<qint64>(query->integer(0)) : Result<qint64>(row.error());
}

Result<std::vector<HeldBlob>> BlobFile::held()
{
    Result<Query> query = m_connection->query(
        "SELECT sha256, byteCount, received, complete, fetchable, openUntil, usedAt, type, id FROM blob "
        "LEFT JOIN owner ON owner.blob = blob.number ORDER BY number");
    if (!query)
        return query.error();
    std::vector<HeldBlob> all;
    while (true) {
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        if (all.empty() || all.back().facts.sha256 != query->blob(0))
            all.push_back({ factsRow(*query), query->integer(6), {} });
        if (!query->isNull(7))
            all.back().owners.push_back({ query->text(7), query->text(8) });
    }
}

Outcome BlobFile::removeUnowned(qint64 before)
{
    std::vector<BlobChange> unowned;
    const Outcome removed = inTransaction([&]() -> Outcome {
        Result<std::vector<BlobChange>> rows = collectErased(
            "SELECT sha256, byteCount FROM blob WHERE usedAt < ?1 AND NOT EXISTS (SELECT 1 FROM owner WHERE "
            "owner.blob = blob.number) AND NOT EXISTS (SELECT 1 FROM upload WHERE upload.blob = blob.number)",
            [before](Query& query) { query.bind(1, before); });
        if (!rows)
            return rows.error();
        unowned = std::move(*rows);
        return eraseAll(unowned);
    });
    if (!removed || unowned.empty())
        return removed;
    tell(unowned);
    return forgetInLog();
}

Result<qint64> BlobFile::shrinkTo(qint64 bytes)
{
    Result<qint64> total = totalBytes();
    if (!total || *total <= bytes)
        return total;
    std::vector<BlobFacts> oldest;
    {
        Result<Query> query = m_connection->query(
            "SELECT sha256, byteCount, received, complete, fetchable, openUntil FROM blob "
            "WHERE fetchable = 1 AND received > 0 AND wanted = 0 ORDER BY usedAt, number");
        if (!query)
            return query.error();
        auto rows = collectRows(*query, factsRow);
        if (!rows)
            return rows.error();
        oldest = std::move(*rows);
    }
    qint64 left = *total;
    std::vector<BlobChange> letGo;
    const Outcome shrunk = inTransaction([&]() -> Outcome {
        for (const BlobFacts& facts : oldest) {
            if (left <= bytes)
                break;
            const Result<Row> row = find(facts.sha256);
            if (!row)
                return row.error();
            if (const Outcome dropped = dropContent(row->number); !dropped)
                return dropped;
            left -= facts.received;
            letGo.push_back({ facts.sha256, facts.byteCount, 0, BlobChange::State::LetGo });
        }
        return success();
    });
    if (!shrunk)
        return shrunk.error();
    tell(letGo);
    if (const Outcome forgotten = forgetInLog(); !forgotten)
        return forgotten.error();
    return left;
}

Result<qint64> BlobFile::totalBytes()
{
    return number("SELECT ifnull(sum(received), 0) FROM blob");
}

Outcome BlobFile::setWanted(const QByteArray& sha256, bool wanted)
{
    return wanted ? runOn(sha256, "UPDATE blob SET wanted = 1 WHERE sha256 = ?1 AND complete = 0")
                  : runOn(sha256, "UPDATE blob SET wanted = 0 WHERE sha256 = ?1");
}

Result<std::vector<BlobFacts>> BlobFile::wanted()
{
    Result<Query> query
        = m_connection->query("SELECT sha256, byteCount, received, complete, fetchable, openUntil "
                              "FROM blob WHERE wanted = 1 ORDER BY number");
    if (!query)
        return query.error();
    return collectRows(*query, factsRow);
}

Outcome BlobFile::addUpload(const BlobUpload& upload)
{
    const Result<Row> row = find(upload.sha256);
    if (!row)
        return row.error();
    if (!row->facts.complete)
        return Error { ErrorCode::NotFound, Text::tr("This file is not on this device."),
            QStringLiteral("no blob") };
    return run(
        "INSERT INTO upload (blob, fileName, mediaType, location) VALUES (?1, ?2, ?3, '') "
        "ON CONFLICT (blob) DO UPDATE SET fileName = excluded.fileName, mediaType = excluded.mediaType",
        [&](Query& query) {
            query.bind(1, row->number);
            query.bind(2, orEmpty(upload.fileName));
            query.bind(3, orEmpty(upload.mediaType));
        });
}

Outcome BlobFile::setUploadLocation(const QByteArray& sha256, const QString& location)
{
    return run("UPDATE upload SET location = ?1 WHERE blob = (SELECT number FROM blob WHERE sha256 = ?2)",
        [&](Query& query) {
            query.bind(1, orEmpty(location));
            query.bind(2, sha256);
        });
}

Outcome BlobFile::uploaded(const QByteArray& sha256)
{
    return inTransaction([&]() -> Outcome {
        const Outcome dropped = dropUpload(sha256);
        return dropped ? runOn(sha256, "UPDATE blob SET fetchable = 1 WHERE sha256 = ?1") : dropped;
    });
}

Outcome BlobFile::dropUpload(const QByteArray& sha256)
{
    return runOn(sha256, "DELETE FROM upload WHERE blob = (SELECT number FROM blob WHERE sha256 = ?1)");
}

Result<std::vector<BlobUpload>> BlobFile::uploads()
{
    Result<Query> query = m_connection->query("SELECT sha256, fileName, mediaType, location FROM upload "
                                              "JOIN blob ON blob.number = upload.blob ORDER BY upload.blob");
    if (!query)
        return query.error();
    return collectRows(*query, [](const Query& row) {
        return BlobUpload { row.blob(0), row.text(1), row.text(2), row.text(3) };
    });
}

} // namespace ot::storage
