// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a person's names out of records that outlive the person's account.
#pragma once

#include "sandbox/store/store.h"

#include <QRegularExpression>

namespace ot::sandbox {

/// The names by which one person is known, to be put in place of.
class Pseudonym {
public:
    /// `names`: full name, display name, parts of it, email address; those of less than two letters are
    /// passed over.
    explicit Pseudonym(QStringList names);

    /// The same object with "Former member" for each name that stands in any of its texts as whole words.
    [[nodiscard]] QJsonObject takenOutOf(const QJsonObject& object) const;
    [[nodiscard]] QString takenOutOf(QString text) const;

private:
    [[nodiscard]] QJsonValue takenOut(const QJsonValue& value) const;

    QRegularExpression m_names;
};

/// The names in an account's own Account and Profile.
[[nodiscard]] Pseudonym namesOf(Store& store, const Account& account);

} // namespace ot::sandbox
