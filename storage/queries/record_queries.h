// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads that every record type shares.
#pragma once

#include "storage/records/sql_codec.h"
#include "storage/vault.h"

#include <array>
#include <vector>

namespace ot::storage::queries {

// A limited list of keys for "WHERE row IN (…)" as one text of JSON, so that the statement is prepared once
// for any count.
QString rowList(const std::vector<qint64>& rows);

// The record with this id. Errors: NotFound.
template <class Record>
Result<Stored<Record>> byId(ReadSnapshot& snapshot, const QString& id)
{
    static const std::string kSql = "SELECT " + storedColumns<Record>() + " FROM "
        + std::string(Record::kTraits.table) + " WHERE id = ?";
    Result<Query> query = snapshot.query(kSql);
    if (!query)
        return query.error();
    query->bind(1, id);
    Result<std::optional<Stored<Record>>> found
        = firstRow(*query, [](const Query& row) { return readStored<Record>(row); });
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error { ErrorCode::NotFound, {}, QStringLiteral("no record with this id") };
    return std::move(**found);
}

// The same for a type known by its index.
Result<AnyRecord> anyById(ReadSnapshot& snapshot, RecordTypeIndex type, const QString& id);

// The records at these places, newest first; those that are gone are left out.
template <class Record>
Result<std::vector<Stored<Record>>> byRows(ReadSnapshot& snapshot, const std::vector<qint64>& rows)
{
    static const std::string kSql = "SELECT " + storedColumns<Record>() + " FROM "
        + std::string(Record::kTraits.table)
        + " WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row DESC";
    Result<Query> query = snapshot.query(kSql);
    if (!query)
        return query.error();
    query->bind(1, rowList(rows));
    return collectRows(*query, [](const Query& row) { return readStored<Record>(row); });
}

// Every record of a type, oldest first. Only for types of which an account has few (Account, Profile,
// Contract).
template <class Record>
Result<std::vector<Stored<Record>>> everyOne(ReadSnapshot& snapshot)
{
    static const std::string kSql = "SELECT " + storedColumns<Record>() + " FROM "
        + std::string(Record::kTraits.table) + " ORDER BY row";
    Result<Query> query = snapshot.query(kSql);
    if (!query)
        return query.error();
    return collectRows(*query, [](const Query& row) { return readStored<Record>(row); });
}

// How many records of each type are held, by the type's index.
Result<std::array<qint64, kRecordTypeCount>> counts(ReadSnapshot& snapshot);

} // namespace ot::storage::queries
