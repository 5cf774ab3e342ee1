// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace ot::sandbox {

/// The text as a JSON string with its quotes.
[[nodiscard]] QByteArray jsonString(const QString& text);
[[nodiscard]] QByteArray jsonString(const QByteArray& utf8);
/// One line, members in alphabetical order: the same object is always the same bytes.
[[nodiscard]] QByteArray jsonBytes(const QJsonObject& object);
/// The object in those bytes; empty when it is none.
[[nodiscard]] QJsonObject jsonObject(const QByteArray& bytes);

} // namespace ot::sandbox
