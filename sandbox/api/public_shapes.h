// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records of the extension as the public API v1 shows them.
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace ot::sandbox {

/// The member, null where the record has none: published members are never absent.
[[nodiscard]] QJsonValue memberOrNull(const QJsonObject& object, const char* name);

[[nodiscard]] QJsonObject publicConversation(const QJsonObject& conversation);
[[nodiscard]] QJsonObject publicMessage(const QJsonObject& message);
[[nodiscard]] QJsonObject publicMilestone(const QJsonObject& milestone);
/// `freelancer` is the published worker object, `milestones` those of this contract.
[[nodiscard]] QJsonObject publicContract(
    const QJsonObject& contract, const QJsonObject& freelancer, const std::vector<QJsonObject>& milestones);
[[nodiscard]] QJsonObject publicBudget(
    const QJsonObject& contract, const std::vector<QJsonObject>& milestones);
[[nodiscard]] QJsonObject publicFreelancer(const QJsonObject& profile);

} // namespace ot::sandbox
