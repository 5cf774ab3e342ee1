// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads what an operation was given, member by member. Every member that does not fit is noted with its path;
// what was never asked for is refused too, so that a client learns of a slip of the pen.
#pragma once

#include "sandbox/mutations/refusal.h"

#include <QJsonArray>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ot::sandbox {

enum class Need {
    Required,
    RequiredOrNull, // must be there, but may be null
    Optional,
    OptionalOrNull,
};

struct TextLength {
    int most;
    int least = 1; // both in code points, after trimming
};

/// Amounts are integers that every reader of JSON keeps.
inline constexpr qint64 kMaxAmount = 9'007'199'254'740'991;

class Arguments {
public:
    explicit Arguments(const QJsonObject& given);

    /// Each looks at one member, and keeps it for values() when it is there and fits. Texts are trimmed.
    void text(const char* name, Need need, TextLength length);
    void integer(const char* name, Need need, qint64 low, qint64 high);
    void number(const char* name, Need need, double low, double high);
    void flag(const char* name, Need need);
    void choice(const char* name, Need need, const QStringList& values);
    /// A text of that form; `what` says in words what it must be.
    void formed(const char* name, Need need, const char* pattern, const QString& what);
    void texts(const char* name, Need need, int mostItems, int mostCharacters);
    using Rules = std::function<void(Arguments&)>;
    void object(const char* name, Need need, const Rules& rules);
    void objects(const char* name, Need need, int mostItems, const Rules& rules);
    /// An object, or an array of objects, that is kept as it came; at most `mostBytes` of JSON.
    void verbatim(const char* name, Need need, qsizetype mostBytes);
    void verbatimList(const char* name, Need need, int mostItems, qsizetype mostBytes);

    /// Notes a fault that is found by looking closer.
    void fault(const QString& name, const QString& message);

    /// What was given and fits.
    [[nodiscard]] const QJsonObject& values() const { return m_values; }
    [[nodiscard]] bool has(const char* name) const { return m_values.contains(QLatin1String(name)); }
    [[nodiscard]] QString textOf(const char* name) const
    {
        return m_values.value(QLatin1String(name)).toString();
    }
    [[nodiscard]] QJsonValue valueOf(const char* name) const
    {
        const QJsonValue value = m_values.value(QLatin1String(name));
        return value.isUndefined() ? QJsonValue() : value;
    }

    /// Everything that does not fit, at once; nothing when all is well. To be asked when all members have
    /// been looked at.
    [[nodiscard]] std::optional<Refusal> refusal() const;
    /// The same for what changes a record, which must name at least one member.
    [[nodiscard]] std::optional<Refusal> refusalOfUpdate() const;

private:
    Arguments(const QJsonObject& given, const QString& prefix, std::shared_ptr<std::vector<Issue>> issues);

    /// The member, when it has to be looked at any further.
    std::optional<QJsonValue> take(const char* name, Need need);
    void noteUnknown() const;

    QJsonObject m_given;
    QString m_prefix;
    QStringList m_known;
    QJsonObject m_values;
    std::shared_ptr<std::vector<Issue>> m_issues;
};

/// `bid` as proposals and templates have it.
void readBid(Arguments& arguments, Need need);
/// `attachments`: the blobs that come with it.
void readAttachments(Arguments& arguments);
/// A mail address.
void readEmail(Arguments& arguments, const char* name, Need need);

} // namespace ot::sandbox
