// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search_text.h"

#include "storage/search/search_tokens.h"

namespace ot::storage {

QString indexedText(const QString& text)
{
    QString indexed;
    indexed.reserve(text.size());
    TokenReader reader(text);
    while (reader.next()) {
        if (!indexed.isEmpty())
            indexed += QLatin1Char(' ');
        indexed += reader.token();
    }
    return indexed;
}

} // namespace ot::storage
