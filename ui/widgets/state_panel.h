// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace ot::ui {

class Button;
class TintedLabel;

// What stands where a list would be when there is nothing to list: an icon, what is so, what to do, and at
// most one action.
class StatePanel : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QString icon; // a name of theme/icons
        QString title;
        QString text;
        QString action; // the button's words; empty for no button
        friend bool operator==(const Content&, const Content&) = default;
    };

    explicit StatePanel(QWidget* parent = nullptr);
    void setContent(const Content& content);
    [[nodiscard]] const Content& content() const { return m_content; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintIcon();

    Content m_content;
    QLabel* m_icon;
    TintedLabel* m_text;
    QLabel* m_title;
    Button* m_action;
};

} // namespace ot::ui
