// SPDX-License-Identifier: GPL-3.0-or-later
//
// Employers propose meetings, fix, move and call them off.
#include "sandbox/marketplace/act.h"

namespace ot::sandbox {

namespace {

constexpr qint64 kHour = 60LL * 60 * 1000;
constexpr qint64 kDay = 24 * kHour;
const QString kEvent = QStringLiteral("CalendarEvent");

QString timeZoneOf(const Scene& scene)
{
    for (const Record& record : scene.store.list(scene.account, QStringLiteral("Account"))) {
        const QString zone = textOf(record.json(), "timeZone");
        if (!zone.isEmpty())
            return zone;
    }
    return QStringLiteral("UTC");
}

QString contactOf(const Scene& scene, const QJsonObject& contract)
{
    const auto conversation
        = scene.find(QStringLiteral("Conversation"), contract.value(QLatin1String("jobDmConversationId")));
    return conversation ? textOf(*conversation, "counterpartName") : textOf(contract, "employerName");
}

QString propose(const Scene& scene)
{
    const auto contract = scene.choose(QStringLiteral("Contract"),
        [](const QJsonObject& c) { return textOf(c, "status") == QLatin1String("active"); });
    if (!contract)
        return {};
    const QString id = QStringLiteral("ev_x%1").arg(scene.writer.nextNumber());
    const qint64 start = (scene.store.clock().now() / kHour + scene.random.between(24, 96)) * kHour;
    scene.save(kEvent,
        { { QStringLiteral("id"), id }, { QStringLiteral("kind"), QStringLiteral("MEETING") },
            { QStringLiteral("title"), QStringLiteral("Questions about ") + textOf(*contract, "title") },
            { QStringLiteral("description"), QJsonValue() }, { QStringLiteral("startsAt"), isoTime(start) },
            { QStringLiteral("endsAt"), isoTime(start + kHour) }, { QStringLiteral("allDay"), false },
            { QStringLiteral("timeZone"), timeZoneOf(scene) },
            { QStringLiteral("contractId"), contract->value(QLatin1String("id")) },
            { QStringLiteral("jobId"), contract->value(QLatin1String("jobId")) },
            { QStringLiteral("location"), QJsonValue() },
            { QStringLiteral("url"), QStringLiteral("https://meet.example.test/") + id },
            { QStringLiteral("status"), QStringLiteral("TENTATIVE") },
            { QStringLiteral("response"), QStringLiteral("NEEDS_ACTION") },
            { QStringLiteral("organizerName"), contactOf(scene, *contract) },
            { QStringLiteral("createdAt"), scene.now() } });
    return id;
}

std::optional<QJsonObject> chooseMeeting(const Scene& scene, const QStringList& statuses)
{
    return scene.choose(kEvent, [&statuses](const QJsonObject& event) {
        return textOf(event, "kind") == QLatin1String("MEETING")
            && statuses.contains(textOf(event, "status"));
    });
}

const QStringList& standing()
{
    static const QStringList kStatuses { QStringLiteral("TENTATIVE"), QStringLiteral("CONFIRMED") };
    return kStatuses;
}

QString confirm(const Scene& scene)
{
    auto event = chooseMeeting(scene, { QStringLiteral("TENTATIVE") });
    if (!event)
        return {};
    event->insert(QStringLiteral("status"), QStringLiteral("CONFIRMED"));
    scene.save(kEvent, *event);
    return textOf(*event, "id");
}

/// A day later; whoever had said that they come is asked again.
QString move(const Scene& scene)
{
    auto event = chooseMeeting(scene, standing());
    if (!event)
        return {};
    for (const auto& member : { QStringLiteral("startsAt"), QStringLiteral("endsAt") }) {
        if (const auto time = parseIsoTime(event->value(member).toString()))
            event->insert(member, isoTime(*time + kDay));
    }
    event->insert(QStringLiteral("response"), QStringLiteral("NEEDS_ACTION"));
    scene.save(kEvent, *event);
    return textOf(*event, "id");
}

QString callOff(const Scene& scene)
{
    auto event = chooseMeeting(scene, standing());
    if (!event)
        return {};
    event->insert(QStringLiteral("status"), QStringLiteral("CANCELLED"));
    scene.save(kEvent, *event);
    return textOf(*event, "id");
}

} // namespace

const std::vector<Act>& calendarActs()
{
    static const std::vector<Act> kActs {
        { "proposeMeeting", 2, propose },
        { "confirmMeeting", 2, confirm },
        { "moveMeeting", 1, move },
        { "cancelMeeting", 0, callOff },
    };
    return kActs;
}

} // namespace ot::sandbox
