// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/privacy_page.h"

#include "ui/privacy/data_map_delegate.h"
#include "ui/privacy/facts_card.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/state_panel.h"
#include "ui/widgets/tinted_label.h"

#include <QHeaderView>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

using models::DataMapModel;

constexpr int kCountWidth = 84;
// Shares of the width, without the count: name, source, purpose, recipients, retention.
constexpr double kShares[] = { 0.28, 0.16, 0.20, 0.18, 0.18 };

// The chosen row has one colour from edge to edge; the style's own would be another before the first column.
class DataMapTree : public QTreeView {
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override
    {
        if (selectionModel()->isSelected(index))
            painter->fillRect(rect, tokensOf(this).accentSoft);
        QTreeView::drawBranches(painter, rect, index);
    }
};

} // namespace

PrivacyPage::PrivacyPage(Services& services, QWidget* parent)
    : Page(parent)
    , m_services(services)
    , m_model(services.vault, services.formatter)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(22, 18, 22, 18);
    column->setSpacing(12);
    column->addWidget(makeSummary(content));
    column->addWidget(makeMap(content));
    column->addStretch();
    m_scroll = new ColumnScroll(content, ColumnScroll::kAnyWidth, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll, 1);
    // Below the page, not in it: a category can be longer than any window, and its facts must stay in sight.
    m_facts = new FactsCard(this);
    m_facts->hide();
    auto* below = new QVBoxLayout;
    below->setContentsMargins(22, 0, 22, 12);
    below->addWidget(m_facts);
    layout->addLayout(below);
    m_state = new StatePanel(this);
    layout->addWidget(m_state, 1);
    connect(&m_model, &DataMapModel::changed, this, &PrivacyPage::refresh);
    connect(&m_model, &DataMapModel::settledChanged, this, &PrivacyPage::settledChanged);
    connect(m_state, &StatePanel::actionTriggered, &m_model, &DataMapModel::reload);
    refresh();
}

QWidget* PrivacyPage::makeSummary(QWidget* parent)
{
    auto* card = new Card(tr("What this device holds"), parent);
    m_held = new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, card);
    card->body()->addWidget(m_held);
    return card;
}

QWidget* PrivacyPage::makeMap(QWidget* parent)
{
    auto* card = new Card(tr("Your data by category"), parent);
    m_tree = new DataMapTree(card);
    m_tree->setObjectName(QStringLiteral("dataMap"));
    m_tree->setAccessibleName(tr("Your data by category"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new DataMapDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setIndentation(18);
    m_tree->setExpandsOnDoubleClick(true);
    // The animation draws what was below with the columns it had, while a new scroll bar moves them.
    m_tree->setAnimated(false);
    // The page scrolls as a whole, so the tree is always as high as its rows.
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setType(header, Type::Small);
    card->body()->addWidget(m_tree, 1);
    m_tree->viewport()->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &PrivacyPage::showFacts);
    connect(m_tree, &QTreeView::expanded, this, &PrivacyPage::fitHeight);
    connect(m_tree, &QTreeView::collapsed, this, &PrivacyPage::fitHeight);
    connect(&m_model, &DataMapModel::modelReset, this, [this] { m_facts->setSubject({}); });
    return card;
}

void PrivacyPage::activate()
{
    m_tree->setFocus();
}

void PrivacyPage::refresh()
{
    const bool failed = m_model.state() == DataMapModel::State::Failed;
    m_scroll->setVisible(!failed);
    m_state->setVisible(failed);
    if (failed) {
        m_facts->setSubject({});
        m_state->setContent({ QStringLiteral("trouble"), tr("The data map can't be read"),
            m_model.errorText(), tr("Try again") });
        return;
    }
    const QString key = m_services.keyPlace == KeyPlace::Keychain ? tr("your system's keychain keeps its key")
                                                                  : tr("your passphrase keeps its key");
    //: %1 is a count, %2 says where the vault's key is
    m_held->setContent(
        tr("%1 records, in one vault that is encrypted as a whole; %2. Nothing here is read by anybody else. "
           "Choose a line to see what is held, why, who receives it and until when.")
            .arg(m_services.formatter.number(m_model.totalRecords()), key));
    fitColumns();
    fitHeight();
}

void PrivacyPage::fitHeight()
{
    int rows = m_model.rowCount();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex category = m_model.index(row, 0);
        if (m_tree->isExpanded(category))
            rows += m_model.rowCount(category);
    }
    const int rowHeight = m_tree->sizeHintForRow(0);
    m_tree->setFixedHeight(m_tree->header()->sizeHint().height() + rows * qMax(0, rowHeight));
}

void PrivacyPage::showFacts(const QModelIndex& index)
{
    m_facts->setSubject(index);
    // The keyboard may have gone to a row that the page does not show, and the facts take room of their own.
    QMetaObject::invokeMethod(this, &PrivacyPage::showCurrentRow, Qt::QueuedConnection);
}

void PrivacyPage::showCurrentRow()
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return;
    const QRect row = m_tree->visualRect(index);
    const QPoint place = m_tree->viewport()->mapTo(m_scroll->widget(), row.topLeft());
    m_scroll->ensureVisible(0, place.y() + row.height(), 0, row.height() * 2);
}

void PrivacyPage::fitColumns()
{
    const int width = m_tree->viewport()->width();
    const int shared = width - kCountWidth;
    int used = 0;
    for (int column = 0; column < DataMapModel::CountColumn; ++column) {
        const int own = static_cast<int>(shared * kShares[column]);
        m_tree->setColumnWidth(column, own);
        used += own;
    }
    m_tree->setColumnWidth(DataMapModel::CountColumn, width - used);
}

// The columns follow the table, not the page: a scroll bar that comes takes room from the table alone.
bool PrivacyPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == m_tree->viewport())
        fitColumns();
    return Page::eventFilter(watched, event);
}

void PrivacyPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).bg);
}

} // namespace ot::ui
