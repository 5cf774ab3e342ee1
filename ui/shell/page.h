// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace ot::ui {

// A record to be shown, as the palette and links between pages name it.
struct RecordAddress {
    QString type; // wire name: "Job", "Message"
    QString id;
    QString parentId; // a message's conversation
    qint64 row = 0; // its place in the store's order; 0 when it is not known
};

// One page of the window. Built when it is first shown, kept from then on.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Whether the page shows its rows and is not waiting for the store.
    [[nodiscard]] virtual bool isSettled() const = 0;
    // The page has come to the front: puts the focus where work goes on.
    virtual void activate() { }
    // The page goes to the back, or the window closes: nothing typed may be left unsaved.
    virtual void leave() { }
    // Shows a record of one of the types that the page's description names.
    virtual void openRecord(const RecordAddress& address) { Q_UNUSED(address); }

Q_SIGNALS:
    void settledChanged();
};

} // namespace ot::ui
