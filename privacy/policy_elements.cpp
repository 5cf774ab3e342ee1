// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/policy_elements.h"

#include <QCoreApplication>

namespace ot::privacy {

using storage::DataCategory;

namespace {

constexpr const char* kNotSent = QT_TRANSLATE_NOOP(
    "PolicyElements", "The platform may hold it; its interface does not send it to this program.");
constexpr const char* kNotSentByUs = QT_TRANSLATE_NOOP("PolicyElements", "This program sends none of it.");
constexpr const char* kCredentials = QT_TRANSLATE_NOOP("PolicyElements",
    "Never shown: you give it to the platform in your browser, and this program never sees it.");
constexpr const char* kRefused
    = QT_TRANSLATE_NOOP("PolicyElements", "Refused: a record that carries one does not enter the vault.");
constexpr const char* kImages
    = QT_TRANSLATE_NOOP("PolicyElements", "Never fetched: only the result of a check is kept here.");

PolicyElement held(DataCategory category, const char* name, std::vector<std::string_view> fields)
{
    return { category, name, std::move(fields), nullptr };
}

PolicyElement notHeld(DataCategory category, const char* name, const char* why)
{
    return { category, name, {}, why };
}

std::vector<PolicyElement> whoYouAre()
{
    using enum DataCategory;
    return {
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Name"),
            { "Account.firstName", "Account.lastName", "Account.fullName", "Profile.displayName" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Email address"), { "Account.email" }),
        notHeld(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Phone number"), kNotSent),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Username or handle"),
            { "Profile.profileSlug" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Profile photo"),
            { "Profile.profilePhotoUrl" }),
        notHeld(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Password and sign-in credentials"),
            kCredentials),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "User type"),
            { "Account.userType", "Account.accountKind" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Location"),
            { "Account.country", "Profile.city", "Profile.country" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Language preferences"),
            { "Account.locale", "Profile.languages" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Skills and domain expertise"),
            { "Profile.skills.subjectMatter", "Profile.skills.tags", "Profile.expertiseLevel" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Experience and education"),
            { "Profile.workExperience", "Profile.labelExperience", "Profile.education" }),
        notHeld(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Certifications and portfolio items"),
            kNotSent),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Hourly rate"),
            { "Profile.hourlyRateUsd" }),
        held(AccountAndProfile, QT_TRANSLATE_NOOP("PolicyElements", "Availability and work preferences"),
            { "Profile.availability" }),
        held(CompanyAndVendor, QT_TRANSLATE_NOOP("PolicyElements", "Company name and details"),
            { "Company.name", "Company.legalName", "Company.description", "Company.website" }),
        held(CompanyAndVendor, QT_TRANSLATE_NOOP("PolicyElements", "Team members and their roles"),
            { "TeamMember.role", "TeamMember.status", "TeamMember.contractIds" }),
        held(CompanyAndVendor, QT_TRANSLATE_NOOP("PolicyElements", "Business contact"),
            { "Company.contactName", "Company.contactEmail" }),
        held(CompanyAndVendor, QT_TRANSLATE_NOOP("PolicyElements", "Capabilities"),
            { "Company.dataTypes", "Company.labelTypes", "Company.software", "Company.certifications" }),
        held(CompanyAndVendor, QT_TRANSLATE_NOOP("PolicyElements", "Staffing"),
            { "Company.headcountBand", "Company.workforceModel", "TeamMember.weeklyHours" }),
        held(CompanyAndVendor, QT_TRANSLATE_NOOP("PolicyElements", "Services and rates"),
            { "Company.rates", "Company.minimumEngagementMinor" }),
        held(AboutOthers, QT_TRANSLATE_NOOP("PolicyElements", "Teammates you invited"),
            { "TeamMember.displayName", "TeamMember.email" }),
        held(AboutOthers, QT_TRANSLATE_NOOP("PolicyElements", "References and referrals"),
            { "Reference.name", "Reference.emailMasked", "Reference.relation" }),
        held(AboutOthers, QT_TRANSLATE_NOOP("PolicyElements", "Their permission, and who was told"),
            { "Reference.permissionConfirmedAt", "Reference.informedAt" }),
    };
}

std::vector<PolicyElement> whatYouDo()
{
    using enum DataCategory;
    return {
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Jobs and searches saved"),
            { "SavedJob.jobId", "SavedJob.note", "SavedSearch.query" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Proposals and bids"),
            { "Proposal.coverText", "Proposal.bid.amountMicros", "ProposalTemplate.body" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Screening answers"),
            { "Proposal.screeningAnswers" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Interview answers"),
            { "Interview.transcript", "Interview.score" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Contracts and statements of work"),
            { "Contract.title", "Milestone.description" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Task instructions"),
            { "InstructionPage.markdown", "InstructionPage.htmlSnapshot", "Acknowledgement.contentHash" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Deliverables"),
            { "Submission.note", "Submission.attachments", "Attachment.fileName" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Messages and their metadata"),
            { "Message.content", "Message.createdAt", "Conversation.participants" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Reviews and ratings"),
            { "Review.rating", "Review.comment", "Review.reply" }),
        held(MarketplaceActivity, QT_TRANSLATE_NOOP("PolicyElements", "Disputes"), { "Milestone.status" }),
    };
}

std::vector<PolicyElement> moneyAndSafety()
{
    using enum DataCategory;
    return {
        held(PaymentAndTax, QT_TRANSLATE_NOOP("PolicyElements", "Billing address and invoices"),
            { "Invoice.billedTo", "Invoice.number", "Invoice.lines" }),
        held(PaymentAndTax, QT_TRANSLATE_NOOP("PolicyElements", "Payment method, last four only"),
            { "PayoutMethod.kind", "PayoutMethod.last4", "Payout.destinationLast4" }),
        notHeld(
            PaymentAndTax, QT_TRANSLATE_NOOP("PolicyElements", "Whole account and card numbers"), kRefused),
        held(PaymentAndTax, QT_TRANSLATE_NOOP("PolicyElements", "Payout account state"),
            { "PayoutMethod.status", "PayoutMethod.requirements" }),
        held(PaymentAndTax,
            QT_TRANSLATE_NOOP("PolicyElements", "Tax forms and taxpayer number, last four only"),
            { "TaxForm.form", "TaxForm.status", "TaxForm.taxIdLast4" }),
        held(PaymentAndTax, QT_TRANSLATE_NOOP("PolicyElements", "Transactions and fees"),
            { "Payout.amountMinor", "Payout.feeMinor", "Payout.netMinor" }),
        held(PaymentAndTax, QT_TRANSLATE_NOOP("PolicyElements", "Refunds and failed payments"),
            { "Payout.failureCode", "Payout.failureMessage" }),
        held(VerificationAndSafety, QT_TRANSLATE_NOOP("PolicyElements", "Verification result"),
            { "Profile.identityVerified", "Company.verified", "DataRequest.identity" }),
        notHeld(VerificationAndSafety, QT_TRANSLATE_NOOP("PolicyElements", "Identity documents and selfies"),
            kImages),
        notHeld(VerificationAndSafety,
            QT_TRANSLATE_NOOP("PolicyElements", "Sanctions and compliance screening"), kNotSent),
        notHeld(VerificationAndSafety, QT_TRANSLATE_NOOP("PolicyElements", "Complaints and investigations"),
            kNotSent),
        notHeld(
            VerificationAndSafety, QT_TRANSLATE_NOOP("PolicyElements", "Suspected fraud or abuse"), kNotSent),
        held(Support, QT_TRANSLATE_NOOP("PolicyElements", "Support tickets and transcripts"),
            { "SupportTicket.subject", "SupportTicket.messages" }),
        held(Support, QT_TRANSLATE_NOOP("PolicyElements", "Survey answers"),
            { "SupportTicket.survey.rating", "SupportTicket.survey.comment" }),
        notHeld(Support, QT_TRANSLATE_NOOP("PolicyElements", "Call notes"), kNotSent),
        notHeld(Support, QT_TRANSLATE_NOOP("PolicyElements", "Event registrations"), kNotSent),
    };
}

std::vector<PolicyElement> whatComesByItself()
{
    using enum DataCategory;
    return {
        held(DeviceAndUsage, QT_TRANSLATE_NOOP("PolicyElements", "Network address, shortened"),
            { "SecurityEvent.networkMasked" }),
        held(DeviceAndUsage, QT_TRANSLATE_NOOP("PolicyElements", "Device and operating system"),
            { "SecurityEvent.deviceName", "SecurityEvent.platform" }),
        held(DeviceAndUsage, QT_TRANSLATE_NOOP("PolicyElements", "Approximate location"),
            { "SecurityEvent.location" }),
        held(DeviceAndUsage, QT_TRANSLATE_NOOP("PolicyElements", "Sign-ins and sessions"),
            { "SecurityEvent.kind", "SecurityEvent.occurredAt", "SecurityEvent.sessionActive" }),
        notHeld(DeviceAndUsage, QT_TRANSLATE_NOOP("PolicyElements", "Pages viewed, clicks and scrolling"),
            kNotSentByUs),
        notHeld(DeviceAndUsage, QT_TRANSLATE_NOOP("PolicyElements", "Crash and error logs"), kNotSentByUs),
        held(ConnectedTools, QT_TRANSLATE_NOOP("PolicyElements", "Tools you connected"),
            { "Integration.name", "Integration.company", "Integration.status" }),
        held(ConnectedTools, QT_TRANSLATE_NOOP("PolicyElements", "What each may read"),
            { "Integration.scopes" }),
        held(ConnectedTools, QT_TRANSLATE_NOOP("PolicyElements", "Last use"), { "Integration.lastUsedAt" }),
        notHeld(MarketingAndPublicSources, QT_TRANSLATE_NOOP("PolicyElements", "How you found the platform"),
            kNotSent),
        notHeld(MarketingAndPublicSources,
            QT_TRANSLATE_NOOP("PolicyElements", "What public or professional sources say"), kNotSent),
        held(PrivacyChoices, QT_TRANSLATE_NOOP("PolicyElements", "Switches and consents"),
            { "PrivacyChoice.allowed", "ConsentRecord.event.type", "ConsentRecord.hash" }),
        held(PrivacyChoices, QT_TRANSLATE_NOOP("PolicyElements", "Requests and their answers"),
            { "DataRequest.exercise", "DataRequest.status", "DataRequest.events" }),
    };
}

std::vector<PolicyElement> allElements()
{
    std::vector<PolicyElement> all;
    for (const auto& some : { whoYouAre(), whatYouDo(), moneyAndSafety(), whatComesByItself() })
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace

const std::vector<PolicyElement>& policyElements()
{
    static const std::vector<PolicyElement> kElements = allElements();
    return kElements;
}

QString elementName(const PolicyElement& element)
{
    return QCoreApplication::translate("PolicyElements", element.name);
}

QString whyNotHeld(const PolicyElement& element)
{
    return element.whyNot == nullptr ? QString()
                                     : QCoreApplication::translate("PolicyElements", element.whyNot);
}

} // namespace ot::privacy
