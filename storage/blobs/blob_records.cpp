// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/blob_records.h"

#include "storage/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ot::storage::blobs {

namespace {

constexpr char kQuota[] = "blobs.quota";
constexpr char kErasure[] = "erasure.blob."; // and the hash, in hex
constexpr char kOutbox[] = "Outbox";

QString hexOf(const QByteArray& sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

// Where a type's records name blobs. `owners` finds the records that name ?1, `ofRecord` says whether record
// ?2 does; both give (id, size). `named` gives the hashes that record ?1 names. Without `owners` the type is
// asked only about candidates.
struct NamingType {
    const char* type;
    const char* owners;
    const char* ofRecord;
    const char* named;
};

constexpr NamingType kNamingTypes[] = {
    { "Message", nullptr,
        "SELECT message.id, json_extract(value, '$.byteCount') FROM message, json_each(message.attachments) "
        "WHERE message.id = ?2 AND json_extract(value, '$.sha256') = ?1",
        "SELECT json_extract(value, '$.sha256') FROM message, json_each(message.attachments) WHERE "
        "message.id = ?1" },
    { "Submission", nullptr,
        "SELECT submission.id, json_extract(value, '$.byteCount') FROM submission, "
        "json_each(submission.attachments) WHERE submission.id = ?2 AND json_extract(value, '$.sha256') = ?1",
        "SELECT json_extract(value, '$.sha256') FROM submission, json_each(submission.attachments) "
        "WHERE submission.id = ?1" },
    { "Invoice", "SELECT id, document_byteCount FROM invoice WHERE document_sha256 = ?1", nullptr,
        "SELECT document_sha256 FROM invoice WHERE id = ?1" },
    { "DataRequest", "SELECT id, archive_byteCount FROM data_request WHERE archive_sha256 = ?1", nullptr,
        "SELECT archive_sha256 FROM data_request WHERE id = ?1" },
    { kOutbox,
        "SELECT mutation_id, NULL FROM outbox, json_each(outbox.args, '$.attachments') "
        "WHERE json_extract(value, '$.sha256') = ?1",
        nullptr, nullptr },
    { "Attachment", nullptr, nullptr, "SELECT sha256 FROM attachment WHERE id = ?1" },
};

struct Found {
    QString id;
    qint64 byteCount = -1;
};

Result<std::vector<Found>> find(
    ReadSnapshot& snapshot, const char* sql, const QString& hash, const QString& id)
{
    Result<Query> query = snapshot.query(sql);
    if (!query)
        return query.error();
    query->bind(1, hash);
    if (!id.isNull())
        query->bind(2, id);
    return collectRows(*query, [](const Query& row) {
        return Found { row.text(0), row.isNull(1) ? -1 : row.integer(1) };
    });
}

void take(Claims& claims, const NamingType& type, const std::vector<Found>& found)
{
    for (const Found& one : found) {
        claims.owners.push_back({ QLatin1String(type.type), one.id });
        claims.byteCount = std::max(claims.byteCount, one.byteCount);
        claims.passing = claims.passing || QLatin1String(type.type) == QLatin1String("DataRequest");
    }
}

// What the Attachments of this hash say.
Outcome readAttachments(ReadSnapshot& snapshot, const QString& hash, qint64 now, Claims& claims)
{
    Result<Query> query
        = snapshot.query("SELECT id, access, offlineUntil, byteCount FROM attachment WHERE sha256 = ?1");
    if (!query)
        return query.error();
    query->bind(1, hash);
    bool hasOpenEnd = false;
    bool isOpen = false;
    while (true) {
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const QString access = query->text(1);
        const qint64 until = query->isNull(2) ? 0 : query->integer(2);
        const bool isOver = until != 0 && until <= now;
        if (isOver || access == QLatin1String("REVOKED") || access == QLatin1String("EXPIRED")) {
            claims.withdrawnBy.append(query->text(0));
            claims.expired = claims.expired || access != QLatin1String("REVOKED");
            continue;
        }
        isOpen = true;
        hasOpenEnd = hasOpenEnd || until == 0;
        claims.openUntil = std::max(claims.openUntil, until);
        claims.byteCount = std::max(claims.byteCount, query->integer(3));
        claims.owners.push_back({ QStringLiteral("Attachment"), query->text(0) });
    }
    if (hasOpenEnd)
        claims.openUntil = 0;
    claims.withdrawn = !isOpen && !claims.withdrawnBy.isEmpty();
    return success();
}

Result<std::set<QByteArray>> hashes(Query& query)
{
    std::set<QByteArray> found;
    while (true) {
        const Result<bool> row = query.step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        if (!query.isNull(0))
            found.insert(QByteArray::fromHex(query.text(0).toLatin1()));
    }
}

} // namespace

Outcome setQuota(WriteTransaction& transaction, qint64 bytes)
{
    return settings::set(transaction, QLatin1String(kQuota), QString::number(std::max<qint64>(bytes, 0)));
}

Result<qint64> quota(ReadSnapshot& snapshot)
{
    const Result<QString> kept = settings::get(snapshot, QLatin1String(kQuota));
    if (!kept)
        return kept.error();
    bool isNumber = false;
    const qint64 bytes = kept->toLongLong(&isNumber);
    return isNumber && bytes >= 0 ? bytes : kUsualQuota;
}

const QStringList& ownerTypes()
{
    static const QStringList kTypes = [] {
        QStringList types;
        for (const NamingType& type : kNamingTypes)
            types.append(QLatin1String(type.type));
        return types;
    }();
    return kTypes;
}

Result<Claims> claimsOn(
    ReadSnapshot& snapshot, const QByteArray& sha256, const std::set<BlobOwner>& candidates, qint64 now)
{
    const QString hash = hexOf(sha256);
    Claims claims;
    if (const Outcome read = readAttachments(snapshot, hash, now, claims); !read)
        return read.error();
    for (const NamingType& type : kNamingTypes) {
        if (type.owners == nullptr
            || (claims.withdrawn && QLatin1String(type.type) != QLatin1String(kOutbox)))
            continue;
        const Result<std::vector<Found>> found = find(snapshot, type.owners, hash, {});
        if (!found)
            return found.error();
        take(claims, type, *found);
    }
    for (const BlobOwner& candidate : candidates) {
        const auto* type = std::find_if(std::begin(kNamingTypes), std::end(kNamingTypes),
            [&](const NamingType& one) { return candidate.type == QLatin1String(one.type); });
        if (claims.withdrawn || type == std::end(kNamingTypes) || type->ofRecord == nullptr)
            continue;
        const Result<std::vector<Found>> found = find(snapshot, type->ofRecord, hash, candidate.id);
        if (!found)
            return found.error();
        take(claims, *type, *found);
    }
    return claims;
}

Result<std::set<BlobOwner>> searchOwners(ReadSnapshot& snapshot, const QByteArray& sha256)
{
    std::set<BlobOwner> owners;
    const std::pair<const char*, const char*> searches[] = {
        { "Message", "SELECT id FROM message WHERE attachmentCount > 0 AND instr(attachments, ?1) > 0" },
        { "Submission", "SELECT id FROM submission WHERE instr(attachments, ?1) > 0" },
    };
    for (const auto& [type, sql] : searches) {
        Result<Query> query = snapshot.query(sql);
        if (!query)
            return query.error();
        query->bind(1, hexOf(sha256));
        const auto ids = collectRows(*query, [](const Query& row) { return row.text(0); });
        if (!ids)
            return ids.error();
        for (const QString& id : *ids)
            owners.insert({ QLatin1String(type), id });
    }
    return owners;
}

Result<std::set<QByteArray>> namedBy(ReadSnapshot& snapshot, const std::set<BlobOwner>& records)
{
    std::set<QByteArray> named;
    for (const NamingType& type : kNamingTypes) {
        if (type.named == nullptr)
            continue;
        for (const BlobOwner& record : records) {
            if (record.type != QLatin1String(type.type))
                continue;
            Result<Query> query = snapshot.query(type.named);
            if (!query)
                return query.error();
            query->bind(1, record.id);
            Result<std::set<QByteArray>> found = hashes(*query);
            if (!found)
                return found;
            named.merge(*found);
        }
    }
    return named;
}

Result<std::set<QByteArray>> namedByOutbox(ReadSnapshot& snapshot)
{
    Result<Query> query = snapshot.query(
        "SELECT json_extract(value, '$.sha256') FROM outbox, json_each(outbox.args, '$.attachments')");
    return query ? hashes(*query) : Result<std::set<QByteArray>>(query.error());
}

Outcome recordErasure(WriteTransaction& transaction, const Erasure& erasure)
{
    const QJsonObject row { { QStringLiteral("at"), erasure.at },
        { QStringLiteral("byteCount"), erasure.byteCount }, { QStringLiteral("expired"), erasure.expired },
        { QStringLiteral("attachments"), QJsonArray::fromStringList(erasure.attachments) } };
    return settings::set(transaction, QLatin1String(kErasure) + hexOf(erasure.sha256),
        QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)));
}

Result<std::vector<Erasure>> erasures(ReadSnapshot& snapshot)
{
    Result<Query> query = snapshot.query("SELECT name, value FROM setting WHERE name GLOB ?1 || '*' "
                                         "ORDER BY json_extract(value, '$.at'), name");
    if (!query)
        return query.error();
    query->bind(1, QLatin1String(kErasure));
    return collectRows(*query, [](const Query& row) {
        const QJsonObject kept = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
        Erasure erasure;
        erasure.sha256 = QByteArray::fromHex(row.text(0).mid(qsizetype(sizeof kErasure) - 1).toLatin1());
        erasure.at = kept.value(QLatin1String("at")).toInteger();
        erasure.byteCount = kept.value(QLatin1String("byteCount")).toInteger();
        erasure.expired = kept.value(QLatin1String("expired")).toBool();
        for (const QJsonValue& id : kept.value(QLatin1String("attachments")).toArray())
            erasure.attachments.append(id.toString());
        return erasure;
    });
}

} // namespace ot::storage::blobs
