// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/record_names.h"

#include <QCoreApplication>

#include <array>

namespace ot::models {

using namespace storage; // NOLINT(google-build-using-namespace): this file is about every record type

namespace {

struct Names {
    RecordTypeIndex type;
    const char* name;
    const char* icon;
};

constexpr std::array kNames {
    Names { recordTypeIndex<Account>(), QT_TRANSLATE_NOOP("RecordNames", "Account"), "home" },
    Names { recordTypeIndex<Profile>(), QT_TRANSLATE_NOOP("RecordNames", "Profile"), "home" },
    Names { recordTypeIndex<Company>(), QT_TRANSLATE_NOOP("RecordNames", "Company"), "home" },
    Names { recordTypeIndex<TeamMember>(), QT_TRANSLATE_NOOP("RecordNames", "Team member"), "work" },
    Names { recordTypeIndex<Job>(), QT_TRANSLATE_NOOP("RecordNames", "Job"), "jobs" },
    Names { recordTypeIndex<SavedJob>(), QT_TRANSLATE_NOOP("RecordNames", "Saved job"), "jobs" },
    Names { recordTypeIndex<SavedSearch>(), QT_TRANSLATE_NOOP("RecordNames", "Saved search"), "search" },
    Names { recordTypeIndex<Proposal>(), QT_TRANSLATE_NOOP("RecordNames", "Proposal"), "proposals" },
    Names { recordTypeIndex<ProposalTemplate>(), QT_TRANSLATE_NOOP("RecordNames", "Proposal template"),
        "proposals" },
    Names { recordTypeIndex<Interview>(), QT_TRANSLATE_NOOP("RecordNames", "Interview"), "proposals" },
    Names { recordTypeIndex<Conversation>(), QT_TRANSLATE_NOOP("RecordNames", "Conversation"), "messages" },
    Names { recordTypeIndex<Message>(), QT_TRANSLATE_NOOP("RecordNames", "Message"), "messages" },
    Names { recordTypeIndex<Contract>(), QT_TRANSLATE_NOOP("RecordNames", "Contract"), "work" },
    Names { recordTypeIndex<Milestone>(), QT_TRANSLATE_NOOP("RecordNames", "Milestone"), "work" },
    Names { recordTypeIndex<Submission>(), QT_TRANSLATE_NOOP("RecordNames", "Submission"), "work" },
    Names {
        recordTypeIndex<InstructionPage>(), QT_TRANSLATE_NOOP("RecordNames", "Instruction page"), "work" },
    Names { recordTypeIndex<Acknowledgement>(), QT_TRANSLATE_NOOP("RecordNames", "Acknowledgement"), "work" },
    Names { recordTypeIndex<Attachment>(), QT_TRANSLATE_NOOP("RecordNames", "Attachment"), "file" },
    Names { recordTypeIndex<Note>(), QT_TRANSLATE_NOOP("RecordNames", "Note"), "file" },
    Names { recordTypeIndex<CalendarEvent>(), QT_TRANSLATE_NOOP("RecordNames", "Calendar event"), "work" },
    Names { recordTypeIndex<Payout>(), QT_TRANSLATE_NOOP("RecordNames", "Payout"), "payouts" },
    Names { recordTypeIndex<PayoutMethod>(), QT_TRANSLATE_NOOP("RecordNames", "Payout method"), "payouts" },
    Names { recordTypeIndex<Invoice>(), QT_TRANSLATE_NOOP("RecordNames", "Invoice"), "payouts" },
    Names { recordTypeIndex<TaxForm>(), QT_TRANSLATE_NOOP("RecordNames", "Tax form"), "payouts" },
    Names { recordTypeIndex<Review>(), QT_TRANSLATE_NOOP("RecordNames", "Review"), "work" },
    Names { recordTypeIndex<Reference>(), QT_TRANSLATE_NOOP("RecordNames", "Reference"), "privacy" },
    Names { recordTypeIndex<Notification>(), QT_TRANSLATE_NOOP("RecordNames", "Notification"), "home" },
    Names {
        recordTypeIndex<SupportTicket>(), QT_TRANSLATE_NOOP("RecordNames", "Support ticket"), "messages" },
    Names { recordTypeIndex<Integration>(), QT_TRANSLATE_NOOP("RecordNames", "Connected tool"), "settings" },
    Names { recordTypeIndex<SecurityEvent>(), QT_TRANSLATE_NOOP("RecordNames", "Security event"), "lock" },
    Names { recordTypeIndex<PrivacyChoice>(), QT_TRANSLATE_NOOP("RecordNames", "Privacy choice"), "privacy" },
    Names { recordTypeIndex<ConsentRecord>(), QT_TRANSLATE_NOOP("RecordNames", "Consent"), "privacy" },
    Names { recordTypeIndex<DataRequest>(), QT_TRANSLATE_NOOP("RecordNames", "Privacy request"), "privacy" },
    Names { recordTypeIndex<PolicyVersion>(), QT_TRANSLATE_NOOP("RecordNames", "Policy version"), "privacy" },
};

// In the order of the types, so that the place of a type is its index.
consteval bool everyTypeStandsInItsPlace()
{
    bool all = kNames.size() == kRecordTypeCount;
    for (std::size_t i = 0; i < kNames.size(); ++i)
        all = all && kNames[i].type == i;
    return all;
}
static_assert(everyTypeStandsInItsPlace());

} // namespace

QString recordTypeName(RecordTypeIndex type)
{
    return QCoreApplication::translate("RecordNames", kNames[type].name);
}

QString recordTypeIcon(RecordTypeIndex type)
{
    return QString::fromLatin1(kNames[type].icon);
}

} // namespace ot::models
