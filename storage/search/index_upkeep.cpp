// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/index_upkeep.h"

#include "storage/database/schema.h"

namespace ot::storage {

std::string forgetRemovedWordsSql(std::string_view table)
{
    const std::string search = searchTable(table);
    return "INSERT INTO " + search + " (" + search + ") VALUES ('optimize')";
}

} // namespace ot::storage
