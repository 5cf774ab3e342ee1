// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database/connection.h"

#include "storage/database/key_arena.h"
#include "storage/database/raw_key_text.h"
#include "storage/health/damage_watch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <array>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace ot::storage {

namespace {

constexpr int kBusyTimeoutMilliseconds = 5000;
constexpr int kInstructionsBetweenCancelChecks = 2000;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

} // namespace

Outcome createPrivateFile(const QString& path)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
        return success();
    }
    const int fault = errno;
    if (fault == EROFS || fault == EACCES || fault == EPERM)
        return storeError(SQLITE_READONLY, QStringLiteral("create: errno %1").arg(fault));
    if (fault == ENOSPC || fault == EDQUOT)
        return storeError(SQLITE_FULL, QStringLiteral("create: errno %1").arg(fault));
    return storeError(SQLITE_CANTOPEN, QStringLiteral("create: errno %1").arg(fault));
}

Error storeError(int code, const QString& detail)
{
    const QString where = QStringLiteral("sqlite %1: %2").arg(code).arg(detail);
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        health::DamageWatch::suspect();
        return { ErrorCode::StoreWrongKey, Text::tr("The vault does not open with this key."), where };
    case SQLITE_CORRUPT:
        health::DamageWatch::suspect();
        return { ErrorCode::StoreCorrupt, Text::tr("The vault is damaged: a page does not verify."), where };
    case SQLITE_FULL:
        return { ErrorCode::StoreFull,
            Text::tr("The disk is full. Nothing was lost; free some space and it goes on by itself."),
            where };
    case SQLITE_READONLY:
        return { ErrorCode::StoreReadOnly,
            Text::tr("The folder of the vault can't be written to, so nothing new can be kept."), where };
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return { ErrorCode::StoreBusy, Text::tr("Another program is using the vault."), where };
    case SQLITE_INTERRUPT:
        return { ErrorCode::Cancelled, QString(), where };
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_WRITE && errno == ENOSPC)
            return storeError(SQLITE_FULL, detail);
        return { ErrorCode::StoreIo, Text::tr("The disk does not let the vault be read or written."), where };
    case SQLITE_ERROR:
        // A page that does not verify in the middle of a long row: SQLCipher says no more than this.
        if (detail == QLatin1String(sqlite3_errstr(SQLITE_ERROR)))
            return storeError(SQLITE_CORRUPT, detail);
        [[fallthrough]];
    default:
        return { ErrorCode::Internal, Text::tr("The vault could not do what was asked of it."), where };
    }
}

Query::Query(sqlite3* database, sqlite3_stmt* statement)
    : m_database(database)
    , m_statement(statement)
{
}

Query::Query(Query&& other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindFault(other.m_bindFault)
{
}

Query::~Query()
{
    if (m_statement == nullptr)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

void Query::bind(int parameter, qint64 value)
{
    m_bindFault |= sqlite3_bind_int64(m_statement, parameter, value);
}
void Query::bind(int parameter, double value)
{
    m_bindFault |= sqlite3_bind_double(m_statement, parameter, value);
}
void Query::bindNull(int parameter)
{
    m_bindFault |= sqlite3_bind_null(m_statement, parameter);
}

void Query::bind(int parameter, const QString& value)
{
    if (value.isNull()) {
        bindNull(parameter);
        return;
    }
    const QByteArray utf8 = value.toUtf8();
    m_bindFault |= sqlite3_bind_text64(m_statement, parameter, utf8.constData(),
        static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Query::bind(int parameter, const QByteArray& value)
{
    m_bindFault |= sqlite3_bind_blob64(m_statement, parameter, value.constData(),
        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
}

Result<bool> Query::step()
{
    if (m_bindFault != SQLITE_OK)
        return storeError(m_bindFault, QStringLiteral("bind"));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return storeError(sqlite3_extended_errcode(m_database), QString::fromUtf8(sqlite3_errmsg(m_database)));
}

Outcome Query::run()
{
    const Result<bool> row = step();
    if (!row)
        return row.error();
    return success();
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}
double Query::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}
bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QString Query::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    if (utf8 == nullptr)
        return {};
    const int length = sqlite3_column_bytes(m_statement, column);
    return length == 0 ? QStringLiteral("") : QString::fromUtf8(utf8, length);
}

QByteArray Query::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, bytes == nullptr ? 0 : sqlite3_column_bytes(m_statement, column));
}

Connection::Connection(sqlite3* database)
    : m_database(database)
{
}

Connection::~Connection()
{
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_database);
}

Result<std::unique_ptr<Connection>> Connection::open(
    const QString& path, const SecretKey& key, Mode mode, bool create)
{
    if (!QFile::exists(path)) {
        if (!create)
            return Error { ErrorCode::NotFound, Text::tr("There is no vault in this folder."),
                QStringLiteral("no file") };
        if (const Outcome made = createPrivateFile(path); !made)
            return made.error();
    }
    installKeyArena();
    const bool isNew = create && QFileInfo(path).size() == 0;
    sqlite3* database = nullptr;
    const int access = mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &database,
        access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW, nullptr);
    std::unique_ptr<Connection> connection(new Connection(database)); // the constructor is private
    if (code != SQLITE_OK)
        return storeError(code, QStringLiteral("open"));
    if (const Outcome configured = connection->configure(key, mode, isNew); !configured)
        return configured.error();
    return connection;
}

// SQLCipher makes its own keys of this one when a page is first read or written, which is why that is done
// here.
Outcome Connection::giveKey(const SecretKey& key, bool isNew)
{
    const KeyingScope keying;
    const RawKeyText raw(key);
    if (const int code
        = sqlite3_key_v2(m_database, "main", raw.data(), static_cast<int>(RawKeyText::kLength));
        code != SQLITE_OK)
        return storeError(code, QStringLiteral("key"));
    if (const Outcome paged = execute(QStringLiteral("PRAGMA cipher_page_size = %1").arg(kDatabasePageSize));
        !paged)
        return paged;
    // How a file gives room back can be chosen only before its first page is written.
    return execute(isNew ? QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA user_version = 0")
                         : QStringLiteral("PRAGMA user_version"));
}

Outcome Connection::configure(const SecretKey& key, Mode mode, bool isNew)
{
    // SQLCipher prints to stderr by itself unless told not to, paths included.
    if (const Outcome quiet = execute(QStringLiteral("PRAGMA cipher_log_level = NONE")); !quiet)
        return quiet;
    sqlite3_db_config(m_database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_busy_timeout(m_database, kBusyTimeoutMilliseconds);
    watchCancellation();
    {
        // A library that is not SQLCipher takes PRAGMA key for a no-op and would write plain text.
        Result<Query> version = query("PRAGMA cipher_version");
        if (!version)
            return version.error();
        const Result<bool> row = version->step();
        if (!row || !*row || version->text(0).isEmpty())
            return Error { ErrorCode::StoreNotEncrypted,
                Text::tr("The encryption library is missing, so the vault stays closed."),
                QStringLiteral("no cipher_version") };
    }
    if (const Outcome keyed = giveKey(key, isNew); !keyed)
        return keyed;
    {
        Result<Query> schema = query("SELECT count(*) FROM sqlite_master");
        if (!schema)
            return schema.error();
        if (const Outcome proved = schema->run(); !proved)
            return proved;
    }
    QString settings = QStringLiteral(
        "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA foreign_keys = ON; PRAGMA cache_size = -4096;");
    // FULL: what is acknowledged has reached the disk. It costs a quarter of a millisecond a commit.
    if (mode == Mode::ReadWrite)
        settings += QStringLiteral(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
    return execute(settings);
}

void Connection::watchCancellation()
{
    sqlite3_progress_handler(
        m_database, kInstructionsBetweenCancelChecks,
        [](void* self) {
            const auto& cancellation = static_cast<Connection*>(self)->m_cancellation;
            return cancellation && cancellation->isCancelled() ? 1 : 0;
        },
        this);
}

Result<Query> Connection::query(std::string_view sql)
{
    std::string text(sql);
    auto found = m_statements.find(text);
    if (found == m_statements.end()) {
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v3(m_database, text.c_str(), static_cast<int>(text.size()),
            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return storeError(code, QString::fromUtf8(sqlite3_errmsg(m_database)));
        found = m_statements.emplace(std::move(text), statement).first;
    }
    Q_ASSERT_X(!sqlite3_stmt_busy(found->second), "Connection::query", "the statement is still in use");
    return Query(m_database, found->second);
}

Outcome Connection::execute(const QString& sql)
{
    char* message = nullptr;
    const int code = sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, &message);
    const QString detail = QString::fromUtf8(message);
    sqlite3_free(message);
    return code == SQLITE_OK ? success() : Outcome(storeError(code, detail));
}

void Connection::setCancellation(const std::optional<Cancellation>& cancellation)
{
    m_cancellation = cancellation;
}

qint64 Connection::lastInsertRow() const
{
    return sqlite3_last_insert_rowid(m_database);
}
int Connection::changedRows() const
{
    return sqlite3_changes(m_database);
}

} // namespace ot::storage
