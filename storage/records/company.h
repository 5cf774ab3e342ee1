// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// The organization a vendor's members work in, as it presents itself to employers.
struct Company : RecordBase {
    QString name;
    QString legalName;
    QString website;
    QString description;
    QStringList countries; // ISO 3166 two-letter codes
    QString headcountBand; // "11-50"; open-ended
    QStringList languages;
    QStringList dataTypes;
    QStringList labelTypes;
    QStringList software;
    QStringList industries;
    QString securityOverview;
    QJsonArray certifications; // [{name, issuer, number, validUntil}]
    QString workforceModel;
    QString qualityModel;
    std::optional<MinorUnits> minimumEngagementMinor;
    QString currency;
    QJsonArray rates; // [{dataType, unit, amountMicros, currency}]
    bool verified = false;
    QString contactName;
    QString contactEmail;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Company", "company", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("name", &Company::name, facts::kCompany, Trait::Searchable),
            field("legalName", &Company::legalName, facts::kCompany, Trait::Searchable),
            field("website", &Company::website, facts::kCompany),
            field("description", &Company::description, facts::kCompany, Trait::Searchable),
            field("countries", &Company::countries, facts::kCompany),
            field("headcountBand", &Company::headcountBand, facts::kCompany),
            field("languages", &Company::languages, facts::kCompany, Trait::Searchable),
            field("dataTypes", &Company::dataTypes, facts::kCompany, Trait::Searchable),
            field("labelTypes", &Company::labelTypes, facts::kCompany, Trait::Searchable),
            field("software", &Company::software, facts::kCompany, Trait::Searchable),
            field("industries", &Company::industries, facts::kCompany, Trait::Searchable),
            field("securityOverview", &Company::securityOverview, facts::kCompany, Trait::Searchable),
            field("certifications", &Company::certifications, facts::kCompany, Trait::Searchable),
            field("workforceModel", &Company::workforceModel, facts::kCompany),
            field("qualityModel", &Company::qualityModel, facts::kCompany),
            field("minimumEngagementMinor", &Company::minimumEngagementMinor, facts::kCompany),
            field("currency", &Company::currency, facts::kCompany),
            field("rates", &Company::rates, facts::kCompany),
            field("verified", &Company::verified, facts::kVerification),
            field("contactName", &Company::contactName, facts::kCompany, Trait::Searchable),
            field("contactEmail", &Company::contactEmail, facts::kCompany),
            field("createdAt", &Company::createdAt, facts::kCompany.from(DataSource::MadeByPlatform)),
            field("updatedAt", &Company::updatedAt, facts::kCompany.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
