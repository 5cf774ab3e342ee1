// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/scale/scale_size.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ot::sandbox {

/// What the command line says.
struct Options {
    QString dataDirectory;
    quint16 port = 0; // 0: any free one
    quint64 seed = 1;
    double speed = 1.0; // how fast employers act; 0: not by themselves
    bool control = false;
    bool reset = false;
    bool publicOnly = false; // offers what the platform offers today, and nothing of the extension
    Scale scale;
    std::optional<qint64> now; // milliseconds since 1970
};

/// The options, or a sentence about what is wrong with the command line.
struct OptionsResult {
    std::optional<Options> options;
    QString problem;
};

/// `arguments` without the program's name.
[[nodiscard]] OptionsResult parseOptions(const QStringList& arguments);
[[nodiscard]] QString usageText();

} // namespace ot::sandbox
