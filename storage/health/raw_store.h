// SPDX-License-Identifier: GPL-3.0-or-later
//
// For storage/health alone: a handle on an encrypted file that may be damaged, or is being put together.
#pragma once

#include "storage/database/connection.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace ot::storage::health {

inline constexpr int kPageBytes = 8192; // as Connection makes them
inline constexpr int kSaltBytes = 16; // the first bytes of a file; the rest of each page verifies with them

// Knows the key and the page size and nothing else: opening it reads no page, and closing it moves nothing
// from a write-ahead log into the file. Belongs to one thread.
class RawStore {
public:
    enum class Mode { ReadOnly, ReadWrite, Create };

    // `salt` stands in for the file's first bytes; empty for the file's own. Errors: NotFound, StoreIo,
    // StoreFull, StoreReadOnly. A wrong key is noticed by the first statement that reads.
    static Result<std::unique_ptr<RawStore>> open(
        const QString& path, const SecretKey& key, Mode mode, const QByteArray& salt = {});
    ~RawStore();
    RawStore(const RawStore&) = delete;
    RawStore& operator=(const RawStore&) = delete;

    Outcome execute(const QString& sql);
    // Calls `take` with the statement on each row, until it says false.
    Outcome each(const QString& sql, const std::function<bool(sqlite3_stmt*)>& take);
    Result<QString> text(const QString& sql); // the first column of the first row; null without one
    Result<qint64> integer(const QString& sql);

    // Statements stop with Cancelled soon after this is.
    void setCancellation(const Cancellation& cancellation) { m_cancellation = cancellation; }
    [[nodiscard]] sqlite3* handle() const { return m_database; }

private:
    explicit RawStore(sqlite3* database);
    [[nodiscard]] Error lastError() const;

    sqlite3* m_database;
    std::optional<Cancellation> m_cancellation;
};

// A name in double quotes, for SQL.
QString quotedName(const QString& name);

// Copies every page of one file into another, which keeps its own salt. Call it within a read transaction of
// `from`: a writer beside it would make the copy begin again and again. Errors: Cancelled, StoreCorrupt,
// StoreFull, StoreIo.
Outcome copyPages(RawStore& from, RawStore& to, const Cancellation& cancellation);

} // namespace ot::storage::health
