// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records to JSON and back, by the description of their fields. Decoding is tolerant where the platform's own
// pages disagree (unknown members are kept, unknown enumeration values pass, null and absent are the same)
// and strict where a wrong value would be a lie: a member of the wrong type is an error that names its place.
// Pure functions; any thread.
#pragma once

#include "storage/records/account_numbers.h"
#include "storage/records/json_path.h"
#include "storage/records/record_shape.h"
#include "storage/records/wire_values.h"
#include "storage/result.h"

#include <QJsonObject>

namespace ot::storage {

namespace detail {

std::optional<Error> decodeFields(const QJsonObject& object, qint64 version, const RecordShape& shape,
    RecordBase& base, std::span<const FieldPointer> values);
QJsonObject encodeFields(
    const RecordShape& shape, const RecordBase& base, std::span<const ConstFieldPointer> values);

} // namespace detail

// Decodes one record. `version` is the feed's. Errors: Decode, with the record's name and the member's path
// in the detail, never its value; also for a record that carries a whole account or card number.
template <class Record>
Result<Record> decodeRecord(const QJsonObject& object, qint64 version)
{
    Record record;
    if (std::optional<Error> error
        = detail::decodeFields(object, version, shapeOf<Record>(), record, fieldsOf(record)))
        return *std::move(error);
    return record;
}

// The whole record as the wire has it, the members this program does not know included.
template <class Record>
QJsonObject encodeRecord(const Record& record)
{
    return detail::encodeFields(shapeOf<Record>(), record, fieldsOf(record));
}

// The same for a type known by its index.
Result<AnyRecord> decodeAnyRecord(RecordTypeIndex type, const QJsonObject& object, qint64 version);
QJsonObject encodeAnyRecord(const AnyRecord& record);

} // namespace ot::storage
