// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "storage/records/job.h"

#include <QStringList>

#include <optional>

namespace ot::models {

// What a list shows of one job, cleaned and ready to paint.
struct JobCard {
    QString id;
    QString title;
    QString company;
    QString places;
    QString pay;
    QStringList tags;
    std::optional<storage::UtcTime> posted;
    bool closed = false;
};
[[nodiscard]] JobCard cardOf(const storage::Job& job, const Formatter& formatter);

} // namespace ot::models
