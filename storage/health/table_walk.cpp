// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/table_walk.h"

#include <QSet>

#include <deque>
#include <limits>
#include <numeric>
#include <optional>

namespace ot::storage::health {

namespace {

// How often a gap is halved at most. A damaged page is passed by in some sixty steps to each side.
constexpr int kMostProbes = 4096;

// Whether reading can go on elsewhere after this.
bool isDamage(const Error& error)
{
    return error.code == ErrorCode::StoreCorrupt || error.code == ErrorCode::StoreWrongKey
        || error.code == ErrorCode::StoreIo;
}

} // namespace

TableWalk::TableWalk(
    Connection& source, std::string table, std::string columns, std::string number, std::string key)
    : m_source(source)
    , m_table(std::move(table))
    , m_columns(std::move(columns))
    , m_number(std::move(number))
    , m_key(std::move(key))
{
}

Result<TableYield> TableWalk::run(const Take& take)
{
    if (m_number.empty())
        return runByKey(take);
    const Result<std::optional<Range>> gap
        = narrow({ std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max() }, take);
    if (!gap)
        return gap.error();
    if (*gap) {
        if (const Outcome read = readByIndexes(**gap, take); !read)
            return read.error();
    }
    return m_yield;
}

Result<TableWalk::Passage> TableWalk::pass(Direction direction, Range range, const Take& take)
{
    const bool isUp = direction == Direction::Up;
    Passage passage;
    Result<Query> query = m_source.query("SELECT " + m_columns + ", " + m_number + " FROM " + m_table
        + " WHERE " + m_number + " BETWEEN ?1 AND ?2 ORDER BY " + m_number + (isUp ? " ASC" : " DESC"));
    if (!query)
        return isDamage(query.error()) ? Result<Passage>(passage) : Result<Passage>(query.error());
    query->bind(1, range.first);
    query->bind(2, range.last);
    const int numberColumn = static_cast<int>(std::count(m_columns.begin(), m_columns.end(), ',')) + 1;
    while (true) {
        const Result<bool> row = query->step();
        if (!row)
            return isDamage(row.error()) ? Result<Passage>(passage) : Result<Passage>(row.error());
        if (!*row) {
            passage.isWhole = true;
            return passage;
        }
        passage.hasRead = true;
        passage.reached = query->integer(numberColumn);
        if (m_takenByNumber.contains(passage.reached))
            continue;
        if (const Outcome taken = take(*query); !taken)
            return taken.error();
        ++m_yield.read;
    }
}

Result<std::optional<TableWalk::Range>> TableWalk::narrow(Range range, const Take& take)
{
    const Result<Passage> up = pass(Direction::Up, range, take);
    if (!up)
        return up.error();
    if (up->isWhole)
        return std::optional<Range>();
    if (up->hasRead) {
        if (up->reached >= range.last)
            return std::optional<Range>();
        range.first = up->reached + 1;
    }
    const Result<Passage> down = pass(Direction::Down, range, take);
    if (!down)
        return down.error();
    if (down->isWhole)
        return std::optional<Range>();
    if (down->hasRead) {
        if (down->reached <= range.first)
            return std::optional<Range>();
        range.last = down->reached - 1;
    }
    return std::optional<Range>(range);
}

Outcome TableWalk::readByIndexes(Range gap, const Take& take)
{
    std::vector<std::string> indexes;
    {
        Result<Query> names
            = m_source.query("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1");
        if (!names)
            return names.error();
        names->bind(1, QString::fromStdString(m_table));
        const auto found = collectRows(*names, [](const Query& row) { return row.text(0).toStdString(); });
        if (!found)
            return found.error();
        indexes = *found;
    }
    std::set<qint64> numbers;
    bool isComplete = false;
    for (const std::string& index : indexes) {
        Result<Query> query = m_source.query("SELECT " + m_number + " FROM " + m_table + " INDEXED BY \""
            + index + "\" WHERE " + m_number + " BETWEEN ?1 AND ?2");
        if (!query)
            continue; // of no use here
        query->bind(1, gap.first);
        query->bind(2, gap.last);
        Result<bool> row = query->step();
        for (; row && *row; row = query->step())
            numbers.insert(query->integer(0));
        isComplete = isComplete || row.ok();
    }
    for (const qint64 number : numbers) {
        bool isRead = false;
        if (const Outcome read = readOne(number, take, isRead); !read)
            return read;
        m_yield.missing += isRead ? 0 : 1;
    }
    if (isComplete)
        return success();
    m_yield.missingIsExact = false;
    return readByHalving(gap, take);
}

Outcome TableWalk::readOne(qint64 number, const Take& take, bool& isRead)
{
    const Result<Passage> passage = pass(Direction::Up, { number, number }, take);
    if (!passage)
        return passage.error();
    isRead = passage->hasRead;
    if (isRead)
        m_takenByNumber.insert(number);
    return success();
}

// Widest gaps first, so that good pages between two damaged ones are met early.
Outcome TableWalk::readByHalving(Range gap, const Take& take)
{
    std::deque<Range> gaps { gap };
    for (int probe = 0; probe < kMostProbes && !gaps.empty(); ++probe) {
        const Range range = gaps.front();
        gaps.pop_front();
        if (range.first >= range.last)
            continue;
        const qint64 middle = std::midpoint(range.first, range.last);
        for (const Range half : { Range { range.first, middle }, Range { middle + 1, range.last } }) {
            const Result<std::optional<Range>> left = narrow(half, take);
            if (!left)
                return left.error();
            if (*left)
                gaps.push_back(**left);
        }
    }
    return success();
}

// Such tables are small: what was seen from the front is remembered, so that nothing is taken twice.
Result<TableYield> TableWalk::runByKey(const Take& take)
{
    QSet<QString> seen;
    for (const Direction direction : { Direction::Up, Direction::Down }) {
        std::string order = m_key;
        if (direction == Direction::Down) {
            for (std::size_t at = order.find(','); at != std::string::npos; at = order.find(',', at + 6))
                order.insert(at, " DESC");
            order += " DESC";
        }
        Result<Query> query = m_source.query(
            "SELECT " + m_columns + ", json_array(" + m_key + ") FROM " + m_table + " ORDER BY " + order);
        if (!query && !isDamage(query.error()))
            return query.error();
        const int keyColumn = static_cast<int>(std::count(m_columns.begin(), m_columns.end(), ',')) + 1;
        Result<bool> row = query ? query->step() : Result<bool>(query.error());
        for (; row && *row; row = query->step()) {
            if (seen.contains(query->text(keyColumn)))
                continue;
            seen.insert(query->text(keyColumn));
            if (const Outcome taken = take(*query); !taken)
                return taken.error();
            ++m_yield.read;
        }
        if (row)
            return m_yield;
        if (!isDamage(row.error()))
            return row.error();
    }
    m_yield.missingIsExact = false;
    return m_yield;
}

} // namespace ot::storage::health
