// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/raw_store.h"

#include <QCoreApplication>
#include <QFile>

#include <sodium.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace ot::storage::health {

namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr int kInstructionsBetweenChecks = 2000;
constexpr int kPagesAtOnce = 256;

// x'<key><salt>' in guarded memory. Without a salt SQLCipher reads it from the file.
class KeyText {
public:
    KeyText(const SecretKey& key, const QByteArray& salt)
        : m_length(3 + 2 * (SecretKey::kBytes + static_cast<std::size_t>(salt.size())))
        , m_text(static_cast<char*>(sodium_malloc(m_length + 1)))
    {
        char* at = m_text;
        *at++ = 'x';
        *at++ = '\'';
        sodium_bin2hex(at, 2 * SecretKey::kBytes + 1, key.bytes().data(), SecretKey::kBytes);
        at += 2 * SecretKey::kBytes;
        const QByteArray hex = salt.toHex();
        std::copy(hex.begin(), hex.end(), at);
        m_text[m_length - 1] = '\'';
        m_text[m_length] = '\0';
    }
    ~KeyText() { sodium_free(m_text); }
    KeyText(const KeyText&) = delete;
    KeyText& operator=(const KeyText&) = delete;

    [[nodiscard]] const char* data() const { return m_text; }
    [[nodiscard]] int length() const { return static_cast<int>(m_length); }

private:
    std::size_t m_length;
    char* m_text;
};

// Made with the owner's permissions only, whatever the umask.
Outcome createFile(const QString& path)
{
    const int descriptor = ::open(
        QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return storeError(
            errno == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, QStringLiteral("create: errno %1").arg(errno));
    ::close(descriptor);
    return success();
}

} // namespace

RawStore::RawStore(sqlite3* database)
    : m_database(database)
{
}

RawStore::~RawStore()
{
    sqlite3_close_v2(m_database);
}

Error RawStore::lastError() const
{
    return storeError(sqlite3_extended_errcode(m_database), QString::fromUtf8(sqlite3_errmsg(m_database)));
}

Result<std::unique_ptr<RawStore>> RawStore::open(
    const QString& path, const SecretKey& key, Mode mode, const QByteArray& salt)
{
    if (mode == Mode::Create) {
        if (const Outcome made = createFile(path); !made)
            return made.error();
    } else if (!QFile::exists(path)) {
        return Error { ErrorCode::NotFound,
            QCoreApplication::translate("Vault", "There is no vault in this folder."),
            QStringLiteral("no file") };
    }
    sqlite3* database = nullptr;
    const int access = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &database,
        access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW, nullptr);
    std::unique_ptr<RawStore> store(new RawStore(database)); // the constructor is private
    if (code != SQLITE_OK)
        return storeError(code, QStringLiteral("open"));
    if (const Outcome quiet = store->execute(QStringLiteral("PRAGMA cipher_log_level = NONE")); !quiet)
        return quiet.error();
    const KeyText text(key, salt);
    if (const int keyed = sqlite3_key_v2(database, "main", text.data(), text.length()); keyed != SQLITE_OK)
        return storeError(keyed, QStringLiteral("key"));
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_busy_timeout(database, kBusyMilliseconds);
    sqlite3_progress_handler(
        database, kInstructionsBetweenChecks,
        [](void* self) {
            const auto& cancellation = static_cast<RawStore*>(self)->m_cancellation;
            return cancellation && cancellation->isCancelled() ? 1 : 0;
        },
        store.get());
    const Outcome set = store->execute(QStringLiteral(
        "PRAGMA cipher_page_size = %1; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;"
        "PRAGMA cell_size_check = ON; PRAGMA cache_size = -2048;")
                                           .arg(kPageBytes));
    if (!set)
        return set.error();
    return store;
}

Outcome RawStore::execute(const QString& sql)
{
    return sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK
        ? success()
        : Outcome(lastError());
}

Outcome RawStore::each(const QString& sql, const std::function<bool(sqlite3_stmt*)>& take)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_database, sql.toUtf8().constData(), -1, &prepared, nullptr) != SQLITE_OK)
        return lastError();
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
    while (true) {
        const int code = sqlite3_step(statement.get());
        if (code == SQLITE_DONE)
            return success();
        if (code != SQLITE_ROW)
            return lastError();
        if (!take(statement.get()))
            return success();
    }
}

Result<QString> RawStore::text(const QString& sql)
{
    QString value;
    const Outcome read = each(sql, [&](sqlite3_stmt* row) {
        value = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
        return false;
    });
    if (!read)
        return read.error();
    return value;
}

Result<qint64> RawStore::integer(const QString& sql)
{
    qint64 value = 0;
    const Outcome read = each(sql, [&](sqlite3_stmt* row) {
        value = sqlite3_column_int64(row, 0);
        return false;
    });
    if (!read)
        return read.error();
    return value;
}

QString quotedName(const QString& name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QStringLiteral("\"\""))
        + QLatin1Char('"');
}

Outcome copyPages(RawStore& from, RawStore& to, const Cancellation& cancellation)
{
    sqlite3_backup* backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    int code = backup == nullptr ? sqlite3_errcode(to.handle()) : SQLITE_OK;
    while (code == SQLITE_OK && !cancellation.isCancelled())
        code = sqlite3_backup_step(backup, kPagesAtOnce);
    const int finished = sqlite3_backup_finish(backup);
    if (cancellation.isCancelled())
        return Error { ErrorCode::Cancelled, {}, {} };
    if (code != SQLITE_DONE) // SQLCipher says no more than "error" of a page that does not verify
        return storeError(code == SQLITE_ERROR ? SQLITE_CORRUPT : code, QStringLiteral("copying pages"));
    return finished == SQLITE_OK ? success() : Outcome(storeError(finished, QStringLiteral("copying pages")));
}

} // namespace ot::storage::health
