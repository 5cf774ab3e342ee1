// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace ot::storage::health {

// What of a table could be read.
struct TableYield {
    qint64 read = 0;
    qint64 missing = 0; // rows that an index still names and whose page is damaged
    bool missingIsExact = true; // false: an index is damaged as well, so there may be more
};

// Reads every row of a table that can be read: from the front up to a damaged page, from the back down to
// one, and in between row by row, by the numbers that the table's indexes still know or, when they are
// damaged too, by halving the gap. Rows are never half right: each page verifies or gives nothing.
class TableWalk {
public:
    using Take = std::function<Outcome(const Query&)>; // an error of it ends the walk

    // `columns` are SQL expressions, joined by commas. `number` is the column that numbers the rows; without
    // one (WITHOUT ROWID) `key` is the primary key's columns.
    TableWalk(
        Connection& source, std::string table, std::string columns, std::string number, std::string key);

    Result<TableYield> run(const Take& take);

private:
    // Numbers, both included.
    struct Range {
        qint64 first;
        qint64 last;
    };
    enum class Direction { Up, Down };
    struct Passage {
        bool isWhole = false; // ended at the range's other end, not at a damaged page
        qint64 reached = 0; // the last number read
        bool hasRead = false;
    };

    Result<Passage> pass(Direction direction, Range range, const Take& take);
    // Both ways; the gap that is left, if one is.
    Result<std::optional<Range>> narrow(Range range, const Take& take);
    Outcome readByIndexes(Range gap, const Take& take);
    Outcome readByHalving(Range gap, const Take& take);
    Outcome readOne(qint64 number, const Take& take, bool& isRead);
    Result<TableYield> runByKey(const Take& take);

    Connection& m_source;
    std::string m_table;
    std::string m_columns;
    std::string m_number;
    std::string m_key;
    TableYield m_yield;
    std::set<qint64> m_takenByNumber; // by way of an index, so not again
};

} // namespace ot::storage::health
