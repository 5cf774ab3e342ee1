// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/oauth/form.h"

namespace ot::sandbox {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QString> decoded(const QByteArray& text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == '+') {
            plain += ' ';
        } else if (text.at(i) == '%') {
            const int high = i + 2 < text.size() ? hexValue(text.at(i + 1)) : -1;
            const int low = i + 2 < text.size() ? hexValue(text.at(i + 2)) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            plain += text.at(i);
        }
    }
    return QString::fromUtf8(plain);
}

} // namespace

std::optional<Form> parseForm(const QByteArray& body)
{
    Form form;
    for (const QByteArray& part : body.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const std::optional<QString> name = decoded(equals < 0 ? part : part.left(equals));
        const std::optional<QString> value = decoded(equals < 0 ? QByteArray() : part.mid(equals + 1));
        if (!name || !value || form.contains(*name))
            return std::nullopt;
        form.insert(*name, *value);
    }
    return form;
}

} // namespace ot::sandbox
