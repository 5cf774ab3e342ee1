// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ot::models {
class AccountState;
}

namespace ot::ui {

class RailEntry;
class SyncFooter;
class SyncViewState;

// The left side of the window: who is signed in, the pages, the state of the sync.
class Rail : public QWidget {
    Q_OBJECT

public:
    enum class Place { Top, Bottom };

    Rail(models::AccountState& account, SyncViewState& sync, QWidget* parent = nullptr);

    // Adds the entry of a page; its number is handed back by pageChosen(). To be called in the order of the
    // pages.
    RailEntry* addEntry(const QString& title, const QString& icon, Place place);
    void setCurrent(int page);
    // Icons only, with the words as tool tips.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void pageChosen(int page);
    void syncDetailsRequested();
    // The name at the top was chosen; `place` is where a menu of it begins, on the screen.
    void accountMenuRequested(const QPoint& place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Header;

    std::vector<RailEntry*> m_entries;
    Header* m_header;
    QVBoxLayout* m_top;
    QVBoxLayout* m_bottom;
    SyncFooter* m_footer;
};

} // namespace ot::ui
