// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/search_sources.h"

#include "storage/records/sql_codec.h"

#include <array>

namespace ot::storage::queries {

namespace {

// The most wanted first.
constexpr std::array kSources {
    SearchSource { .type = recordTypeIndex<Job>(),
        .title = "t.title",
        .text = "coalesce(t.companyName, '') || ' · ' || coalesce(t.descriptionText, '')",
        .time = "t.datePosted",
        .authorColumns = "companyName" },
    SearchSource { .type = recordTypeIndex<Message>(),
        .title = "(SELECT coalesce(c.companyName, c.title, c.counterpartName) FROM conversation c WHERE c.id "
                 "= t.conversationId)",
        .text = "t.content",
        .authorColumns = "senderName",
        .author = "t.senderName" },
    SearchSource { .type = recordTypeIndex<Conversation>(),
        .title = "coalesce(t.channelName, t.companyName, t.counterpartName)",
        .text = "t.title",
        .time = "t.updatedAt",
        .authorColumns = "companyName counterpartName" },
    SearchSource { .type = recordTypeIndex<Contract>(),
        .title = "t.title",
        .text = "t.employerName",
        .authorColumns = "employerName" },
    SearchSource { .type = recordTypeIndex<Proposal>(),
        .title = "t.jobTitle",
        .text = "t.coverText",
        .authorColumns = "companyName" },
    SearchSource { .type = recordTypeIndex<Milestone>(), .title = "t.name", .text = "t.description" },
    SearchSource { .type = recordTypeIndex<Submission>(),
        .title = "(SELECT c.title FROM contract c WHERE c.id = t.contractId)",
        .text = "coalesce(t.note, '') || ' · ' || coalesce(t.reviewComment, '')",
        .time = "t.submittedAt" },
    SearchSource { .type = recordTypeIndex<InstructionPage>(),
        .title = "t.title",
        .text = "t.markdown",
        .time = "t.updatedAt" },
    SearchSource { .type = recordTypeIndex<Note>(),
        .title = "t.authorName",
        .text = "t.text",
        .authorColumns = "authorName" },
    SearchSource { .type = recordTypeIndex<Attachment>(), .title = "t.fileName", .text = "t.mediaType" },
    SearchSource { .type = recordTypeIndex<Interview>(),
        .title = "t.jobTitle",
        .text = "coalesce(t.companyName, '') || ' · ' || coalesce(t.summary, '')",
        .authorColumns = "companyName" },
    SearchSource { .type = recordTypeIndex<CalendarEvent>(),
        .title = "t.title",
        .text = "t.description",
        .time = "t.startsAt" },
    SearchSource { .type = recordTypeIndex<Payout>(),
        .title = "t.jobTitle",
        .text = "coalesce(t.employerName, '') || ' · ' || coalesce(t.invoiceNumber, '')",
        .authorColumns = "employerName" },
    SearchSource { .type = recordTypeIndex<Invoice>(),
        .title = "t.number",
        .text = "coalesce(t.employerName, '') || ' · ' || coalesce(t.billedTo, '')",
        .time = "t.issuedAt",
        .authorColumns = "employerName" },
    SearchSource { .type = recordTypeIndex<PayoutMethod>(), .title = "t.label", .text = "t.provider" },
    SearchSource { .type = recordTypeIndex<SavedSearch>(), .title = "t.name", .text = "t.query" },
    SearchSource { .type = recordTypeIndex<SavedJob>(),
        .title = "(SELECT j.title FROM job j WHERE j.id = t.jobId)",
        .text = "t.note" },
    SearchSource { .type = recordTypeIndex<ProposalTemplate>(), .title = "t.name", .text = "t.body" },
    SearchSource { .type = recordTypeIndex<Review>(),
        .title = "t.jobTitle",
        .text = "coalesce(t.authorName, '') || ' · ' || coalesce(t.comment, '')",
        .authorColumns = "authorName" },
    SearchSource { .type = recordTypeIndex<Profile>(),
        .title = "t.displayName",
        .text = "coalesce(t.title, '') || ' · ' || coalesce(t.bio, '')",
        .time = "t.updatedAt" },
    SearchSource { .type = recordTypeIndex<Company>(), .title = "t.name", .text = "t.description" },
    SearchSource { .type = recordTypeIndex<TeamMember>(),
        .title = "coalesce(t.displayName, t.email)",
        .text = "t.title" },
    SearchSource { .type = recordTypeIndex<Reference>(), .title = "t.name", .text = "t.relation" },
    SearchSource { .type = recordTypeIndex<SupportTicket>(),
        .title = "t.subject",
        .text = "json_extract(t.messages, '$[#-1].text')",
        .time = "t.updatedAt" },
    SearchSource { .type = recordTypeIndex<Notification>(), .title = "t.title", .text = "t.text" },
    SearchSource { .type = recordTypeIndex<Integration>(),
        .title = "t.name",
        .text = "t.company",
        .time = "t.connectedAt",
        .authorColumns = "company" },
    SearchSource { .type = recordTypeIndex<SecurityEvent>(),
        .title = "t.deviceName",
        .text = "t.location",
        .time = "t.occurredAt" },
    SearchSource { .type = recordTypeIndex<DataRequest>(),
        .title = "t.exercise",
        .text = "t.scope_text",
        .time = "t.receivedAt" },
    SearchSource { .type = recordTypeIndex<PolicyVersion>(),
        .title = "t.title",
        .text = "t.summary",
        .time = "t.effectiveAt" },
};

// A type whose text is indexed can be found, and no other.
consteval bool everySearchableTypeIsShownOnce()
{
    std::array<int, kRecordTypeCount> shown {};
    for (const SearchSource& source : kSources)
        ++shown[source.type];
    bool all = true;
    forEachRecordType([&]<class Record>() {
        all = all && shown[recordTypeIndex<Record>()] == (isSearchable<Record>() ? 1 : 0);
    });
    return all;
}
static_assert(everySearchableTypeIsShownOnce());

} // namespace

std::span<const SearchSource> searchSources()
{
    return kSources;
}

} // namespace ot::storage::queries
