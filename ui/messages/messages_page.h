// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/conversation_list_model.h"
#include "models/draft_keeper.h"
#include "models/message_timeline_model.h"
#include "ui/messages/bubble_layout.h"
#include "ui/services.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QTimer>

class QStackedWidget;

namespace ot::ui {

class Composer;
class ElidedLabel;
class RowListView;
class StatePanel;
class TimelineView;

// Conversations on the left, the open one on the right. What is typed, sent and undone goes into the vault;
// nothing waits for the network.
class MessagesPage : public Page {
    Q_OBJECT

public:
    explicit MessagesPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] bool isSettled() const override;
    void activate() override;
    void leave() override;
    void openRecord(const RecordAddress& address) override;

private:
    QWidget* makeList();
    QWidget* makeConversation();
    void openConversation(const QString& id, qint64 row = 0);
    void chooseFirst();
    void showOpened();
    void refreshHead();
    void refreshListState();
    void send(const QString& text);
    void act(BubbleAction action, const QString& mutationId, int row);
    void takeBack(const QString& mutationId);
    void report(const Error& error);
    void showTyping(const QString& conversationId, const QString& name);
    void showWhole(int row);

    Services& m_services;
    models::ConversationListModel m_conversations;
    models::MessageTimelineModel m_timeline;
    models::DraftKeeper m_drafts;
    QString m_wanted; // the conversation chosen; the timeline follows
    QTimer m_typingEnds;
    QString m_typing; // who is writing in the open conversation

    RowListView* m_list = nullptr;
    StatePanel* m_listState = nullptr;
    QStackedWidget* m_right = nullptr;
    StatePanel* m_nothingOpen = nullptr;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_subtitle = nullptr;
    TimelineView* m_view = nullptr;
    Composer* m_composer = nullptr;
};

} // namespace ot::ui
