// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ot::app {

// Sends everything that is logged, Qt's own messages included, to rotating files below the profile (five of 2
// MiB, 0600), each line through one redacting filter: tokens, e-mail addresses, paths of the user and control
// characters never reach the file. What is logged is codes and sizes to begin with; the filter is the net
// below. Written synchronously: an asynchronous log loses its tail.
void startLog(const QString& profileDirectory);

// The line as it may be written. Pure; for the tests.
QString redacted(const QString& line);

} // namespace ot::app
