// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ot::models {

// Where in a plain text a web address stands.
struct LinkSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const LinkSpan&, const LinkSpan&) = default;
};

// Finds what a reader would take for a web address: "https://…", "http://…" up to white space, without the
// punctuation of the sentence around it. Nothing else is ever a link. Pure; linear in the text; at most 50 a
// text.
[[nodiscard]] std::vector<LinkSpan> findLinks(const QString& text);

} // namespace ot::models
