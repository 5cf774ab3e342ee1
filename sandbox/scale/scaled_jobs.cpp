// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scale/scaled_jobs.h"

#include "sandbox/clock.h"
#include "sandbox/seed/random.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;

constexpr const char* kPlaces[] = { "Kisumu", "Oaxaca", "Leipzig", "Tampere", "Chennai", "Recife", "Gdynia",
    "Valparaíso", "Cebu", "Izmir", "Porto", "Nantes", "Da Nang", "Accra", "Tartu", "Guadalajara", "Bergen",
    "Kraków", "Rosario", "Pune", "Sapporo", "Daegu", "Surabaya", "Lviv", "Bologna", "Halifax", "Cork",
    "Durban", "Rabat", "Medellín", "Cluj", "Zaragoza", "Aarhus", "Brno", "Lahore", "Dakar", "Quito", "Penang",
    "Turku", "Adelaide" };
constexpr const char* kParts[]
    = { "pilot", "second reading", "hold-out set", "rework", "night shift", "long tail", "gold set",
          "edge cases", "weekend batch", "review round", "spring collection", "follow-up" };
constexpr const char* kUnits[]
    = { "items", "recordings", "pages", "scenes", "conversations", "frames", "documents" };
constexpr const char* kNotes[] = {
    "This part holds %1 %2 gathered around %3. The guideline is the one of the first part, with an appendix "
    "of edge "
    "cases.",
    "%1 %2 from %3 are waiting. Two people look at each, and a reviewer in %4 settles where they differ.",
    "We continue the work begun in %3: %1 %2, in batches of about three hours. Questions go to the channel "
    "and are "
    "answered the same day.",
    "The %2 of this part (%1 in all) were collected in %3 and %4 with consent for this purpose only.",
    "About %1 %2, prepared in %3. A short qualification with feedback comes first and is paid.",
};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString noteAbout(const QString& place, Random& random)
{
    // One draw a line: the order of the draws is part of what a seed stands for.
    QString note = text(random.pick(kNotes));
    note.replace(QLatin1String("%1"), QString::number(random.between(8, 4'000) * 25));
    note.replace(QLatin1String("%2"), text(random.pick(kUnits)));
    note.replace(QLatin1String("%3"), place);
    note.replace(QLatin1String("%4"), text(random.pick(kPlaces)));
    return note;
}

void setPay(QJsonObject& job, Random& random)
{
    QJsonObject pay = job.value(QLatin1String("pay")).toObject();
    // In steps of 5 per cent, so that prices stay as round as their models.
    const double factor = static_cast<double>(random.between(16, 26)) / 20.0;
    for (const char* name : { "hourlyRate", "hourlyMin", "hourlyMax", "fixedPrice" }) {
        const QJsonValue value = pay.value(QLatin1String(name));
        if (value.isDouble())
            pay.insert(QLatin1String(name), static_cast<double>(qRound64(value.toDouble() * factor * 2)) / 2);
    }
    job.insert(QStringLiteral("pay"), pay);
}

} // namespace

ScaledJobs::ScaledJobs(std::vector<QJsonObject> models, quint64 seed, qint64 now)
    : m_models(std::move(models))
    , m_seed(seed)
    , m_now(now)
{
}

QJsonObject ScaledJobs::job(qint64 number) const
{
    Random random(m_seed * 0x2545f4914f6cdd1dU + static_cast<quint64>(number));
    QJsonObject job = random.pick(m_models);
    const QString place = text(random.pick(kPlaces));
    const qint64 part = random.between(1, 400);
    const QString title = QStringLiteral("%1, %2 %3, %4")
                              .arg(job.value(QLatin1String("title")).toString(), place, QString::number(part),
                                  text(random.pick(kParts)));
    const QString note = noteAbout(place, random);
    // Older than every written job of the last days, so that those stay the newest.
    const qint64 posted = m_now - 4 * kDay - random.between(0, 51 * 24 * 60) * kMinute;
    const qint64 updated = posted + random.between(0, 3 * 24 * 60) * kMinute;
    // The number keeps ids apart where chance does not.
    const QString id = QStringLiteral("%1x%2%3")
                           .arg(posted)
                           .arg(random.between(100'000'000, 999'999'999))
                           .arg(number, 9, 10, QLatin1Char('0'));
    QString slug = job.value(QLatin1String("slug")).toString();
    slug = QStringLiteral("%1-%2").arg(slug.left(60)).arg(number);
    job.insert(QStringLiteral("id"), id);
    job.insert(QStringLiteral("slug"), slug);
    job.insert(QStringLiteral("title"), title);
    job.insert(QStringLiteral("status"), QStringLiteral("OPEN"));
    job.insert(QStringLiteral("datePosted"), isoTime(posted));
    job.insert(QStringLiteral("validThrough"), isoTime(posted + 56 * kDay));
    job.insert(QStringLiteral("updatedAt"), isoTime(updated));
    job.insert(QStringLiteral("descriptionHtml"),
        QStringLiteral("<p>%1</p>").arg(note.toHtmlEscaped())
            + job.value(QLatin1String("descriptionHtml")).toString());
    job.insert(QStringLiteral("descriptionText"),
        note + QStringLiteral("\n\n") + job.value(QLatin1String("descriptionText")).toString());
    job.insert(QStringLiteral("url"), QStringLiteral("https://app.opentrain.ai/jobs/%1-%2").arg(slug, id));
    job.insert(QStringLiteral("applyUrl"),
        QStringLiteral("https://app.opentrain.ai/api/out?job=%1&src=www_seo").arg(id));
    setPay(job, random);
    return job;
}

} // namespace ot::sandbox
