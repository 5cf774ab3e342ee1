// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens an archive the way anybody would, without the sandbox's code.
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace ot::test {

struct Unpacked {
    QStringList order;
    QMap<QString, QByteArray> files;
};

/// Reads an archive with somebody else's code.
[[nodiscard]] inline Unpacked unpack(const QString& path)
{
    Unpacked unpacked;
    const std::unique_ptr<archive, decltype(&archive_read_free)> zip(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), 64 * 1024) != ARCHIVE_OK)
        return unpacked;
    archive_entry* entry = nullptr;
    while (archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
        const QString name = QString::fromUtf8(archive_entry_pathname_utf8(entry));
        QByteArray content;
        QByteArray chunk(64 * 1024, Qt::Uninitialized);
        for (la_ssize_t size = 1; size > 0;) {
            size = archive_read_data(zip.get(), chunk.data(), static_cast<size_t>(chunk.size()));
            if (size < 0)
                return {};
            content += chunk.left(size);
        }
        unpacked.order.append(name);
        unpacked.files.insert(name, content);
    }
    return unpacked;
}

[[nodiscard]] inline QString sha256(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

[[nodiscard]] inline QJsonObject manifestOf(const Unpacked& unpacked)
{
    return QJsonDocument::fromJson(unpacked.files.value(QStringLiteral("manifest.json"))).object();
}

[[nodiscard]] inline QByteArray fileContent(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The fields of CSV text, by line, as RFC 4180 has them.
[[nodiscard]] inline QList<QStringList> readCsv(const QByteArray& text)
{
    QList<QStringList> lines;
    QStringList line;
    QByteArray value;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char character = text.at(i);
        if (quoted && character == '"' && i + 1 < text.size() && text.at(i + 1) == '"') {
            value += '"';
            ++i;
        } else if (character == '"') {
            quoted = !quoted;
        } else if (!quoted && character == ',') {
            line.append(QString::fromUtf8(std::exchange(value, {})));
        } else if (!quoted && character == '\r' && i + 1 < text.size() && text.at(i + 1) == '\n') {
            line.append(QString::fromUtf8(std::exchange(value, {})));
            lines.append(std::exchange(line, {}));
            ++i;
        } else {
            value += character;
        }
    }
    return lines;
}

} // namespace ot::test
