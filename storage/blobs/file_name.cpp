// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/file_name.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace ot::storage {

namespace {

constexpr qsizetype kLongestExtension = 16;

// What Windows opens as a device, whatever the extension.
bool isDevice(const QString& stem)
{
    static const QRegularExpression kDevices(
        QStringLiteral(
            "^(con|prn|aux|nul|conin\\$|conout\\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])$"),
        QRegularExpression::CaseInsensitiveOption);
    return kDevices.match(stem.section(QLatin1Char('.'), 0, 0).trimmed()).hasMatch();
}

bool isProgram(const QString& extension)
{
    static const QSet<QString> kPrograms { QStringLiteral("appimage"), QStringLiteral("app"),
        QStringLiteral("bat"), QStringLiteral("cmd"), QStringLiteral("com"), QStringLiteral("command"),
        QStringLiteral("cpl"), QStringLiteral("deb"), QStringLiteral("desktop"), QStringLiteral("dll"),
        QStringLiteral("dmg"), QStringLiteral("exe"), QStringLiteral("flatpakref"), QStringLiteral("hta"),
        QStringLiteral("htm"), QStringLiteral("html"), QStringLiteral("iso"), QStringLiteral("jar"),
        QStringLiteral("js"), QStringLiteral("jse"), QStringLiteral("lnk"), QStringLiteral("msc"),
        QStringLiteral("msi"), QStringLiteral("msix"), QStringLiteral("pif"), QStringLiteral("pkg"),
        QStringLiteral("pl"), QStringLiteral("ps1"), QStringLiteral("py"), QStringLiteral("reg"),
        QStringLiteral("rpm"), QStringLiteral("run"), QStringLiteral("scf"), QStringLiteral("scr"),
        QStringLiteral("sh"), QStringLiteral("svg"), QStringLiteral("url"), QStringLiteral("vb"),
        QStringLiteral("vbe"), QStringLiteral("vbs"), QStringLiteral("webloc"), QStringLiteral("wsf"),
        QStringLiteral("xhtml") };
    return kPrograms.contains(extension);
}

bool isPacking(const QString& extension)
{
    static const QSet<QString> kPackings { QStringLiteral("gz"), QStringLiteral("bz2"), QStringLiteral("xz"),
        QStringLiteral("zst") };
    return kPackings.contains(extension);
}

// Without what can't be seen, reorders the rest, or means something to a file system.
QString visible(const QString& text)
{
    QString kept;
    for (const char32_t c : text.toUcs4()) { // unpaired surrogates become U+FFFD
        switch (QChar::category(c)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
            continue;
        default:
            break;
        }
        if (QChar::isSpace(c))
            kept += QLatin1Char(' ');
        else if (c < 0x80 && QLatin1String("<>:\"|?*").contains(QLatin1Char(static_cast<char>(c))))
            kept += QLatin1Char('_');
        else
            kept += QString::fromUcs4(&c, 1);
    }
    return kept.simplified().normalized(QString::NormalizationForm_C);
}

// Without dots and blanks at the end, which Windows drops, and at the beginning, where they hide the file.
QString trimmedDots(QString text)
{
    const auto goes = [](QChar c) { return c == QLatin1Char('.') || c == QLatin1Char(' '); };
    while (!text.isEmpty() && goes(text.back()))
        text.chop(1);
    while (!text.isEmpty() && goes(text.front()))
        text.remove(0, 1);
    return text;
}

// "report.pdf.exe" looks like a report where extensions are hidden: only the last one stays one.
QString withOneExtension(const QString& stem, const QString& extension)
{
    static const QRegularExpression kLooksLikeOne(QStringLiteral("^[A-Za-z][A-Za-z0-9]{1,4}$"));
    QStringList parts = stem.split(QLatin1Char('.'));
    const bool isTar = parts.size() > 1
        && parts.back().compare(QLatin1String("tar"), Qt::CaseInsensitive) == 0 && isPacking(extension);
    const qsizetype last = parts.size() - (isTar ? 1 : 0);
    QString joined = parts.front();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const bool isHarmless = i >= last || !kLooksLikeOne.match(parts.at(i).trimmed()).hasMatch();
        joined += (isHarmless ? QLatin1Char('.') : QLatin1Char('_')) + parts.at(i);
    }
    return joined;
}

QString shortened(QString stem, qsizetype bytes)
{
    while (stem.toUtf8().size() > bytes)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    return stem;
}

} // namespace

FileName cleanFileName(const QString& received)
{
    const qsizetype slash
        = std::max(received.lastIndexOf(QLatin1Char('/')), received.lastIndexOf(QLatin1Char('\\')));
    const QString base = trimmedDots(visible(received.mid(slash + 1)));
    const qsizetype dot = base.lastIndexOf(QLatin1Char('.'));
    QString extension = dot < 0 ? QString() : base.mid(dot + 1);
    QString stem = dot < 0 ? base : trimmedDots(base.left(dot));
    if (extension.toUtf8().size() > kLongestExtension || extension.contains(QLatin1Char(' '))) {
        stem = base; // no extension, but a sentence with a dot in it
        extension.clear();
    }
    stem = withOneExtension(stem, extension.toLower());
    if (stem.isEmpty())
        stem = QStringLiteral("file");
    if (isDevice(stem) || stem.startsWith(QLatin1Char('-')) || stem.startsWith(QLatin1Char('~')))
        stem.prepend(QLatin1Char('_'));
    const QString ending = extension.isEmpty() ? QString() : QLatin1Char('.') + extension;
    stem = trimmedDots(shortened(stem, kLongestFileName - ending.toUtf8().size()));
    return { stem + ending, extension.toLower(), isProgram(extension.toLower()) };
}

} // namespace ot::storage
