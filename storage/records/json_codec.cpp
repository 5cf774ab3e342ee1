// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/json_codec.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ot::storage {

namespace {

constexpr int kMicroDigits = 6;
constexpr qint64 kLatestMilliseconds = 253402300799999; // 9999-12-31T23:59:59.999Z

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

} // namespace

std::optional<UtcTime> parseUtcTime(const QString& textOfTime)
{
    const QDateTime time = QDateTime::fromString(textOfTime, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    // A time without a zone is UTC by the convention of both interfaces, not the local zone Qt takes it for.
    const QDateTime utc
        = time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), Qt::UTC) : time.toUTC();
    const qint64 milliseconds = utc.toMSecsSinceEpoch();
    if (milliseconds < 0 || milliseconds > kLatestMilliseconds)
        return std::nullopt;
    return UtcTime { milliseconds };
}

QString formatUtcTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

int minorDigits(const QString& currency)
{
    static const QHash<QString, int> kOther { { QStringLiteral("JPY"), 0 }, { QStringLiteral("KRW"), 0 },
        { QStringLiteral("VND"), 0 }, { QStringLiteral("CLP"), 0 }, { QStringLiteral("ISK"), 0 },
        { QStringLiteral("UGX"), 0 }, { QStringLiteral("XAF"), 0 }, { QStringLiteral("XOF"), 0 },
        { QStringLiteral("PYG"), 0 }, { QStringLiteral("RWF"), 0 }, { QStringLiteral("KWD"), 3 },
        { QStringLiteral("BHD"), 3 }, { QStringLiteral("JOD"), 3 }, { QStringLiteral("OMR"), 3 },
        { QStringLiteral("TND"), 3 }, { QStringLiteral("IQD"), 3 }, { QStringLiteral("LYD"), 3 } };
    return kOther.value(currency.toUpper(), 2);
}

namespace detail {

QJsonValue valueAt(const QJsonObject& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos)
        return object.value(QLatin1String(path.data(), static_cast<qsizetype>(path.size())));
    const QJsonValue inner = object.value(QLatin1String(path.data(), static_cast<qsizetype>(dot)));
    if (!inner.isObject())
        return QJsonValue(QJsonValue::Undefined);
    return valueAt(inner.toObject(), path.substr(dot + 1));
}

void setValueAt(QJsonObject& object, std::string_view path, const QJsonValue& value)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) {
        object.insert(text(path), value);
        return;
    }
    const QString head = text(path.substr(0, dot));
    QJsonObject inner = object.value(head).toObject();
    setValueAt(inner, path.substr(dot + 1), value);
    object.insert(head, inner);
}

void removeValueAt(QJsonObject& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) {
        object.remove(text(path));
        return;
    }
    const QString head = text(path.substr(0, dot));
    const QJsonValue inner = object.value(head);
    if (!inner.isObject()) {
        // A null in place of the whole object is the absence of all its members.
        if (inner.isNull())
            object.remove(head);
        return;
    }
    QJsonObject rest = inner.toObject();
    removeValueAt(rest, path.substr(dot + 1));
    if (rest.isEmpty())
        object.remove(head);
    else
        object.insert(head, rest);
}

bool leadsThroughObjects(const QJsonObject& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos)
        return true;
    const QJsonValue inner = object.value(QLatin1String(path.data(), static_cast<qsizetype>(dot)));
    if (inner.isUndefined() || inner.isNull())
        return true;
    return inner.isObject() && leadsThroughObjects(inner.toObject(), path.substr(dot + 1));
}

void setNullIfEmpty(QJsonObject& object, std::string_view path)
{
    const QString head = text(path.substr(0, path.find('.')));
    const QJsonObject inner = object.value(head).toObject();
    const bool empty = std::all_of(inner.begin(), inner.end(), [](const QJsonValue& value) {
        return value.isNull() || (value.isArray() && value.toArray().isEmpty());
    });
    if (empty)
        object.insert(head, QJsonValue(QJsonValue::Null));
}

bool isShortEnough(const QString& lastFour)
{
    constexpr qsizetype kShown = 4;
    return lastFour.size() <= kShown;
}

QString currencyOf(const QJsonObject& object, std::string_view currencyPath)
{
    const QString named = currencyPath.empty() ? QString() : valueAt(object, currencyPath).toString();
    return named.isEmpty() ? QStringLiteral("USD") : named;
}

static bool absent(const QJsonValue& value)
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
static bool readUnits(const QJsonValue& value, int digits, std::optional<Units>& out)
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

bool readDecimal(const QJsonValue& value, const QString& currency, std::optional<MinorUnits>& out)
{
    return readUnits(value, minorDigits(currency), out);
}

bool readDecimal(const QJsonValue& value, const QString&, std::optional<MicroUnits>& out)
{
    return readUnits(value, kMicroDigits, out);
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

static QJsonValue decimal(qint64 count, int digits)
{
    const qint64 unit = powerOfTen(digits);
    if (count % unit == 0)
        return count / unit;
    return static_cast<double>(count) / static_cast<double>(unit);
}

QJsonValue writeDecimal(const std::optional<MinorUnits>& value, const QString& currency)
{
    return value ? decimal(value->count, minorDigits(currency)) : QJsonValue(QJsonValue::Null);
}

QJsonValue writeDecimal(const std::optional<MicroUnits>& value, const QString&)
{
    return value ? decimal(value->count, kMicroDigits) : QJsonValue(QJsonValue::Null);
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

} // namespace detail

Result<AnyRecord> decodeAnyRecord(RecordTypeIndex type, const QJsonObject& object, qint64 version)
{
    Result<AnyRecord> result
        = Error { ErrorCode::Internal, QString(), QStringLiteral("no such record type") };
    RecordTypeIndex index = 0;
    forEachRecordType([&]<class Record>() {
        if (index++ != type)
            return;
        Result<Record> record = decodeRecord<Record>(object, version);
        if (record)
            result = AnyRecord(std::move(record).value());
        else
            result = record.error();
    });
    return result;
}

} // namespace ot::storage
