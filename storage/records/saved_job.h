// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A job the account has saved on the platform. Its id is the job's.
struct SavedJob : RecordBase {
    QString jobId;
    QString note;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "SavedJob", "saved_job", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(
            field("jobId", &SavedJob::jobId, facts::kSavedJob, Trait::Required | Trait::Indexed),
            field("note", &SavedJob::note, facts::kPrivateActivity, Trait::Searchable),
            field("createdAt", &SavedJob::createdAt, facts::kSavedJob),
            field("updatedAt", &SavedJob::updatedAt, facts::kSavedJob));
    }
};

} // namespace ot::storage
