// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people call the types of records. The names on the wire ("SavedJob") are for machines. Pure functions;
// GUI thread, because of the translations.
#pragma once

#include "storage/records/all_records.h"

#include <QString>

namespace ot::models {

// "Saved job", translated.
[[nodiscard]] QString recordTypeName(storage::RecordTypeIndex type);

// The name of the icon that stands for the page a record of this type belongs to: "jobs".
[[nodiscard]] QString recordTypeIcon(storage::RecordTypeIndex type);

} // namespace ot::models
