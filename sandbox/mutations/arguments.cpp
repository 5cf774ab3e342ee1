// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/arguments.h"

#include "sandbox/mutations/limits.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace ot::sandbox {

namespace {

constexpr int kMaxFileNameCharacters = 255;
/// More would drown the answer, and nobody reads it.
constexpr std::size_t kMaxIssues = 50;
/// An unknown member's name is repeated in the answer; not all of it, when it is long.
constexpr int kMaxNameShown = 60;

qsizetype characters(const QString& text)
{
    return text.toUcs4().size();
}

bool mayBeNull(Need need)
{
    return need == Need::RequiredOrNull || need == Need::OptionalOrNull;
}

} // namespace

Arguments::Arguments(const QJsonObject& given)
    : Arguments(given, QStringLiteral("args."), std::make_shared<std::vector<Issue>>())
{
}

Arguments::Arguments(
    const QJsonObject& given, const QString& prefix, std::shared_ptr<std::vector<Issue>> issues)
    : m_given(given)
    , m_prefix(prefix)
    , m_issues(std::move(issues))
{
}

void Arguments::fault(const QString& name, const QString& message)
{
    if (m_issues->size() < kMaxIssues)
        m_issues->push_back({ m_prefix + name, message });
}

std::optional<QJsonValue> Arguments::take(const char* name, Need need)
{
    const QString member = QLatin1String(name);
    m_known.append(member);
    const QJsonValue value = m_given.value(member);
    if (value.isUndefined()) {
        if (need == Need::Required || need == Need::RequiredOrNull)
            fault(member, QStringLiteral("is needed"));
        return std::nullopt;
    }
    if (value.isNull() && mayBeNull(need)) {
        m_values.insert(member, QJsonValue());
        return std::nullopt;
    }
    return value;
}

void Arguments::text(const char* name, Need need, TextLength length)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const QString member = QLatin1String(name);
    if (!value->isString()) {
        fault(member, QStringLiteral("must be text"));
        return;
    }
    const QString trimmed = value->toString().trimmed();
    const qsizetype count = characters(trimmed);
    if (count < length.least || count > length.most) {
        fault(member,
            length.least > 0
                ? QStringLiteral("must have %1 to %2 characters").arg(length.least).arg(length.most)
                : QStringLiteral("must have at most %1 characters").arg(length.most));
        return;
    }
    m_values.insert(member, trimmed);
}

void Arguments::integer(const char* name, Need need, qint64 low, qint64 high)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const double given = value->toDouble(NAN);
    const bool whole = value->isDouble() && given == std::floor(given);
    // Compared as doubles first: what is far out of an integer's range must not be cast.
    if (!whole || given < static_cast<double>(low) || given > static_cast<double>(high)) {
        fault(QLatin1String(name), QStringLiteral("must be a whole number from %1 to %2").arg(low).arg(high));
        return;
    }
    m_values.insert(QLatin1String(name), value->toInteger());
}

void Arguments::number(const char* name, Need need, double low, double high)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const double given = value->toDouble(NAN);
    if (!value->isDouble() || !(given >= low && given <= high)) {
        fault(QLatin1String(name), QStringLiteral("must be a number from %1 to %2").arg(low).arg(high));
        return;
    }
    m_values.insert(QLatin1String(name), *value);
}

void Arguments::flag(const char* name, Need need)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    if (value->isBool())
        m_values.insert(QLatin1String(name), *value);
    else
        fault(QLatin1String(name), QStringLiteral("must be true or false"));
}

void Arguments::choice(const char* name, Need need, const QStringList& values)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    if (value->isString() && values.contains(value->toString()))
        m_values.insert(QLatin1String(name), *value);
    else
        fault(QLatin1String(name), QStringLiteral("must be one of ") + values.join(QStringLiteral(", ")));
}

void Arguments::formed(const char* name, Need need, const char* pattern, const QString& what)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const QRegularExpression form(QRegularExpression::anchoredPattern(QLatin1String(pattern)));
    if (value->isString() && form.match(value->toString()).hasMatch())
        m_values.insert(QLatin1String(name), *value);
    else
        fault(QLatin1String(name), QStringLiteral("must be ") + what);
}

void Arguments::texts(const char* name, Need need, int mostItems, int mostCharacters)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const QString member = QLatin1String(name);
    const QJsonArray items = value->toArray();
    if (!value->isArray() || items.size() > mostItems) {
        fault(member, QStringLiteral("must be a list of at most %1 texts").arg(mostItems));
        return;
    }
    QJsonArray kept;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString trimmed = items.at(i).toString().trimmed();
        if (trimmed.isEmpty() || characters(trimmed) > mostCharacters)
            fault(QStringLiteral("%1.%2").arg(member).arg(i),
                QStringLiteral("must be a text of 1 to %1 characters").arg(mostCharacters));
        kept.append(trimmed);
    }
    m_values.insert(member, kept);
}

void Arguments::object(const char* name, Need need, const Rules& rules)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const QString member = QLatin1String(name);
    if (!value->isObject()) {
        fault(member, QStringLiteral("must be an object"));
        return;
    }
    Arguments inner(value->toObject(), m_prefix + member + QLatin1Char('.'), m_issues);
    rules(inner);
    inner.noteUnknown();
    m_values.insert(member, inner.values());
}

void Arguments::objects(const char* name, Need need, int mostItems, const Rules& rules)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const QString member = QLatin1String(name);
    const QJsonArray items = value->toArray();
    if (!value->isArray() || items.size() > mostItems) {
        fault(member, QStringLiteral("must be a list of at most %1 objects").arg(mostItems));
        return;
    }
    QJsonArray kept;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString place = QStringLiteral("%1.%2").arg(member).arg(i);
        if (!items.at(i).isObject()) {
            fault(place, QStringLiteral("must be an object"));
            continue;
        }
        Arguments inner(items.at(i).toObject(), m_prefix + place + QLatin1Char('.'), m_issues);
        rules(inner);
        inner.noteUnknown();
        kept.append(inner.values());
    }
    m_values.insert(member, kept);
}

void Arguments::verbatim(const char* name, Need need, qsizetype mostBytes)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const bool fits = value->isObject()
        && QJsonDocument(value->toObject()).toJson(QJsonDocument::Compact).size() <= mostBytes;
    if (fits)
        m_values.insert(QLatin1String(name), *value);
    else
        fault(QLatin1String(name), QStringLiteral("must be an object of at most %1 bytes").arg(mostBytes));
}

void Arguments::verbatimList(const char* name, Need need, int mostItems, qsizetype mostBytes)
{
    const std::optional<QJsonValue> value = take(name, need);
    if (!value)
        return;
    const QJsonArray items = value->toArray();
    bool fits = value->isArray() && items.size() <= mostItems
        && QJsonDocument(items).toJson(QJsonDocument::Compact).size() <= mostBytes;
    for (const QJsonValue& item : items)
        fits = fits && item.isObject();
    if (fits)
        m_values.insert(QLatin1String(name), *value);
    else
        fault(QLatin1String(name),
            QStringLiteral("must be a list of at most %1 objects and %2 bytes")
                .arg(mostItems)
                .arg(mostBytes));
}

void Arguments::noteUnknown() const
{
    for (auto it = m_given.begin(); it != m_given.end() && m_issues->size() < kMaxIssues; ++it) {
        if (!m_known.contains(it.key()))
            m_issues->push_back(
                { m_prefix + it.key().left(kMaxNameShown), QStringLiteral("is not known here") });
    }
}

std::optional<Refusal> Arguments::refusal() const
{
    noteUnknown();
    if (m_issues->empty())
        return std::nullopt;
    return badMembers(*m_issues);
}

std::optional<Refusal> Arguments::refusalOfUpdate() const
{
    if (m_given.isEmpty())
        return Refusal { QStringLiteral("BAD_REQUEST"), QStringLiteral("Nothing is named that is to change."),
            {}, QStringLiteral("args") };
    return refusal();
}

void readBid(Arguments& arguments, Need need)
{
    arguments.object("bid", need, [](Arguments& bid) {
        bid.integer("amountMicros", Need::Required, 0, kMaxAmount);
        bid.formed("currency", Need::Required, "[A-Z]{3}", QStringLiteral("a currency of ISO 4217"));
        bid.choice("unit", Need::Required,
            { QStringLiteral("PER_HOUR"), QStringLiteral("PER_LABEL"), QStringLiteral("FIXED") });
    });
}

void readAttachments(Arguments& arguments)
{
    arguments.objects("attachments", Need::Optional, kMaxAttachmentsPerMessage, [](Arguments& file) {
        file.formed(
            "sha256", Need::Required, "[0-9a-f]{64}", QStringLiteral("a SHA-256 in lower-case hexadecimal"));
        file.text("fileName", Need::Required, { kMaxFileNameCharacters });
        static const QRegularExpression kForbidden(QStringLiteral("[/\\\\\\x00-\\x1f\\x7f]"));
        if (file.textOf("fileName").contains(kForbidden))
            file.fault(QStringLiteral("fileName"), QStringLiteral("must be a name without a folder"));
        file.formed("mediaType", Need::Required, "[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}",
            QStringLiteral("a media type"));
    });
}

void readEmail(Arguments& arguments, const char* name, Need need)
{
    arguments.formed(name, need, "(?=.{3,254}\\z)[^\\s@,;<>\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
        QStringLiteral("a mail address"));
}

} // namespace ot::sandbox
