// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/shell/rail.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace ot::models {
class AccountState;
}

namespace ot::ui {

class Page;

// One page of the window: a line of the table is all that a new page needs to stand in the rail, the
// shortcuts, the palette and the screenshots.
struct PageDescription {
    QString name; // for the command line and the palette: "jobs"
    QString title;
    QString icon;
    Rail::Place place = Rail::Place::Top;
    QStringList recordTypes; // the records that the page opens, by wire name
    std::function<Page*(Services&, QWidget* parent)> make;
    std::function<qint64(const models::AccountState&)> badge; // the count in the rail; may be empty
};

// Every page there is, in the order of the rail.
[[nodiscard]] std::vector<PageDescription> pageTable();

} // namespace ot::ui
