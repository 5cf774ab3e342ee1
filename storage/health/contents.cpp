// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/contents.h"

#include <sodium.h>
#include <sqlite3.h>

#include <cstring>
#include <vector>

namespace ot::storage::health {

namespace {

constexpr std::size_t kHashBytes = 32;
constexpr char kContext[] = "opentrain vault contents";

class Digest {
public:
    Digest(const QByteArray& context, const SecretKey& key)
    {
        crypto_generichash_init(&m_state, key.bytes().data(), key.bytes().size(), kHashBytes);
        addBytes(context.constData(), static_cast<std::size_t>(context.size()));
    }
    ~Digest() { sodium_memzero(&m_state, sizeof m_state); }
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;

    // Each value with its type and length, so that no two rows of different values read alike.
    void addRow(sqlite3_stmt* row)
    {
        const int columns = sqlite3_column_count(row);
        for (int column = 0; column < columns; ++column) {
            const int type = sqlite3_column_type(row, column);
            addBytes(&type, sizeof type);
            if (type == SQLITE_NULL)
                continue;
            const void* bytes = type == SQLITE_BLOB
                ? sqlite3_column_blob(row, column)
                : static_cast<const void*>(sqlite3_column_text(row, column));
            addBytes(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
        }
    }
    void addBytes(const void* bytes, std::size_t count)
    {
        const auto length = static_cast<quint64>(count);
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(&length), sizeof length);
        if (count > 0)
            crypto_generichash_update(&m_state, static_cast<const unsigned char*>(bytes), count);
    }
    QByteArray result()
    {
        QByteArray hash(static_cast<qsizetype>(kHashBytes), '\0');
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char*>(hash.data()), kHashBytes);
        return hash;
    }

private:
    crypto_generichash_state m_state {};
};

} // namespace

QByteArray keyedHash(const QByteArray& bytes, const QByteArray& context, const SecretKey& key)
{
    Digest digest(context, key);
    digest.addBytes(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return digest.result();
}

Result<Contents> contentsOf(RawStore& store, const SecretKey& key)
{
    std::vector<QString> names;
    const Outcome listed = store.each(
        QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"),
        [&](sqlite3_stmt* row) {
            names.push_back(QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))));
            return true;
        });
    if (!listed)
        return listed.error();
    Contents contents;
    Digest digest(QByteArray(kContext), key);
    for (const QString& name : names) {
        const QByteArray utf8 = name.toUtf8();
        digest.addBytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        const Outcome read = store.each(
            QStringLiteral("SELECT * FROM %1 NOT INDEXED").arg(quotedName(name)), [&](sqlite3_stmt* row) {
                digest.addRow(row);
                ++contents.rows;
                return true;
            });
        if (!read)
            return read.error();
        ++contents.tables;
    }
    contents.digest = digest.result();
    return contents;
}

} // namespace ot::storage::health
