// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/file_makers.h"

#include "sandbox/seed/random.h"

#include <algorithm>
#include <array>

namespace ot::sandbox {

namespace {

constexpr quint32 kAdlerBase = 65'521;

void little(QByteArray& out, quint32 value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out.append(static_cast<char>(value >> (8 * i) & 0xffU));
}

void big(QByteArray& out, quint32 value)
{
    for (int i = 3; i >= 0; --i)
        out.append(static_cast<char>(value >> (8 * i) & 0xffU));
}

quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return crc ^ 0xffffffffU;
}

/// A zlib stream of blocks that are stored as they are.
QByteArray stored(const QByteArray& bytes)
{
    constexpr qsizetype kBlock = 65'535;
    QByteArray out("\x78\x01", 2);
    for (qsizetype at = 0; at < bytes.size(); at += kBlock) {
        const QByteArray block = bytes.mid(at, kBlock);
        const auto size = static_cast<quint32>(block.size());
        out.append(at + kBlock >= bytes.size() ? '\x01' : '\x00');
        little(out, size, 2);
        little(out, ~size & 0xffffU, 2);
        out += block;
    }
    quint32 low = 1;
    quint32 high = 0;
    for (const char byte : bytes) {
        low = (low + static_cast<quint8>(byte)) % kAdlerBase;
        high = (high + low) % kAdlerBase;
    }
    big(out, high << 16U | low);
    return out;
}

void chunk(QByteArray& out, const char* type, const QByteArray& data)
{
    big(out, static_cast<quint32>(data.size()));
    const QByteArray body = type + data;
    out += body;
    big(out, crc32(body));
}

/// As a PDF string in WinAnsi, which is Latin-1 for our texts.
QByteArray pdfText(const QString& text)
{
    QString plain = text;
    // Punctuation that Latin-1 does not have.
    const std::array<std::pair<char16_t, char16_t>, 6> kPlain { { { u'“', u'"' }, { u'”', u'"' },
        { u'„', u'"' }, { u'’', u'\'' }, { u'–', u'-' }, { u'…', u'.' } } };
    for (const auto& [fine, simple] : kPlain)
        plain.replace(QChar(fine), QChar(simple));
    QByteArray out = plain.toLatin1();
    out.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    return '(' + out + ')';
}

QByteArray pdfPage(const QStringList& lines)
{
    QByteArray content = "BT /F2 18 Tf 72 760 Td " + pdfText(lines.value(0)) + " Tj ET\n";
    content += "BT /F1 11 Tf 72 726 Td 16 TL\n";
    for (const QString& line : lines.mid(1))
        content += pdfText(line) + " Tj T*\n";
    return content + "ET\n";
}

QByteArray xml(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace

QByteArray makePdf(const std::vector<QStringList>& pages)
{
    std::vector<QByteArray> objects { "<< /Type /Catalog /Pages 2 0 R >>", {},
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>" };
    QByteArray kids;
    for (const QStringList& page : pages) {
        const QByteArray content = pdfPage(page);
        const auto number = static_cast<qlonglong>(objects.size() + 1);
        kids += QByteArray::number(number) + " 0 R ";
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
            "/F2 4 0 R >> >> /Contents "
            + QByteArray::number(number + 1) + " 0 R >>");
        objects.push_back(
            "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "endstream");
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids.trimmed() + "] /Count "
        + QByteArray::number(static_cast<qlonglong>(pages.size())) + " >>";
    QByteArray out = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    QByteArray table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(static_cast<qlonglong>(i + 1)) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(static_cast<qlonglong>(objects.size() + 1));
    const QByteArray start = QByteArray::number(out.size());
    return out + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count
        + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray makePng(int width, int height, quint32 number)
{
    static const QByteArray kPalette(
        "\x12\x1a\x2b\x2d\x3a\x55\x5b\x6c\x8f\xf2\xc1\x4e\x0b\x0f\x18\xe8\xec\xf2", 18);
    Random random(number);
    std::vector<int> roofs(static_cast<std::size_t>(width / 24 + 1));
    for (int& roof : roofs)
        roof = static_cast<int>(random.between(height / 5, height * 3 / 5));
    QByteArray pixels;
    for (int y = 0; y < height; ++y) {
        pixels.append('\0'); // this line is not filtered
        for (int x = 0; x < width; ++x) {
            const int roof = roofs[static_cast<std::size_t>(x / 24)];
            const bool isStreet = y > height * 4 / 5;
            const bool isWindow = x % 8 > 4 && y % 10 > 6 && (x / 8 + y / 10 + int(number % 5)) % 3 != 0;
            int colour = y < roof ? 0 : (isWindow ? 3 : 1 + x / 24 % 2);
            if (isStreet)
                colour = y == height * 9 / 10 && x % 20 < 10 ? 5 : 4;
            pixels.append(static_cast<char>(colour));
        }
    }
    QByteArray header;
    big(header, static_cast<quint32>(width));
    big(header, static_cast<quint32>(height));
    header.append("\x08\x03\x00\x00\x00", 5); // eight bits, palette
    QByteArray out("\x89PNG\r\n\x1a\n", 8);
    chunk(out, "IHDR", header);
    chunk(out, "PLTE", kPalette);
    chunk(out, "IDAT", stored(pixels));
    chunk(out, "IEND", {});
    return out;
}

QByteArray makeWav(int milliseconds)
{
    constexpr quint32 kRate = 8'000;
    constexpr qint64 kFull = 12'000;
    const qint64 count = qint64(kRate) * milliseconds / 1000;
    QByteArray samples;
    for (qint64 i = 0; i < count; ++i) {
        // Triangles of 400 and 500 hertz; no library's sine, so no library's rounding.
        const auto triangle = [i](qint64 period) {
            const qint64 at = i % period;
            return kFull * (at < period / 2 ? 4 * at - period : 3 * period - 4 * at) / period;
        };
        const qint64 value = (triangle(20) + triangle(16)) / 2 * (count - i) / count;
        little(samples, static_cast<quint32>(value) & 0xffffU, 2);
    }
    const auto size = static_cast<quint32>(samples.size());
    QByteArray out = "RIFF";
    little(out, 36 + size, 4);
    out += "WAVEfmt ";
    little(out, 16, 4);
    little(out, 1, 2); // PCM
    little(out, 1, 2); // one channel
    little(out, kRate, 4);
    little(out, kRate * 2, 4);
    little(out, 2, 2);
    little(out, 16, 2);
    out += "data";
    little(out, size, 4);
    return out + samples;
}

QByteArray makeCsv(const std::vector<QStringList>& rows)
{
    QByteArray out;
    for (const QStringList& row : rows) {
        QStringList fields;
        for (QString field : row) {
            if (field.contains(QLatin1Char(',')) || field.contains(QLatin1Char('"')))
                field = QLatin1Char('"') + field.replace(QLatin1Char('"'), QStringLiteral("\"\""))
                    + QLatin1Char('"');
            fields.append(field);
        }
        out += fields.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return out;
}

QByteArray makeZip(const std::vector<ZipEntry>& entries)
{
    constexpr quint32 kFirstDay = 0x0021; // 1980-01-01
    QByteArray out;
    QByteArray directory;
    for (const ZipEntry& entry : entries) {
        QByteArray facts;
        little(facts, 20, 2); // what a reader must know
        little(facts, 0x0800, 2); // the name is UTF-8
        little(facts, 0, 2); // stored
        little(facts, 0, 2);
        little(facts, kFirstDay, 2);
        little(facts, crc32(entry.bytes), 4);
        little(facts, static_cast<quint32>(entry.bytes.size()), 4);
        little(facts, static_cast<quint32>(entry.bytes.size()), 4);
        little(facts, static_cast<quint32>(entry.name.size()), 2);
        little(facts, 0, 2);
        directory += QByteArray("PK\x01\x02", 4);
        little(directory, 20, 2);
        directory += facts;
        directory += QByteArray(10, '\0');
        little(directory, static_cast<quint32>(out.size()), 4);
        directory += entry.name;
        out += QByteArray("PK\x03\x04", 4) + facts + entry.name + entry.bytes;
    }
    const auto start = static_cast<quint32>(out.size());
    out += directory + QByteArray("PK\x05\x06\0\0\0\0", 8);
    little(out, static_cast<quint32>(entries.size()), 2);
    little(out, static_cast<quint32>(entries.size()), 2);
    little(out, static_cast<quint32>(directory.size()), 4);
    little(out, start, 4);
    little(out, 0, 2);
    return out;
}

QByteArray makeXlsx(const std::vector<QStringList>& rows)
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    QByteArray sheet = head + "<worksheet xmlns=\"" + main + "\"><sheetData>";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sheet += "<row r=\"" + QByteArray::number(static_cast<qlonglong>(i + 1)) + "\">";
        for (const QString& cell : rows[i])
            sheet += "<c t=\"inlineStr\"><is><t>" + xml(cell) + "</t></is></c>";
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    return makeZip({
        { "[Content_Types].xml",
            head + "<Types xmlns=\"" + package + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Override "
                  "PartName=\"/xl/workbook.xml\" ContentType=\""
                + kind + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                + kind + "worksheet+xml\"/></Types>" },
        { "_rels/.rels",
            head + "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\""
                + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
        { "xl/workbook.xml",
            head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>" },
        { "xl/_rels/workbook.xml.rels",
            head + "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\""
                + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>" },
        { "xl/worksheets/sheet1.xml", sheet },
    });
}

} // namespace ot::sandbox
