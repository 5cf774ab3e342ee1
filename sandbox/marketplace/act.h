// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can happen in the marketplace without the user's doing: each act is one step of one record's life, in
// one transaction. The employers do them at their pace, and tests ask for them by name.
#pragma once

#include "sandbox/api/messaging.h"
#include "sandbox/marketplace/notices.h"
#include "sandbox/seed/random.h"
#include "sandbox/store/store_writer.h"

#include <functional>
#include <optional>
#include <vector>

namespace ot::sandbox {

/// What an act works with. `id` names the record to act on; empty leaves the choice to the dice.
struct Scene {
    Store& store;
    StoreWriter& writer;
    Messaging& messaging;
    Random& random;
    QString account;
    QString id;

    /// A live record of that type for which `fits`, or none.
    std::optional<QJsonObject> choose(
        const QString& type, const std::function<bool(const QJsonObject&)>& fits) const;
    [[nodiscard]] std::optional<QJsonObject> find(const QString& type, const QJsonValue& id) const;
    /// Writes the object back with a new `updatedAt`.
    void save(const QString& type, QJsonObject object) const;
    void saveForEveryone(const QString& type, QJsonObject object) const;
    /// Tells the account of it.
    void notify(const Notice& notice) const { writeNotice(store, writer, account, notice); }
    [[nodiscard]] QString now() const { return store.clock().tickIso(); }
};

struct Act {
    const char* name;
    int weight; // how often, against the others; 0: only when asked for
    /// The id of the record it changed; empty when there was nothing to do.
    QString (*run)(const Scene&);
};

/// All acts there are.
[[nodiscard]] const std::vector<Act>& allActs();
[[nodiscard]] const std::vector<Act>& proposalActs();
[[nodiscard]] const std::vector<Act>& contractActs();
[[nodiscard]] const std::vector<Act>& payoutActs();
[[nodiscard]] const std::vector<Act>& jobActs();
[[nodiscard]] const std::vector<Act>& conversationActs();
[[nodiscard]] const std::vector<Act>& instructionActs();
[[nodiscard]] const std::vector<Act>& privacyActs();
[[nodiscard]] const std::vector<Act>& submissionActs();
[[nodiscard]] const std::vector<Act>& moneyActs();
[[nodiscard]] const std::vector<Act>& calendarActs();
[[nodiscard]] const std::vector<Act>& peopleActs();
[[nodiscard]] const std::vector<Act>& attachmentActs();

[[nodiscard]] inline QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

} // namespace ot::sandbox
