// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/write_transaction.h"

#include "storage/database/schema.h"
#include "storage/search_text.h"

namespace ot::storage {

namespace {

constexpr int kCounterBits = 20;

std::string parameters(std::size_t count)
{
    std::string marks;
    for (std::size_t i = 0; i < count; ++i)
        marks += i == 0 ? "?" : ",?";
    return marks;
}

template <class Record>
constexpr std::size_t fieldCount()
{
    return std::tuple_size_v<decltype(Record::fields())>;
}

template <class Record>
std::string updateSql()
{
    std::string assignments;
    std::apply([&](const auto&... field) { ((assignments += ", " + columnName(field.path) + " = ?"), ...); },
        Record::fields());
    return "UPDATE " + std::string(Record::kTraits.table)
        + " SET version = ?, generation = ?, unknown_members = ?" + assignments + " WHERE row = ?";
}

template <class Record>
std::string insertSql()
{
    return "INSERT INTO " + std::string(Record::kTraits.table) + " (version, generation, unknown_members, "
        + columnList<Record>() + ", row, id) VALUES (" + parameters(fieldCount<Record>() + 5) + ")";
}

// The SQL of each record type, written once.
template <class Record>
struct Sql {
    static const Sql& get()
    {
        static const Sql sql;
        return sql;
    }
    std::string table = std::string(Record::kTraits.table);
    std::string find = "SELECT row, version FROM " + table + " WHERE id = ?";
    std::string last = "SELECT max(row) FROM " + table + " WHERE row BETWEEN ? AND ?";
    std::string update = updateSql<Record>();
    std::string insert = insertSql<Record>();
    std::string seen = "UPDATE " + table + " SET generation = ? WHERE row = ?";
    std::string remove = "DELETE FROM " + table + " WHERE row = ?";
    std::string unseen = "SELECT row, id"
        + (Record::kTraits.parentPath.empty() ? std::string(", NULL")
                                              : ", " + columnName(Record::kTraits.parentPath))
        + " FROM " + table + " WHERE generation < ?";
    std::string parent = Record::kTraits.parentPath.empty()
        ? "SELECT NULL"
        : "SELECT " + columnName(Record::kTraits.parentPath) + " FROM " + table + " WHERE row = ?";
    std::string unindex = "DELETE FROM " + searchTable(table) + " WHERE rowid = ?";
    std::string index = indexSql();

private:
    static std::string indexSql()
    {
        std::string columns;
        std::size_t count = 0;
        const auto one = [&](const auto& field) {
            if (!field.traits.has(Trait::Searchable))
                return;
            columns += ", " + columnName(field.path);
            ++count;
        };
        std::apply([&](const auto&... field) { (one(field), ...); }, Record::fields());
        return "INSERT OR REPLACE INTO " + searchTable(Record::kTraits.table) + " (rowid" + columns
            + ") VALUES (" + parameters(count + 1) + ")";
    }
};

// A free place at the record's time, after those that already stand there.
template <class Record>
Result<qint64> placeFor(Connection& connection, const Record& record)
{
    const qint64 first = recencyOf(record) << kCounterBits;
    Result<Query> query = connection.query(Sql<Record>::get().last);
    if (!query)
        return query.error();
    query->bind(1, first);
    query->bind(2, first + (qint64(1) << kCounterBits) - 1);
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return *row && !query->isNull(0) ? query->integer(0) + 1 : first;
}

template <class Record>
Outcome writeIndex(Connection& connection, const Record& record, qint64 row)
{
    if constexpr (isSearchable<Record>()) {
        Result<Query> query = connection.query(Sql<Record>::get().index);
        if (!query)
            return query.error();
        query->bind(1, row);
        int parameter = 2;
        const auto one = [&](const auto& field) {
            using Value = std::remove_cvref_t<decltype(record.*(field.member))>;
            if constexpr (detail::kHasSearchableText<Value>) {
                if (field.traits.has(Trait::Searchable))
                    query->bind(parameter++, indexedText(detail::searchableText(record.*(field.member))));
            }
        };
        std::apply([&](const auto&... field) { (one(field), ...); }, Record::fields());
        return query->run();
    } else {
        return success();
    }
}

template <class Record>
Outcome writeRow(Connection& connection, std::string_view sql, const Record& record, qint64 generation,
    qint64 row, bool isNew)
{
    Result<Query> query = connection.query(sql);
    if (!query)
        return query.error();
    query->bind(1, record.version);
    query->bind(2, generation);
    detail::bindValue(*query, 3, record.unknownMembers);
    const int next = bindFields(*query, record, 4);
    query->bind(next, row);
    if (isNew)
        query->bind(next + 1, record.id);
    return query->run();
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

struct Found {
    qint64 row = 0;
    qint64 version = 0;
};

Result<std::optional<Found>> find(Connection& connection, std::string_view sql, const QString& id)
{
    Result<Query> query = connection.query(sql);
    if (!query)
        return query.error();
    query->bind(1, id);
    return firstRow(*query, [](const Query& row) { return Found { row.integer(0), row.integer(1) }; });
}

template <class Record>
Outcome removeRow(
    Connection& connection, ChangeNotice& notice, qint64 row, const QString& id, const QString& parent)
{
    const Sql<Record>& sql = Sql<Record>::get();
    if constexpr (isSearchable<Record>()) {
        if (const Outcome unindexed = runWith(connection, sql.unindex, { row }); !unindexed)
            return unindexed;
    }
    if (const Outcome removed = runWith(connection, sql.remove, { row }); !removed)
        return removed;
    notice.records.append({ recordTypeIndex<Record>(), RecordChange::Kind::Removed, row, id, parent });
    return success();
}

template <class Record>
Result<QString> parentOfRow(Connection& connection, qint64 row)
{
    if constexpr (Record::kTraits.parentPath.empty()) {
        return QString();
    } else {
        Result<Query> query = connection.query(Sql<Record>::get().parent);
        if (!query)
            return query.error();
        query->bind(1, row);
        const Result<bool> there = query->step();
        if (!there)
            return there.error();
        return query->text(0);
    }
}

template <class Record>
Outcome removeById(Connection& connection, ChangeNotice& notice, const QString& id)
{
    const Result<std::optional<Found>> found = find(connection, Sql<Record>::get().find, id);
    if (!found)
        return found.error();
    if (!found->has_value())
        return success();
    const Result<QString> parent = parentOfRow<Record>(connection, (*found)->row);
    if (!parent)
        return parent.error();
    return removeRow<Record>(connection, notice, (*found)->row, id, *parent);
}

template <class Record>
Outcome removeUnseen(Connection& connection, ChangeNotice& notice, qint64 generation)
{
    struct Gone {
        qint64 row;
        QString id;
        QString parent;
    };
    Result<std::vector<Gone>> gone = std::vector<Gone>();
    {
        // Read to the end before anything is deleted: the statement must not look at what it changes.
        Result<Query> query = connection.query(Sql<Record>::get().unseen);
        if (!query)
            return query.error();
        query->bind(1, generation);
        gone = collectRows(*query, [](const Query& row) {
            return Gone { row.integer(0), row.text(1), row.text(2) };
        });
    }
    if (!gone)
        return gone.error();
    for (const Gone& one : *gone) {
        if (const Outcome removed = removeRow<Record>(connection, notice, one.row, one.id, one.parent);
            !removed)
            return removed;
    }
    return success();
}

template <class Record>
Outcome upsertOne(Connection& connection, ChangeNotice& notice, const Record& record, qint64 generation)
{
    const Sql<Record>& sql = Sql<Record>::get();
    const Result<std::optional<Found>> found = find(connection, sql.find, record.id);
    if (!found)
        return found.error();
    if (found->has_value() && (*found)->version >= record.version)
        return runWith(connection, sql.seen, { generation, (*found)->row });

    qint64 row = 0;
    if (found->has_value()) {
        row = (*found)->row;
    } else {
        const Result<qint64> place = placeFor(connection, record);
        if (!place)
            return place.error();
        row = *place;
    }
    const bool isNew = !found->has_value();
    if (const Outcome written
        = writeRow(connection, isNew ? sql.insert : sql.update, record, generation, row, isNew);
        !written)
        return written;
    if (const Outcome indexed = writeIndex(connection, record, row); !indexed)
        return indexed;
    notice.records.append(
        { recordTypeIndex<Record>(), isNew ? RecordChange::Kind::Inserted : RecordChange::Kind::Updated, row,
            record.id, parentOf(record) });
    return success();
}

} // namespace

Outcome WriteTransaction::upsert(const AnyRecordView& record, qint64 generation)
{
    return std::visit(
        [&](const auto* known) { return upsertOne(m_connection, m_notice, *known, generation); }, record);
}

Outcome WriteTransaction::upsert(const AnyRecord& record, qint64 generation)
{
    return std::visit([&](const auto& known) { return upsert(known, generation); }, record);
}

Outcome WriteTransaction::remove(RecordTypeIndex type, const QString& id)
{
    Outcome outcome = success();
    RecordTypeIndex index = 0;
    forEachRecordType([&]<class Record>() {
        if (index++ == type)
            outcome = removeById<Record>(m_connection, m_notice, id);
    });
    return outcome;
}

Outcome WriteTransaction::removeOlderThan(RecordTypeIndex type, qint64 generation)
{
    Outcome outcome = success();
    RecordTypeIndex index = 0;
    forEachRecordType([&]<class Record>() {
        if (index++ == type)
            outcome = removeUnseen<Record>(m_connection, m_notice, generation);
    });
    return outcome;
}

} // namespace ot::storage
