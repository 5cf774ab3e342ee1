// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/write_transaction.h"

#include "storage/search/index_upkeep.h"

namespace ot::storage {

namespace {

constexpr int kCounterBits = 20;
constexpr int kFirstField = 4; // the parameter of it, in `insert` and `update`

std::string parameters(std::size_t count)
{
    std::string marks;
    for (std::size_t i = 0; i < count; ++i)
        marks += i == 0 ? "?" : ",?";
    return marks;
}

// The SQL of one record type.
struct Sql {
    explicit Sql(const RecordShape& shape);

    bool isConfidential = false; // some field of it is
    std::string find;
    std::string last;
    std::string update;
    std::string insert;
    std::string seen;
    std::string remove;
    std::string unseen;
    std::string parent;
    std::string erase;
};

Sql::Sql(const RecordShape& shape)
{
    const std::string table(shape.traits.table);
    const std::string parentColumn
        = shape.traits.parentPath.empty() ? "NULL" : columnName(shape.traits.parentPath);
    std::string assignments;
    std::string erasures;
    for (const FieldShape& field : shape.fields) {
        const std::string column = columnName(field.path);
        assignments += ", " + column + " = ?";
        if (field.traits.has(Trait::Confidential)) {
            erasures += ", " + column + " = NULL";
            isConfidential = true;
        }
    }
    find = "SELECT row, version FROM " + table + " WHERE id = ?";
    last = "SELECT max(row) FROM " + table + " WHERE row BETWEEN ? AND ?";
    update = "UPDATE " + table + " SET version = ?, generation = ?, unknown_members = ?" + assignments
        + " WHERE row = ?";
    insert = "INSERT INTO " + table + " (version, generation, unknown_members, " + columnList(shape)
        + ", row, id) VALUES (" + parameters(shape.fields.size() + 5) + ")";
    seen = "UPDATE " + table + " SET generation = ? WHERE row = ?";
    remove = "DELETE FROM " + table + " WHERE row = ?";
    unseen = "SELECT row, id, " + parentColumn + " FROM " + table + " WHERE generation < ?";
    parent = "SELECT " + parentColumn + " FROM " + table + " WHERE row = ?";
    erase = "UPDATE " + table + " SET version = 0, unknown_members = NULL" + erasures + " WHERE row = ?";
}

const Sql& sqlOf(RecordTypeIndex type)
{
    static const std::vector<Sql> kAll = [] {
        std::vector<Sql> all;
        for (const RecordShape& shape : recordShapes())
            all.emplace_back(shape);
        return all;
    }();
    return kAll.at(type);
}

// Whether the content of the record may be kept.
bool mayBeRead(const RecordView& record)
{
    const std::string_view path = record.shape->traits.accessPath;
    if (path.empty())
        return true;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (record.shape->fields[i].path != path)
            continue;
        const auto* access = std::get_if<const QString*>(&record.values[i]);
        return !access || (*access)->isEmpty() || **access == QLatin1String("AVAILABLE");
    }
    return true;
}

Outcome runWith(Connection& connection, std::string_view sql, std::initializer_list<qint64> values)
{
    Result<Query> query = connection.query(sql);
    if (!query)
        return query.error();
    int parameter = 1;
    for (const qint64 value : values)
        query->bind(parameter++, value);
    return query->run();
}

// A free place at the record's time, after those that already stand there.
Result<qint64> placeFor(Connection& connection, const RecordView& record)
{
    const qint64 first = recencyOf(record) << kCounterBits;
    Result<Query> query = connection.query(sqlOf(record.shape->type).last);
    if (!query)
        return query.error();
    query->bind(1, first);
    query->bind(2, first + (qint64(1) << kCounterBits) - 1);
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return *row && !query->isNull(0) ? query->integer(0) + 1 : first;
}

Outcome writeRow(Connection& connection, const RecordView& record, qint64 generation, qint64 row, bool isNew,
    bool readable)
{
    const Sql& sql = sqlOf(record.shape->type);
    Result<Query> query = connection.query(isNew ? sql.insert : sql.update);
    if (!query)
        return query.error();
    query->bind(1, record.base->version);
    query->bind(2, generation);
    bindUnknownMembers(*query, 3, readable ? record.base->unknownMembers : QJsonObject());
    const int next = bindFields(*query, record, kFirstField);
    for (std::size_t i = 0; i < record.values.size() && !readable; ++i) {
        if (record.shape->fields[i].traits.has(Trait::Confidential))
            query->bindNull(kFirstField + int(i));
    }
    query->bind(next, row);
    if (isNew)
        query->bind(next + 1, record.base->id);
    return query->run();
}

struct Found {
    qint64 row = 0;
    qint64 version = 0;
};

Result<std::optional<Found>> find(Connection& connection, RecordTypeIndex type, const QString& id)
{
    Result<Query> query = connection.query(sqlOf(type).find);
    if (!query)
        return query.error();
    query->bind(1, id);
    return firstRow(*query, [](const Query& row) { return Found { row.integer(0), row.integer(1) }; });
}

Outcome removeRow(Connection& connection, ChangeNotice& notice, const RecordChange& gone)
{
    if (const Outcome unindexed = removeSearchEntry(connection, recordShape(gone.type), gone.row); !unindexed)
        return unindexed;
    if (const Outcome removed = runWith(connection, sqlOf(gone.type).remove, { gone.row }); !removed)
        return removed;
    notice.records.append(gone);
    return success();
}

Result<QString> parentOfRow(Connection& connection, RecordTypeIndex type, qint64 row)
{
    if (recordShape(type).traits.parentPath.empty())
        return QString();
    Result<Query> query = connection.query(sqlOf(type).parent);
    if (!query)
        return query.error();
    query->bind(1, row);
    const Result<bool> there = query->step();
    if (!there)
        return there.error();
    return query->text(0);
}

} // namespace

Outcome WriteTransaction::upsert(const RecordView& record, qint64 generation)
{
    const RecordTypeIndex type = record.shape->type;
    const Result<std::optional<Found>> found = find(m_connection, type, record.base->id);
    if (!found)
        return found.error();
    const bool isNew = !found->has_value();
    if (!isNew && (*found)->version >= record.base->version)
        return runWith(m_connection, sqlOf(type).seen, { generation, (*found)->row });

    const Result<qint64> place = isNew ? placeFor(m_connection, record) : Result<qint64>((*found)->row);
    if (!place)
        return place.error();
    const bool readable = mayBeRead(record);
    if (const Outcome written = writeRow(m_connection, record, generation, *place, isNew, readable); !written)
        return written;
    if (const Outcome indexed = writeSearchEntry(m_connection, record, *place, readable); !indexed)
        return indexed;
    if (!isNew && sqlOf(type).isConfidential)
        m_forgotten.insert(type);
    m_notice.records.append({ type, isNew ? RecordChange::Kind::Inserted : RecordChange::Kind::Updated,
        *place, record.base->id, parentOf(record) });
    return success();
}

Outcome WriteTransaction::upsert(const AnyRecord& record, qint64 generation)
{
    const ConstAnyFields fields = fieldsOf(record);
    return upsert(RecordView { &recordShape(record.index()), fields.base, fields.values }, generation);
}

Outcome WriteTransaction::eraseContent(RecordTypeIndex type, const QString& id)
{
    const Result<std::optional<Found>> found = find(m_connection, type, id);
    if (!found)
        return found.error();
    if (!found->has_value())
        return success();
    const qint64 row = (*found)->row;
    const Result<QString> parent = parentOfRow(m_connection, type, row);
    if (!parent)
        return parent.error();
    if (const Outcome unindexed = removeSearchEntry(m_connection, recordShape(type), row); !unindexed)
        return unindexed;
    if (const Outcome erased = runWith(m_connection, sqlOf(type).erase, { row }); !erased)
        return erased;
    m_forgotten.insert(type);
    m_notice.records.append({ type, RecordChange::Kind::Updated, row, id, *parent });
    return success();
}

Outcome WriteTransaction::remove(RecordTypeIndex type, const QString& id)
{
    const Result<std::optional<Found>> found = find(m_connection, type, id);
    if (!found)
        return found.error();
    if (!found->has_value())
        return success();
    const Result<QString> parent = parentOfRow(m_connection, type, (*found)->row);
    if (!parent)
        return parent.error();
    if (sqlOf(type).isConfidential)
        m_forgotten.insert(type);
    return removeRow(
        m_connection, m_notice, { type, RecordChange::Kind::Removed, (*found)->row, id, *parent });
}

Outcome WriteTransaction::removeOlderThan(RecordTypeIndex type, qint64 generation)
{
    Result<std::vector<RecordChange>> gone = std::vector<RecordChange>();
    {
        // Read to the end before anything is deleted: the statement must not look at what it changes.
        Result<Query> query = m_connection.query(sqlOf(type).unseen);
        if (!query)
            return query.error();
        query->bind(1, generation);
        gone = collectRows(*query, [type](const Query& row) {
            return RecordChange { type, RecordChange::Kind::Removed, row.integer(0), row.text(1),
                row.text(2) };
        });
    }
    if (!gone)
        return gone.error();
    if (!gone->empty() && sqlOf(type).isConfidential)
        m_forgotten.insert(type);
    for (const RecordChange& one : *gone) {
        if (const Outcome removed = removeRow(m_connection, m_notice, one); !removed)
            return removed;
    }
    return success();
}

Outcome WriteTransaction::finish()
{
    for (const RecordTypeIndex type : m_forgotten) {
        if (const Outcome forgotten = forgetRemovedWords(m_connection, recordShape(type)); !forgotten)
            return forgotten;
    }
    m_forgotten.clear();
    return success();
}

} // namespace ot::storage
