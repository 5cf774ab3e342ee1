// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every record type, in the order in which a summary lists them. Adding a type here is all that is needed for
// it to be decoded, stored, searched, exported and shown in the data map.
#pragma once

#include "storage/records/account.h"
#include "storage/records/acknowledgement.h"
#include "storage/records/attachment.h"
#include "storage/records/calendar_event.h"
#include "storage/records/company.h"
#include "storage/records/consent_record.h"
#include "storage/records/contract.h"
#include "storage/records/conversation.h"
#include "storage/records/data_request.h"
#include "storage/records/instruction_page.h"
#include "storage/records/integration.h"
#include "storage/records/interview.h"
#include "storage/records/invoice.h"
#include "storage/records/job.h"
#include "storage/records/message.h"
#include "storage/records/milestone.h"
#include "storage/records/note.h"
#include "storage/records/notification.h"
#include "storage/records/payout.h"
#include "storage/records/payout_method.h"
#include "storage/records/policy_version.h"
#include "storage/records/privacy_choice.h"
#include "storage/records/profile.h"
#include "storage/records/proposal.h"
#include "storage/records/proposal_template.h"
#include "storage/records/reference.h"
#include "storage/records/review.h"
#include "storage/records/saved_job.h"
#include "storage/records/saved_search.h"
#include "storage/records/security_event.h"
#include "storage/records/submission.h"
#include "storage/records/support_ticket.h"
#include "storage/records/tax_form.h"
#include "storage/records/team_member.h"

#include <array>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace ot::storage {

using AnyRecord = std::variant<Account, Profile, Company, TeamMember, Job, SavedJob, SavedSearch, Proposal,
    ProposalTemplate, Interview, Conversation, Message, Contract, Milestone, Submission, InstructionPage,
    Acknowledgement, Attachment, Note, CalendarEvent, Payout, PayoutMethod, Invoice, TaxForm, Review,
    Reference, Notification, SupportTicket, Integration, SecurityEvent, PrivacyChoice, ConsentRecord,
    DataRequest, PolicyVersion>;

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

template <class Record>
concept IsRecord = recordTypeIndex<Record>()
< kRecordTypeCount;

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
