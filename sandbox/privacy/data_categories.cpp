// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/data_categories.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr int kYear = 365;
constexpr auto kWork = "The other side of the contract keeps it, and disputes can be raised for six years.";
constexpr auto kMoney = "Tax law asks for records of payments for ten years.";
constexpr auto kTalk = "The people you wrote with keep what was said.";
constexpr auto kProof = "It proves what you allowed and asked for.";

} // namespace

const std::vector<DataKind>& dataKinds()
{
    static const std::vector<DataKind> kKinds {
        { "Account", "account_profile", "platform", true, 0, "" },
        { "Profile", "account_profile", "platform", true, 0, "" },
        { "Company", "company_team", "platform", false, 0, "" },
        { "TeamMember", "company_team", "platform", false, 0, "" },
        { "SavedJob", "marketplace", "platform", true, 6 * kYear,
            "It counts how often a job was saved; your name is not with it." },
        { "SavedSearch", "marketplace", "platform", true, 0, "" },
        { "ProposalTemplate", "marketplace", "platform", false, 0, "" },
        { "Proposal", "marketplace", "platform", false, 6 * kYear, kWork },
        { "Interview", "marketplace", "platform", false, 0, "" },
        { "Contract", "marketplace", "platform", false, 6 * kYear, kWork },
        { "Milestone", "marketplace", "platform", false, 6 * kYear, kWork },
        { "InstructionPage", "marketplace", "customer", false, 0, "" },
        { "Acknowledgement", "marketplace", "customer", true, 6 * kYear, kWork },
        { "Submission", "marketplace", "customer", false, 6 * kYear, kWork },
        { "Review", "marketplace", "platform", false, 6 * kYear,
            "Others rely on it; your name is not with it." },
        { "Note", "marketplace", "platform", false, 0, "" },
        { "CalendarEvent", "marketplace", "platform", true, 0, "" },
        { "Conversation", "communications", "platform", false, 6 * kYear, kTalk },
        { "Message", "communications", "platform", false, 6 * kYear, kTalk },
        { "Attachment", "communications", "customer", false, 6 * kYear, kTalk },
        { "Notification", "communications", "platform", true, 0, "" },
        { "Payout", "payments_tax", "platform", false, 10 * kYear, kMoney },
        { "Invoice", "payments_tax", "platform", false, 10 * kYear, kMoney },
        { "PayoutMethod", "payments_tax", "platform", false, 0, "" },
        { "TaxForm", "payments_tax", "platform", false, 10 * kYear, kMoney },
        { "SupportTicket", "support", "platform", true, 3 * kYear, "Support keeps it for three years." },
        { "Reference", "about_others", "platform", true, 0, "" },
        { "SecurityEvent", "security", "platform", true, 90, "It helps to find fraud for 90 days." },
        { "Integration", "integrations", "platform", true, 0, "" },
        { "PrivacyChoice", "privacy", "platform", true, 0, "" },
        { "ConsentRecord", "privacy", "platform", true, 6 * kYear, kProof },
        { "DataRequest", "privacy", "platform", true, 6 * kYear, kProof },
    };
    return kKinds;
}

const DataKind& dataKind(const QString& type)
{
    static const DataKind kOther { "", "other", "platform", true, 0, "" };
    const auto found = std::find_if(dataKinds().cbegin(), dataKinds().cend(),
        [&type](const DataKind& kind) { return type == QLatin1String(kind.type); });
    return found == dataKinds().cend() ? kOther : *found;
}

const QStringList& dataCategories()
{
    static const QStringList kCategories = [] {
        QStringList categories;
        for (const DataKind& kind : dataKinds()) {
            if (!categories.contains(QLatin1String(kind.category)))
                categories.append(QLatin1String(kind.category));
        }
        categories.append(QStringLiteral("other"));
        return categories;
    }();
    return kCategories;
}

} // namespace ot::sandbox
