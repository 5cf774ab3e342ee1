// SPDX-License-Identifier: GPL-3.0-or-later
//
// Instruction pages are written line by line and made into the editor's document and the HTML that belongs to
// it:
//
//     h2, h3   a heading                 p     a paragraph            quote   a block quote
//     li       a bullet, "sub" below it  ol    a numbered item        task    "[x] done" or "[ ] open"
//     row      a table's row "a | b", the first is its head            code    "language | line", more lines
//     indented rule     a line across
//
// In a line: **bold**, *italic*, `code`, ==highlight==, ~~struck~~, [text](address).
#pragma once

#include "sandbox/seed/notes.h"

#include <QJsonObject>

namespace ot::sandbox {

struct RichText {
    QJsonObject document; // Tiptap; each block has a data-id that is made of `prefix` and its number
    QString html; // the same as a snapshot
};

/// Lines whose key is none of the above are passed over: they are about the page, not in it.
RichText richTextOf(const NoteCard& card, const QString& prefix);

} // namespace ot::sandbox
