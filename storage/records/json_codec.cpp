// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/json_codec.h"

#include <QCoreApplication>

#include <cmath>

namespace ot::storage {

namespace {

using detail::leadsThroughObjects;
using detail::valueAt;

constexpr int kMicroDigits = 6;
constexpr qsizetype kShownOfNumber = 4; // Trait::LastFour

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

qint64 powerOfTen(int digits)
{
    qint64 power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

QJsonValue::Type typeOf(const QJsonValue& value)
{
    return value.type();
}

QString typeName(const QJsonValue& value)
{
    switch (typeOf(value)) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

QString currencyOf(const QJsonObject& object, std::string_view currencyPath)
{
    const QString named = currencyPath.empty() ? QString() : valueAt(object, currencyPath).toString();
    return named.isEmpty() ? QStringLiteral("USD") : named;
}

// Each reads one JSON value. False means that the type or range does not fit; absent and null give the empty
// value.
bool absent(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull();
}

bool read(const QJsonValue& value, QString& out)
{
    out = absent(value) ? QString() : value.toString();
    return absent(value) || value.isString();
}

bool read(const QJsonValue& value, bool& out)
{
    out = value.toBool();
    return absent(value) || value.isBool();
}

bool read(const QJsonValue& value, qint64& out)
{
    out = 0;
    if (absent(value))
        return true;
    if (!value.isDouble())
        return false;
    // A number that is no integer, or beyond what a double holds exactly, gives one of the two defaults.
    const qint64 first = value.toInteger(0);
    const qint64 second = value.toInteger(1);
    constexpr double kExact = 9007199254740992.0;
    if (first != second || std::abs(value.toDouble()) > kExact)
        return false;
    out = first;
    return true;
}

bool read(const QJsonValue& value, double& out)
{
    out = value.toDouble();
    return absent(value) || (value.isDouble() && std::isfinite(out));
}

bool read(const QJsonValue& value, QStringList& out)
{
    out.clear();
    if (absent(value))
        return true;
    if (!value.isArray())
        return false;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array) {
        if (!item.isString())
            return false;
        out.append(item.toString());
    }
    return true;
}

bool read(const QJsonValue& value, QJsonArray& out)
{
    out = value.toArray();
    return absent(value) || value.isArray();
}

bool read(const QJsonValue& value, QJsonObject& out)
{
    out = value.toObject();
    return absent(value) || value.isObject();
}

bool read(const QJsonValue& value, UtcTime& out)
{
    const std::optional<UtcTime> time = value.isString() ? parseUtcTime(value.toString()) : std::nullopt;
    out = time.value_or(UtcTime {});
    return time.has_value();
}

bool read(const QJsonValue& value, MinorUnits& out)
{
    return read(value, out.count);
}
bool read(const QJsonValue& value, MicroUnits& out)
{
    return read(value, out.count);
}

template <class T>
bool read(const QJsonValue& value, std::optional<T>& out)
{
    out.reset();
    if (absent(value))
        return true;
    T inner {};
    if (!read(value, inner))
        return false;
    out = inner;
    return true;
}

bool readDecimal(const QJsonValue& value, int digits, qint64& out)
{
    if (!value.isDouble())
        return false;
    // A decimal arrives as a double. Rounding to the unit is exact for every amount a double can tell apart.
    const double scaled = value.toDouble() * static_cast<double>(powerOfTen(digits));
    constexpr double kExact = 9007199254740992.0;
    if (!std::isfinite(scaled) || std::abs(scaled) > kExact)
        return false;
    out = std::llround(scaled);
    return true;
}

template <class Units>
bool readUnits(const QJsonValue& value, int digits, std::optional<Units>& out)
{
    out.reset();
    if (absent(value))
        return true;
    Units units;
    if (!readDecimal(value, digits, units.count))
        return false;
    out = units;
    return true;
}

QJsonValue write(const QString& value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}
QJsonValue write(bool value)
{
    return value;
}
QJsonValue write(qint64 value)
{
    return value;
}
QJsonValue write(double value)
{
    return value;
}
QJsonValue write(const QStringList& value)
{
    return QJsonArray::fromStringList(value);
}
QJsonValue write(const QJsonArray& value)
{
    return value;
}
QJsonValue write(const QJsonObject& value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}
QJsonValue write(UtcTime value)
{
    return formatUtcTime(value);
}
QJsonValue write(MinorUnits value)
{
    return value.count;
}
QJsonValue write(MicroUnits value)
{
    return value.count;
}

template <class T>
QJsonValue write(const std::optional<T>& value)
{
    return value ? write(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue decimal(qint64 count, int digits)
{
    const qint64 unit = powerOfTen(digits);
    if (count % unit == 0)
        return count / unit;
    return static_cast<double>(count) / static_cast<double>(unit);
}

Error decodeError(std::string_view record, std::string_view path, const QJsonValue& value)
{
    return { ErrorCode::Decode,
        QCoreApplication::translate("Records", "The server sent something this version can't read."),
        QStringLiteral("%1.%2 is %3").arg(text(record), text(path), typeName(value)) };
}

Error refusal(std::string_view record, const QString& path, QLatin1String why)
{
    return { ErrorCode::Decode,
        QCoreApplication::translate("Records",
            "The server sent a whole account number. The record that holds it was refused; only the last "
            "four "
            "characters are ever kept."),
        QStringLiteral("%1.%2 is %3").arg(text(record), path, why) };
}

// Digits after the point of a decimal field's number; nothing for a field that is no decimal.
std::optional<int> decimalDigits(const QJsonObject& object, const FieldShape& field)
{
    if (!field.traits.has(Trait::DecimalMajor))
        return std::nullopt;
    return field.kind == ValueKind::Micro ? kMicroDigits
                                          : minorDigits(currencyOf(object, field.currencyPath));
}

bool decodeField(const QJsonObject& object, const FieldShape& field, const FieldPointer& out)
{
    const QJsonValue value = valueAt(object, field.path);
    if (absent(value) && field.traits.has(Trait::Required))
        return false;
    if (!leadsThroughObjects(object, field.path))
        return false;
    if (const std::optional<int> digits = decimalDigits(object, field)) {
        if (const auto* minor = std::get_if<std::optional<MinorUnits>*>(&out))
            return readUnits(value, *digits, **minor);
        if (const auto* micro = std::get_if<std::optional<MicroUnits>*>(&out))
            return readUnits(value, *digits, **micro);
    }
    return std::visit([&value](auto* typed) { return read(value, *typed); }, out);
}

QJsonValue encodeField(const QJsonObject& object, const FieldShape& field, const ConstFieldPointer& from)
{
    if (const std::optional<int> digits = decimalDigits(object, field)) {
        if (const auto* minor = std::get_if<const std::optional<MinorUnits>*>(&from))
            return **minor ? decimal((**minor)->count, *digits) : QJsonValue(QJsonValue::Null);
        if (const auto* micro = std::get_if<const std::optional<MicroUnits>*>(&from))
            return **micro ? decimal((**micro)->count, *digits) : QJsonValue(QJsonValue::Null);
    }
    return std::visit([](const auto* typed) { return write(*typed); }, from);
}

// P-09: what would bring a whole account, card or tax number into the store.
std::optional<Error> refuseAccountNumbers(
    const QJsonObject& object, const RecordShape& shape, std::span<const FieldPointer> values)
{
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        const FieldShape& field = shape.fields[i];
        const auto* written = std::get_if<QString*>(&values[i]);
        if (field.traits.has(Trait::LastFour) && written && (*written)->size() > kShownOfNumber)
            return refusal(shape.traits.name, text(field.path), QLatin1String("longer than four characters"));
    }
    if (!shape.traits.refusesAccountNumbers)
        return std::nullopt;
    if (const std::optional<QString> place = placeOfAccountNumber(object))
        return refusal(shape.traits.name, *place, QLatin1String("a whole account number"));
    return std::nullopt;
}

} // namespace

namespace detail {

std::optional<Error> decodeFields(const QJsonObject& object, qint64 version, const RecordShape& shape,
    RecordBase& base, std::span<const FieldPointer> values)
{
    const QJsonValue id = object.value(QLatin1String("id"));
    if (!read(id, base.id) || base.id.isEmpty())
        return decodeError(shape.traits.name, "id", id);
    base.version = version;
    base.unknownMembers = object;
    base.unknownMembers.remove(QLatin1String("id"));
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        const FieldShape& field = shape.fields[i];
        if (!decodeField(object, field, values[i]))
            return decodeError(shape.traits.name, field.path, valueAt(object, field.path));
        removeValueAt(base.unknownMembers, field.path);
    }
    return refuseAccountNumbers(object, shape, values);
}

QJsonObject encodeFields(
    const RecordShape& shape, const RecordBase& base, std::span<const ConstFieldPointer> values)
{
    QJsonObject object = base.unknownMembers;
    object.insert(QLatin1String("id"), base.id);
    // Currencies are written with the other fields, so decimals find them in the record's own object at the
    // end.
    for (const bool decimals : { false, true }) {
        for (std::size_t i = 0; i < shape.fields.size(); ++i) {
            const FieldShape& field = shape.fields[i];
            if (field.traits.has(Trait::DecimalMajor) == decimals)
                setValueAt(object, field.path, encodeField(object, field, values[i]));
        }
    }
    for (const FieldShape& field : shape.fields) {
        if (field.traits.has(Trait::InOptionalObject))
            setNullIfEmpty(object, field.path);
    }
    return object;
}

} // namespace detail

Result<AnyRecord> decodeAnyRecord(RecordTypeIndex type, const QJsonObject& object, qint64 version)
{
    AnyRecord record = emptyRecord(type);
    const AnyFields fields = fieldsOf(record);
    if (std::optional<Error> error
        = detail::decodeFields(object, version, recordShape(type), *fields.base, fields.values))
        return *std::move(error);
    return record;
}

QJsonObject encodeAnyRecord(const AnyRecord& record)
{
    const ConstAnyFields fields = fieldsOf(record);
    return detail::encodeFields(recordShape(record.index()), *fields.base, fields.values);
}

} // namespace ot::storage
