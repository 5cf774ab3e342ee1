// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QString>

#include <vector>

namespace ot::app {

// One account of a profile, as it may be known while its vault is locked.
struct AccountEntry {
    QString id; // random; the name of its folder
    QString label; // what the person chose to call it, or empty

    friend bool operator==(const AccountEntry&, const AccountEntry&) = default;
};

// The accounts of a profile: which there are, which was used last, and what the person calls them.
//
// What stands here lies outside the vaults, in a small file that anyone who gets at the disk can read. So it
// holds nothing of what a server says: no name, no address, no server; only random ids, their order, and a
// label where the person typed one for this very place. An account is there when its folder holds a vault;
// the file only adds to that, and is no loss when it goes. GUI thread.
class AccountList {
public:
    explicit AccountList(QString profileDirectory);

    // In the order in which they were added.
    [[nodiscard]] std::vector<AccountEntry> entries() const;
    // The account to begin with: the one last used, or else the first; empty when there is none.
    [[nodiscard]] QString lastUsed() const;
    // The account that a person means by its number in the list, from 1, or its id. Errors: NotFound.
    [[nodiscard]] Result<QString> find(const QString& numberOrId) const;
    [[nodiscard]] QString directoryOf(const QString& id) const;
    [[nodiscard]] static QString newId();

    // Errors of both: StoreReadOnly when it can't be kept.
    [[nodiscard]] Outcome setLastUsed(const QString& id);
    [[nodiscard]] Outcome setLabel(const QString& id, const QString& label);

private:
    struct Kept {
        QString lastUsed;
        std::vector<AccountEntry> entries;
    };
    [[nodiscard]] Kept load() const;
    [[nodiscard]] Outcome save(const Kept& kept) const;
    [[nodiscard]] std::vector<QString> vaults() const;

    QString m_profileDirectory;
};

} // namespace ot::app
