// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace ot::sandbox {

using Form = QHash<QString, QString>;

/// The fields of an application/x-www-form-urlencoded body. Nothing when a field is there twice or an escape
/// is broken: OAuth forbids the first, and guessing at the second is how two readers come to see two
/// requests.
[[nodiscard]] std::optional<Form> parseForm(const QByteArray& body);

} // namespace ot::sandbox
