// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/record_queries.h"

namespace ot::storage::queries {

QString rowList(const std::vector<qint64>& rows)
{
    QString list = QStringLiteral("[");
    for (const qint64 row : rows) {
        if (list.size() > 1)
            list += QLatin1Char(',');
        list += QString::number(row);
    }
    return list + QLatin1Char(']');
}

Result<AnyRecord> anyById(ReadSnapshot& snapshot, RecordTypeIndex type, const QString& id)
{
    const RecordShape& shape = recordShape(type);
    Result<Query> query = snapshot.query(
        "SELECT " + storedColumns(shape) + " FROM " + std::string(shape.traits.table) + " WHERE id = ?");
    if (!query)
        return query.error();
    query->bind(1, id);
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return Error { ErrorCode::NotFound, {}, QStringLiteral("no record with this id") };
    return readAnyStored(*query, type).record;
}

Result<std::array<qint64, kRecordTypeCount>> counts(ReadSnapshot& snapshot)
{
    std::array<qint64, kRecordTypeCount> all {};
    for (RecordTypeIndex type = 0; type < kRecordTypeCount; ++type) {
        Result<Query> query
            = snapshot.query("SELECT count(*) FROM " + std::string(kRecordTraits[type].table));
        if (!query)
            return query.error();
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        all[type] = query->integer(0);
    }
    return all;
}

} // namespace ot::storage::queries
