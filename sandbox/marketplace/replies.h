// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/random.h"

#include <QString>

namespace ot::sandbox {

/// What an employer answers to that message.
[[nodiscard]] QString replyTo(const QString& message, Random& random);
/// What an employer writes without being asked.
[[nodiscard]] QString unpromptedMessage(Random& random);

} // namespace ot::sandbox
