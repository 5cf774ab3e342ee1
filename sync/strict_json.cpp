// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/strict_json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>
#include <QStringDecoder>

#include <vector>

namespace ot::sync {

namespace {

// One pass over the bytes that looks only for what the parser would let through. The grammar itself is the
// parser's business.
class Scan {
public:
    explicit Scan(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    // The first thing wrong, or null.
    const char* run()
    {
        while (m_at < m_bytes.size() && m_fault == nullptr)
            next();
        return m_fault;
    }
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    struct Level {
        bool isObject = false;
        bool expectsName = false;
        QSet<QByteArray> names;
    };

    void next()
    {
        switch (m_bytes.at(m_at)) {
        case '{':
        case '[':
            open(m_bytes.at(m_at) == '{');
            break;
        case '}':
        case ']':
            if (!m_levels.empty())
                m_levels.pop_back();
            break;
        case ',':
            if (!m_levels.empty())
                m_levels.back().expectsName = m_levels.back().isObject;
            break;
        case '"':
            string();
            return;
        case '\0':
            m_fault = "a NUL byte";
            return;
        default:
            break;
        }
        ++m_at;
    }

    void open(bool isObject)
    {
        if (m_levels.size() >= kDeepestJson) {
            m_fault = "nested too deep";
            return;
        }
        m_levels.push_back({ isObject, isObject, {} });
    }

    void string()
    {
        const qsizetype start = ++m_at;
        bool highSurrogate = false;
        while (m_at < m_bytes.size() && m_bytes.at(m_at) != '"') {
            const bool isEscape = m_bytes.at(m_at) == '\\';
            if (!isEscape && highSurrogate)
                m_fault = "a lone surrogate";
            const qsizetype length = isEscape ? escape(highSurrogate) : 1;
            if (m_fault != nullptr)
                return;
            m_at += length;
        }
        if (highSurrogate) {
            m_fault = "a lone surrogate";
            return;
        }
        name(m_bytes.mid(start, m_at - start));
        ++m_at;
    }

    // Stands on the backslash; gives the length of the escape.
    qsizetype escape(bool& highSurrogate)
    {
        if (m_at + 1 >= m_bytes.size() || m_bytes.at(m_at + 1) != 'u') {
            if (highSurrogate)
                m_fault = "a lone surrogate";
            return 2;
        }
        bool isNumber = false;
        const uint unit = m_bytes.mid(m_at + 2, 4).toUInt(&isNumber, 16);
        const bool isHigh = unit >= 0xD800 && unit <= 0xDBFF;
        const bool isLow = unit >= 0xDC00 && unit <= 0xDFFF;
        if (!isNumber)
            m_fault = "a broken escape";
        else if (unit == 0)
            m_fault = "a NUL character";
        else if (highSurrogate != isLow)
            m_fault = "a lone surrogate";
        highSurrogate = isHigh;
        return 6;
    }

    void name(const QByteArray& text)
    {
        if (m_levels.empty() || !m_levels.back().expectsName)
            return;
        Level& level = m_levels.back();
        level.expectsName = false;
        if (level.names.contains(text))
            m_fault = "a member twice";
        level.names.insert(text);
    }

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
    const char* m_fault = nullptr;
};

Error decodeError(const QString& detail)
{
    return { ErrorCode::Decode,
        QCoreApplication::translate(
            "Sync", "The server sent an answer that can't be read. Nothing was changed."),
        detail };
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray& bytes)
{
    if (bytes.size() > kLargestJson)
        return decodeError(QStringLiteral("%1 bytes").arg(bytes.size()));
    Scan scan(bytes);
    if (const char* fault = scan.run())
        return decodeError(QStringLiteral("%1 at byte %2").arg(QLatin1String(fault)).arg(scan.at()));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return decodeError(QStringLiteral("%1 at byte %2").arg(fault.errorString()).arg(fault.offset));
    if (!document.isObject())
        return decodeError(QStringLiteral("not an object"));
    return document.object();
}

} // namespace ot::sync
