// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A job post, exactly the object that the public API publishes (GET /jobs, GET /jobs/{id}). Its language is
// the employer's.
struct Job : RecordBase {
    QString slug;
    QString title;
    QString companyName;
    QString descriptionText;
    QString descriptionHtml; // hostile: shown only through the sanitiser
    QString seoTitle;
    QString summary;
    QString status; // OPEN, or closed; open-ended
    std::optional<UtcTime> datePosted;
    std::optional<UtcTime> validThrough;
    std::optional<UtcTime> updatedAt;
    QStringList employmentTypes;
    QStringList countries; // ISO 3166 two-letter codes; empty means worldwide
    QStringList languages; // English names
    QString category;
    QString dataType;
    QStringList labelTypes;
    QString labelingSoftware;
    QString experienceLevel;
    QStringList skills;
    QString paymentType; // PAY_PER_HOUR, FIXED_PRICE or PAY_PER_LABEL; open-ended
    QString currency;
    std::optional<MinorUnits> hourlyRate;
    std::optional<MinorUnits> hourlyMin;
    std::optional<MinorUnits> hourlyMax;
    std::optional<MinorUnits> fixedPrice;
    std::optional<MicroUnits> perLabelRate;
    QString url;
    QString applyUrl;

    static constexpr RecordTraits kTraits { "Job", "job", "datePosted" };

    static consteval auto fields()
    {
        return std::make_tuple(field("slug", &Job::slug, facts::kPublicListing),
            field("title", &Job::title, facts::kPublicListing, Trait::Required | Trait::Searchable),
            field("companyName", &Job::companyName, facts::kPublicListing, Trait::Searchable),
            field("descriptionText", &Job::descriptionText, facts::kPublicListing, Trait::Searchable),
            field("descriptionHtml", &Job::descriptionHtml, facts::kPublicListing),
            field("seoTitle", &Job::seoTitle, facts::kPublicListing),
            field("summary", &Job::summary, facts::kPublicListing),
            field("status", &Job::status, facts::kPublicListing, Trait::Indexed),
            field("datePosted", &Job::datePosted, facts::kPublicListing, Trait::Indexed),
            field("validThrough", &Job::validThrough, facts::kPublicListing),
            field("updatedAt", &Job::updatedAt, facts::kPublicListing),
            field("employmentTypes", &Job::employmentTypes, facts::kPublicListing),
            field("countries", &Job::countries, facts::kPublicListing),
            field("languages", &Job::languages, facts::kPublicListing, Trait::Searchable),
            field("category", &Job::category, facts::kPublicListing, Trait::Indexed | Trait::Searchable),
            field("dataType", &Job::dataType, facts::kPublicListing, Trait::Searchable),
            field("labelTypes", &Job::labelTypes, facts::kPublicListing, Trait::Searchable),
            field("labelingSoftware", &Job::labelingSoftware, facts::kPublicListing, Trait::Searchable),
            field("experienceLevel", &Job::experienceLevel, facts::kPublicListing),
            field("skills", &Job::skills, facts::kPublicListing, Trait::Searchable),
            field("pay.paymentType", &Job::paymentType, facts::kPublicListing, Trait::Indexed),
            field("pay.currency", &Job::currency, facts::kPublicListing),
            field("pay.hourlyRate", &Job::hourlyRate, facts::kPublicListing, Trait::DecimalMajor,
                "pay.currency"),
            field(
                "pay.hourlyMin", &Job::hourlyMin, facts::kPublicListing, Trait::DecimalMajor, "pay.currency"),
            field(
                "pay.hourlyMax", &Job::hourlyMax, facts::kPublicListing, Trait::DecimalMajor, "pay.currency"),
            field("pay.fixedPrice", &Job::fixedPrice, facts::kPublicListing, Trait::DecimalMajor,
                "pay.currency"),
            field("pay.perLabelRate", &Job::perLabelRate, facts::kPublicListing, Trait::DecimalMajor,
                "pay.currency"),
            field("url", &Job::url, facts::kPublicListing),
            field("applyUrl", &Job::applyUrl, facts::kPublicListing));
    }
};

} // namespace ot::storage
