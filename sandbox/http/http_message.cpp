// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/http_message.h"

#include <QUrl>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qsizetype kMaxChunkLine = 4096;

bool isTokenCharacter(char c)
{
    static const QByteArray kSymbols("!#$%&'*+-.^_`|~");
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kSymbols.contains(c);
}

bool isToken(const QByteArray& text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isTokenCharacter);
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool hasWholeEscapes(const QByteArray& text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 3)) {
        if (at + 2 >= text.size() || !isHex(text.at(at + 1)) || !isHex(text.at(at + 2)))
            return false;
    }
    return true;
}

QHash<QString, QString> parseQuery(const QByteArray& text)
{
    QHash<QString, QString> query;
    for (QByteArray part : text.split('&')) {
        if (part.isEmpty())
            continue;
        part.replace('+', ' ');
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        query.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(name)),
            QString::fromUtf8(QByteArray::fromPercentEncoding(value)));
    }
    return query;
}

HttpHeadResult refuse(int status, const QString& problem)
{
    return { std::nullopt, status, problem };
}

HttpHeadResult refuse(const QString& problem)
{
    return refuse(400, problem);
}

/// The path and query of a target in origin form, or of one in absolute form (as a proxy sends it).
bool splitTarget(QByteArray target, HttpRequest& request)
{
    if (target.startsWith("http://") || target.startsWith("https://")) {
        const qsizetype slash = target.indexOf('/', target.indexOf("//") + 2);
        target = slash < 0 ? QByteArray("/") : target.mid(slash);
    }
    if (!target.startsWith('/') && !(target == "*" && request.method == "OPTIONS"))
        return false;
    if (!hasWholeEscapes(target) || target.contains('#'))
        return false;
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        request.query = parseQuery(target.mid(mark + 1));
    const QList<QByteArray> parts = request.path.split('/');
    for (qsizetype i = 1; i < parts.size(); ++i)
        request.segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(parts.at(i))));
    return true;
}

bool addHeader(const QByteArray& line, HttpHeaders& headers)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.left(colon)))
        return false;
    const QByteArray value = line.mid(colon + 1).trimmed();
    const bool clean = std::all_of(value.cbegin(), value.cend(),
        [](char c) { return c == '\t' || static_cast<unsigned char>(c) >= 0x20; });
    if (!clean)
        return false;
    headers.emplace_back(line.left(colon).toLower(), value);
    return true;
}

/// Reads the two headers that say how long the body is; two that disagree are an attack, not a request.
HttpHeadResult readFraming(HttpRequest request)
{
    std::optional<QByteArray> length;
    for (const auto& [name, value] : request.headers) {
        if (name == "content-length") {
            if (length && *length != value)
                return refuse(QStringLiteral("The request has two different Content-Length headers."));
            length = value;
        } else if (name == "transfer-encoding") {
            if (request.chunked || value.toLower() != "chunked")
                return refuse(QStringLiteral("This server only reads the chunked transfer encoding."));
            request.chunked = true;
        }
    }
    if (length && request.chunked)
        return refuse(QStringLiteral("The request has both Content-Length and Transfer-Encoding."));
    if (length) {
        const bool digits = !length->isEmpty()
            && std::all_of(length->cbegin(), length->cend(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits)
            return refuse(QStringLiteral("The Content-Length header is not a number."));
        bool fits = false;
        request.contentLength = length->toLongLong(&fits);
        if (!fits || request.contentLength > kMaxBodyBytes)
            return refuse(413, QStringLiteral("The request body is larger than 1 MiB."));
    }
    return { std::move(request), 0, {} };
}

} // namespace

QByteArray HttpRequest::header(const QByteArray& name) const
{
    const auto found = std::find_if(
        headers.cbegin(), headers.cend(), [&name](const auto& header) { return header.first == name; });
    return found == headers.cend() ? QByteArray() : found->second;
}

bool HttpRequest::wantsWebSocket() const
{
    return header("upgrade").toLower() == "websocket" && header("connection").toLower().contains("upgrade");
}

void HttpResponse::setHeader(const QByteArray& name, const QByteArray& value)
{
    const auto found = std::find_if(headers.begin(), headers.end(),
        [&name](const auto& header) { return header.first.toLower() == name.toLower(); });
    if (found == headers.end())
        headers.emplace_back(name, value);
    else
        found->second = value;
}

HttpHeadResult parseHttpHead(const QByteArray& head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray& line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    const QList<QByteArray> words = lines.first().split(' ');
    if (words.size() != 3 || !isToken(words.at(0)))
        return refuse(QStringLiteral("The request line is malformed."));
    const QByteArray& version = words.at(2);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(QStringLiteral("This server speaks HTTP/1.1."));

    HttpRequest request;
    request.method = words.at(0);
    if (!splitTarget(words.at(1), request))
        return refuse(QStringLiteral("The request target is malformed."));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!addHeader(lines.at(i), request.headers))
            return refuse(QStringLiteral("A request header is malformed."));
    }
    if (version == "HTTP/1.1" && request.header("host").isEmpty())
        return refuse(QStringLiteral("The request has no Host header."));
    const QByteArray connection = request.header("connection").toLower();
    request.keepAlive
        = version == "HTTP/1.1" ? !connection.contains("close") : connection.contains("keep-alive");
    return readFraming(std::move(request));
}

QByteArray formatHttpHead(const HttpResponse& response, qsizetype bodyBytes, bool keepAlive)
{
    static const QHash<int, QByteArray> kReasons {
        { 200, "OK" },
        { 201, "Created" },
        { 202, "Accepted" },
        { 204, "No Content" },
        { 206, "Partial Content" },
        { 302, "Found" },
        { 303, "See Other" },
        { 304, "Not Modified" },
        { 400, "Bad Request" },
        { 401, "Unauthorized" },
        { 403, "Forbidden" },
        { 404, "Not Found" },
        { 405, "Method Not Allowed" },
        { 408, "Request Timeout" },
        { 409, "Conflict" },
        { 410, "Gone" },
        { 413, "Content Too Large" },
        { 416, "Range Not Satisfiable" },
        { 412, "Precondition Failed" },
        { 415, "Unsupported Media Type" },
        { 460, "Checksum Mismatch" },
        { 426, "Upgrade Required" },
        { 429, "Too Many Requests" },
        { 431, "Request Header Fields Too Large" },
        { 500, "Internal Server Error" },
        { 502, "Bad Gateway" },
        { 503, "Service Unavailable" },
    };
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + kReasons.value(response.status, "Unassigned") + "\r\n";
    if (response.status != 204 && response.status != 304) {
        if (!response.contentType.isEmpty())
            head += "Content-Type: " + response.contentType + "\r\n";
        head += "Content-Length: " + QByteArray::number(bodyBytes) + "\r\n";
    }
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

ChunkedDecoder::State ChunkedDecoder::takeLine(QByteArray& input, const QByteArray& body)
{
    const qsizetype end = input.indexOf('\n');
    if (end < 0)
        return input.size() > kMaxChunkLine ? State::Malformed : State::NeedsMore;
    const QByteArray line = input.left(end).trimmed();
    input.remove(0, end + 1);
    if (m_expecting == Expecting::Trailer) {
        m_trailerBytes += line.size();
        if (m_trailerBytes > kMaxHeadBytes)
            return State::Malformed;
        return line.isEmpty() ? State::Done : State::NeedsMore;
    }
    if (m_expecting == Expecting::DataEnd) {
        m_expecting = Expecting::Size;
        return line.isEmpty() ? State::NeedsMore : State::Malformed;
    }
    const QByteArray size = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    if (size.isEmpty() || size.size() > 8 || !std::all_of(size.cbegin(), size.cend(), isHex))
        return State::Malformed;
    m_remaining = static_cast<qsizetype>(size.toLongLong(nullptr, 16));
    if (m_remaining > kMaxBodyBytes - body.size())
        return State::TooLarge;
    m_expecting = m_remaining == 0 ? Expecting::Trailer : Expecting::Data;
    return State::NeedsMore;
}

ChunkedDecoder::State ChunkedDecoder::feed(QByteArray& input, QByteArray& body)
{
    for (;;) {
        const qsizetype before = input.size();
        if (m_expecting == Expecting::Data) {
            const qsizetype taken = std::min(m_remaining, input.size());
            body += input.left(taken);
            input.remove(0, taken);
            m_remaining -= taken;
            if (m_remaining > 0)
                return State::NeedsMore;
            m_expecting = Expecting::DataEnd;
        }
        const State state = takeLine(input, body);
        if (state != State::NeedsMore)
            return state;
        if (input.isEmpty() || input.size() == before)
            return State::NeedsMore;
    }
}

} // namespace ot::sandbox
