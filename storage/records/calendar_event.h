// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A date that the platform or an employer has set, or a span of one's own availability.
struct CalendarEvent : RecordBase {
    QString kind; // MEETING, DEADLINE, MILESTONE_DUE, TRAINING, AVAILABILITY; open-ended
    QString title;
    QString description;
    std::optional<UtcTime> startsAt;
    std::optional<UtcTime> endsAt;
    bool allDay = false;
    QString timeZone; // IANA name; what a whole day is a day of
    QString contractId;
    QString jobId;
    QString location;
    QString url;
    QString status; // CONFIRMED, TENTATIVE, CANCELLED; open-ended
    QString response; // NEEDS_ACTION, ACCEPTED, DECLINED, TENTATIVE; open-ended
    QString organizerName;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "CalendarEvent", "calendar_event", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("kind", &CalendarEvent::kind, facts::kEmployerActivity),
            field("title", &CalendarEvent::title, facts::kEmployerActivity, Trait::Searchable),
            field("description", &CalendarEvent::description, facts::kEmployerActivity, Trait::Searchable),
            field("startsAt", &CalendarEvent::startsAt, facts::kEmployerActivity,
                Trait::Required | Trait::Indexed),
            field("endsAt", &CalendarEvent::endsAt, facts::kEmployerActivity),
            field("allDay", &CalendarEvent::allDay, facts::kEmployerActivity),
            field("timeZone", &CalendarEvent::timeZone, facts::kEmployerActivity),
            field("contractId", &CalendarEvent::contractId, facts::kPlatformActivity, Trait::Indexed),
            field("jobId", &CalendarEvent::jobId, facts::kPlatformActivity),
            field("location", &CalendarEvent::location, facts::kEmployerActivity, Trait::Searchable),
            field("url", &CalendarEvent::url, facts::kEmployerActivity),
            field("status", &CalendarEvent::status, facts::kEmployerActivity),
            field("response", &CalendarEvent::response, facts::kYourActivity),
            field(
                "organizerName", &CalendarEvent::organizerName, facts::kEmployerActivity, Trait::Searchable),
            field("createdAt", &CalendarEvent::createdAt, facts::kPlatformActivity),
            field("updatedAt", &CalendarEvent::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
