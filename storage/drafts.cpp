// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"

namespace ot::storage::drafts {

Outcome save(WriteTransaction& transaction, const QString& kind, const QString& aboutId, const QString& text,
    UtcTime now)
{
    Result<Query> query = text.isEmpty()
        ? transaction.query("DELETE FROM draft WHERE kind = ?1 AND about_id = ?2")
        : transaction.query("INSERT INTO draft (kind, about_id, text, updated_at) VALUES (?1, ?2, ?3, ?4)"
                            " ON CONFLICT (kind, about_id) DO UPDATE SET text = excluded.text, updated_at = "
                            "excluded.updated_at");
    if (!query)
        return query.error();
    query->bind(1, kind);
    query->bind(2, aboutId);
    if (!text.isEmpty()) {
        query->bind(3, text);
        query->bind(4, now.milliseconds);
    }
    transaction.notice().draftsChanged = true;
    return query->run();
}

Result<QString> load(ReadSnapshot& snapshot, const QString& kind, const QString& aboutId)
{
    Result<Query> query = snapshot.query("SELECT text FROM draft WHERE kind = ? AND about_id = ?");
    if (!query)
        return query.error();
    query->bind(1, kind);
    query->bind(2, aboutId);
    const Result<std::optional<QString>> value
        = firstRow(*query, [](const Query& row) { return row.text(0); });
    if (!value)
        return value.error();
    return value->value_or(QString());
}

Result<QHash<QString, QString>> all(ReadSnapshot& snapshot, const QString& kind)
{
    Result<Query> query = snapshot.query("SELECT about_id, text FROM draft WHERE kind = ?");
    if (!query)
        return query.error();
    query->bind(1, kind);
    QHash<QString, QString> drafts;
    while (true) {
        const Result<bool> row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return drafts;
        drafts.insert(query->text(0), query->text(1));
    }
}

} // namespace ot::storage::drafts
