// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/health/vault_pages.h"

#include "storage/health/raw_store.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <sqlite3.h>

namespace ot::test {

using storage::SecretKey;
using storage::health::RawStore;

namespace {

// https://www.sqlite.org/fileformat2.html
constexpr qint64 kReserved = 80; // of each page, for SQLCipher
constexpr qint64 kUsable = kPageBytes - kReserved;
enum PageType : quint8 { IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };

class Image {
public:
    explicit Image(QByteArray bytes)
        : m_bytes(std::move(bytes))
        , m_pages(static_cast<std::size_t>(m_bytes.size() / kPageBytes))
    {
        for (std::size_t i = 0; i < m_pages.size(); ++i)
            m_pages[i] = { static_cast<qint64>(i) + 1, QStringLiteral("other"), {} };
    }

    void markTree(qint64 root, const QString& owner)
    {
        if (root < 1 || root > static_cast<qint64>(m_pages.size()))
            return;
        const char* start = page(root);
        const char* header = start + (root == 1 ? 100 : 0);
        const auto type = static_cast<quint8>(header[0]);
        const bool isInterior = type == IndexInterior || type == TableInterior;
        const bool isTable = type == TableInterior || type == TableLeaf;
        mark(root,
            QLatin1String(isTable ? "table " : "index ") + QLatin1String(isInterior ? "interior" : "leaf"),
            owner);
        const int cells = qFromBigEndian<quint16>(header + 3);
        const char* pointers = header + (isInterior ? 12 : 8);
        for (int i = 0; i < cells; ++i) {
            const char* cell = start + qFromBigEndian<quint16>(pointers + 2 * i);
            if (isInterior) {
                markTree(qFromBigEndian<quint32>(cell), owner);
                cell += 4;
            }
            if (type != TableInterior)
                markOverflow(cell, isTable, owner);
        }
        if (isInterior)
            markTree(qFromBigEndian<quint32>(header + 8), owner);
    }

    void markFree()
    {
        qint64 trunk = qFromBigEndian<quint32>(page(1) + 32);
        while (trunk != 0) {
            mark(trunk, QStringLiteral("free trunk"), {});
            const quint32 leaves = qFromBigEndian<quint32>(page(trunk) + 4);
            for (quint32 i = 0; i < leaves; ++i)
                mark(qFromBigEndian<quint32>(page(trunk) + 8 + 4 * i), QStringLiteral("free"), {});
            trunk = qFromBigEndian<quint32>(page(trunk));
        }
    }

    [[nodiscard]] std::vector<VaultPage> pages() const { return m_pages; }

private:
    [[nodiscard]] const char* page(qint64 number) const
    {
        return m_bytes.constData() + (number - 1) * kPageBytes;
    }
    void mark(qint64 number, const QString& kind, const QString& owner)
    {
        m_pages.at(static_cast<std::size_t>(number - 1)) = { number, kind, owner };
    }

    static qint64 varint(const char*& at)
    {
        quint64 value = 0;
        for (int i = 0; i < 8; ++i) {
            const auto byte = static_cast<quint8>(*at++);
            value = (value << 7) | (byte & 0x7fU);
            if ((byte & 0x80U) == 0)
                return static_cast<qint64>(value);
        }
        return static_cast<qint64>((value << 8) | static_cast<quint8>(*at++));
    }

    void markOverflow(const char* cell, bool isTable, const QString& owner)
    {
        const qint64 payload = varint(cell);
        if (isTable)
            varint(cell); // the row's number
        const qint64 most = isTable ? kUsable - 35 : (kUsable - 12) * 64 / 255 - 23;
        const qint64 least = (kUsable - 12) * 32 / 255 - 23;
        if (payload <= most)
            return;
        const qint64 wanted = least + (payload - least) % (kUsable - 4);
        qint64 next = qFromBigEndian<quint32>(cell + (wanted <= most ? wanted : least));
        while (next != 0) {
            mark(next, QStringLiteral("overflow"), owner);
            next = qFromBigEndian<quint32>(page(next));
        }
    }

    QByteArray m_bytes;
    std::vector<VaultPage> m_pages;
};

} // namespace

QByteArray decryptedPages(const QString& path, const SecretKey& key)
{
    const auto store = RawStore::open(path, key, RawStore::Mode::ReadWrite);
    if (!store || !(*store)->integer(QStringLiteral("SELECT count(*) FROM sqlite_schema")))
        return {};
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize((*store)->handle(), "main", &size, 0);
    const QByteArray image(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    sqlite3_free(bytes);
    return image;
}

std::vector<VaultPage> pagesOf(const QString& path, const SecretKey& key)
{
    Image image(decryptedPages(path, key));
    const auto store = RawStore::open(path, key, RawStore::Mode::ReadOnly);
    if (!store || image.pages().empty())
        return {};
    image.markTree(1, QStringLiteral("sqlite_schema"));
    const Outcome read
        = (*store)->each(QStringLiteral("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"),
            [&](sqlite3_stmt* row) {
                image.markTree(sqlite3_column_int64(row, 1),
                    QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))));
                return true;
            });
    image.markFree();
    return read ? image.pages() : std::vector<VaultPage>();
}

bool flipByte(const QString& path, qint64 place)
{
    QFile file(path);
    char byte = 0;
    return file.open(QIODevice::ReadWrite) && file.seek(place) && file.getChar(&byte) && file.seek(place)
        && file.putChar(static_cast<char>(byte ^ 0x40));
}

bool copyFiles(const QString& from, const QString& to)
{
    bool copied = QDir().mkpath(to);
    const QFileInfoList files = QDir(from).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo& file : files)
        copied = copied && QFile::copy(file.filePath(), to + QLatin1Char('/') + file.fileName());
    return copied;
}

} // namespace ot::test
