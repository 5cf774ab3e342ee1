// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/store/store.h"

#include <QJsonObject>

#include <vector>

namespace ot::sandbox {

inline constexpr qint64 kMessagesPerConversation = 400;

/// Makes conversations of years past, each with kMessagesPerConversation messages, numbered through.
class ScaledMessages {
public:
    struct Viewer {
        QString userId;
        QString displayName;
    };

    /// `jobs` are what the conversations are about; there is at least one.
    ScaledMessages(Viewer viewer, std::vector<QJsonObject> jobs, quint64 seed, qint64 now);

    /// The conversation of a number, as it is after `messages` messages in all.
    [[nodiscard]] QJsonObject conversation(qint64 number, qint64 messages) const;
    [[nodiscard]] QJsonObject message(qint64 number) const;

private:
    struct Talk;

    [[nodiscard]] Talk talk(qint64 conversation) const;
    [[nodiscard]] qint64 timeOfMessage(qint64 number) const;

    Viewer m_viewer;
    std::vector<QJsonObject> m_jobs;
    quint64 m_seed;
    qint64 m_now;
};

} // namespace ot::sandbox
