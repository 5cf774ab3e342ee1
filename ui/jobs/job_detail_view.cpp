// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_detail_view.h"

#include "ui/rich_text/document_view.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/state_panel.h"
#include "ui/widgets/tag_label.h"
#include "ui/widgets/tinted_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kWidest = 780;
constexpr int kMargin = 26;
constexpr int kFactWidth = 134;
constexpr qsizetype kMostSkills = 40;

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

JobDetailView::JobDetailView(models::JobDetail& detail, QWidget* parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_state(new StatePanel(this))
{
    setAccessibleName(tr("Job"));
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, 22, kMargin, 26);
    column->setSpacing(14);
    column->addWidget(makeHead(content));
    m_facts = new FlowLayout(12, 12);
    column->addLayout(m_facts);
    column->addSpacing(2);

    m_work = new Card(tr("The work"), content);
    m_description = new DocumentView(m_work);
    m_description->setObjectName(QStringLiteral("jobDescription"));
    m_description->setAccessibleName(tr("Description"));
    m_work->body()->addWidget(m_description);
    column->addWidget(m_work);

    m_needs = new Card(tr("What is asked for"), content);
    m_skills = new FlowLayout(5, 5);
    m_languages = new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, m_needs);
    m_countries = new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, m_needs);
    m_needs->body()->addLayout(m_skills);
    m_needs->body()->addWidget(m_languages);
    m_needs->body()->addWidget(m_countries);
    column->addWidget(m_needs);
    column->addStretch();

    m_scroll = new ColumnScroll(content, kWidest, this);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    layout->addWidget(m_state);
    connect(&m_detail, &models::JobDetail::changed, this, &JobDetailView::refresh);
    connect(m_description, &DocumentView::linkActivated, this, &JobDetailView::linkActivated);
    refresh();
}

QWidget* JobDetailView::makeHead(QWidget* parent)
{
    auto* head = new QWidget(parent);
    m_title = makeLabel({}, TextShape::Wrapped, head);
    m_title->setObjectName(QStringLiteral("jobTitle"));
    setType(m_title, Type::Display);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_subline = new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, head);
    m_closed = new TintedLabel(
        tr("Closed: the employer takes no more proposals"), Type::Body, Tone::Warn, TextShape::Wrapped, head);
    m_copy = new Button(tr("Copy link"), ButtonKind::Secondary, head);
    m_copy->setObjectName(QStringLiteral("jobCopyLink"));
    m_web = new Button(tr("View on the web"), ButtonKind::Secondary, head);
    m_web->setObjectName(QStringLiteral("jobViewOnWeb"));
    connect(m_copy, &Button::clicked, this, &JobDetailView::copyLink);
    connect(m_web, &Button::clicked, this, [this] {
        if (m_detail.job())
            Q_EMIT linkActivated(m_detail.job()->url);
    });

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_web);
    buttons->addStretch();
    m_headRow = new QHBoxLayout;
    m_headRow->setSpacing(16);
    m_headRow->addWidget(m_title, 1);
    m_headRow->addLayout(buttons);
    // A stretch under the buttons would make the head grow with the page.
    m_headRow->setAlignment(buttons, Qt::AlignTop);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_headRow);
    layout->addWidget(m_subline);
    layout->addWidget(m_closed);
    head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return head;
}

void JobDetailView::refresh()
{
    using State = models::JobDetail::State;
    const State state = m_detail.state();
    const bool shown = m_detail.job().has_value();
    m_scroll->setVisible(shown);
    m_state->setVisible(!shown && state != State::Loading);
    if (!shown) {
        m_shownId.clear();
        const QString icon = QStringLiteral("jobs");
        if (state == State::Gone)
            m_state->setContent({ icon, tr("This job is no longer listed"),
                tr("The employer took it down. It has been removed from this device."), {} });
        else if (state == State::Failed)
            m_state->setContent(
                { QStringLiteral("trouble"), tr("This job can't be read"), m_detail.errorText(), {} });
        else
            m_state->setContent({ icon, tr("Choose a job to read it"),
                tr("Up and Down move through the list; Ctrl+K searches everything on this device."), {} });
        return;
    }
    const storage::Job& job = *m_detail.job();
    setLabelText(m_title, m_detail.title(), TextShape::Wrapped);
    m_subline->setContent(m_detail.subline());
    m_closed->setVisible(m_detail.isClosed());
    m_copy->setVisible(!job.url.isEmpty());
    m_web->setVisible(!job.url.isEmpty());
    refreshFacts();
    std::vector<HtmlBlock> blocks = parseHtml(job.descriptionHtml);
    if (blocks.empty())
        blocks = blocksOfText(job.descriptionText);
    m_work->setHeadingVisible(blocks.empty() || blocks.front().kind != HtmlBlock::Kind::Heading);
    m_description->setBlocks(std::move(blocks));
    refreshTags();
    if (m_shownId != job.id) {
        m_shownId = job.id;
        m_scroll->verticalScrollBar()->setValue(0);
    }
}

void JobDetailView::refreshFacts()
{
    empty(m_facts);
    for (const models::JobDetail::Fact& fact : m_detail.facts()) {
        auto* box = new QWidget(this);
        auto* layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(1);
        layout->addWidget(new TintedLabel(fact.name, Type::Caption, Tone::Neutral, TextShape::OneLine, box));
        QLabel* value = makeLabel(fact.value, TextShape::OneLine, box);
        setType(value, Type::Heading);
        layout->addWidget(value);
        box->setMinimumWidth(kFactWidth);
        m_facts->addWidget(box);
        box->show();
    }
}

void JobDetailView::refreshTags()
{
    empty(m_skills);
    const storage::Job& job = *m_detail.job();
    QStringList tags = job.labelTypes + job.skills;
    tags.removeDuplicates();
    for (const QString& tag : tags.mid(0, kMostSkills)) {
        auto* label = new TagLabel(tag, Tone::Neutral, m_needs);
        m_skills->addWidget(label);
        label->show();
    }
    //: %1 is a list of languages
    m_languages->setContent(tr("Languages: %1").arg(m_detail.languages()));
    m_languages->setVisible(!m_detail.languages().isEmpty());
    //: %1 is a list of countries, or that there is no limit
    m_countries->setContent(tr("Where: %1").arg(m_detail.countries()));
}

// The title keeps at least half of the width; where it can't, with large letters or long words on the
// buttons, the buttons go below it.
void JobDetailView::placeButtons()
{
    const int buttons = m_copy->sizeHint().width() + m_web->sizeHint().width();
    const bool below = buttons * 2 > qMin(width(), kWidest) - 2 * kMargin;
    m_headRow->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void JobDetailView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void JobDetailView::copyLink()
{
    if (m_detail.job())
        QGuiApplication::clipboard()->setText(m_detail.job()->url);
}

void JobDetailView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).bg);
}

} // namespace ot::ui
