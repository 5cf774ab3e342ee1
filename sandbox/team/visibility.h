// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which of an organization's records which of its members sees. The rules are one table; whoever wants to
// know who sees what reads it in visibility.cpp.
#pragma once

#include "sandbox/store/store.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace ot::sandbox {

/// The roles in an organization, as the wire names them.
inline const QString kOwner = QStringLiteral("OWNER");
inline const QString kBidManager = QStringLiteral("BID_MANAGER");
inline const QString kFinance = QStringLiteral("FINANCE");
inline const QString kMember = QStringLiteral("MEMBER");
/// Who was one and is no more: the account stays, nothing may be done with it.
inline const QString kFormerMember = QStringLiteral("REMOVED");

/// A member of an organization besides the account that holds its records, and what was assigned to them.
struct TeamViewer {
    Account account;
    QStringList contractIds;
};

/// A live record of the organization by its type and id.
using TeamLookup = std::function<std::optional<QJsonObject>(const QString& type, const QString& id)>;

/// Whether records of that type belong to the organization; all others are each member's own (or, as the
/// jobs, everyone's). Notes and templates count as shared here, though only some of them are.
[[nodiscard]] bool isSharedType(const QString& type);
/// The shared types, in the order in which a member gets them.
[[nodiscard]] const QStringList& sharedTypes();
/// Types of which a record belongs to its author until they share it with the team.
[[nodiscard]] bool isSharedByChoice(const QString& type);
/// Whether this one note or template is shared with the team.
[[nodiscard]] bool isSharedWithTeam(const QString& type, const QJsonObject& object);

/// Whether that member sees that record of the organization.
[[nodiscard]] bool maySee(
    const TeamViewer& viewer, const QString& type, const QJsonObject& object, const TeamLookup& lookup);
/// The record types `capabilities` names to that role; an empty role is somebody without an organization.
[[nodiscard]] QStringList recordTypesFor(const QString& role);
/// What only an organization has: whoever belongs to none is told nothing of it.
[[nodiscard]] bool isOfOrganizations(const QString& type);

} // namespace ot::sandbox
