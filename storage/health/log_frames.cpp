// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/log_frames.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <map>

namespace ot::storage::health {

namespace {

// https://www.sqlite.org/fileformat2.html, section 4
constexpr qint64 kHeaderBytes = 32;
constexpr qint64 kFrameHeaderBytes = 24;
constexpr quint32 kMagic = 0x377f0682; // the last bit says that checksums read words big-endian
constexpr quint32 kSmallestPage = 512;
constexpr quint32 kLargestPage = 65536;

struct Checksum {
    quint32 first = 0;
    quint32 second = 0;

    void add(const char* bytes, qsizetype count, bool isBigEndian)
    {
        for (qsizetype at = 0; at + 8 <= count; at += 8) {
            first += word(bytes + at, isBigEndian) + second;
            second += word(bytes + at + 4, isBigEndian) + first;
        }
    }
    [[nodiscard]] bool isAt(const char* stored) const
    {
        return qFromBigEndian<quint32>(stored) == first && qFromBigEndian<quint32>(stored + 4) == second;
    }

private:
    static quint32 word(const char* bytes, bool isBigEndian)
    {
        return isBigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }
};

Error ioError(const QString& detail)
{
    return { ErrorCode::StoreIo,
        QCoreApplication::translate("Vault", "The disk does not let the vault be read or written."), detail };
}

// Where in the log the newest committed state of each page stands.
std::map<quint32, qint64> committedPages(QFile& log, quint32& pageBytes)
{
    const QByteArray header = log.read(kHeaderBytes);
    if (header.size() < kHeaderBytes || (qFromBigEndian<quint32>(header.constData()) & ~1U) != kMagic)
        return {};
    const bool isBigEndian = (qFromBigEndian<quint32>(header.constData()) & 1U) != 0;
    pageBytes = qFromBigEndian<quint32>(header.constData() + 8);
    Checksum sum;
    sum.add(header.constData(), 24, isBigEndian);
    if (!sum.isAt(header.constData() + 24) || pageBytes < kSmallestPage || pageBytes > kLargestPage)
        return {};
    std::map<quint32, qint64> committed;
    std::map<quint32, qint64> open;
    while (true) {
        const qint64 place = log.pos();
        const QByteArray frame = log.read(kFrameHeaderBytes + pageBytes);
        const bool isWhole
            = frame.size() == kFrameHeaderBytes + qint64(pageBytes) && frame.mid(8, 8) == header.mid(16, 8);
        if (!isWhole)
            return committed;
        sum.add(frame.constData(), 8, isBigEndian);
        sum.add(frame.constData() + kFrameHeaderBytes, pageBytes, isBigEndian);
        if (!sum.isAt(frame.constData() + 16))
            return committed;
        open[qFromBigEndian<quint32>(frame.constData())] = place + kFrameHeaderBytes;
        if (qFromBigEndian<quint32>(frame.constData() + 4) == 0)
            continue; // its transaction goes on
        for (const auto& [page, where] : open)
            committed[page] = where;
        open.clear();
    }
}

} // namespace

Outcome applyLog(const QString& logPath, const QString& databasePath)
{
    QFile log(logPath);
    if (!log.exists() || log.size() == 0)
        return success();
    QFile database(databasePath);
    if (!log.open(QIODevice::ReadOnly) || !database.open(QIODevice::ReadWrite))
        return ioError(QStringLiteral("applying the log"));
    quint32 pageBytes = 0;
    for (const auto& [page, where] : committedPages(log, pageBytes)) {
        if (page == 0 || !log.seek(where) || !database.seek(qint64(page - 1) * pageBytes))
            return ioError(QStringLiteral("frame of page %1").arg(page));
        const QByteArray bytes = log.read(pageBytes);
        if (bytes.size() != qsizetype(pageBytes) || database.write(bytes) != bytes.size())
            return ioError(QStringLiteral("page %1").arg(page));
    }
    return database.flush() ? success() : Outcome(ioError(QStringLiteral("flush")));
}

} // namespace ot::storage::health
