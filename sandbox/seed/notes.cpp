// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/notes.h"

#include <QDateTime>

namespace ot::sandbox {

QString NoteCard::value(QLatin1String key) const
{
    for (const NoteLine& line : lines) {
        if (line.key == key)
            return line.value;
    }
    return {};
}

QStringList NoteCard::values(QLatin1String key) const
{
    QStringList found;
    for (const NoteLine& line : lines) {
        if (line.key == key)
            found.append(line.value);
    }
    return found;
}

QStringList NoteCard::list(QLatin1String key) const
{
    QStringList parts = value(key).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = part.trimmed();
    return parts;
}

std::vector<NoteCard> readNotes(const char* utf8)
{
    std::vector<NoteCard> cards;
    const QStringList lines = QString::fromUtf8(utf8).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (line.startsWith(QLatin1String("# "))) {
            cards.push_back({ line.mid(2), {} });
            continue;
        }
        if (line.startsWith(QLatin1String("  ")) && !cards.empty() && !cards.back().lines.empty()) {
            cards.back().lines.back().value
                += line == QLatin1String("  ~") ? QStringLiteral("\n") : QLatin1Char('\n') + line.mid(2);
            continue;
        }
        const qsizetype colon = line.indexOf(QLatin1String(": "));
        if (cards.empty() || colon < 1)
            qFatal("seed: not a note: %s", qUtf8Printable(line));
        cards.back().lines.push_back({ line.left(colon), line.mid(colon + 2) });
    }
    return cards;
}

} // namespace ot::sandbox
