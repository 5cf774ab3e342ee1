// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message_timeline_model.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace ot::ui {

// What can be done to a message where it stands.
enum class BubbleAction { Undo, Edit, TryAgain, Discard, ShowAll };
[[nodiscard]] QString actionText(BubbleAction action);
[[nodiscard]] std::vector<BubbleAction> actionsOf(const models::MessageBubble& bubble);

// One row of a timeline laid out for a width: day title, unread mark, bubble. Made once per row and width,
// painted many times. Coordinates are the row's own, top left at 0,0.
class BubbleLayout {
public:
    BubbleLayout(
        const models::MessageTimelineModel& model, int row, int width, Qt::LayoutDirection direction);

    [[nodiscard]] int height() const { return m_height; }
    void paint(QPainter& painter, const Tokens& tokens, const QPointF& origin) const;

    // What lies under a point: the index of a link of the bubble, or an action.
    struct Hit {
        int link = -1;
        std::optional<BubbleAction> action;
        bool inBubble = false;
    };
    [[nodiscard]] Hit hitTest(const QPointF& point) const;
    [[nodiscard]] QRectF bubbleRect() const { return m_bubble; }

private:
    struct ActionBox {
        BubbleAction action;
        QRectF rect;
        QString text;
    };
    struct Chip {
        QRectF rect;
        QString text;
    };

    void layOutSystem(const models::MessageTimelineModel& model, int row);
    void layOutBubble(const models::MessageTimelineModel& model, int row);
    double layOutText(double width);
    void layOutFoot(
        const models::MessageTimelineModel& model, int row, double innerWidth, double& textWidth, double& y);
    void place(double textWidth);

    models::MessageBubble m_content; // shares its strings with the model
    Qt::LayoutDirection m_direction;
    int m_width;
    int m_height = 0;
    QString m_day;
    QString m_sender;
    QString m_time;
    QString m_status;
    bool m_unreadStarts = false;
    double m_top = 0; // where the bubble begins, below day title and unread mark
    QRectF m_dayRect;
    QRectF m_unreadRect;
    QRectF m_bubble;
    QRectF m_senderRect;
    QRectF m_statusRect;
    QRectF m_timeRect;
    QPointF m_textAt;
    QTextLayout m_text;
    std::vector<Chip> m_chips;
    std::vector<ActionBox> m_actions;
};

} // namespace ot::ui
