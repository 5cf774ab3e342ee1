// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/redirect_request.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace ot::sync {

namespace {

using Kind = RedirectRequest::Kind;

constexpr qsizetype kMostParameters = 32;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Nothing for a broken escape: guessing is how two readers come to see two requests.
std::optional<QString> decoded(const QByteArray& text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '%') {
            plain += text.at(i) == '+' ? ' ' : text.at(i);
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text.at(i + 1)) : -1;
        const int low = i + 2 < text.size() ? hexValue(text.at(i + 2)) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        plain += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return QString::fromUtf8(plain);
}

std::optional<QMap<QString, QString>> readQuery(const QByteArray& query)
{
    QMap<QString, QString> parameters;
    const QList<QByteArray> parts = query.split('&');
    for (const QByteArray& part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const std::optional<QString> name = decoded(equals < 0 ? part : part.left(equals));
        const std::optional<QString> value = decoded(equals < 0 ? QByteArray() : part.mid(equals + 1));
        if (!name || !value || parameters.contains(*name) || parameters.size() >= kMostParameters)
            return std::nullopt;
        parameters.insert(*name, *value);
    }
    return parameters;
}

// One Host line, and it is ours.
bool namesHost(const QList<QByteArray>& lines, const QByteArray& authority)
{
    int hosts = 0;
    bool isOurs = false;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines.at(i).trimmed();
        if (!line.toLower().startsWith("host:"))
            continue;
        ++hosts;
        isOurs = line.mid(5).trimmed() == authority;
    }
    return hosts == 1 && isOurs;
}

} // namespace

RedirectRequest readRedirectRequest(
    const QByteArray& received, const QByteArray& authority, const QByteArray& path)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0 || end > kLargestRedirectRequest)
        return { received.size() > kLargestRedirectRequest ? Kind::Malformed : Kind::Incomplete, {} };
    const QByteArray head = received.left(end);
    const bool hasControls = std::any_of(head.begin(), head.end(),
        [](char c) { return (c >= 0 && c < 0x20 && c != '\r' && c != '\n' && c != '\t') || c == 0x7F; });
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (hasControls || words.size() != 3 || !words.at(2).startsWith("HTTP/1.") || !words.at(1).startsWith('/')
        || !namesHost(lines, authority))
        return { Kind::Malformed, {} };
    if (words.at(0) != "GET")
        return { Kind::WrongMethod, {} };
    const qsizetype question = words.at(1).indexOf('?');
    if ((question < 0 ? words.at(1) : words.at(1).left(question)) != path)
        return { Kind::ElsewherePath, {} };
    const std::optional<QMap<QString, QString>> parameters
        = readQuery(question < 0 ? QByteArray() : words.at(1).mid(question + 1));
    if (!parameters)
        return { Kind::Malformed, {} };
    return { Kind::Answer, *parameters };
}

} // namespace ot::sync
