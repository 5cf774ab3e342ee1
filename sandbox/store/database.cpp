// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/database.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

#include <sqlite3.h>

namespace ot::sandbox {

namespace {

constexpr int kBusyMilliseconds = 5'000;

[[noreturn]] void die(sqlite3* database, const char* what)
{
    std::fprintf(
        stderr, "opentrain-sandbox: the database failed in \"%s\": %s\n", what, sqlite3_errmsg(database));
    std::_Exit(1);
}

} // namespace

Statement::~Statement()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

Statement& Statement::bind(const QString& value)
{
    return bind(value.toUtf8());
}

Statement& Statement::bind(const QByteArray& utf8)
{
    sqlite3_bind_text64(m_statement, m_next++, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(qint64 value)
{
    sqlite3_bind_int64(m_statement, m_next++, value);
    return *this;
}

Statement& Statement::bindNull()
{
    sqlite3_bind_null(m_statement, m_next++);
    return *this;
}

bool Statement::step()
{
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    if (result != SQLITE_DONE)
        die(sqlite3_db_handle(m_statement), sqlite3_sql(m_statement));
    return false;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(rawBytes(column));
}

QByteArray Statement::bytes(int column) const
{
    const QByteArray raw = rawBytes(column);
    return { raw.constData(), raw.size() };
}

QByteArray Statement::rawBytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return QByteArray::fromRawData(
        static_cast<const char*>(data), static_cast<qsizetype>(sqlite3_column_bytes(m_statement, column)));
}

void Database::Closer::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

void Database::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Database::Database() = default;
Database::~Database() = default;

QString Database::open(const QString& path)
{
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &database,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    m_database.reset(database);
    if (opened != SQLITE_OK)
        return QString::fromUtf8(sqlite3_errmsg(database));
    sqlite3_busy_timeout(database, kBusyMilliseconds);
    // The exclusive mode keeps a second sandbox away from the same data.
    const char* settings
        = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
          "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
          "BEGIN IMMEDIATE; COMMIT;";
    if (sqlite3_exec(database, settings, nullptr, nullptr, nullptr) != SQLITE_OK) {
        const QString reason = QString::fromUtf8(sqlite3_errmsg(database));
        m_database.reset();
        return reason;
    }
    return {};
}

void Database::close()
{
    m_statements.clear();
    m_database.reset();
}

Statement Database::prepare(const char* sql)
{
    auto& kept = m_statements[QByteArray(sql)];
    if (!kept) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(m_database.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
            != SQLITE_OK)
            die(m_database.get(), sql);
        kept.reset(statement);
    }
    return Statement(kept.get());
}

void Database::execute(const char* sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        die(m_database.get(), sql);
}

DatabaseTransaction::DatabaseTransaction(Database& database)
    : m_database(database)
{
    m_database.execute("BEGIN IMMEDIATE");
}

DatabaseTransaction::~DatabaseTransaction()
{
    if (m_open)
        m_database.execute("ROLLBACK");
}

void DatabaseTransaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace ot::sandbox
