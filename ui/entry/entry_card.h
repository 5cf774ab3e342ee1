// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ot::ui {

class TintedLabel;

// What the entry screens share: the page's ground, a card in its middle with the program's mark, a title and
// a lead.
class EntryCard : public QWidget {
    Q_OBJECT

public:
    explicit EntryCard(QWidget* parent = nullptr);

protected:
    void setHeading(const QString& title, const QString& lead);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    // A line under the card.
    void setFootnote(const QString& text);

    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    TintedLabel* m_lead;
    QVBoxLayout* m_body;
    TintedLabel* m_footnote;
};

} // namespace ot::ui
