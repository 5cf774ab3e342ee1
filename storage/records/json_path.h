// SPDX-License-Identifier: GPL-3.0-or-later
//
// Members of nested JSON objects by their dotted path ("pay.hourlyRate"), as the records' fields name them.
// Pure functions; any thread.
#pragma once

#include <QJsonObject>
#include <QJsonValue>

#include <string_view>

namespace ot::storage::detail {

// The member at a dotted path; undefined when any step is missing.
QJsonValue valueAt(const QJsonObject& object, std::string_view path);
// Sets the member at a dotted path, making the objects between.
void setValueAt(QJsonObject& object, std::string_view path, const QJsonValue& value);
// Takes the member at a dotted path out; an object left empty on the way goes too.
void removeValueAt(QJsonObject& object, std::string_view path);
// Whether what stands on the way to a dotted path's member is an object, or nothing at all.
bool leadsThroughObjects(const QJsonObject& object, std::string_view path);
// Puts null for the object that the path begins in when all that it holds is null or an empty list.
void setNullIfEmpty(QJsonObject& object, std::string_view path);

} // namespace ot::storage::detail
