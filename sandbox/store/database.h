// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that is needed around SQLite's C interface: a connection, statements that are prepared once, and
// a transaction that rolls back when it is forgotten. One thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace ot::sandbox {

/// A prepared statement in use. Bind in order, then step; it is reset when it goes out of scope.
class Statement {
public:
    explicit Statement(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }
    Statement(Statement&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
        , m_next(other.m_next)
    {
    }
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(const QString& value);
    Statement& bind(const QByteArray& utf8);
    Statement& bind(qint64 value);
    Statement& bindNull();

    /// Advances to the next row; false at the end. A failure of the database ends the process: a server whose
    /// disk fails must not answer as if it had saved something.
    bool step();
    /// For statements without rows.
    void run() { step(); }

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    /// The column's bytes without a copy; valid until the next step.
    [[nodiscard]] QByteArray rawBytes(int column) const;

private:
    sqlite3_stmt* m_statement;
    int m_next = 1;
};

class Database {
public:
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Opens or creates the file; gives the reason when that fails.
    QString open(const QString& path);
    void close();

    /// The statement for that text, prepared on first use. One text must not be used twice at the same time.
    Statement prepare(const char* sql);
    void execute(const char* sql);

private:
    struct Closer {
        void operator()(sqlite3* database) const;
    };
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    std::unique_ptr<sqlite3, Closer> m_database;
    std::map<QByteArray, std::unique_ptr<sqlite3_stmt, Finalizer>> m_statements;
};

/// Rolls back unless it was committed.
class DatabaseTransaction {
public:
    explicit DatabaseTransaction(Database& database);
    ~DatabaseTransaction();
    DatabaseTransaction(const DatabaseTransaction&) = delete;
    DatabaseTransaction& operator=(const DatabaseTransaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace ot::sandbox
