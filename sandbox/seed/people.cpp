// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

namespace {

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

QJsonArray texts(std::initializer_list<const char*> all)
{
    QJsonArray array;
    for (const char* one : all)
        array.append(utf8(one));
    return array;
}

QJsonObject language(const char* name, const char* proficiency)
{
    return { { QStringLiteral("language"), utf8(name) },
        { QStringLiteral("proficiency"), utf8(proficiency) } };
}

QJsonObject review(const char* id, int rating, const char* comment, qint64 at)
{
    return { { QStringLiteral("id"), utf8(id) }, { QStringLiteral("rating"), rating },
        { QStringLiteral("comment"), utf8(comment) }, { QStringLiteral("createdAt"), isoTime(at) } };
}

struct Experience {
    const char* id;
    const char* title;
    const char* description;
    int from;
    int to; // 0 while it goes on
    const char* software;
    const char* dataType;
    const char* labelType;
};

QJsonArray labelExperience(std::initializer_list<Experience> all)
{
    QJsonArray array;
    for (const Experience& one : all) {
        array.append(QJsonObject { { QStringLiteral("id"), utf8(one.id) },
            { QStringLiteral("title"), utf8(one.title) },
            { QStringLiteral("description"), utf8(one.description) },
            { QStringLiteral("fromYear"), one.from },
            { QStringLiteral("toYear"), one.to == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(one.to) },
            { QStringLiteral("ongoing"), one.to == 0 }, { QStringLiteral("software"), utf8(one.software) },
            { QStringLiteral("dataType"), utf8(one.dataType) },
            { QStringLiteral("labelTypes"), texts({ one.labelType }) } });
    }
    return array;
}

QJsonArray mariasReviews(qint64 now)
{
    return { review("rv_1", 5,
                 "Found three attack patterns nobody had thought of, and wrote them up so well that they "
                 "went straight into the guideline.",
                 now - 7 * kDay),
        review("rv_2", 5, "Careful with wet roads and reflections. Never a batch late.", now - 23 * kDay),
        review("rv_3", 5, "Maria hears the difference between Girona and Lleida. Spotless time stamps.",
            now - 30 * kDay),
        review("rv_4", 4, "Very good answers; the first batch took a little longer than agreed.",
            now - 5 * kDay),
        review("rv_5", 5, "丁寧で正確な評価でした。またお願いしたいです。", now - 74 * kDay),
        review("rv_6", 5,
            "Her notes on why an answer fails a twelve-year-old were worth more than the ranking.",
            now - 198 * kDay),
        review("rv_7", 5, "Legendas impecáveis e muita paciência com os nossos prazos.", now - 307 * kDay) };
}

QJsonObject mariasSkills()
{
    return { { QStringLiteral("subjectMatter"),
                 texts({ "AI safety", "Linguistics", "Journalism", "Road traffic" }) },
        { QStringLiteral("tags"),
            texts({ "RED_TEAMING", "TEXT_CLASSIFICATION", "TRANSCRIPTION", "BOUNDING_BOX" }) },
        { QStringLiteral("software"), texts({ "Label Studio", "CVAT", "ELAN", "Argilla" }) },
        { QStringLiteral("dataTypes"), texts({ "TEXT", "AUDIO", "IMAGE" }) },
        { QStringLiteral("labelTypes"),
            texts({ "CLASSIFICATION", "RANKING", "TRANSCRIPTION", "BOUNDING_BOX" }) } };
}

QJsonObject stats(double earned, int hours, int success, int reviews, double rating)
{
    return { { QStringLiteral("totalEarnedUsd"), earned }, { QStringLiteral("billedHours"), hours },
        { QStringLiteral("jobSuccessScore"), success }, { QStringLiteral("reviewCount"), reviews },
        { QStringLiteral("averageRating"), rating } };
}

QJsonObject mariasProfile(qint64 now)
{
    const QJsonObject school { { QStringLiteral("school"), utf8("Universidad Complutense de Madrid") },
        { QStringLiteral("degree"), utf8("MA in Hispanic linguistics") },
        { QStringLiteral("fromYear"), 2012 }, { QStringLiteral("toYear"), 2014 } };
    const QJsonObject work { { QStringLiteral("company"), utf8("Radio Sierra Norte") },
        { QStringLiteral("title"), utf8("Editor") }, { QStringLiteral("fromYear"), 2014 },
        { QStringLiteral("toYear"), 2021 } };
    return { { QStringLiteral("id"), utf8("u_maria") }, { QStringLiteral("profileSlug"), utf8("maria-g") },
        { QStringLiteral("profilePath"), utf8("/profile/maria-g") },
        { QStringLiteral("displayName"), utf8("Maria G.") }, { QStringLiteral("firstName"), utf8("Maria") },
        { QStringLiteral("lastNameInitial"), utf8("G") },
        { QStringLiteral("talentType"), utf8("Individual") },
        { QStringLiteral("title"), utf8("Linguist: Spanish and Catalan safety evaluation, speech and text") },
        { QStringLiteral("bio"),
            utf8("I was a radio editor for seven years and have worked on training data since 2021. I like "
                 "the cases a guideline has not thought of yet, and I write down why I decided as I did. "
                 "Spanish and Catalan are my languages; English and Portuguese I read and write daily.") },
        { QStringLiteral("city"), utf8("Madrid") }, { QStringLiteral("countryCode"), utf8("ES") },
        { QStringLiteral("country"), utf8("Spain") },
        { QStringLiteral("profilePhotoUrl"), QJsonValue(QJsonValue::Null) },
        { QStringLiteral("hourlyRateUsd"), 38 }, { QStringLiteral("availability"), utf8("FULL_TIME") },
        { QStringLiteral("expertiseLevel"), utf8("EXPERT") },
        { QStringLiteral("englishLevel"), utf8("FLUENT") },
        { QStringLiteral("memberSince"), isoTime(now - 612 * kDay) },
        { QStringLiteral("identityVerified"), true }, { QStringLiteral("skills"), mariasSkills() },
        { QStringLiteral("languages"),
            QJsonArray { language("Spanish", "NATIVE"), language("Catalan", "NATIVE"),
                language("English", "FLUENT"), language("Portuguese", "PROFESSIONAL"),
                language("Japanese", "BASIC") } },
        { QStringLiteral("stats"), stats(24210.5, 810, 98, 7, 4.9) },
        { QStringLiteral("agency"), QJsonValue(QJsonValue::Null) },
        { QStringLiteral("labelExperience"),
            labelExperience({ { "le_1", "Red-teaming of chat models",
                                  "Prompts and harm grading in Spanish, technique tags, guideline work.",
                                  2025, 0, "Label Studio", "TEXT", "CLASSIFICATION" },
                { "le_2", "Catalan and Spanish transcription",
                    "Radio archives, court hearings and phone calls, 140 hours of audio.", 2022, 0, "ELAN",
                    "AUDIO", "TRANSCRIPTION" },
                { "le_3", "Dashcam bounding boxes", "About 96,000 boxes at an agreement of 97 per cent.",
                    2024, 0, "CVAT", "IMAGE", "BOUNDING_BOX" },
                { "le_4", "Preference ranking for a tutor", "Ranking and rewriting answers for pupils.", 2025,
                    2026, "Argilla", "TEXT", "RANKING" } }) },
        { QStringLiteral("workExperience"), QJsonArray { work } },
        { QStringLiteral("education"), QJsonArray { school } },
        { QStringLiteral("reviews"), mariasReviews(now) },
        { QStringLiteral("updatedAt"), isoTime(now - 6 * kDay) } };
}

QJsonObject tobiasProfile(qint64 now)
{
    const QJsonObject agency { { QStringLiteral("id"), utf8("org_polaris") },
        { QStringLiteral("name"), utf8("Polaris Annotation AB") }, { QStringLiteral("memberCount"), 34 },
        { QStringLiteral("country"), utf8("Sweden") }, { QStringLiteral("foundedYear"), 2017 } };
    return { { QStringLiteral("id"), utf8("u_tobias") },
        { QStringLiteral("profileSlug"), utf8("polaris-annotation") },
        { QStringLiteral("profilePath"), utf8("/profile/polaris-annotation") },
        { QStringLiteral("displayName"), utf8("Tobias L.") }, { QStringLiteral("firstName"), utf8("Tobias") },
        { QStringLiteral("lastNameInitial"), utf8("L") }, { QStringLiteral("talentType"), utf8("Agency") },
        { QStringLiteral("title"),
            utf8("Nordic annotation teams: clinical text, LiDAR, coastal mapping, MT evaluation") },
        { QStringLiteral("bio"),
            utf8("Polaris is 34 annotators, reviewers and project leads in Göteborg, Tromsø and Tampere. We "
                 "take on whole datasets, calibrate in the first week and report quality every Friday, also "
                 "when it was not a good week.") },
        { QStringLiteral("city"), utf8("Göteborg") }, { QStringLiteral("countryCode"), utf8("SE") },
        { QStringLiteral("country"), utf8("Sweden") },
        { QStringLiteral("profilePhotoUrl"), QJsonValue(QJsonValue::Null) },
        { QStringLiteral("hourlyRateUsd"), 46 }, { QStringLiteral("availability"), utf8("FULL_TIME") },
        { QStringLiteral("expertiseLevel"), utf8("EXPERT") },
        { QStringLiteral("englishLevel"), utf8("FLUENT") },
        { QStringLiteral("memberSince"), isoTime(now - 740 * kDay) },
        { QStringLiteral("identityVerified"), true },
        { QStringLiteral("skills"),
            QJsonObject {
                { QStringLiteral("subjectMatter"), texts({ "Clinical text", "Autonomous driving", "Maps" }) },
                { QStringLiteral("tags"), texts({ "NER", "CUBOID", "POLYGON", "MT_EVALUATION" }) },
                { QStringLiteral("software"), texts({ "INCEpTION", "Segments", "QGIS", "Label Studio" }) },
                { QStringLiteral("dataTypes"), texts({ "TEXT", "POINT_CLOUD", "GEOSPATIAL" }) },
                { QStringLiteral("labelTypes"), texts({ "NER", "CUBOID", "POLYGON" }) } } },
        { QStringLiteral("languages"),
            QJsonArray { language("Swedish", "NATIVE"), language("English", "FLUENT"),
                language("Norwegian", "FLUENT"), language("Finnish", "BASIC") } },
        { QStringLiteral("stats"), stats(418320, 11240, 96, 19, 4.8) }, { QStringLiteral("agency"), agency },
        { QStringLiteral("labelExperience"),
            labelExperience({ { "le_21", "Clinical notes in Swedish and Finnish",
                                  "Entities, negation and relations inside closed hospital networks.", 2019,
                                  0, "INCEpTION", "TEXT", "NER" },
                { "le_22", "Winter LiDAR", "300 sequences with tracking in snow.", 2024, 0, "Segments",
                    "POINT_CLOUD", "CUBOID" } }) },
        { QStringLiteral("workExperience"), QJsonArray {} }, { QStringLiteral("education"), QJsonArray {} },
        { QStringLiteral("reviews"),
            QJsonArray { review("rv_21", 5, "Friday reports we could forward to our board without a change.",
                             now - 30 * kDay),
                review("rv_22", 5, "Levererade allt i tid, även över julhelgen.", now - 150 * kDay),
                review("rv_23", 4, "Strong team; adjudication was slow in the first week.",
                    now - 210 * kDay) } },
        { QStringLiteral("updatedAt"), isoTime(now - 12 * kDay) } };
}

} // namespace

void addTrainerPerson(AccountWriter& writer)
{
    const QJsonValue none(QJsonValue::Null);
    writer.add("Account",
        { { QStringLiteral("id"), utf8("u_maria") }, { QStringLiteral("email"), utf8("maria@example.test") },
            { QStringLiteral("firstName"), utf8("Maria") }, { QStringLiteral("lastName"), utf8("Gómez") },
            { QStringLiteral("fullName"), utf8("Maria Gómez") },
            { QStringLiteral("userType"), utf8("FREELANCER") },
            { QStringLiteral("accountKind"), utf8("freelancer") }, { QStringLiteral("organizationId"), none },
            { QStringLiteral("organizationName"), none }, { QStringLiteral("memberRole"), none },
            { QStringLiteral("country"), utf8("ES") }, { QStringLiteral("timeZone"), utf8("Europe/Madrid") },
            { QStringLiteral("locale"), utf8("es") },
            { QStringLiteral("createdAt"), isoTime(writer.now - 612 * kDay) },
            { QStringLiteral("updatedAt"), isoTime(writer.now - 6 * kDay) } });
    writer.add("Profile", mariasProfile(writer.now));
}

void addVendorPerson(AccountWriter& writer)
{
    writer.add("Account",
        { { QStringLiteral("id"), utf8("u_tobias") },
            { QStringLiteral("email"), utf8("tobias@example.test") },
            { QStringLiteral("firstName"), utf8("Tobias") },
            { QStringLiteral("lastName"), utf8("Lindqvist") },
            { QStringLiteral("fullName"), utf8("Tobias Lindqvist") },
            { QStringLiteral("userType"), utf8("VENDOR_MEMBER") },
            { QStringLiteral("accountKind"), utf8("vendor_organization") },
            { QStringLiteral("organizationId"), utf8("org_polaris") },
            { QStringLiteral("organizationName"), utf8("Polaris Annotation AB") },
            { QStringLiteral("memberRole"), utf8("OWNER") }, { QStringLiteral("country"), utf8("SE") },
            { QStringLiteral("timeZone"), utf8("Europe/Stockholm") },
            { QStringLiteral("locale"), utf8("sv") },
            { QStringLiteral("createdAt"), isoTime(writer.now - 740 * kDay) },
            { QStringLiteral("updatedAt"), isoTime(writer.now - 12 * kDay) } });
    writer.add("Profile", tobiasProfile(writer.now));
}

} // namespace ot::sandbox
