// SPDX-License-Identifier: GPL-3.0-or-later
//
// An organization's record as one of its members gets it: told from their side, with their own reading state,
// and without what their role does not see.
#pragma once

#include "sandbox/team/visibility.h"

namespace ot::sandbox {

/// What the member's own row knew before, and what only the moment of writing knows.
struct TeamReading {
    std::optional<QJsonObject> before; // the member's row so far, where there is one
    bool isNew = false; // the record was made just now, so that the member can't have read it
    std::optional<qint64> unread; // of the conversation, by the member's own rows of its messages
};

[[nodiscard]] QJsonObject adaptedFor(
    const TeamViewer& viewer, const QString& type, const QJsonObject& object, const TeamReading& reading);

} // namespace ot::sandbox
