// SPDX-License-Identifier: GPL-3.0-or-later
//
// People of the team are cards of these keys:
//
//     id, (user), email, role, status, (title), (languages), (skills), (hours) weekly | allocated
//     (contracts) ids       invited, (joined), (active): ages
#include "sandbox/seed/team.h"

namespace ot::sandbox {

namespace {

const QString kOrganization = QStringLiteral("org_polaris");

const char* const kTeamNotes = R"(
# Tobias L.
id: tm_1
user: u_tobias
email: tobias@example.test
role: OWNER
status: ACTIVE
title: Managing director
languages: Swedish, English, German
skills: Project lead, Calibration
hours: 40 | 12
invited: 740d
joined: 740d
active: 14

# Aino K.
id: tm_2
user: u_aino
email: aino@polaris.example.test
role: BID_MANAGER
status: ACTIVE
title: Lead for clinical text and bids
languages: Finnish, Swedish, English
skills: NER, Adjudication, Clinical text
hours: 38 | 30
invited: 702d
joined: 701d
active: 26

# Maren S.
id: tm_3
user: u_maren
email: maren@polaris.example.test
role: FINANCE
status: ACTIVE
title: Finance and payroll
languages: Norwegian, English
hours: 24 | 24
invited: 512d
joined: 511d
active: 3h

# Linnea B.
id: tm_4
user: u_linnea
email: linnea@polaris.example.test
role: MEMBER
status: ACTIVE
title: Senior annotator, Swedish
languages: Swedish, Norwegian, English
skills: NER, MT_EVALUATION
hours: 36 | 34
contracts: ct_101, ct_103
invited: 430d
joined: 428d
active: 41

# Petter N.
id: tm_5
user: u_petter
email: petter@polaris.example.test
role: MEMBER
status: ACTIVE
title: Rater and receipts specialist
languages: Norwegian, Danish, English
skills: MT_EVALUATION, OCR
hours: 30 | 26
contracts: ct_103
invited: 610d
joined: 609d
active: 21h

# Siiri V.
id: tm_6
user: u_siiri
email: siiri@polaris.example.test
role: MEMBER
status: ACTIVE
title: Annotator, Finnish
languages: Finnish, Estonian, English
skills: NER
hours: 20 | 20
contracts: ct_101
invited: 96d
joined: 95d
active: 5h

# Hedda M.
id: tm_7
user: u_hedda
email: hedda@polaris.example.test
role: MEMBER
status: ACTIVE
title: Point cloud reviewer
languages: Norwegian, English
skills: CUBOID, Tracking
hours: 37.5 | 37.5
contracts: ct_102
invited: 388d
joined: 387d
active: 52

# Jonatan F.
id: tm_8
user: u_jonatan
email: jonatan@polaris.example.test
role: MEMBER
status: ACTIVE
title: Point cloud annotator, nights
languages: Swedish, English
skills: CUBOID
hours: 32 | 28
contracts: ct_102
invited: 250d
joined: 249d
active: 11h

# Kerttu P.
id: tm_9
user: u_kerttu
email: kerttu@polaris.example.test
role: MEMBER
status: ACTIVE
title: Registered nurse, second reader
languages: Finnish, Swedish
skills: Clinical text, Adjudication
hours: 12 | 9
contracts: ct_101
invited: 82d
joined: 81d
active: 2d

# Marius D.
id: tm_10
user: u_marius
email: marius@polaris.example.test
role: BID_MANAGER
status: ACTIVE
title: Maps and coasts
languages: Lithuanian, Polish, English
skills: POLYGON, QGIS
hours: 40 | 6
invited: 300d
joined: 298d
active: 6d

# Oskar H.
id: tm_11
email: oskar.h@example.test
role: MEMBER
status: INVITED
title: Annotator, Swedish (from December)
languages: Swedish
invited: 2.2d

# Ravn A.
id: tm_12
user: u_ravn
email: ravn@polaris.example.test
role: MEMBER
status: REMOVED
title: Rater, Nynorsk
languages: Norwegian
skills: MT_EVALUATION
invited: 420d
joined: 418d
active: 61d
)";

QJsonArray textsOf(const QStringList& list)
{
    return QJsonArray::fromStringList(list);
}

QJsonValue hours(const NoteCard& card, int part)
{
    const QString text = card.value(QLatin1String("hours")).section(QStringLiteral(" | "), part, part);
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text.toDouble());
}

QJsonObject member(const AccountWriter& writer, const NoteCard& card)
{
    const auto value = [&card](const char* key) { return card.value(QLatin1String(key)); };
    const qint64 invited = writer.time(value("invited"));
    const bool isGone = value("status") == QLatin1String("REMOVED");
    const qint64 touched = value("joined").isEmpty() ? invited : writer.time(value("joined"));
    return { { QStringLiteral("id"), value("id") }, { QStringLiteral("organizationId"), kOrganization },
        { QStringLiteral("userId"), textOrNull(value("user")) },
        { QStringLiteral("displayName"), card.title }, { QStringLiteral("email"), value("email") },
        { QStringLiteral("role"), value("role") }, { QStringLiteral("status"), value("status") },
        { QStringLiteral("title"), textOrNull(value("title")) },
        { QStringLiteral("languages"), textsOf(card.list(QLatin1String("languages"))) },
        { QStringLiteral("skills"), textsOf(card.list(QLatin1String("skills"))) },
        { QStringLiteral("weeklyHours"), hours(card, 0) },
        { QStringLiteral("allocatedHours"), hours(card, 1) },
        { QStringLiteral("contractIds"), textsOf(card.list(QLatin1String("contracts"))) },
        { QStringLiteral("invitedAt"), isoTime(invited) },
        { QStringLiteral("joinedAt"), writer.isoOrNull(value("joined")) },
        { QStringLiteral("lastActiveAt"), writer.isoOrNull(value("active")) },
        { QStringLiteral("createdAt"), isoTime(invited) },
        { QStringLiteral("updatedAt"), isoTime(isGone ? writer.now - 60 * kDay : touched) } };
}

QJsonObject certification(const char* name, const char* issuer, const char* number, const QJsonValue& until)
{
    return { { QStringLiteral("name"), QString::fromUtf8(name) },
        { QStringLiteral("issuer"), QString::fromUtf8(issuer) },
        { QStringLiteral("number"), textOrNull(QString::fromUtf8(number)) },
        { QStringLiteral("validUntil"), until } };
}

QJsonObject rate(const char* dataType, const char* unit, qint64 micros, const char* currency)
{
    return { { QStringLiteral("dataType"), QString::fromUtf8(dataType) },
        { QStringLiteral("unit"), QString::fromUtf8(unit) }, { QStringLiteral("amountMicros"), micros },
        { QStringLiteral("currency"), QString::fromUtf8(currency) } };
}

QJsonArray words(const char* commas)
{
    QStringList list = QString::fromUtf8(commas).split(QStringLiteral(", "));
    return textsOf(list);
}

QJsonObject company(const AccountWriter& writer)
{
    return { { QStringLiteral("id"), kOrganization },
        { QStringLiteral("name"), QStringLiteral("Polaris Annotation") },
        { QStringLiteral("legalName"), QStringLiteral("Polaris Annotation AB") },
        { QStringLiteral("website"), QStringLiteral("https://polaris.example.test") },
        { QStringLiteral("description"),
            QString::fromUtf8("Thirty-four annotators, reviewers and project leads in Göteborg, Tromsø and "
                              "Tampere. Whole datasets, calibrated in the first week, with a report every "
                              "Friday. Our own rooms, our own machines, no subcontractors.") },
        { QStringLiteral("countries"), words("SE, NO, FI") },
        { QStringLiteral("headcountBand"), QStringLiteral("11-50") },
        { QStringLiteral("languages"), words("Swedish, Norwegian, Finnish, Danish, English, Estonian") },
        { QStringLiteral("dataTypes"), words("TEXT, POINT_CLOUD, GEOSPATIAL, IMAGE") },
        { QStringLiteral("labelTypes"), words("NER, CUBOID, POLYGON, BOUNDING_BOX, RANKING") },
        { QStringLiteral("software"), words("INCEpTION, Segments, QGIS, Label Studio") },
        { QStringLiteral("industries"), words("Healthcare, Automotive, Maps, Publishing") },
        { QStringLiteral("securityOverview"),
            QStringLiteral("Work happens in closed rooms on machines without a network of their own. Two "
                           "people see every export. Confidentiality agreements are signed before the first "
                           "file is opened, and access ends the day somebody leaves.") },
        { QStringLiteral("certifications"),
            QJsonArray { certification("ISO/IEC 27001:2022", "Nordcert", "NC-27001-4418",
                             isoTime(writer.now + 402 * kDay)),
                certification(
                    "Hospital confidentiality training", "Region Väst", "", QJsonValue(QJsonValue::Null)) } },
        { QStringLiteral("workforceModel"), QStringLiteral("EMPLOYEES") },
        { QStringLiteral("qualityModel"),
            QStringLiteral("Double annotation in the first week, one in three afterwards, adjudication by a "
                           "lead, a weekly agreement report.") },
        { QStringLiteral("minimumEngagementMinor"), 250'000 },
        { QStringLiteral("currency"), QStringLiteral("EUR") },
        { QStringLiteral("rates"),
            QJsonArray { rate("TEXT", "PER_HOUR", 46'000'000, "EUR"),
                rate("POINT_CLOUD", "PER_HOUR", 27'500'000, "USD"),
                rate("GEOSPATIAL", "PER_LABEL", 90'000, "USD") } },
        { QStringLiteral("verified"), true }, { QStringLiteral("contactName"), QStringLiteral("Tobias L.") },
        { QStringLiteral("contactEmail"), QStringLiteral("hello@polaris.example.test") },
        { QStringLiteral("createdAt"), isoTime(writer.now - 740 * kDay) },
        { QStringLiteral("updatedAt"), isoTime(writer.now - 12 * kDay) } };
}

} // namespace

const std::vector<Colleague>& colleagues()
{
    static const std::vector<Colleague> kColleagues {
        { QStringLiteral("vendor-bids"), QStringLiteral("u_aino"), QStringLiteral("Aino K."),
            QStringLiteral("Aino"), QStringLiteral("Korhonen"), QStringLiteral("aino@polaris.example.test"),
            QStringLiteral("BID_MANAGER"), QStringLiteral("FI"), QStringLiteral("Europe/Helsinki"),
            QStringLiteral("fi"), 701 },
        { QStringLiteral("vendor-finance"), QStringLiteral("u_maren"), QStringLiteral("Maren S."),
            QStringLiteral("Maren"), QStringLiteral("Solberg"), QStringLiteral("maren@polaris.example.test"),
            QStringLiteral("FINANCE"), QStringLiteral("NO"), QStringLiteral("Europe/Oslo"),
            QStringLiteral("nb"), 511 },
        { QStringLiteral("vendor-member"), QStringLiteral("u_linnea"), QStringLiteral("Linnea B."),
            QStringLiteral("Linnea"), QStringLiteral("Bergström"),
            QStringLiteral("linnea@polaris.example.test"), QStringLiteral("MEMBER"), QStringLiteral("SE"),
            QStringLiteral("Europe/Stockholm"), QStringLiteral("sv"), 428 },
    };
    return kColleagues;
}

void addTeam(AccountWriter& writer)
{
    writer.add("Company", company(writer));
    for (const NoteCard& card : readNotes(kTeamNotes))
        writer.add("TeamMember", member(writer, card));
}

void addColleague(AccountWriter& writer, const Colleague& person)
{
    writer.add("Account",
        { { QStringLiteral("id"), person.userId }, { QStringLiteral("email"), person.email },
            { QStringLiteral("firstName"), person.firstName },
            { QStringLiteral("lastName"), person.lastName },
            { QStringLiteral("fullName"), person.firstName + QLatin1Char(' ') + person.lastName },
            { QStringLiteral("userType"), QStringLiteral("VENDOR_MEMBER") },
            { QStringLiteral("accountKind"), QStringLiteral("vendor_organization") },
            { QStringLiteral("organizationId"), kOrganization },
            { QStringLiteral("organizationName"), QStringLiteral("Polaris Annotation AB") },
            { QStringLiteral("memberRole"), person.role }, { QStringLiteral("country"), person.country },
            { QStringLiteral("timeZone"), person.timeZone }, { QStringLiteral("locale"), person.locale },
            { QStringLiteral("createdAt"), isoTime(writer.now - person.days * kDay) },
            { QStringLiteral("updatedAt"), isoTime(writer.now - 30 * kDay) } });
}

} // namespace ot::sandbox
