// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records to JSON and back, derived from their field tuples. Decoding is tolerant where the platform's own
// pages disagree (unknown members are kept, unknown enumeration values pass, null and absent are the same)
// and strict where a wrong value would be a lie: a member of the wrong type is an error that names its place.
// Pure functions; any thread.
#pragma once

#include "storage/records/account_numbers.h"
#include "storage/records/all_records.h"
#include "storage/result.h"

#include <QJsonValue>

namespace ot::storage {

// The text of a time as the platform writes it, and back. Years 1970 to 9999; anything else is refused.
std::optional<UtcTime> parseUtcTime(const QString& text);
QString formatUtcTime(UtcTime time);

// How many digits the currency's minor unit has (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. Unknown
// currencies count as 2.
int minorDigits(const QString& currency);

namespace detail {

// The member at a dotted path; undefined when any step is missing.
QJsonValue valueAt(const QJsonObject& object, std::string_view path);
// Sets the member at a dotted path, making the objects between.
void setValueAt(QJsonObject& object, std::string_view path, const QJsonValue& value);
// Takes the member at a dotted path out; an object left empty on the way goes too.
void removeValueAt(QJsonObject& object, std::string_view path);
QString currencyOf(const QJsonObject& object, std::string_view currencyPath);
// Whether what stands on the way to a dotted path's member is an object, or nothing at all.
bool leadsThroughObjects(const QJsonObject& object, std::string_view path);
// Puts null for the object that the path begins in when all that it holds is null or an empty list.
void setNullIfEmpty(QJsonObject& object, std::string_view path);
// At most four characters (Trait::LastFour).
bool isShortEnough(const QString& lastFour);

// Each reads one JSON value. False means that the type or range does not fit; absent and null give the empty
// value.
bool read(const QJsonValue& value, QString& out);
bool read(const QJsonValue& value, bool& out);
bool read(const QJsonValue& value, qint64& out);
bool read(const QJsonValue& value, double& out);
bool read(const QJsonValue& value, QStringList& out);
bool read(const QJsonValue& value, QJsonArray& out);
bool read(const QJsonValue& value, QJsonObject& out);
bool read(const QJsonValue& value, UtcTime& out);
bool read(const QJsonValue& value, MinorUnits& out);
bool read(const QJsonValue& value, MicroUnits& out);
bool readDecimal(const QJsonValue& value, int digits, qint64& out);
template <class T>
bool read(const QJsonValue& value, std::optional<T>& out)
{
    out.reset();
    if (value.isUndefined() || value.isNull())
        return true;
    T inner {};
    if (!read(value, inner))
        return false;
    out = inner;
    return true;
}
bool readDecimal(const QJsonValue& value, const QString& currency, std::optional<MinorUnits>& out);
bool readDecimal(const QJsonValue& value, const QString& currency, std::optional<MicroUnits>& out);
QJsonValue write(const QString& value);
QJsonValue write(bool value);
QJsonValue write(qint64 value);
QJsonValue write(double value);
QJsonValue write(const QStringList& value);
QJsonValue write(const QJsonArray& value);
QJsonValue write(const QJsonObject& value);
QJsonValue write(UtcTime value);
QJsonValue write(MinorUnits value);
QJsonValue write(MicroUnits value);
template <class T>
QJsonValue write(const std::optional<T>& value)
{
    return value ? write(*value) : QJsonValue(QJsonValue::Null);
}
QJsonValue writeDecimal(const std::optional<MinorUnits>& value, const QString& currency);
QJsonValue writeDecimal(const std::optional<MicroUnits>& value, const QString& currency);

Error decodeError(std::string_view record, std::string_view path, const QJsonValue& value);
// The same for a value of the right type that may not be here; `why` in its place, since it must not be
// repeated.
Error refusal(std::string_view record, const QString& path, QLatin1String why);

template <class Record, class F>
bool decodeField(const QJsonObject& object, const F& field, Record& record)
{
    const QJsonValue value = valueAt(object, field.path);
    if constexpr (std::is_same_v<typename F::ValueType,
                      std::optional<
                          MinorUnits>> || std::is_same_v<typename F::ValueType, std::optional<MicroUnits>>) {
        if (field.traits.has(Trait::DecimalMajor))
            return readDecimal(value, currencyOf(object, field.currencyPath), record.*(field.member));
    }
    return read(value, record.*(field.member)) && leadsThroughObjects(object, field.path);
}

// P-09: what would bring a whole account, card or tax number into the store.
template <class Record>
std::optional<Error> refuseAccountNumbers(const QJsonObject& object, const Record& record)
{
    std::optional<Error> error;
    const auto check = [&](const auto& field) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(record.*(field.member))>, QString>) {
            if (field.traits.has(Trait::LastFour) && !isShortEnough(record.*(field.member)))
                error = refusal(Record::kTraits.name,
                    QString::fromUtf8(field.path.data(), static_cast<qsizetype>(field.path.size())),
                    QLatin1String("longer than four characters"));
        }
    };
    static constexpr auto kFields = Record::fields();
    std::apply([&](const auto&... field) { (check(field), ...); }, kFields);
    if constexpr (Record::kTraits.refusesAccountNumbers) {
        const std::optional<QString> place = error ? std::nullopt : placeOfAccountNumber(object);
        if (place)
            error = refusal(Record::kTraits.name, *place, QLatin1String("a whole account number"));
    }
    return error;
}

} // namespace detail

// Decodes one record. `version` is the feed's. Errors: Decode, with the record's name and the member's path
// in the detail, never its value; also for a record that carries a whole account or card number.
template <class Record>
Result<Record> decodeRecord(const QJsonObject& object, qint64 version)
{
    Record record;
    if (!detail::read(object.value(QLatin1String("id")), record.id) || record.id.isEmpty())
        return detail::decodeError(Record::kTraits.name, "id", object.value(QLatin1String("id")));
    record.version = version;
    record.unknownMembers = object;
    record.unknownMembers.remove(QLatin1String("id"));

    std::string_view badPath;
    const auto decodeOne = [&](const auto& field) {
        const QJsonValue value = detail::valueAt(object, field.path);
        const bool missing = value.isUndefined() || value.isNull();
        const bool fits
            = !(missing && field.traits.has(Trait::Required)) && detail::decodeField(object, field, record);
        if (!fits)
            badPath = field.path;
        detail::removeValueAt(record.unknownMembers, field.path);
        return fits;
    };
    static constexpr auto kFields = Record::fields();
    const bool all = std::apply([&](const auto&... field) { return (decodeOne(field) && ...); }, kFields);
    if (!all)
        return detail::decodeError(Record::kTraits.name, badPath, detail::valueAt(object, badPath));
    if (const std::optional<Error> refused = detail::refuseAccountNumbers(object, record))
        return *refused;
    return record;
}

// The whole record as the wire has it, the members this program does not know included.
template <class Record>
QJsonObject encodeRecord(const Record& record)
{
    QJsonObject object = record.unknownMembers;
    object.insert(QLatin1String("id"), record.id);
    static constexpr auto kFields = Record::fields();
    // Currencies are written with the other fields, so decimals find them in the record's own object at the
    // end.
    const auto encodePlain = [&](const auto& field) {
        if (!field.traits.has(Trait::DecimalMajor))
            detail::setValueAt(object, field.path, detail::write(record.*(field.member)));
    };
    const auto encodeDecimal = [&](const auto& field) {
        using Value = std::remove_cvref_t<decltype(record.*(field.member))>;
        if constexpr (std::is_same_v<Value,
                          std::optional<MinorUnits>> || std::is_same_v<Value, std::optional<MicroUnits>>) {
            if (field.traits.has(Trait::DecimalMajor)) {
                const QString currency = detail::currencyOf(object, field.currencyPath);
                detail::setValueAt(
                    object, field.path, detail::writeDecimal(record.*(field.member), currency));
            }
        }
    };
    std::apply([&](const auto&... field) { (encodePlain(field), ...); }, kFields);
    const auto closeOptional = [&](const auto& field) {
        if (field.traits.has(Trait::InOptionalObject))
            detail::setNullIfEmpty(object, field.path);
    };
    std::apply([&](const auto&... field) { (encodeDecimal(field), ...); }, kFields);
    std::apply([&](const auto&... field) { (closeOptional(field), ...); }, kFields);
    return object;
}

// Decodes a record of a type known by its index.
Result<AnyRecord> decodeAnyRecord(RecordTypeIndex type, const QJsonObject& object, qint64 version);

} // namespace ot::storage
