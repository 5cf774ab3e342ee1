// SPDX-License-Identifier: GPL-3.0-or-later
//
// The texts of the seeded world stand in the sources in a small notation that reads like an index card, so
// that they can be written and corrected as prose:
//
//     # Title of the card
//     key: value
//     key: another value; keys may repeat, their order is kept
//       a line that is indented goes on in the line before it, after a line break; one with nothing but ~
//       is an empty line
#pragma once

#include "sandbox/clock.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ot::sandbox {

struct NoteLine {
    QString key;
    QString value;
};

struct NoteCard {
    QString title;
    std::vector<NoteLine> lines;

    /// The first value of that key, or an empty text.
    [[nodiscard]] QString value(QLatin1String key) const;
    /// Every value of that key, in order.
    [[nodiscard]] QStringList values(QLatin1String key) const;
    /// The first value of that key, taken apart at its commas.
    [[nodiscard]] QStringList list(QLatin1String key) const;
};

/// Reads cards from UTF-8 text. A line without a key is a mistake in our own sources and ends the program.
std::vector<NoteCard> readNotes(const char* utf8);

} // namespace ot::sandbox
