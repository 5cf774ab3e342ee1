// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/data_map.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace ot::privacy {

using namespace storage; // NOLINT(google-build-using-namespace): this file is about the record tables' own
                         // types

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(DataMap)
};

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

template <class Flag>
QString joined(Flags<Flag> flags, std::initializer_list<std::pair<Flag, const char*>> names)
{
    QStringList found;
    for (const auto& [flag, name] : names) {
        if (flags.has(flag))
            found.append(Text::tr(name));
    }
    return found.join(Text::tr(", "));
}

std::vector<DataMapField> describeFields()
{
    std::vector<DataMapField> fields;
    for (const RecordShape& shape : recordShapes()) {
        for (const FieldShape& field : shape.fields)
            fields.push_back({ text(shape.traits.name), text(field.path), shape.type, field.privacy,
                field.traits.has(Trait::Confidential) });
    }
    return fields;
}

// The one of this category, made when it is not there yet.
DataMapCategory& categoryIn(std::vector<DataMapCategory>& categories, DataCategory which)
{
    const auto found = std::find_if(categories.begin(), categories.end(),
        [which](const DataMapCategory& category) { return category.category == which; });
    if (found != categories.end())
        return *found;
    return categories.emplace_back(DataMapCategory { which, {}, {}, 0 });
}

} // namespace

const std::vector<DataMapField>& dataMapFields()
{
    static const std::vector<DataMapField> kFields = describeFields();
    return kFields;
}

QFuture<Result<std::vector<DataMapCategory>>> loadDataMap(Vault& vault)
{
    return vault.read([](ReadSnapshot& snapshot) -> Result<std::vector<DataMapCategory>> {
        const auto counts = queries::counts(snapshot);
        if (!counts)
            return counts.error();
        std::vector<DataMapCategory> categories;
        for (const DataMapField& field : dataMapFields())
            categoryIn(categories, field.facts.category).fields.push_back(field);
        for (const PolicyElement& element : policyElements()) {
            DataMapCategory& category = categoryIn(categories, element.category);
            if (!element.isHeldHere())
                category.notHeld.push_back(element);
        }
        for (DataMapCategory& category : categories) {
            std::set<RecordTypeIndex> types;
            for (const DataMapField& field : category.fields)
                types.insert(field.recordType);
            for (const RecordTypeIndex type : types)
                category.records += (*counts)[type];
        }
        std::sort(categories.begin(), categories.end(),
            [](const DataMapCategory& left, const DataMapCategory& right) {
                return left.category < right.category;
            });
        return categories;
    });
}

QString categoryName(DataCategory category)
{
    switch (category) {
    case DataCategory::AccountAndProfile:
        return Text::tr("Account and profile");
    case DataCategory::CompanyAndVendor:
        return Text::tr("Company and vendor");
    case DataCategory::MarketplaceActivity:
        return Text::tr("Marketplace activity");
    case DataCategory::PaymentAndTax:
        return Text::tr("Payment, payout and tax");
    case DataCategory::VerificationAndSafety:
        return Text::tr("Verification and safety");
    case DataCategory::Support:
        return Text::tr("Support and surveys");
    case DataCategory::AboutOthers:
        return Text::tr("People you named");
    case DataCategory::DeviceAndUsage:
        return Text::tr("Device, use and sign-ins");
    case DataCategory::ConnectedTools:
        return Text::tr("Connected tools");
    case DataCategory::MarketingAndPublicSources:
        return Text::tr("Marketing, public sources");
    case DataCategory::PrivacyChoices:
        return Text::tr("Choices and requests");
    case DataCategory::CustomerContent:
        return Text::tr("Customer content");
    case DataCategory::PublicListing:
        return Text::tr("Public posts and policies");
    }
    return {};
}

QString categorySection(DataCategory category)
{
    switch (category) {
    case DataCategory::AccountAndProfile:
        return QStringLiteral("3.1 A");
    case DataCategory::CompanyAndVendor:
        return QStringLiteral("3.1 B");
    case DataCategory::MarketplaceActivity:
        return QStringLiteral("3.1 C");
    case DataCategory::PaymentAndTax:
        return QStringLiteral("3.1 D");
    case DataCategory::VerificationAndSafety:
        return QStringLiteral("3.1 E");
    case DataCategory::Support:
        return QStringLiteral("3.1 F");
    case DataCategory::AboutOthers:
        return QStringLiteral("3.1 G");
    case DataCategory::DeviceAndUsage:
        return QStringLiteral("3.2");
    case DataCategory::ConnectedTools:
        return QStringLiteral("3.3 C");
    case DataCategory::MarketingAndPublicSources:
        return QStringLiteral("3.3 D, E");
    case DataCategory::PrivacyChoices:
        return QStringLiteral("11");
    case DataCategory::CustomerContent:
        return QStringLiteral("6");
    case DataCategory::PublicListing:
        return {};
    }
    return {};
}

QString sourceName(DataSource source)
{
    switch (source) {
    case DataSource::GivenByYou:
        return Text::tr("you");
    case DataSource::GivenByEmployer:
        return Text::tr("an employer");
    case DataSource::MadeByPlatform:
        return Text::tr("the platform");
    case DataSource::PaymentProvider:
        return Text::tr("the payment provider, by way of the platform");
    case DataSource::VerificationProvider:
        return Text::tr("the verification provider, by way of the platform");
    case DataSource::Automatic:
        return Text::tr("collected automatically");
    case DataSource::ConnectedTool:
        return Text::tr("a tool you connected");
    case DataSource::ThisDevice:
        return Text::tr("this device");
    }
    return {};
}

QString purposeNames(Flags<Purpose> purposes)
{
    return joined<Purpose>(purposes,
        { { Purpose::Operate, QT_TRANSLATE_NOOP("DataMap", "run the marketplace (4.1)") },
            { Purpose::Payments, QT_TRANSLATE_NOOP("DataMap", "payments (4.2)") },
            { Purpose::Safety, QT_TRANSLATE_NOOP("DataMap", "safety (4.3)") },
            { Purpose::ServiceCommunication,
                QT_TRANSLATE_NOOP("DataMap", "service messages and support (4.4)") },
            { Purpose::Improve, QT_TRANSLATE_NOOP("DataMap", "improve the service (4.5)") },
            { Purpose::Marketing, QT_TRANSLATE_NOOP("DataMap", "marketing (4.6)") },
            { Purpose::Legal, QT_TRANSLATE_NOOP("DataMap", "law and claims (4.7)") } });
}

QString legalBasisNames(Flags<LegalBasis> bases)
{
    return joined<LegalBasis>(bases,
        { { LegalBasis::Contract, QT_TRANSLATE_NOOP("DataMap", "contract") },
            { LegalBasis::LegitimateInterest, QT_TRANSLATE_NOOP("DataMap", "legitimate interest") },
            { LegalBasis::Consent, QT_TRANSLATE_NOOP("DataMap", "consent") },
            { LegalBasis::LegalObligation, QT_TRANSLATE_NOOP("DataMap", "legal obligation") } });
}

QString recipientNames(Flags<Recipient> recipients)
{
    if (recipients.empty())
        return Text::tr("nobody else");
    return joined<Recipient>(recipients,
        { { Recipient::Employers, QT_TRANSLATE_NOOP("DataMap", "employers you deal with") },
            { Recipient::Public, QT_TRANSLATE_NOOP("DataMap", "the public") },
            { Recipient::ServiceProviders,
                QT_TRANSLATE_NOOP("DataMap", "the platform's service providers (names not stated)") },
            { Recipient::PaymentProviders, QT_TRANSLATE_NOOP("DataMap", "payment providers") },
            { Recipient::VerificationProviders, QT_TRANSLATE_NOOP("DataMap", "verification providers") },
            { Recipient::Integrations, QT_TRANSLATE_NOOP("DataMap", "tools you connected") },
            { Recipient::Advisers, QT_TRANSLATE_NOOP("DataMap", "advisers and auditors") },
            { Recipient::Authorities, QT_TRANSLATE_NOOP("DataMap", "authorities, where the law asks") },
            { Recipient::Team, QT_TRANSLATE_NOOP("DataMap", "your organization") } });
}

QString retentionSentence(Retention retention)
{
    switch (retention) {
    case Retention::WhileAccountExists:
        return Text::tr("While the account exists; the policy states no period.");
    case Retention::KeptWithoutName:
        return Text::tr(
            "Stays on the other party's record without your name after the account is deleted; the policy "
            "states no period.");
    case Retention::FinanceAndLaw:
        return Text::tr("As long as bookkeeping and tax law ask; the policy states no period.");
    case Retention::WhileAssigned:
        return Text::tr("On this device only while you are assigned to the contract.");
    case Retention::WhileListed:
        return Text::tr("Until the post is taken down.");
    case Retention::KeptAsProof:
        return Text::tr("As long as the law asks for proof of it; the policy states no period.");
    case Retention::UntilYouRemoveIt:
        return Text::tr("On this device until you remove it.");
    }
    return {};
}

QString controllerName(Controller controller)
{
    switch (controller) {
    case Controller::Platform:
        return Text::tr("OpenTrain decides; ask OpenTrain");
    case Controller::Customer:
        return Text::tr("the employer named decides; ask them");
    case Controller::You:
        return Text::tr("you alone decide");
    }
    return {};
}

} // namespace ot::privacy
