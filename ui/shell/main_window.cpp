// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/preferences.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/rail_entry.h"
#include "ui/shell/sign_out_dialog.h"
#include "ui/shell/sync_popover.h"
#include "ui/sync_view_state.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/search_field.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace ot::ui {
namespace {

constexpr int kNarrowBelow = 1080; // a window narrower than this has a rail of icons
constexpr int kHeaderHeight = 55;
constexpr QSize kSmallest(760, 480);
constexpr QSize kUsual(1280, 800);
const QString kPageCommand = QStringLiteral("page:");
const QString kAccountCommand = QStringLiteral("account:");
constexpr qsizetype kLongestLabel = 60;
const QString kThemeCommand = QStringLiteral("theme:");

} // namespace

MainWindow::MainWindow(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_account(m_services.vault)
    , m_search(m_services.vault, m_services.formatter)
    , m_rail(new Rail(m_account, m_services.sync, this))
    , m_title(makeLabel({}, TextShape::OneLine, this))
    , m_searchField(new SearchField(tr("Search everything on this device"), tr("Ctrl K"), this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("OpenTrain Desktop"));
    setMinimumSize(kSmallest);
    resize(kUsual);

    auto* content = new QVBoxLayout;
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(makeHeader());
    content->addWidget(new Hairline(this));
    content->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(new Hairline(this, Qt::Vertical));
    layout->addLayout(content, 1);

    for (PageDescription& description : pageTable()) {
        RailEntry* entry = m_rail->addEntry(description.title, description.icon, description.place);
        m_slots.push_back({ std::move(description), entry, nullptr });
    }
    m_palette = new CommandPalette(m_search, m_searchField, this);
    m_syncDetails = new SyncPopover(m_services.sync, m_services.serverAddress, this);
    makeCommands();
    makeShortcuts();

    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPageAt);
    connect(m_rail, &Rail::accountMenuRequested, this, &MainWindow::showAccountMenu);
    connect(m_rail, &Rail::syncDetailsRequested, this, &MainWindow::showSyncDetails);
    connect(&m_account, &models::AccountState::changed, this, &MainWindow::refreshBadges);
    connect(m_palette, &CommandPalette::commandChosen, this, &MainWindow::runCommand);
    connect(m_palette, &CommandPalette::recordChosen, this, &MainWindow::openRecord);
    showPageAt(0);
    refreshBadges(); // an answer that came before the connections were made has told nobody
}

MainWindow::~MainWindow()
{
    // Pages save what was being written while everything they need is still there.
    for (const Slot& slot : m_slots) {
        if (slot.page)
            slot.page->leave();
    }
}

QWidget* MainWindow::makeHeader()
{
    auto* header = new Ground(Ground::Kind::Surface, this);
    header->setFixedHeight(kHeaderHeight);
    setType(m_title, Type::Title);
    m_searchField->setObjectName(QStringLiteral("globalSearch"));
    m_searchField->setMaximumWidth(420);
    m_searchField->setMinimumWidth(200);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(20, 0, 20, 0);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_searchField, 2);
    return header;
}

void MainWindow::makeShortcuts()
{
    for (int i = 0; i < static_cast<int>(m_slots.size()) && i < 9; ++i) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { showPageAt(i); });
    }
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this), &QShortcut::activated, this,
        &MainWindow::openPalette);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this), &QShortcut::activated, &m_services.sync,
        &SyncViewState::syncNow);
}

void MainWindow::makeCommands()
{
    using Command = models::SearchModel::Command;
    std::vector<Command> commands;
    QStringList recordTypes;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        const PageDescription& page = m_slots[i].description;
        commands.push_back({ kPageCommand + page.name, /*: %1 is a page */ tr("Go to %1").arg(page.title),
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)))
                .toString(QKeySequence::NativeText),
            page.icon });
        recordTypes += page.recordTypes;
    }
    commands.push_back({ QStringLiteral("sync"), tr("Sync now"),
        QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText), QStringLiteral("sync") });
    commands.push_back(
        { QStringLiteral("syncDetails"), tr("Show what is waiting to be sent"), {}, QStringLiteral("sync") });
    const QString icon = QStringLiteral("settings");
    commands.push_back(
        { kThemeCommand + themeChoiceName(ThemeChoice::Light), tr("Use the light theme"), {}, icon });
    commands.push_back(
        { kThemeCommand + themeChoiceName(ThemeChoice::Dark), tr("Use the dark theme"), {}, icon });
    commands.push_back({ kThemeCommand + themeChoiceName(ThemeChoice::HighContrast),
        tr("Use the high contrast theme"), {}, icon });
    commands.push_back(
        { kThemeCommand + themeChoiceName(ThemeChoice::System), tr("Follow the system's theme"), {}, icon });
    int number = 0;
    for (const AccountChoice& account : m_accounts) {
        ++number;
        if (!account.isOpen)
            commands.push_back({ kAccountCommand + account.id,
                /*: %1 is an account */ tr("Change to %1").arg(accountName(account, number)), {},
                QStringLiteral("lock") });
    }
    commands.push_back({ QStringLiteral("addAccount"), tr("Add an account"), {}, QStringLiteral("lock") });
    commands.push_back({ QStringLiteral("signOut"), tr("Sign out"), {}, QStringLiteral("lock") });
    m_search.setCommands(std::move(commands));
    m_search.setRecordTypes(recordTypes);
}

void MainWindow::runCommand(const QString& id)
{
    if (id.startsWith(kPageCommand))
        showPage(id.mid(kPageCommand.size()));
    else if (id.startsWith(kThemeCommand))
        m_services.preferences.setTheme(themeChoiceFrom(id.mid(kThemeCommand.size())));
    else if (id.startsWith(kAccountCommand))
        Q_EMIT accountChosen(id.mid(kAccountCommand.size()));
    else if (id == QLatin1String("addAccount"))
        Q_EMIT accountAdditionRequested();
    else if (id == QLatin1String("sync"))
        m_services.sync.syncNow();
    else if (id == QLatin1String("syncDetails"))
        showSyncDetails();
    else if (id == QLatin1String("signOut"))
        askToSignOut();
}

void MainWindow::askToSignOut()
{
    const bool waits = m_services.sync.outbox().rowCount() > 0;
    auto* dialog = new SignOutDialog(waits ? m_services.sync.waitingText() : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &MainWindow::signOutRequested);
    dialog->open();
}

void MainWindow::setAccounts(std::vector<AccountChoice> accounts)
{
    m_accounts = std::move(accounts);
    makeCommands();
}

void MainWindow::showAccountMenu(const QPoint& place)
{
    auto* menu = new AccountMenu(m_accounts, m_account.name(), this);
    menu->setObjectName(QStringLiteral("accountMenu"));
    connect(menu, &AccountMenu::accountChosen, this, &MainWindow::accountChosen);
    connect(menu, &AccountMenu::additionRequested, this, &MainWindow::accountAdditionRequested);
    connect(menu, &AccountMenu::labelRequested, this, &MainWindow::askForLabel);
    menu->popup(place);
}

void MainWindow::askForLabel()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("accountLabelDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name this account"));
    dialog->setLabelText(tr("It is shown while the vault is locked, so it is kept outside of it,\n"
                            "where anyone with this disk can read it. Leave it empty for none."));
    for (const AccountChoice& account : m_accounts) {
        if (account.isOpen)
            dialog->setTextValue(account.label);
    }
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this](const QString& label) { Q_EMIT accountLabelChosen(label.simplified().left(kLongestLabel)); });
    dialog->open();
}

QStringList MainWindow::pageNames() const
{
    QStringList names;
    for (const Slot& slot : m_slots)
        names.append(slot.description.name);
    return names;
}

bool MainWindow::showPage(const QString& name)
{
    const auto index = pageNames().indexOf(name);
    if (index < 0)
        return false;
    showPageAt(static_cast<int>(index));
    return true;
}

QString MainWindow::currentPage() const
{
    return m_slots[static_cast<std::size_t>(m_current)].description.name;
}

void MainWindow::showPageAt(int index)
{
    Slot& slot = m_slots[static_cast<std::size_t>(index)];
    if (m_current >= 0 && m_current != index)
        m_slots[static_cast<std::size_t>(m_current)].page->leave();
    if (!slot.page) {
        slot.page = slot.description.make(m_services, m_stack);
        m_stack->addWidget(slot.page);
        connect(slot.page, &Page::settledChanged, this, &MainWindow::noteSettled);
        if (auto* settings = qobject_cast<SettingsPage*>(slot.page))
            connect(settings, &SettingsPage::signOutRequested, this, &MainWindow::askToSignOut);
    }
    m_current = index;
    m_palette->close();
    m_rail->setCurrent(index);
    setLabelText(m_title, slot.description.title, TextShape::OneLine);
    m_stack->setCurrentWidget(slot.page);
    slot.page->activate();
    noteSettled();
}

void MainWindow::openRecord(const RecordAddress& address)
{
    const auto slot = std::find_if(m_slots.begin(), m_slots.end(),
        [&address](const Slot& one) { return one.description.recordTypes.contains(address.type); });
    if (slot == m_slots.end())
        return;
    showPageAt(static_cast<int>(slot - m_slots.begin()));
    slot->page->openRecord(address);
}

void MainWindow::openPalette()
{
    m_syncDetails->hide();
    m_searchField->setFocus(Qt::ShortcutFocusReason);
    m_searchField->selectAll();
    m_palette->open();
}

void MainWindow::showSyncDetails()
{
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int x = rightToLeft ? width() - m_rail->width() - 8 : m_rail->width() + 8;
    m_syncDetails->openAt({ x, height() - 12 });
}

bool MainWindow::isSettled() const
{
    if (m_current < 0)
        return false;
    const Page* page = m_slots[static_cast<std::size_t>(m_current)].page;
    return page && page->isSettled() && m_account.isSettled();
}

void MainWindow::noteSettled()
{
    if (isSettled())
        Q_EMIT settled();
}

void MainWindow::refreshBadges()
{
    for (const Slot& slot : m_slots) {
        if (slot.description.badge)
            slot.entry->setBadge(slot.description.badge(m_account));
    }
    noteSettled();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_slots[static_cast<std::size_t>(m_current)].page->leave();
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < kNarrowBelow);
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).surface);
}

} // namespace ot::ui
