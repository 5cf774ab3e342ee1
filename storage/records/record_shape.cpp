// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/record_shape.h"

#include <algorithm>

namespace ot::storage {

namespace {

template <class Value>
constexpr ValueKind kindOf()
{
    return static_cast<ValueKind>(ConstFieldPointer(static_cast<const Value*>(nullptr)).index());
}

template <class Record>
constexpr auto kFieldShapes = std::apply(
    [](const auto&... field) {
        return std::array<FieldShape, sizeof...(field)> { FieldShape { field.path, field.currencyPath,
            field.privacy, field.traits,
            kindOf<typename std::remove_cvref_t<decltype(field)>::ValueType>() }... };
    },
    Record::fields());

template <std::size_t... Is>
constexpr std::array<RecordShape, kRecordTypeCount> describeAll(std::index_sequence<Is...>)
{
    return { RecordShape {
        Is, kRecordTraits[Is], kFieldShapes<std::variant_alternative_t<Is, AnyRecord>> }... };
}

constexpr std::array<RecordShape, kRecordTypeCount> kShapes
    = describeAll(std::make_index_sequence<kRecordTypeCount> {});

// One small function a type: a fold over all of them takes the compiler a quarter of a minute.
template <class Record>
AnyRecord makeEmpty()
{
    return AnyRecord(std::in_place_type<Record>);
}

template <std::size_t... Is>
constexpr std::array<AnyRecord (*)(), kRecordTypeCount> makersOfAll(std::index_sequence<Is...>)
{
    return { makeEmpty<std::variant_alternative_t<Is, AnyRecord>>... };
}

constexpr std::array<AnyRecord (*)(), kRecordTypeCount> kMakers
    = makersOfAll(std::make_index_sequence<kRecordTypeCount> {});

} // namespace

bool RecordShape::isSearchable() const
{
    return std::any_of(fields.begin(), fields.end(),
        [](const FieldShape& field) { return field.traits.has(Trait::Searchable); });
}

std::span<const RecordShape> recordShapes()
{
    return kShapes;
}

const RecordShape& recordShape(RecordTypeIndex type)
{
    return kShapes.at(type);
}

AnyFields fieldsOf(AnyRecord& record)
{
    return std::visit(
        [](auto& known) {
            const auto values = fieldsOf(known);
            return AnyFields { &known, { values.begin(), values.end() } };
        },
        record);
}

ConstAnyFields fieldsOf(const AnyRecord& record)
{
    return std::visit(
        [](const auto& known) {
            const auto values = fieldsOf(known);
            return ConstAnyFields { &known, { values.begin(), values.end() } };
        },
        record);
}

AnyRecord emptyRecord(RecordTypeIndex type)
{
    return kMakers.at(type)();
}

} // namespace ot::storage
