// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_table.h"

#include "models/account_state.h"
#include "ui/jobs/jobs_page.h"
#include "ui/messages/messages_page.h"
#include "ui/privacy/privacy_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

namespace ot::ui {
namespace {

template <class P>
Page* make(Services& services, QWidget* parent)
{
    return new P(services, parent);
}

} // namespace

std::vector<PageDescription> pageTable()
{
    return {
        { QStringLiteral("jobs"), MainWindow::tr("Jobs"), QStringLiteral("jobs"), Rail::Place::Top,
            { QStringLiteral("Job") }, make<JobsPage>, {} },
        { QStringLiteral("messages"), MainWindow::tr("Messages"), QStringLiteral("messages"),
            Rail::Place::Top, { QStringLiteral("Message"), QStringLiteral("Conversation") },
            make<MessagesPage>,
            [](const models::AccountState& account) { return account.unreadMessages(); } },
        { QStringLiteral("privacy"), MainWindow::tr("Privacy"), QStringLiteral("privacy"),
            Rail::Place::Bottom, {}, make<PrivacyPage>, {} },
        { QStringLiteral("settings"), MainWindow::tr("Settings"), QStringLiteral("settings"),
            Rail::Place::Bottom, {}, make<SettingsPage>, {} },
    };
}

} // namespace ot::ui
