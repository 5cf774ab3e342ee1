// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

namespace ot::storage::settings {

Outcome set(WriteTransaction& transaction, const QString& name, const QString& value)
{
    Result<Query> query = value.isNull()
        ? transaction.query("DELETE FROM setting WHERE name = ?1")
        : transaction.query("INSERT INTO setting (name, value) VALUES (?1, ?2)"
                            " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    if (!query)
        return query.error();
    query->bind(1, name);
    if (!value.isNull())
        query->bind(2, value);
    transaction.notice().settingsChanged = true;
    return query->run();
}

Result<QString> get(ReadSnapshot& snapshot, const QString& name)
{
    Result<Query> query = snapshot.query("SELECT value FROM setting WHERE name = ?");
    if (!query)
        return query.error();
    query->bind(1, name);
    const Result<std::optional<QString>> value
        = firstRow(*query, [](const Query& row) { return row.text(0); });
    if (!value)
        return value.error();
    return value->value_or(QString());
}

} // namespace ot::storage::settings
