// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A trainer's public profile, the object of GET /freelancers/{idOrSlug}, masked as the platform masks it.
struct Profile : RecordBase {
    QString profileSlug;
    QString profilePath;
    QString displayName;
    QString firstName;
    QString lastNameInitial;
    QString talentType;
    QString title;
    QString bio;
    QString city;
    QString countryCode;
    QString country;
    QString profilePhotoUrl; // never loaded from the network by a widget
    std::optional<MinorUnits> hourlyRateUsd;
    QString availability;
    QString expertiseLevel;
    QString englishLevel;
    std::optional<UtcTime> memberSince;
    bool identityVerified = false;
    QStringList skillsSubjectMatter;
    QStringList skillsTags;
    QStringList skillsSoftware;
    QStringList skillsDataTypes;
    QStringList skillsLabelTypes;
    QJsonArray languages; // [{language, proficiency}]
    std::optional<MinorUnits> statsTotalEarnedUsd;
    std::optional<double> statsBilledHours;
    std::optional<double> statsJobSuccessScore;
    std::optional<qint64> statsReviewCount;
    std::optional<double> statsAverageRating;
    QJsonObject agency;
    QJsonArray labelExperience;
    QJsonArray workExperience;
    QJsonArray education;
    QJsonArray reviews;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Profile", "profile", "memberSince" };

    static consteval auto fields()
    {
        return std::make_tuple(field("profileSlug", &Profile::profileSlug, facts::kPublicProfile),
            field("profilePath", &Profile::profilePath, facts::kPublicProfile),
            field("displayName", &Profile::displayName, facts::kPublicProfile, Trait::Searchable),
            field("firstName", &Profile::firstName, facts::kPublicProfile),
            field("lastNameInitial", &Profile::lastNameInitial, facts::kPublicProfile),
            field("talentType", &Profile::talentType, facts::kPublicProfile),
            field("title", &Profile::title, facts::kPublicProfile, Trait::Searchable),
            field("bio", &Profile::bio, facts::kPublicProfile, Trait::Searchable),
            field("city", &Profile::city, facts::kPublicProfile),
            field("countryCode", &Profile::countryCode, facts::kPublicProfile),
            field("country", &Profile::country, facts::kPublicProfile),
            field("profilePhotoUrl", &Profile::profilePhotoUrl, facts::kPublicProfile),
            field("hourlyRateUsd", &Profile::hourlyRateUsd, facts::kPublicProfile, Trait::DecimalMajor),
            field("availability", &Profile::availability, facts::kPublicProfile),
            field("expertiseLevel", &Profile::expertiseLevel, facts::kPublicProfile),
            field("englishLevel", &Profile::englishLevel, facts::kPublicProfile),
            field(
                "memberSince", &Profile::memberSince, facts::kPublicProfile.from(DataSource::MadeByPlatform)),
            field("identityVerified", &Profile::identityVerified, facts::kVerification),
            field("skills.subjectMatter", &Profile::skillsSubjectMatter, facts::kPublicProfile),
            field("skills.tags", &Profile::skillsTags, facts::kPublicProfile),
            field("skills.software", &Profile::skillsSoftware, facts::kPublicProfile),
            field("skills.dataTypes", &Profile::skillsDataTypes, facts::kPublicProfile),
            field("skills.labelTypes", &Profile::skillsLabelTypes, facts::kPublicProfile),
            field("languages", &Profile::languages, facts::kPublicProfile),
            field("stats.totalEarnedUsd", &Profile::statsTotalEarnedUsd,
                facts::kPublicProfile.from(DataSource::MadeByPlatform), Trait::DecimalMajor),
            field("stats.billedHours", &Profile::statsBilledHours,
                facts::kPublicProfile.from(DataSource::MadeByPlatform)),
            field("stats.jobSuccessScore", &Profile::statsJobSuccessScore,
                facts::kPublicProfile.from(DataSource::MadeByPlatform)),
            field("stats.reviewCount", &Profile::statsReviewCount,
                facts::kPublicProfile.from(DataSource::MadeByPlatform)),
            field("stats.averageRating", &Profile::statsAverageRating,
                facts::kPublicProfile.from(DataSource::GivenByEmployer)),
            field("agency", &Profile::agency, facts::kCompany),
            field("labelExperience", &Profile::labelExperience, facts::kPublicProfile),
            field("workExperience", &Profile::workExperience, facts::kPublicProfile),
            field("education", &Profile::education, facts::kPublicProfile),
            field("reviews", &Profile::reviews, facts::kPublicProfile.from(DataSource::GivenByEmployer)),
            field("updatedAt", &Profile::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
