// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "models/account_state.h"
#include "models/display_text.h"
#include "ui/shell/rail_entry.h"
#include "ui/shell/sync_footer.h"
#include "ui/text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <QPainter>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kWideWidth = 211;
constexpr int kNarrowWidth = 63;
constexpr int kAvatar = 32;
constexpr int kEdge = 16;
constexpr int kHeaderHeight = 70;
constexpr int kInset = 8;
constexpr double kRadius = 7.0;

} // namespace

// The avatar with name and role; opens the menu of accounts.
class Rail::Header : public QAbstractButton {
public:
    Header(models::AccountState& account, QWidget* parent)
        : QAbstractButton(parent)
        , m_account(account)
    {
        setObjectName(QStringLiteral("railAccount"));
        setFixedHeight(kHeaderHeight);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setAccessibleDescription(Rail::tr("Change between accounts"));
        connect(&m_account, &models::AccountState::changed, this, [this] { describe(); });
        describe();
    }
    void setNarrow(bool narrow)
    {
        m_narrow = narrow;
        describe();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Tokens& tokens = tokensOf(this);
        const QRect ground = rect().adjusted(kInset, kInset, -kInset, -kInset);
        if (underMouse())
            paint::box(painter, ground, kRadius, tokens.sunken);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paint::focusRing(painter, ground, kRadius, tokens);
        const int top = kHeaderHeight / 2 - kAvatar / 2 + 2;
        const QRect avatar(m_narrow ? (width() - kAvatar) / 2 : kEdge, top, kAvatar, kAvatar);
        paint::avatar(painter, paint::mirrored(avatar, rect(), layoutDirection()),
            models::initials(m_account.name()), tokens);
        if (m_narrow)
            return;
        const int nameHeight = QFontMetrics(typeFont(Type::Strong)).height();
        const int roleHeight = QFontMetrics(typeFont(Type::Caption)).height();
        const int left = kEdge + kAvatar + 10;
        const int textTop = top + (kAvatar - nameHeight - roleHeight) / 2;
        const QRect name(left, textTop, width() - left - 10, nameHeight);
        const QRect role(left, textTop + nameHeight, width() - left - 10, roleHeight);
        paint::line(painter, paint::mirrored(name, rect(), layoutDirection()), m_account.name(),
            typeFont(Type::Strong), tokens.text, layoutDirection());
        paint::line(painter, paint::mirrored(role, rect(), layoutDirection()), m_account.role(),
            typeFont(Type::Caption), tokens.dim, layoutDirection());
    }

private:
    void describe()
    {
        const QString words = m_account.name() + QStringLiteral(", ") + m_account.role();
        setAccessibleName(words);
        setTip(this, m_narrow ? words : QString());
        update();
    }
    models::AccountState& m_account;
    bool m_narrow = false;
};

Rail::Rail(models::AccountState& account, SyncViewState& sync, QWidget* parent)
    : QWidget(parent)
    , m_header(new Header(account, this))
    , m_top(new QVBoxLayout)
    , m_bottom(new QVBoxLayout)
    , m_footer(new SyncFooter(sync, this))
{
    setAccessibleName(tr("Pages"));
    setFixedWidth(kWideWidth);
    for (QVBoxLayout* list : { m_top, m_bottom }) {
        list->setContentsMargins(8, 0, 8, 0);
        list->setSpacing(2);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_bottom);
    layout->addSpacing(8);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_footer);
    connect(m_footer, &SyncFooter::clicked, this, &Rail::syncDetailsRequested);
    connect(m_header, &QAbstractButton::clicked, this,
        [this] { Q_EMIT accountMenuRequested(m_header->mapToGlobal(QPoint(0, kHeaderHeight))); });
}

RailEntry* Rail::addEntry(const QString& title, const QString& icon, Place place)
{
    auto* entry = new RailEntry(title, icon, this);
    const int page = static_cast<int>(m_entries.size());
    m_entries.push_back(entry);
    (place == Place::Top ? m_top : m_bottom)->addWidget(entry);
    connect(entry, &RailEntry::clicked, this, [this, page] { Q_EMIT pageChosen(page); });
    return entry;
}

void Rail::setCurrent(int page)
{
    m_entries[static_cast<std::size_t>(page)]->setChecked(true);
}

void Rail::setNarrow(bool narrow)
{
    setFixedWidth(narrow ? kNarrowWidth : kWideWidth);
    m_header->setNarrow(narrow);
    m_footer->setNarrow(narrow);
    for (RailEntry* entry : m_entries)
        entry->setNarrow(narrow);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).rail);
}

} // namespace ot::ui
