// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/account_numbers.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ot::storage {

namespace {

constexpr int kShownDigits = 4;
constexpr int kShortestIban = 15;
constexpr qint64 kIbanModulus = 97;
constexpr double kShortestCardAsNumber = 1e12;
constexpr double kExact = 9007199254740992.0;

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

// ISO/IEC 7812: from the right, every second digit counts double.
bool hasLuhnCheckDigit(const QString& digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits.at(digits.size() - 1 - i).digitValue();
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

// ISO 7064, MOD 97-10: the first four characters go to the end, letters count 10 to 35.
bool hasIbanCheckDigits(const QString& iban)
{
    qint64 rest = 0;
    const QString turned = iban.mid(4) + iban.left(4);
    for (const QChar c : turned) {
        const int value = isDigit(c) ? c.digitValue() : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % kIbanModulus;
    }
    return rest == 1;
}

QString withoutSeparators(QString text)
{
    static const QRegularExpression kSeparators(QStringLiteral("[\\s\\x{00A0}-]"));
    return text.remove(kSeparators);
}

bool holdsCardNumber(const QString& text)
{
    static const QRegularExpression kDigits(
        QStringLiteral("(?<![\\w-])\\d(?:[\\s\\x{00A0}-]?\\d){12,18}(?![\\w-])"));
    for (auto found = kDigits.globalMatch(text); found.hasNext();) {
        if (hasLuhnCheckDigit(withoutSeparators(found.next().captured())))
            return true;
    }
    return false;
}

bool holdsIban(const QString& text)
{
    static const QRegularExpression kStart(QStringLiteral("(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}"));
    for (auto found = kStart.globalMatch(text); found.hasNext();) {
        // Words in capitals may follow it, so every length from the shortest on is tried.
        const QString all = withoutSeparators(found.next().captured());
        for (qsizetype length = kShortestIban; length <= all.size(); ++length) {
            if (hasIbanCheckDigits(all.left(length)))
                return true;
        }
    }
    return false;
}

// "accountNumber", "account_number": a member that is called after a number which is not to be here.
bool isCalledAfterAccountNumber(const QString& member)
{
    QString name = member.toLower();
    name.remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    static constexpr std::array kNames { "accountnumber", "cardnumber", "routingnumber", "iban", "taxid",
        "taxidnumber", "taxpayerid", "taxnumber", "ssn", "itin" };
    return std::any_of(
        kNames.begin(), kNames.end(), [&](const char* one) { return name.endsWith(QLatin1String(one)); });
}

bool isId(const QString& member)
{
    return member == QLatin1String("id") || member.endsWith(QLatin1String("Id"));
}

bool isRefused(const QString& member, const QString& text)
{
    if (isCalledAfterAccountNumber(member))
        return std::count_if(text.begin(), text.end(), isDigit) > kShownDigits;
    return !isId(member) && holdsAccountNumber(text);
}

bool isRefused(const QString& member, double number)
{
    if (number < 0 || number > kExact)
        return false;
    const QString digits = QString::number(static_cast<qint64>(number));
    if (isCalledAfterAccountNumber(member))
        return digits.size() > kShownDigits;
    const bool isMoney = member.endsWith(QLatin1String("Minor")) || member.endsWith(QLatin1String("Micros"));
    return !isMoney && !isId(member) && number >= kShortestCardAsNumber && hasLuhnCheckDigit(digits);
}

std::optional<QString> placeIn(const QString& member, const QJsonValue& value)
{
    if (value.isString() && isRefused(member, value.toString()))
        return QString();
    if (value.isDouble() && isRefused(member, value.toDouble()))
        return QString();
    if (value.isObject()) {
        if (const auto inner = placeOfAccountNumber(value.toObject()))
            return QLatin1Char('.') + *inner;
    }
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (const auto inner = placeIn(member, items.at(i)))
                return QStringLiteral("[%1]%2").arg(i).arg(*inner);
        }
    }
    return std::nullopt;
}

} // namespace

bool holdsAccountNumber(const QString& text)
{
    return holdsCardNumber(text) || holdsIban(text);
}

std::optional<QString> placeOfAccountNumber(const QJsonObject& object)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (const auto inner = placeIn(member.key(), member.value()))
            return member.key() + *inner;
    }
    return std::nullopt;
}

} // namespace ot::storage
