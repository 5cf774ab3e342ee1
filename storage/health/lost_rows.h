// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/health/raw_store.h"

#include <QString>
#include <QStringList>

namespace ot::storage::health {

// A table whose tree is damaged high up, so that pages below with good rows can't be reached.
struct LostTable {
    QString name;
    QStringList columns;
    QString isRow; // SQL that holds for every row of this table and for those of no other
};

// Looks for rows on every page of the vault at `vaultPath`, reading each as if the table began there, in a
// copy made in `folder` and removed again. Gives each row found as SQL literals, one a column; one may come
// twice. Nobody has the vault open. Errors: those of `take`, and of the store; StoreFull when there is no
// room for the copy.
Outcome findLostRows(const QString& vaultPath, const SecretKey& key, const LostTable& table,
    const QString& folder, const std::function<Outcome(const QStringList&)>& take);

} // namespace ot::storage::health
