// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/row_list_view.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/state_panel.h"
#include "ui/widgets/tinted_label.h"

#include <QFocusEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ot::ui {
namespace {

using models::SearchModel;

constexpr int kMostRows = 11;
constexpr int kLeastWidth = 520;
constexpr int kIconSize = 18;
constexpr int kNothingHeight = 150;

// The marks of a text that is shown behind `before` other characters.
std::vector<paint::Mark> marks(const QModelIndex& index, int role, qsizetype before)
{
    std::vector<paint::Mark> all;
    for (const storage::TextRange& mark : index.data(role).value<storage::TextRanges>())
        all.push_back({ mark.start + before, mark.length });
    return all;
}

class HitDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 100,
            QFontMetrics(typeFont(Type::Body)).height() + QFontMetrics(typeFont(Type::Small)).height() + 13 };
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensOf(option.widget);
        const QRect box = option.rect.adjusted(6, 1, -6, -1);
        const Qt::LayoutDirection direction = option.direction;
        const auto placed = [&](const QRect& rect) { return paint::mirrored(rect, box, direction); };
        if (option.state & QStyle::State_Selected)
            paint::box(*painter, box, 7.0, tokens.accentSoft, tokens.highContrast ? tokens.accent : QColor());
        else if (option.state & QStyle::State_MouseOver)
            paint::box(*painter, box, 7.0, tokens.sunken);
        const bool command = !index.data(SearchModel::CommandIdRole).toString().isEmpty();
        const QRect icon(box.left() + 10, box.center().y() - kIconSize / 2, kIconSize, kIconSize);
        painter->drawPixmap(placed(icon).topLeft(),
            iconPixmap(index.data(SearchModel::IconRole).toString(), kIconSize, tokens.dim,
                option.widget->devicePixelRatioF()));

        const QString kind = command ? index.data(SearchModel::FragmentRole).toString()
                                     : index.data(SearchModel::TimeRole).toString();
        const QFont caption = typeFont(Type::Caption);
        const int kindWidth = kind.isEmpty() ? 0 : QFontMetrics(caption).horizontalAdvance(kind) + 4;
        const QRect kindRect(box.right() - 10 - kindWidth, box.top(), kindWidth, box.height());
        paint::line(*painter, placed(kindRect), kind, caption, tokens.dim, direction, paint::Where::Trailing);

        const int left = box.left() + 10 + kIconSize + 12;
        const int width = kindRect.left() - 8 - left;
        const QString title = index.data(SearchModel::TitleRole).toString();
        const QString kindName = index.data(SearchModel::KindRole).toString();
        QString second = command ? QString() : index.data(SearchModel::FragmentRole).toString();
        if (!command)
            second = second.isEmpty() ? kindName : kindName + QStringLiteral(" · ") + second;
        const int titleHeight = QFontMetrics(typeFont(Type::Body)).height();
        const int secondHeight = second.isEmpty() ? 0 : QFontMetrics(typeFont(Type::Small)).height();
        const int top = box.top() + (box.height() - titleHeight - secondHeight) / 2;
        const auto fragmentStart = second.size() - index.data(SearchModel::FragmentRole).toString().size();
        paint::markedLine(*painter, placed(QRect(left, top, width, titleHeight)), title,
            marks(index, SearchModel::TitleMarksRole, 0), typeFont(command ? Type::Body : Type::Strong),
            tokens.text, tokens, direction);
        paint::markedLine(*painter, placed(QRect(left, top + titleHeight, width, secondHeight)), second,
            marks(index, SearchModel::FragmentMarksRole, fragmentStart), typeFont(Type::Small), tokens.dim,
            tokens, direction);
    }
};

} // namespace

CommandPalette::CommandPalette(SearchModel& model, SearchField* field, QWidget* window)
    : QFrame(window)
    , m_model(model)
    , m_field(field)
    , m_understood(new TintedLabel(QString(), Type::Small, Tone::Neutral, TextShape::Wrapped, this))
    , m_list(new RowListView(this))
    , m_nothing(new StatePanel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Commands and search results"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 6, 1, 6);
    m_understood->setObjectName(QStringLiteral("understoodSearch"));
    m_understood->setContentsMargins(16, 4, 16, 4);
    layout->addWidget(m_understood);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    hide();

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &SearchField::textEdited, this, [this](const QString& text) {
        m_model.setText(text);
        open();
    });
    connect(m_field, &SearchField::textChanged, this, [this](const QString& text) {
        if (text != m_model.text())
            m_model.setText(text);
    });
    connect(m_field, &SearchField::navigationKey, this, &CommandPalette::move);
    connect(m_field, &SearchField::escapeFromEmpty, this, [this] {
        close();
        m_field->clearFocus();
    });
    connect(m_field, &SearchField::returnPressed, this, [this] { activate(m_list->currentIndex()); });
    connect(m_list, &RowListView::clicked, this, &CommandPalette::activate);
    connect(&m_model, &SearchModel::answered, this, &CommandPalette::refresh);
}

void CommandPalette::open()
{
    if (isVisible())
        return;
    refresh();
    show();
    raise();
}

void CommandPalette::close()
{
    hide();
}

void CommandPalette::refresh()
{
    const int rows = m_model.rowCount();
    const QString understood = understoodText();
    m_understood->setContent(understood);
    m_understood->setVisible(!understood.isEmpty());
    m_list->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    if (rows == 0) {
        m_nothing->setContent({ QStringLiteral("search"), tr("Nothing on this device holds these words"),
            tr("Everything that is synced is searched. Try fewer letters or another word."), {} });
    } else if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0));
    }
    place();
}

// How the text was understood, once it is more than words: "In Job · Not: “draft”", and what was not
// understood.
QString CommandPalette::understoodText() const
{
    const std::vector<models::SearchChip> chips = m_model.chips();
    QStringList parts;
    QStringList problems;
    for (const models::SearchChip& chip : chips) {
        if (chip.problem.isEmpty())
            parts.append(chip.text);
        else
            problems.append(chip.problem);
    }
    const bool saysMore
        = std::any_of(chips.begin(), chips.end(), [](const auto& chip) { return chip.isOperator; });
    if (!saysMore)
        return {};
    if (!parts.isEmpty())
        problems.prepend(parts.join(QStringLiteral(" · ")));
    return problems.join(QLatin1Char('\n'));
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const QRect field(m_field->mapTo(window, QPoint()), m_field->size());
    const int width = qMin(qMax(kLeastWidth, field.width()), window->width() - 24);
    const int rows = qMin(kMostRows, m_model.rowCount());
    const int above
        = m_understood->isVisibleTo(this) ? m_understood->heightForWidth(width - 2) + layout()->spacing() : 0;
    const int wanted = above + (m_model.rowCount() == 0 ? kNothingHeight : rows * m_list->rowHeight() + 14);
    const int height = qMin(wanted, window->height() - field.bottom() - 24);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int left = rightToLeft ? field.left() : field.right() + 1 - width;
    setGeometry(qBound(12, left, window->width() - width - 12), field.bottom() + 6, width, height);
}

void CommandPalette::move(int key)
{
    open();
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const int step
        = key == Qt::Key_PageUp ? -8 : (key == Qt::Key_PageDown ? 8 : (key == Qt::Key_Up ? -1 : 1));
    const int row = qBound(0, m_list->currentIndex().row() + step, rows - 1);
    m_list->setCurrentIndex(m_model.index(row));
}

void CommandPalette::activate(const QModelIndex& index)
{
    if (!isVisible() || !index.isValid())
        return;
    const QString command = index.data(SearchModel::CommandIdRole).toString();
    const RecordAddress address { index.data(SearchModel::RecordTypeRole).toString(),
        index.data(SearchModel::RecordIdRole).toString(), index.data(SearchModel::ParentIdRole).toString(),
        index.data(SearchModel::RowKeyRole).toLongLong() };
    close();
    m_field->clear();
    m_field->clearFocus();
    if (!command.isEmpty())
        Q_EMIT commandChosen(command);
    else
        Q_EMIT recordChosen(address);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress)
            open();
        else if (event->type() == QEvent::FocusOut
            && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason
            && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason)
            close();
        else if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            place();
    } else if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    paint::box(
        painter, rect(), paint::kCardRadius, tokens.surface, tokens.highContrast ? tokens.text : tokens.line);
}

} // namespace ot::ui
