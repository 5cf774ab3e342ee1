// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of files that others chose, made fit for this computer's folders. Pure; any thread.
#pragma once

#include <QString>

namespace ot::storage {

struct FileName {
    QString name; // one part of a path, at most kLongestFileName bytes of UTF-8; never empty
    QString extension; // what decides how it is opened, in small letters, without the dot; may be empty
    bool isProgram = false; // systems may run a file of this kind instead of showing it
};

inline constexpr qsizetype kLongestFileName = 120;

// What is left of a name once it can't name another folder, hide or reorder any of itself, pretend to have
// another extension, be a device or an option of a command, or be hidden.
[[nodiscard]] FileName cleanFileName(const QString& received);

} // namespace ot::storage
