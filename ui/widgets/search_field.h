// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ot::ui {

// A one-line field for searching, with a magnifier and, at its far end, the keys that lead to it. Escape
// empties it.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    SearchField(const QString& placeholder, const QString& keys, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // Up, Down, Page Up and Page Down are for the list under the field.
    void navigationKey(int key);
    void escapeFromEmpty();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect keysRect() const;
    void fitMargins();
    QString m_keys;
};

} // namespace ot::ui
