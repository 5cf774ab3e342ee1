// SPDX-License-Identifier: GPL-3.0-or-later
//
// HTTP/1.1 messages as values, and the parsing of a request's head. No sockets and no Qt objects in here, so
// that the parsing can be fuzzed on its own.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace ot::sandbox {

inline constexpr qsizetype kMaxHeadBytes = 64 * 1024;
inline constexpr qsizetype kMaxBodyBytes = 1024 * 1024;

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

/// One request. `segments` are the decoded parts of the path between its slashes; header names are lower
/// case.
struct HttpRequest {
    QByteArray method;
    QByteArray path;
    QStringList segments;
    QHash<QString, QString> query;
    HttpHeaders headers;
    QByteArray body;
    QHostAddress peer;
    bool keepAlive = true;
    bool chunked = false;
    qint64 contentLength = 0;

    /// The first header of that (lower-case) name, or nothing.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    [[nodiscard]] bool wantsWebSocket() const;
};

/// A piece of a file as a body: read while it is sent, so that its size costs no memory.
struct FileSlice {
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

struct HttpResponse {
    int status = 200;
    HttpHeaders headers;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8"); // empty: none is named
    QByteArray body;
    std::optional<FileSlice> file; // instead of `body`

    [[nodiscard]] qint64 bodyBytes() const { return file ? file->length : body.size(); }
    void setHeader(const QByteArray& name, const QByteArray& value);
};

/// What came of parsing a head: a request, or the status and the sentence it is refused with.
struct HttpHeadResult {
    std::optional<HttpRequest> request;
    int status = 0;
    QString problem;
};

/// Parses a head up to and without its final empty line. Never throws, whatever the bytes are.
[[nodiscard]] HttpHeadResult parseHttpHead(const QByteArray& head);

/// The head of a response as it goes out; `bodyBytes` is what Content-Length says.
[[nodiscard]] QByteArray formatHttpHead(const HttpResponse& response, qsizetype bodyBytes, bool keepAlive);

/// Reads a chunked body as its bytes arrive.
class ChunkedDecoder {
public:
    enum class State { NeedsMore, Done, Malformed, TooLarge };

    /// Takes bytes from the front of `input` (what it does not need it leaves there) and adds to `body`.
    State feed(QByteArray& input, QByteArray& body);

private:
    enum class Expecting { Size, Data, DataEnd, Trailer };

    State takeLine(QByteArray& input, const QByteArray& body);

    Expecting m_expecting = Expecting::Size;
    qsizetype m_remaining = 0;
    qsizetype m_trailerBytes = 0;
};

} // namespace ot::sandbox
