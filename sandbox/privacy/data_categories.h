// SPDX-License-Identifier: GPL-3.0-or-later
//
// What kinds of data an account holds: each record type's category, who decides about it, and what becomes of
// it when the account is closed.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ot::sandbox {

struct DataKind {
    const char* type; // of the records
    const char* category;
    /// Who decides why and how it is used: platform, customer.
    const char* decidedBy;
    /// A member of an organization keeps it for themself; otherwise it is the organization's.
    bool personal;
    /// What a closed account leaves behind, without its owner's name, and for how many days; 0: nothing.
    int retainedDays;
    const char* reason; // why it is retained
};

/// Every kind there is, in the order an archive has them.
[[nodiscard]] const std::vector<DataKind>& dataKinds();
/// The kind of a type; types nobody put in the list are erased with the account, in the category "other".
[[nodiscard]] const DataKind& dataKind(const QString& type);
[[nodiscard]] const QStringList& dataCategories();

} // namespace ot::sandbox
