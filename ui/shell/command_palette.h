// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_model.h"
#include "ui/shell/page.h"

#include <QFrame>

namespace ot::ui {

class RowListView;
class SearchField;
class StatePanel;
class TintedLabel;

// The list under the header's search field: every command, and what of the records on this device holds the
// words typed. The field keeps the keyboard; arrows move the list, Enter opens, Escape closes. A child of the
// window that lies over its content.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    // `field` is the input; the palette opens under it when it gets the focus or a text.
    CommandPalette(models::SearchModel& model, SearchField* field, QWidget* window);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return isVisible(); }

Q_SIGNALS:
    void commandChosen(const QString& id);
    void recordChosen(const ot::ui::RecordAddress& address);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void refresh();
    [[nodiscard]] QString understoodText() const;
    void move(int key);
    void activate(const QModelIndex& index);

    models::SearchModel& m_model;
    SearchField* m_field;
    TintedLabel* m_understood;
    RowListView* m_list;
    StatePanel* m_nothing;
};

} // namespace ot::ui
