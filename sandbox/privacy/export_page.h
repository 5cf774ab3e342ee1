// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person reads first in an archive: a short text, and a page that shows everything without a script,
// a network or anything else beside it.
#pragma once

#include "sandbox/privacy/export_members.h"

namespace ot::sandbox {

[[nodiscard]] QByteArray readmeText(const ExportRows& rows, const ExportSubject& subject);
[[nodiscard]] ExportMember pageMember(
    ExportRows& rows, const ExportSubject& subject, const std::function<void()>& onRow);

} // namespace ot::sandbox
