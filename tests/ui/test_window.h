// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/outbox.h"
#include "tests/support/test_vault.h"
#include "ui/link_gate.h"
#include "ui/preferences.h"
#include "ui/shell/main_window.h"
#include "ui/sync_view_state.h"
#include "ui/theme/theme.h"

#include <QUrl>

#include <memory>

namespace ot::test {

// The program's window over a real vault with a small marketplace in it: 40 jobs, 12 conversations with
// messages. Nothing is synced; what is sent waits in the outbox.
class TestWindow {
public:
    // `letters` is how much larger than usual the user has set the letters.
    explicit TestWindow(QSize size = { 1280, 800 }, double letters = 1.0);
    ~TestWindow();

    [[nodiscard]] storage::Vault& vault() { return m_store.vault(); }
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::Preferences& preferences() { return m_preferences; }
    [[nodiscard]] ui::SyncViewState& sync() { return *m_sync; }
    [[nodiscard]] const QList<QUrl>& openedLinks() const { return m_opened; }

    // Brings a page to the front and waits until it shows what it has.
    void show(const QString& page);
    // The child of that name, which must be there.
    template <class Widget>
    [[nodiscard]] Widget* child(const char* name)
    {
        auto* found = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    [[nodiscard]] std::vector<storage::OutboxEntry> waiting();
    // Ends the program and starts it again on the same profile: unsaved things are gone.
    void restart();

private:
    void open();

    QSize m_size;
    TestVault m_store;
    ui::Theme m_theme { ui::ThemeChoice::Light };
    ui::Preferences m_preferences;
    QList<QUrl> m_opened;
    std::unique_ptr<ui::LinkGate> m_links;
    std::unique_ptr<ui::SyncViewState> m_sync;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace ot::test
