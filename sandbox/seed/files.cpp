// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files are cards titled with their name. Their ending decides what they are made of:
//
//     pdf         page: the heading, then its lines
//     csv, xlsx   row: fields with " | " between
//     txt, zip    text: the content; a ZIP has "entry: name | first line of a text", and more lines
//     png, wav    size: a width and a height, or milliseconds
//
//     (open: yes) not confidential     (access) REVOKED or EXPIRED     (until) age
#include "sandbox/seed/files.h"

#include "sandbox/seed/file_makers.h"
#include "sandbox/seed/notes.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ot::sandbox {

namespace {

QString mediaTypeOf(const QString& fileName)
{
    static const std::map<QString, QString> kTypes { { QStringLiteral("pdf"),
                                                         QStringLiteral("application/pdf") },
        { QStringLiteral("png"), QStringLiteral("image/png") },
        { QStringLiteral("csv"), QStringLiteral("text/csv") },
        { QStringLiteral("txt"), QStringLiteral("text/plain") },
        { QStringLiteral("wav"), QStringLiteral("audio/wav") },
        { QStringLiteral("zip"), QStringLiteral("application/zip") },
        { QStringLiteral("xlsx"),
            QStringLiteral("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") } };
    const auto found = kTypes.find(fileName.section(QLatin1Char('.'), -1));
    if (found == kTypes.end())
        qFatal("seed: nobody knows how to make %s", qUtf8Printable(fileName));
    return found->second;
}

std::vector<QStringList> rowsOf(const NoteCard& card)
{
    std::vector<QStringList> rows;
    for (const QString& row : card.values(QLatin1String("row")))
        rows.push_back(row.split(QStringLiteral(" | ")));
    return rows;
}

std::vector<QStringList> pagesOf(const NoteCard& card)
{
    std::vector<QStringList> pages;
    for (const QString& page : card.values(QLatin1String("page")))
        pages.push_back(page.split(QLatin1Char('\n')));
    return pages;
}

std::vector<ZipEntry> entriesOf(const NoteCard& card)
{
    std::vector<ZipEntry> entries;
    for (const QString& entry : card.values(QLatin1String("entry")))
        entries.push_back({ entry.section(QStringLiteral(" | "), 0, 0).toUtf8(),
            entry.section(QStringLiteral(" | "), 1).toUtf8() + '\n' });
    return entries;
}

QByteArray contentOf(const NoteCard& card)
{
    const QString ending = card.title.section(QLatin1Char('.'), -1);
    const QStringList size = card.value(QLatin1String("size")).split(QLatin1Char(' '));
    if (ending == QLatin1String("pdf"))
        return makePdf(pagesOf(card));
    if (ending == QLatin1String("csv"))
        return makeCsv(rowsOf(card));
    if (ending == QLatin1String("xlsx"))
        return makeXlsx(rowsOf(card));
    if (ending == QLatin1String("zip"))
        return makeZip(entriesOf(card));
    if (ending == QLatin1String("wav"))
        return makeWav(size.value(0).toInt());
    if (ending == QLatin1String("png"))
        return makePng(size.value(0).toInt(), size.value(1).toInt(), size.value(2).toUInt());
    return card.value(QLatin1String("text")).toUtf8() + '\n';
}

const NoteCard& cardOf(const QString& fileName)
{
    static const std::vector<NoteCard> kCards = readNotes(kFileNotes);
    const auto card = std::find_if(
        kCards.begin(), kCards.end(), [&fileName](const NoteCard& one) { return one.title == fileName; });
    if (card == kCards.end())
        qFatal("seed: no card for the file %s", qUtf8Printable(fileName));
    return *card;
}

} // namespace

const SeedFile& SeedFiles::keep(SeedFile file)
{
    SeedBlob& blob = file.blob;
    blob.sha256
        = QString::fromLatin1(QCryptographicHash::hash(blob.bytes, QCryptographicHash::Sha256).toHex());
    const auto isSame = [&blob](const SeedBlob& other) { return other.sha256 == blob.sha256; };
    if (std::none_of(m_blobs.begin(), m_blobs.end(), isSame))
        m_blobs.push_back(blob);
    const QString name = file.fileName;
    return m_files[name] = std::move(file);
}

const SeedFile& SeedFiles::named(const QString& fileName)
{
    const auto known = m_files.find(fileName);
    if (known != m_files.end())
        return known->second;
    const NoteCard& card = cardOf(fileName);
    const QString access = card.value(QLatin1String("access"));
    return keep({ fileName, { {}, mediaTypeOf(fileName), contentOf(card) },
        card.value(QLatin1String("open")).isEmpty(), access.isEmpty() ? QStringLiteral("AVAILABLE") : access,
        card.value(QLatin1String("until")) });
}

const SeedFile& SeedFiles::add(const QString& fileName, const QString& mediaType, const QByteArray& bytes)
{
    return keep({ fileName, { {}, mediaType, bytes }, true, QStringLiteral("AVAILABLE"), {} });
}

QJsonObject blobOf(const SeedFile& file)
{
    return { { QStringLiteral("sha256"), file.blob.sha256 }, { QStringLiteral("fileName"), file.fileName },
        { QStringLiteral("mediaType"), file.blob.mediaType },
        { QStringLiteral("byteCount"), file.blob.bytes.size() } };
}

} // namespace ot::sandbox
