// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/job_detail.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ot::ui {

class Button;
class Card;
class ColumnScroll;
class DocumentView;
class FlowLayout;
class StatePanel;
class TintedLabel;

// The right side of the Jobs page: one job, whole. Paints what models::JobDetail says.
class JobDetailView : public QWidget {
    Q_OBJECT

public:
    explicit JobDetailView(models::JobDetail& detail, QWidget* parent = nullptr);

Q_SIGNALS:
    void linkActivated(const QString& address);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead(QWidget* parent);
    void refresh();
    void refreshFacts();
    void refreshTags();
    void copyLink();
    void placeButtons();

    models::JobDetail& m_detail;
    ColumnScroll* m_scroll = nullptr;
    StatePanel* m_state;
    QLabel* m_title;
    QBoxLayout* m_headRow = nullptr;
    TintedLabel* m_subline;
    TintedLabel* m_closed;
    FlowLayout* m_facts;
    DocumentView* m_description;
    Card* m_work = nullptr;
    Card* m_needs;
    FlowLayout* m_skills;
    TintedLabel* m_languages;
    TintedLabel* m_countries;
    Button* m_copy;
    Button* m_web;
    QString m_shownId;
};

} // namespace ot::ui
