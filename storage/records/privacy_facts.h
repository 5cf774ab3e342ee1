// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the privacy dashboard has to say about every field of every record. The words are those of the
// platform's privacy policy of 4 January 2026; the section each stands for is noted. A field is declared
// together with its facts and has no default for them, so a field without privacy facts does not compile.
#pragma once

#include <type_traits>

namespace ot::storage {

// Policy 3.1 A to G, 3.2 and 3.3, and what only this device knows.
enum class DataCategory {
    AccountAndProfile, // 3.1 A
    CompanyAndVendor, // 3.1 B
    MarketplaceActivity, // 3.1 C
    PaymentAndTax, // 3.1 D
    VerificationAndSafety, // 3.1 E
    Support, // 3.1 F
    AboutOthers, // 3.1 G
    DeviceAndUsage, // 3.2
    ConnectedTools, // 3.3 C, 5.3
    MarketingAndPublicSources, // 3.3 D, E
    PrivacyChoices, // 8, 9 and 11: what the person chose, and asked for
    CustomerContent, // 6
    PublicListing, // not about this person: a job post or a policy as the public sees it
};

// Who the value came from (policy 3: given, automatic, third parties).
enum class DataSource {
    GivenByYou,
    GivenByEmployer,
    MadeByPlatform,
    PaymentProvider, // 3.3 A
    VerificationProvider, // 3.3 B
    ConnectedTool, // 3.3 C
    Automatic, // 3.2
    ThisDevice,
};

// Policy 4.1 to 4.7; a field has one or more.
enum class Purpose : unsigned {
    Operate = 1U << 0U, // 4.1
    Payments = 1U << 1U, // 4.2
    Safety = 1U << 2U, // 4.3
    ServiceCommunication = 1U << 3U, // 4.4
    Improve = 1U << 4U, // 4.5
    Marketing = 1U << 5U, // 4.6
    Legal = 1U << 6U, // 4.7
};

// Policy 4.8. The policy gives examples, not a basis per category: what we conclude is shown as our
// conclusion.
enum class LegalBasis : unsigned {
    Contract = 1U << 0U,
    LegitimateInterest = 1U << 1U,
    Consent = 1U << 2U,
    LegalObligation = 1U << 3U,
};

// Policy 5.1 to 5.7.
enum class Recipient : unsigned {
    Nobody = 0,
    Employers = 1U << 0U, // 5.1 A
    Public = 1U << 1U, // 5.1 C
    ServiceProviders = 1U << 2U, // 5.2
    PaymentProviders = 1U << 3U, // 5.2
    VerificationProviders = 1U << 4U, // 5.2
    Integrations = 1U << 5U, // 5.3
    Advisers = 1U << 6U, // 5.4
    Authorities = 1U << 7U, // 5.5
    Team = 1U << 8U, // 5.1: the other members of a vendor's organization
};

// Policy 7 names criteria and no periods; this says which criterion governs. What the platform's erasure page
// adds is in words.
enum class Retention {
    WhileAccountExists, // cleared when the account is deleted
    KeptWithoutName, // stays on the other party's record, without the name
    FinanceAndLaw, // kept as long as bookkeeping and tax law ask
    WhileAssigned, // customer content: only while the contract runs (6.3)
    WhileListed, // a public post, until it is taken down
    KeptAsProof, // as long as the law asks for proof of what was chosen, asked and answered
    UntilYouRemoveIt, // only on this device
};

// Policy 1.2: who decides about the data.
enum class Controller {
    Platform,
    Customer, // the employer whose content it is; the platform processes it for them
    You, // this device only
};

enum class Sensitivity { Ordinary, Sensitive };

// Flags of one enumeration, kept as a type of its own so that a purpose can't be passed for a recipient.
template <class Flag>
struct Flags {
    unsigned bits = 0;

    constexpr Flags() = default;
    constexpr Flags(Flag flag) // NOLINT(google-explicit-constructor): a single flag is a set of one
        : bits(static_cast<unsigned>(flag))
    {
    }
    [[nodiscard]] constexpr bool has(Flag flag) const { return (bits & static_cast<unsigned>(flag)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits == 0; }
    friend constexpr Flags operator|(Flags left, Flags right)
    {
        Flags both;
        both.bits = left.bits | right.bits;
        return both;
    }
    friend constexpr bool operator==(const Flags&, const Flags&) = default;
};

template <class Flag>
concept PrivacyFlag
    = std::is_same_v<Flag, Purpose> || std::is_same_v<Flag, LegalBasis> || std::is_same_v<Flag, Recipient>;

template <PrivacyFlag Flag>
constexpr Flags<Flag> operator|(Flag left, Flag right)
{
    return Flags<Flag>(left) | Flags<Flag>(right);
}

// The facts of one field. There is no default constructor, and a set without purpose or basis is refused at
// compile time.
struct PrivacyFacts {
    DataCategory category;
    DataSource source;
    Flags<Purpose> purposes;
    Flags<LegalBasis> bases;
    Flags<Recipient> recipients;
    Retention retention;
    Controller controller;
    Sensitivity sensitivity;

    consteval PrivacyFacts(DataCategory aCategory, DataSource aSource, Flags<Purpose> somePurposes,
        Flags<LegalBasis> someBases, Flags<Recipient> someRecipients, Retention aRetention,
        Controller aController, Sensitivity aSensitivity = Sensitivity::Ordinary)
        : category(aCategory)
        , source(aSource)
        , purposes(somePurposes)
        , bases(someBases)
        , recipients(someRecipients)
        , retention(aRetention)
        , controller(aController)
        , sensitivity(aSensitivity)
    {
        if (somePurposes.empty() || someBases.empty())
            throw "a field needs at least one purpose and one legal basis"; // never runs: not a constant
                                                                            // expression
    }

    // The same facts, marked sensitive (policy 2 and 11.5).
    [[nodiscard]] consteval PrivacyFacts asSensitive() const
    {
        return { category, source, purposes, bases, recipients, retention, controller,
            Sensitivity::Sensitive };
    }
    // The same facts, from another source.
    [[nodiscard]] consteval PrivacyFacts from(DataSource other) const
    {
        return { category, other, purposes, bases, recipients, retention, controller, sensitivity };
    }
};

// The facts that many fields share, by what the field is. Named after what it is for, so that a record table
// reads well.
namespace facts {
inline constexpr PrivacyFacts kPublicListing { DataCategory::PublicListing, DataSource::GivenByEmployer,
    Purpose::Operate, LegalBasis::Contract, Recipient::Public, Retention::WhileListed, Controller::Platform };
inline constexpr PrivacyFacts kPublicProfile { DataCategory::AccountAndProfile, DataSource::GivenByYou,
    Purpose::Operate, LegalBasis::Contract,
    Recipient::Employers | Recipient::Public | Recipient::ServiceProviders, Retention::WhileAccountExists,
    Controller::Platform };
inline constexpr PrivacyFacts kPrivateAccount { DataCategory::AccountAndProfile, DataSource::GivenByYou,
    Purpose::Operate | Purpose::ServiceCommunication | Purpose::Safety, LegalBasis::Contract,
    Recipient::ServiceProviders, Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kCompany { DataCategory::CompanyAndVendor, DataSource::GivenByYou,
    Purpose::Operate, LegalBasis::Contract, Recipient::Employers | Recipient::ServiceProviders,
    Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kYourActivity { DataCategory::MarketplaceActivity, DataSource::GivenByYou,
    Purpose::Operate | Purpose::Safety, LegalBasis::Contract,
    Recipient::Employers | Recipient::ServiceProviders, Retention::KeptWithoutName, Controller::Platform };
inline constexpr PrivacyFacts kPlatformActivity { DataCategory::MarketplaceActivity,
    DataSource::MadeByPlatform, Purpose::Operate, LegalBasis::Contract,
    Recipient::Employers | Recipient::ServiceProviders, Retention::KeptWithoutName, Controller::Platform };
inline constexpr PrivacyFacts kEmployerActivity { DataCategory::MarketplaceActivity,
    DataSource::GivenByEmployer, Purpose::Operate, LegalBasis::Contract, Recipient::ServiceProviders,
    Retention::KeptWithoutName, Controller::Platform };
inline constexpr PrivacyFacts kPayment { DataCategory::PaymentAndTax, DataSource::MadeByPlatform,
    Purpose::Payments | Purpose::Legal, LegalBasis::Contract | LegalBasis::LegalObligation,
    Recipient::PaymentProviders | Recipient::Advisers | Recipient::Authorities, Retention::FinanceAndLaw,
    Controller::Platform };
inline constexpr PrivacyFacts kVerification { DataCategory::VerificationAndSafety,
    DataSource::VerificationProvider, Purpose::Safety,
    LegalBasis::LegitimateInterest | LegalBasis::LegalObligation,
    Recipient::Employers | Recipient::VerificationProviders, Retention::FinanceAndLaw, Controller::Platform };
// What is kept for oneself and shown to no employer; cleared with the account.
inline constexpr PrivacyFacts kPrivateActivity { DataCategory::MarketplaceActivity, DataSource::GivenByYou,
    Purpose::Operate, LegalBasis::Contract, Recipient::ServiceProviders, Retention::WhileAccountExists,
    Controller::Platform };
// The platform's erasure page: saved jobs stay, without the name.
inline constexpr PrivacyFacts kSavedJob { DataCategory::MarketplaceActivity, DataSource::GivenByYou,
    Purpose::Operate, LegalBasis::Contract, Recipient::ServiceProviders, Retention::KeptWithoutName,
    Controller::Platform };
inline constexpr PrivacyFacts kTeamActivity { DataCategory::MarketplaceActivity, DataSource::GivenByYou,
    Purpose::Operate, LegalBasis::Contract, Recipient::Team | Recipient::ServiceProviders,
    Retention::WhileAccountExists, Controller::Platform };
// The platform's erasure page: the history of interviews is cleared.
inline constexpr PrivacyFacts kInterview { DataCategory::MarketplaceActivity, DataSource::GivenByYou,
    Purpose::Operate | Purpose::Safety, LegalBasis::Contract,
    Recipient::Employers | Recipient::ServiceProviders, Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kReview { DataCategory::MarketplaceActivity, DataSource::GivenByEmployer,
    Purpose::Operate | Purpose::Safety, LegalBasis::Contract | LegalBasis::LegitimateInterest,
    Recipient::Employers | Recipient::Public | Recipient::ServiceProviders, Retention::KeptWithoutName,
    Controller::Platform };
inline constexpr PrivacyFacts kNotification { DataCategory::MarketplaceActivity, DataSource::MadeByPlatform,
    Purpose::ServiceCommunication, LegalBasis::Contract, Recipient::ServiceProviders,
    Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kPayoutMethod { DataCategory::PaymentAndTax, DataSource::PaymentProvider,
    Purpose::Payments | Purpose::Legal, LegalBasis::Contract | LegalBasis::LegalObligation,
    Recipient::PaymentProviders | Recipient::Authorities, Retention::FinanceAndLaw, Controller::Platform };
inline constexpr PrivacyFacts kTax { DataCategory::PaymentAndTax, DataSource::GivenByYou,
    Purpose::Payments | Purpose::Legal, LegalBasis::LegalObligation,
    Recipient::PaymentProviders | Recipient::Advisers | Recipient::Authorities, Retention::FinanceAndLaw,
    Controller::Platform, Sensitivity::Sensitive };
inline constexpr PrivacyFacts kTeam { DataCategory::CompanyAndVendor, DataSource::GivenByYou,
    Purpose::Operate | Purpose::Safety, LegalBasis::Contract, Recipient::Team | Recipient::ServiceProviders,
    Retention::WhileAccountExists, Controller::Platform };
// Who a teammate is: said about them by whoever invited them, and shown to employers as the company's staff.
inline constexpr PrivacyFacts kTeammate { DataCategory::AboutOthers, DataSource::GivenByYou,
    Purpose::Operate | Purpose::ServiceCommunication, LegalBasis::Contract | LegalBasis::LegitimateInterest,
    Recipient::Team | Recipient::Employers | Recipient::ServiceProviders, Retention::WhileAccountExists,
    Controller::Platform };
inline constexpr PrivacyFacts kAboutOthers { DataCategory::AboutOthers, DataSource::GivenByYou,
    Purpose::Operate | Purpose::ServiceCommunication, LegalBasis::LegitimateInterest,
    Recipient::ServiceProviders, Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kSupport { DataCategory::Support, DataSource::GivenByYou,
    Purpose::ServiceCommunication | Purpose::Safety, LegalBasis::Contract, Recipient::ServiceProviders,
    Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kSurvey { DataCategory::Support, DataSource::GivenByYou, Purpose::Improve,
    LegalBasis::LegitimateInterest, Recipient::ServiceProviders, Retention::WhileAccountExists,
    Controller::Platform };
inline constexpr PrivacyFacts kSecurityLog { DataCategory::DeviceAndUsage, DataSource::Automatic,
    Purpose::Safety, LegalBasis::LegitimateInterest, Recipient::ServiceProviders | Recipient::Authorities,
    Retention::WhileAccountExists, Controller::Platform };
inline constexpr PrivacyFacts kIntegration { DataCategory::ConnectedTools, DataSource::GivenByYou,
    Purpose::Operate, LegalBasis::Contract | LegalBasis::Consent,
    Recipient::Integrations | Recipient::ServiceProviders, Retention::WhileAccountExists,
    Controller::Platform };
inline constexpr PrivacyFacts kConsent { DataCategory::PrivacyChoices, DataSource::GivenByYou, Purpose::Legal,
    LegalBasis::LegalObligation, Recipient::ServiceProviders | Recipient::Authorities, Retention::KeptAsProof,
    Controller::Platform };
inline constexpr PrivacyFacts kPrivacyRequest { DataCategory::PrivacyChoices, DataSource::GivenByYou,
    Purpose::Legal | Purpose::ServiceCommunication, LegalBasis::LegalObligation,
    Recipient::ServiceProviders | Recipient::Advisers | Recipient::Authorities, Retention::KeptAsProof,
    Controller::Platform };
inline constexpr PrivacyFacts kPolicyText { DataCategory::PublicListing, DataSource::MadeByPlatform,
    Purpose::Legal, LegalBasis::LegalObligation, Recipient::Public, Retention::KeptAsProof,
    Controller::Platform };
inline constexpr PrivacyFacts kCustomerContent { DataCategory::CustomerContent, DataSource::GivenByEmployer,
    Purpose::Operate, LegalBasis::Contract, Recipient::Nobody, Retention::WhileAssigned,
    Controller::Customer };
} // namespace facts

} // namespace ot::storage
