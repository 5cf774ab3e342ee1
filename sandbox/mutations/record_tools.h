// SPDX-License-Identifier: GPL-3.0-or-later
//
// What operations have in common: whose rows a record is written to, its id and its times.
#pragma once

#include "sandbox/mutations/operation.h"

#include <QJsonArray>

namespace ot::sandbox {

[[nodiscard]] inline QString memberText(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

/// The key under which the record of this call stands: the organization's rows for what is shared, else the
/// account's own. There is a target.
[[nodiscard]] QString ownerOf(const OperationCall& call);
/// The record as its owner has it; a member of an organization may see less of it in its own row.
[[nodiscard]] QJsonObject currentOf(const OperationCall& call);
/// The live record of that id that this account may see.
[[nodiscard]] std::optional<QJsonObject> visible(
    const OperationCall& call, const QString& type, const QString& id);

/// An id that no other record has: "nt_x12".
[[nodiscard]] QString newId(const OperationCall& call, const char* prefix);
/// Writes a record that has just come about, with both its times.
Record createRecord(const OperationCall& call, const QString& owner, const QString& type, QJsonObject object);
/// Merges the members into the target and writes it where it stands.
Record updateTarget(const OperationCall& call, const QJsonObject& changes);
/// The same, and lets it stand in the rows of `owner` from now on.
Record moveOrUpdate(const OperationCall& call, const QJsonObject& changes, const QString& owner);
/// Takes the target away.
Record removeTarget(const OperationCall& call);

/// The id of the organization that the account belongs to; empty for individuals.
[[nodiscard]] QString organizationOf(const OperationCall& call);
/// Whether who acts also wrote the target.
[[nodiscard]] bool isAuthor(const OperationCall& call);

} // namespace ot::sandbox
