// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ot::sandbox {

/// Every record type of the extension, as `capabilities` names them.
[[nodiscard]] const QStringList& recordTypes();

/// The cursor that stands for a number of the feed.
[[nodiscard]] QString feedCursor(qint64 sequence);

} // namespace ot::sandbox
