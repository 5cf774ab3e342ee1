// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every record type, in the order in which a summary lists them. Adding a type here is all that is needed for
// it to be decoded, stored, searched, exported and shown in the data map.
#pragma once

#include "storage/records/account.h"
#include "storage/records/contract.h"
#include "storage/records/conversation.h"
#include "storage/records/instruction_page.h"
#include "storage/records/job.h"
#include "storage/records/message.h"
#include "storage/records/milestone.h"
#include "storage/records/payout.h"
#include "storage/records/profile.h"
#include "storage/records/proposal.h"

#include <array>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace ot::storage {

using AnyRecord = std::variant<Account, Profile, Job, Proposal, Conversation, Message, Contract, Milestone,
    InstructionPage, Payout>;

inline constexpr std::size_t kRecordTypeCount = std::variant_size_v<AnyRecord>;

// The place of a type in AnyRecord; small, stable within one run, never stored.
using RecordTypeIndex = std::size_t;

template <class Record>
consteval RecordTypeIndex recordTypeIndex()
{
    return []<std::size_t... Is>(std::index_sequence<Is...>)
    {
        std::size_t found = kRecordTypeCount;
        ((std::is_same_v<Record, std::variant_alternative_t<Is, AnyRecord>> ? void(found = Is) : void()),
            ...);
        return found;
    }
    (std::make_index_sequence<kRecordTypeCount> {});
}

// Calls visitor.operator()<Record>() for every record type, in order.
template <class Visitor>
constexpr void forEachRecordType(Visitor&& visitor)
{
    [&]<std::size_t... Is>(std::index_sequence<Is...>)
    {
        (visitor.template operator()<std::variant_alternative_t<Is, AnyRecord>>(), ...);
    }
    (std::make_index_sequence<kRecordTypeCount> {});
}

inline constexpr std::array<RecordTraits, kRecordTypeCount> kRecordTraits =
    []<std::size_t... Is>(std::index_sequence<Is...>)
{
    return std::array<RecordTraits, kRecordTypeCount> {
        std::variant_alternative_t<Is, AnyRecord>::kTraits...
    };
}
(std::make_index_sequence<kRecordTypeCount> {});

// The type of a wire name, or nothing for a type this program does not know.
constexpr std::optional<RecordTypeIndex> recordTypeByName(std::string_view name)
{
    for (std::size_t i = 0; i < kRecordTypeCount; ++i) {
        if (kRecordTraits[i].name == name)
            return i;
    }
    return std::nullopt;
}

} // namespace ot::storage
