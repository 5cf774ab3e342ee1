// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole databases: copied, re-encrypted, compared.
#include "storage/database/connection.h"

#include "storage/database/key_arena.h"
#include "storage/database/raw_key_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace ot::storage {

namespace {

constexpr int kInstructionsBetweenReports = 20'000;
constexpr qint64 kRowsBetweenReports = 1000;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error cancelled()
{
    return { ErrorCode::Cancelled, {}, QStringLiteral("given up") };
}

// A statement for once.
class Statement {
public:
    Statement(sqlite3* database, const std::string& sql)
        : m_database(database)
        , m_code(sqlite3_prepare_v2(database, sql.c_str(), -1, &m_statement, nullptr))
    {
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    [[nodiscard]] sqlite3_stmt* get() const { return m_statement; }
    Result<bool> step()
    {
        const int code = m_code == SQLITE_OK ? sqlite3_step(m_statement) : m_code;
        if (code == SQLITE_ROW || code == SQLITE_DONE)
            return code == SQLITE_ROW;
        return storeError(
            sqlite3_extended_errcode(m_database), QString::fromUtf8(sqlite3_errmsg(m_database)));
    }

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
    int m_code;
};

std::string quoted(const std::string& name)
{
    std::string text = "\"";
    for (const char letter : name) {
        text += letter;
        if (letter == '"')
            text += letter;
    }
    return text + '"';
}

// Hashes values with their types and lengths, so that no two sequences of values look alike.
class ValueHash {
public:
    ValueHash() { crypto_generichash_init(&m_state, nullptr, 0, crypto_generichash_BYTES); }

    void addRow(sqlite3_stmt* statement)
    {
        const int columns = sqlite3_column_count(statement);
        addNumber(columns);
        for (int i = 0; i < columns; ++i)
            addValue(statement, i);
    }
    QByteArray result()
    {
        std::array<unsigned char, crypto_generichash_BYTES> hash {};
        crypto_generichash_final(&m_state, hash.data(), hash.size());
        return QByteArray(reinterpret_cast<const char*>(hash.data()), static_cast<qsizetype>(hash.size()));
    }

private:
    void addValue(sqlite3_stmt* statement, int column)
    {
        const int type = sqlite3_column_type(statement, column);
        addNumber(type);
        if (type == SQLITE_INTEGER) {
            addNumber(sqlite3_column_int64(statement, column));
        } else if (type == SQLITE_FLOAT) {
            const double value = sqlite3_column_double(statement, column);
            add(&value, sizeof value);
        } else if (type != SQLITE_NULL) {
            const void* bytes = sqlite3_column_blob(statement, column);
            const int size = sqlite3_column_bytes(statement, column);
            addNumber(size);
            add(bytes, static_cast<std::size_t>(size));
        }
    }
    void addNumber(qint64 number) { add(&number, sizeof number); }
    void add(const void* bytes, std::size_t size)
    {
        crypto_generichash_update(&m_state, static_cast<const unsigned char*>(bytes), size);
    }

    crypto_generichash_state m_state {};
};

Outcome syncToDisk(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return storeError(SQLITE_IOERR, QStringLiteral("open to sync: errno %1").arg(errno));
    const bool isSynced = ::fsync(descriptor) == 0;
    const int fault = errno;
    ::close(descriptor);
    if (isSynced)
        return success();
    return storeError(
        fault == ENOSPC ? SQLITE_FULL : SQLITE_IOERR, QStringLiteral("fsync: errno %1").arg(fault));
}

} // namespace

// The key goes in as a bound value out of guarded memory: no SQL text ever holds it. Without one it is that
// of the database itself.
Outcome Connection::attach(const QString& path, const SecretKey* key)
{
    const QByteArray file = QFile::encodeName(path);
    Statement attach(m_database, key ? "ATTACH DATABASE ?1 AS copy KEY ?2" : "ATTACH DATABASE ?1 AS copy");
    sqlite3_bind_text(attach.get(), 1, file.constData(), static_cast<int>(file.size()), SQLITE_STATIC);
    std::optional<RawKeyText> raw;
    if (key) {
        raw.emplace(*key);
        sqlite3_bind_blob(attach.get(), 2, raw->data(), static_cast<int>(RawKeyText::kLength), SQLITE_STATIC);
    }
    const Result<bool> attached = attach.step();
    return attached ? success() : Outcome(attached.error());
}

Result<qint64> Connection::pragma(std::string_view name)
{
    Statement statement(m_database, "PRAGMA main." + std::string(name));
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    return *row ? sqlite3_column_int64(statement.get(), 0) : 0;
}

// The new file with what must be said before anything is in it. It is nobody's until all of it is written
// and synced, so it needs no journal of its own.
Outcome Connection::beginExport(const QString& path, const SecretKey& key)
{
    const Result<qint64> autoVacuum = pragma("auto_vacuum");
    const Result<qint64> userVersion = pragma("user_version");
    if (!autoVacuum || !userVersion)
        return !autoVacuum ? autoVacuum.error() : userVersion.error();
    const KeyingScope keying; // until the first page is written, when SQLCipher makes its keys
    if (const Outcome attached = attach(path, &key); !attached)
        return attached;
    return execute(QStringLiteral("PRAGMA copy.cipher_page_size = %1; PRAGMA copy.auto_vacuum = %2;"
                                  "PRAGMA copy.journal_mode = OFF; PRAGMA copy.synchronous = OFF;"
                                  "PRAGMA copy.user_version = %3")
                       .arg(kDatabasePageSize)
                       .arg(*autoVacuum)
                       .arg(*userVersion));
}

Outcome Connection::exportAttached(const QString& path, const GoOn& goOn)
{
    struct Watch {
        const GoOn& goOn;
        const QString& path;
    } watch { goOn, path };
    if (goOn) {
        sqlite3_progress_handler(
            m_database, kInstructionsBetweenReports,
            [](void* context) {
                const auto* watched = static_cast<const Watch*>(context);
                return watched->goOn(QFileInfo(watched->path).size()) ? 0 : 1;
            },
            &watch);
    }
    const Outcome outcome = execute(QStringLiteral("SELECT sqlcipher_export('copy')"));
    watchCancellation();
    return outcome;
}

Outcome Connection::exportTo(const QString& path, const SecretKey& key, const GoOn& goOn)
{
    if (const Outcome made = createPrivateFile(path); !made)
        return made;
    // The tables behind the search are copied as they are, which a defensive connection forbids.
    sqlite3_db_config(m_database, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    Outcome exported = beginExport(path, key);
    if (exported)
        exported = exportAttached(path, goOn);
    sqlite3_db_config(m_database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const Outcome detached = execute(QStringLiteral("DETACH DATABASE copy"));
    if (!exported || !detached)
        return exported ? detached : exported;
    return syncToDisk(path);
}

Outcome Connection::copyTo(const QString& path)
{
    if (const Outcome made = createPrivateFile(path); !made)
        return made;
    // The new file would get SQLCipher's own page size instead of this one's, and be unreadable to us.
    if (const Outcome paged
        = execute(QStringLiteral("PRAGMA cipher_default_page_size = %1").arg(kDatabasePageSize));
        !paged)
        return paged;
    {
        const QByteArray file = QFile::encodeName(path);
        Statement vacuum(m_database, "VACUUM main INTO ?1");
        sqlite3_bind_text(vacuum.get(), 1, file.constData(), static_cast<int>(file.size()), SQLITE_STATIC);
        if (const Result<bool> done = vacuum.step(); !done)
            return done.error();
    }
    if (const Outcome synced = syncToDisk(path); !synced)
        return synced;
    const Result<DatabaseDigest> wanted = digest();
    if (!wanted)
        return wanted.error();
    if (const Outcome attached = attach(path, nullptr); !attached)
        return attached;
    const Result<DatabaseDigest> made = digestOf("copy", {});
    Outcome outcome = made ? checkIntegrityOf("copy") : Outcome(made.error());
    const Outcome detached = execute(QStringLiteral("DETACH DATABASE copy"));
    if (outcome && *made != *wanted)
        outcome = Error { ErrorCode::StoreCorrupt,
            Text::tr("A copy of the vault came out different, so nothing was changed."),
            QStringLiteral("%1 rows, %2 wanted").arg(made->rows).arg(wanted->rows) };
    return outcome ? detached : outcome;
}

Result<DatabaseDigest> Connection::digest(const GoOn& goOn)
{
    return digestOf("main", goOn);
}

Result<DatabaseDigest> Connection::digestOf(const std::string& schemaName, const GoOn& goOn)
{
    ValueHash hash;
    DatabaseDigest digest;
    std::vector<std::string> tables;
    // What the query planner gathered for itself is no content.
    Statement schema(m_database,
        "SELECT type, name, tbl_name, sql, rootpage > 0 FROM " + schemaName
            + ".sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name");
    while (true) {
        const Result<bool> row = schema.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        hash.addRow(schema.get());
        const auto text = [&](int column) {
            return std::string(reinterpret_cast<const char*>(sqlite3_column_text(schema.get(), column)));
        };
        if (text(0) == "table" && sqlite3_column_int(schema.get(), 4) != 0)
            tables.push_back(text(1));
    }
    qint64 bytes = 0;
    for (const std::string& table : tables) {
        // In the order of the table itself, whatever indexes there are.
        Statement rows(m_database, "SELECT * FROM " + schemaName + '.' + quoted(table) + " NOT INDEXED");
        while (true) {
            const Result<bool> row = rows.step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            hash.addRow(rows.get());
            for (int i = 0; i < sqlite3_column_count(rows.get()); ++i)
                bytes += sqlite3_column_bytes(rows.get(), i);
            if (++digest.rows % kRowsBetweenReports == 0 && goOn && !goOn(bytes))
                return cancelled();
        }
    }
    digest.hash = hash.result();
    return digest;
}

Outcome Connection::checkIntegrity()
{
    return checkIntegrityOf("main");
}

Outcome Connection::checkIntegrityOf(const std::string& schemaName)
{
    for (const char* check : { "cipher_integrity_check", "integrity_check" }) {
        Statement statement(m_database, "PRAGMA " + schemaName + '.' + check);
        while (true) {
            const Result<bool> row = statement.step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
            if (text == nullptr || std::string_view(text) != "ok")
                return Error { ErrorCode::StoreCorrupt,
                    Text::tr("The vault is damaged: a page does not verify."), QString::fromUtf8(check) };
        }
    }
    return success();
}

QString Connection::path() const
{
    return QFile::decodeName(sqlite3_db_filename(m_database, "main"));
}

} // namespace ot::storage
