// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/store_writer.h"

namespace ot::sandbox {

/// What an account is told of.
struct Notice {
    QString kind; // message, proposal_status, …
    QString title;
    QString text;
    QString subjectType {}; // empty with an empty id: it is about no record
    QString subjectId {};
};

/// Writes an unread Notification.
void writeNotice(Store& store, StoreWriter& writer, const QString& account, const Notice& notice);

} // namespace ot::sandbox
