// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messages_page.h"

#include "models/display_text.h"
#include "storage/when_done.h"
#include "sync/message_commands.h"
#include "ui/link_gate.h"
#include "ui/messages/composer.h"
#include "ui/messages/conversation_delegate.h"
#include "ui/messages/timeline_view.h"
#include "ui/messages/whole_text_dialog.h"
#include "ui/preferences.h"
#include "ui/sync_view_state.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/row_list_view.h"
#include "ui/widgets/state_panel.h"
#include "ui/widgets/tinted_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace ot::ui {
namespace {

using models::ConversationListModel;
using models::MessageTimelineModel;

constexpr int kListWidth = 329;
constexpr int kSmallestListWidth = 250;
constexpr int kHeadHeight = 56;
constexpr int kTypingMilliseconds = 6000; // as the server says

} // namespace

MessagesPage::MessagesPage(Services& services, QWidget* parent)
    : Page(parent)
    , m_services(services)
    , m_conversations(services.vault, services.formatter)
    , m_timeline(services.vault, services.formatter)
    , m_drafts(services.vault, models::systemClock())
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList(), 1);
    layout->addWidget(new Hairline(this, Qt::Vertical));
    layout->addWidget(makeConversation(), 2);
    m_typingEnds.setSingleShot(true);
    m_typingEnds.setInterval(kTypingMilliseconds);

    connect(&m_typingEnds, &QTimer::timeout, this, [this] {
        m_typing.clear();
        refreshHead();
    });
    connect(&m_conversations, &ConversationListModel::stateChanged, this, &MessagesPage::refreshListState);
    connect(&m_conversations, &ConversationListModel::settledChanged, this, [this] {
        chooseFirst();
        refreshListState();
        Q_EMIT settledChanged();
    });
    connect(&m_timeline, &MessageTimelineModel::opened, this, &MessagesPage::showOpened);
    connect(&m_timeline, &MessageTimelineModel::conversationChanged, this, &MessagesPage::refreshHead);
    connect(&m_timeline, &MessageTimelineModel::stateChanged, this, &MessagesPage::refreshHead);
    connect(&m_timeline, &MessageTimelineModel::settledChanged, this, &MessagesPage::settledChanged);
    connect(&m_drafts, &models::DraftKeeper::loaded, this,
        [this](const QString&, const QString& text) { m_composer->setText(text); });
    connect(&m_drafts, &models::DraftKeeper::failed, m_composer, &Composer::setTrouble);
    connect(&m_services.sync, &SyncViewState::changed, this, [this] {
        m_timeline.setOnline(m_services.sync.isOnline());
        refreshListState();
    });
    connect(&m_services.sync, &SyncViewState::typing, this, &MessagesPage::showTyping);
    connect(&m_services.preferences, &Preferences::sendKeyChanged, this,
        [this] { m_composer->setSendKey(m_services.preferences.sendKey()); });
    m_composer->setSendKey(m_services.preferences.sendKey());
    m_timeline.setOnline(m_services.sync.isOnline());
    refreshListState();
    refreshHead();
}

QWidget* MessagesPage::makeList()
{
    auto* left = new Ground(Ground::Kind::Surface, this);
    left->setMinimumWidth(kSmallestListWidth);
    left->setMaximumWidth(kListWidth);
    auto* chips = new QWidget(left);
    auto* flow = new FlowLayout(4, 6);
    auto* chipRow = new QVBoxLayout(chips);
    chipRow->setContentsMargins(14, 10, 14, 10);
    chipRow->addLayout(flow);
    auto* group = new QButtonGroup(this);
    using Filter = ConversationListModel::Filter;
    const std::initializer_list<std::pair<Filter, QString>> filters
        = { { Filter::All, tr("All") }, { Filter::Proposal, tr("Proposal") }, { Filter::Job, tr("Job") },
              { Filter::Channels, tr("Channels") }, { Filter::Unread, tr("Unread") } };
    for (const auto& [filter, words] : filters) {
        auto* chip = new Chip(words, chips);
        chip->setCheckable(true);
        chip->setChecked(filter == Filter::All);
        chip->setObjectName(QStringLiteral("conversationFilter%1").arg(static_cast<int>(filter)));
        group->addButton(chip);
        flow->addWidget(chip);
        connect(chip, &Chip::toggled, this, [this, filter = filter](bool on) {
            if (on)
                m_conversations.setFilter(filter);
        });
    }
    m_list = new RowListView(left);
    m_list->setObjectName(QStringLiteral("conversationList"));
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setItemDelegate(new ConversationDelegate(m_list));
    m_list->setModel(&m_conversations);
    m_listState = new StatePanel(left);
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(chips);
    layout->addWidget(new Hairline(left));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_listState, 1);
    connect(m_list, &RowListView::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            openConversation(index.data(ConversationListModel::IdRole).toString());
    });
    connect(m_list, &RowListView::activated, this, [this] { m_composer->focusText(); });
    connect(&m_conversations, &ConversationListModel::modelReset, this, [this] {
        const QModelIndex index = m_conversations.indexOfId(m_wanted);
        if (index.isValid())
            m_list->setCurrentIndex(index);
    });
    connect(m_listState, &StatePanel::actionTriggered, this, [this] {
        if (m_conversations.state() == ConversationListModel::State::Failed)
            m_conversations.reload();
        else
            m_services.sync.syncNow();
    });
    return left;
}

QWidget* MessagesPage::makeConversation()
{
    m_right = new QStackedWidget(this);
    m_nothingOpen = new StatePanel(m_right);
    auto* open = new QWidget(m_right);
    auto* head = new Ground(Ground::Kind::Surface, open);
    head->setFixedHeight(kHeadHeight);
    m_title = new ElidedLabel({}, Type::Heading, ElidedLabel::Ink::Text, head);
    m_subtitle = new ElidedLabel({}, Type::Body, ElidedLabel::Ink::Dim, head);
    m_subtitle->setObjectName(QStringLiteral("conversationSubtitle"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(20, 0, 20, 0);
    headLayout->setSpacing(12);
    headLayout->addWidget(m_title);
    headLayout->addWidget(m_subtitle, 1);

    m_view = new TimelineView(m_timeline, open);
    m_view->setObjectName(QStringLiteral("timeline"));
    m_view->setAccessibleName(tr("Messages"));
    m_composer = new Composer(open);
    auto* layout = new QVBoxLayout(open);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(new Hairline(open));
    layout->addWidget(m_view, 1);
    layout->addWidget(new Hairline(open));
    layout->addWidget(m_composer);
    m_right->addWidget(m_nothingOpen);
    m_right->addWidget(open);

    connect(m_view, &TimelineView::linkActivated, this,
        [this](const QString& address) { m_services.links.ask(address, window()); });
    connect(m_view, &TimelineView::actionRequested, this, &MessagesPage::act);
    connect(m_composer, &Composer::edited, &m_drafts, &models::DraftKeeper::edit);
    connect(m_composer, &Composer::sendRequested, this, &MessagesPage::send);
    connect(m_composer, &Composer::escaped, this, [this] { m_list->setFocus(); });
    return m_right;
}

bool MessagesPage::isSettled() const
{
    return m_conversations.isSettled() && m_timeline.isSettled() && m_timeline.conversationId() == m_wanted;
}

void MessagesPage::activate()
{
    if (m_timeline.conversation() && m_timeline.conversation()->canSend)
        m_composer->focusText();
    else
        m_list->setFocus();
}

void MessagesPage::leave()
{
    m_drafts.flush();
}

void MessagesPage::chooseFirst()
{
    if (m_wanted.isEmpty() && m_conversations.rowCount() > 0)
        m_list->setCurrentIndex(m_conversations.index(0));
}

void MessagesPage::openConversation(const QString& id, qint64 row)
{
    if (id == m_wanted && row == 0)
        return;
    m_wanted = id;
    m_timeline.open(id, row);
}

void MessagesPage::openRecord(const RecordAddress& address)
{
    const bool message = address.type == QLatin1String("Message");
    const QString id = message ? address.parentId : address.id;
    openConversation(id, message ? address.row : 0);
    const QModelIndex index = m_conversations.indexOfId(id);
    if (index.isValid())
        m_list->setCurrentIndex(index);
}

void MessagesPage::showOpened()
{
    m_typing.clear();
    refreshHead();
    if (m_drafts.conversationId() == m_timeline.conversationId())
        return;
    m_composer->setText({});
    m_composer->setTrouble({});
    m_drafts.switchTo(m_timeline.conversationId());
}

void MessagesPage::refreshHead()
{
    using State = MessageTimelineModel::State;
    const std::optional<storage::Conversation>& conversation = m_timeline.conversation();
    m_right->setCurrentIndex(conversation ? 1 : 0);
    if (!conversation) {
        const QString icon = QStringLiteral("messages");
        if (m_timeline.state() == State::Failed)
            m_nothingOpen->setContent({ QStringLiteral("trouble"), tr("This conversation can't be read"),
                m_timeline.errorText(), {} });
        else if (m_timeline.state() == State::Gone)
            m_nothingOpen->setContent(
                { icon, tr("This conversation is gone"), tr("It has been removed from this device."), {} });
        else
            m_nothingOpen->setContent(
                { icon, m_conversations.rowCount() > 0 ? tr("Choose a conversation") : QString(), {}, {} });
        return;
    }
    const QString title = models::conversationTitle(*conversation);
    m_title->setContent(title);
    const QString name = models::oneLine(conversation->counterpartName, 80);
    QStringList about;
    if (!name.isEmpty() && name != title)
        about.append(models::isolated(name));
    about.append(models::conversationKind(*conversation));
    if (conversation->contractId.isEmpty() && conversation->bucket == QLatin1String("job")
        && conversation->type != QLatin1String("CHANNEL"))
        about.append(tr("no contract yet"));
    //: %1 is a person
    m_subtitle->setContent(m_typing.isEmpty() ? about.join(QStringLiteral(" · "))
                                              : tr("%1 is writing…").arg(models::isolated(m_typing)));
    //: %1 is a company, a person or a channel
    m_composer->setPlaceholder(tr("Write to %1").arg(title));
    QString reason;
    if (!conversation->canSend) {
        if (conversation->cannotSendReason == QLatin1String("employer_first_message_required"))
            reason = tr("The employer writes first in proposal messages. You can answer once they have.");
        else if (conversation->cannotSendReason == QLatin1String("conversation_closed"))
            reason = tr("This conversation is closed. It stays here to read.");
        else
            reason = tr("Nothing can be written here.");
    }
    m_composer->setReason(reason);
}

void MessagesPage::refreshListState()
{
    const int rows = m_conversations.rowCount();
    const bool loading = m_conversations.state() == ConversationListModel::State::Loading;
    m_list->setVisible(rows > 0 || loading);
    m_listState->setVisible(rows == 0 && !loading);
    if (rows > 0 || loading)
        return;
    const auto phase = m_services.sync.status().phase;
    using Phase = sync::SyncStatus::Phase;
    if (m_conversations.state() == ConversationListModel::State::Failed)
        m_listState->setContent({ QStringLiteral("trouble"), tr("Messages can't be read"),
            m_conversations.errorText(), tr("Try again") });
    else if (m_conversations.filter() == ConversationListModel::Filter::Unread)
        m_listState->setContent({ QStringLiteral("messages"), tr("Everything is read"), {}, {} });
    else if (m_conversations.filter() != ConversationListModel::Filter::All)
        m_listState->setContent({ QStringLiteral("messages"), tr("None of this kind"), {}, {} });
    else if (phase == Phase::FirstSync || phase == Phase::Connecting)
        m_listState->setContent({ QStringLiteral("sync"), tr("Messages are on their way"), {}, {} });
    else if (phase == Phase::Offline)
        m_listState->setContent({ QStringLiteral("offline"), tr("No messages on this device yet"),
            tr("The server can't be reached."), tr("Try now") });
    else
        m_listState->setContent({ QStringLiteral("messages"), tr("No conversations yet"),
            tr("An employer who answers a proposal, or works with you, begins one."), {} });
}

// ---- Commands -----------------------------------------------------------------------------------

void MessagesPage::send(const QString& text)
{
    const QString id = m_timeline.conversationId();
    m_drafts.sent();
    m_composer->setText({});
    m_composer->setTrouble({});
    m_view->scrollToEnd();
    if (m_timeline.hasNewer())
        m_timeline.openNewest();
    whenDone(
        sync::sendMessage(m_services.vault, id, text), this, [this, id, text](const Result<QString>& sent) {
            if (sent)
                return;
            // Not one word is lost: back into the editor, or at least into its draft.
            if (id == m_timeline.conversationId()) {
                m_composer->setText(
                    m_composer->text().isEmpty() ? text : text + QLatin1Char('\n') + m_composer->text());
                m_drafts.edit(m_composer->text());
            } else {
                m_drafts.putBack(id, text);
            }
            report(sent.error());
        });
}

void MessagesPage::act(BubbleAction action, const QString& mutationId, int row)
{
    const auto reportFailure = [this](const Outcome& outcome) {
        if (!outcome)
            report(outcome.error());
    };
    switch (action) {
    case BubbleAction::Undo:
    case BubbleAction::Edit:
        takeBack(mutationId);
        return;
    case BubbleAction::TryAgain:
        whenDone(sync::retryMessage(m_services.vault, mutationId), this, reportFailure);
        return;
    case BubbleAction::Discard:
        whenDone(sync::discardMessage(m_services.vault, mutationId), this, reportFailure);
        return;
    case BubbleAction::ShowAll:
        showWhole(row);
        return;
    }
}

void MessagesPage::takeBack(const QString& mutationId)
{
    // What is in the editor is kept first, so that the text that comes back is put before it.
    m_drafts.flush();
    const QString id = m_timeline.conversationId();
    whenDone(
        sync::takeMessageBack(m_services.vault, mutationId), this, [this, id](const Result<QString>& text) {
            if (!text) {
                report(text.error());
                return;
            }
            if (id == m_timeline.conversationId()) {
                m_composer->setText(*text);
                m_drafts.edit(*text);
                m_composer->focusText();
            }
        });
}

void MessagesPage::report(const Error& error)
{
    if (error.code == ErrorCode::NotFound)
        m_composer->setTrouble(tr("That message has been sent already."));
    else if (error.code == ErrorCode::Conflict)
        m_composer->setTrouble(tr("That message is being sent right now."));
    else
        m_composer->setTrouble(error.message);
}

void MessagesPage::showTyping(const QString& conversationId, const QString& name)
{
    if (conversationId != m_timeline.conversationId())
        return;
    m_typing = models::oneLine(name, 60);
    m_typingEnds.start();
    refreshHead();
}

void MessagesPage::showWhole(int row)
{
    auto* dialog = new WholeTextDialog(m_timeline.bubble(row).fullText, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ot::ui
