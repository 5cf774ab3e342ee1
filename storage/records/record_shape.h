// SPDX-License-Identifier: GPL-3.0-or-later
//
// The record types as a run-time description, made from their field tuples (field.h): what code reads that
// does the same for every field of every type. The codecs, the schema and the data map are loops over it,
// compiled once, instead of one copy a type.
#pragma once

#include "storage/records/all_records.h"

#include <array>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace ot::storage {

// The types a field's value can have. `Pointer<T>` is T* or const T*.
template <template <class> class Pointer>
using EachValue = std::variant<Pointer<QString>, Pointer<QStringList>, Pointer<bool>, Pointer<qint64>,
    Pointer<double>, Pointer<QJsonArray>, Pointer<QJsonObject>, Pointer<std::optional<UtcTime>>,
    Pointer<std::optional<MinorUnits>>, Pointer<std::optional<MicroUnits>>, Pointer<std::optional<bool>>,
    Pointer<std::optional<qint64>>, Pointer<std::optional<double>>>;

namespace detail {
template <class Value>
using Writable = Value*;
template <class Value>
using Readable = const Value*;
} // namespace detail

// Where the value of one field of one record stands. Valid as long as that record.
using FieldPointer = EachValue<detail::Writable>;
using ConstFieldPointer = EachValue<detail::Readable>;

// What kind of value a field has, in the order of the alternatives above.
enum class ValueKind {
    Text,
    TextList,
    Boolean,
    Integer,
    Real,
    List,
    Object,
    Time,
    Minor,
    Micro,
    OptionalBoolean,
    OptionalInteger,
    OptionalReal,
};
static_assert(std::variant_size_v<FieldPointer> == std::size_t(ValueKind::OptionalReal) + 1);

struct FieldShape {
    std::string_view path;
    std::string_view currencyPath;
    PrivacyFacts privacy;
    Traits traits;
    ValueKind kind = ValueKind::Text;
};

struct RecordShape {
    RecordTypeIndex type = 0;
    RecordTraits traits;
    std::span<const FieldShape> fields; // in the tuple's order

    [[nodiscard]] bool isSearchable() const;
};

// Every type, in the order of AnyRecord. They live as long as the program; any thread.
std::span<const RecordShape> recordShapes();
const RecordShape& recordShape(RecordTypeIndex type);

template <class Record>
const RecordShape& shapeOf()
{
    return recordShape(recordTypeIndex<Record>());
}

// The values of a record's fields, in the order of its shape.
template <class Record>
requires IsRecord<std::remove_const_t<Record>>
auto fieldsOf(Record& record)
{
    using Pointer = std::conditional_t<std::is_const_v<Record>, ConstFieldPointer, FieldPointer>;
    return std::apply(
        [&record](const auto&... field) {
            return std::array<Pointer, sizeof...(field)> { Pointer(&(record.*(field.member)))... };
        },
        std::remove_const_t<Record>::fields());
}

// The same for a record of any type.
struct AnyFields {
    RecordBase* base = nullptr;
    std::vector<FieldPointer> values;
};
struct ConstAnyFields {
    const RecordBase* base = nullptr;
    std::vector<ConstFieldPointer> values;
};
AnyFields fieldsOf(AnyRecord& record);
ConstAnyFields fieldsOf(const AnyRecord& record);

// A record of this type with nothing in it.
AnyRecord emptyRecord(RecordTypeIndex type);

} // namespace ot::storage
