// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small real files, made byte by byte: the same bytes on every machine, whatever libraries it has. All
// functions are pure.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace ot::sandbox {

/// PDF 1.4, A4; each page is a heading and lines below it. Letters outside Latin-1 become question marks.
[[nodiscard]] QByteArray makePdf(const std::vector<QStringList>& pages);
/// PNG with a palette: a night street of blocks and lamps that `number` arranges.
[[nodiscard]] QByteArray makePng(int width, int height, quint32 number);
/// WAV, PCM, 16 bit, 8 kHz, one channel: a chime that fades.
[[nodiscard]] QByteArray makeWav(int milliseconds);
/// RFC 4180, UTF-8; each row is its fields.
[[nodiscard]] QByteArray makeCsv(const std::vector<QStringList>& rows);
/// A workbook of one sheet with texts only.
[[nodiscard]] QByteArray makeXlsx(const std::vector<QStringList>& rows);

struct ZipEntry {
    QByteArray name; // UTF-8
    QByteArray bytes;
};
/// ZIP without compression, dated 1980 as there is no true date.
[[nodiscard]] QByteArray makeZip(const std::vector<ZipEntry>& entries);

} // namespace ot::sandbox
