// SPDX-License-Identifier: GPL-3.0-or-later
//
// The other people of the marketplace: now and then one of them does something, and who is written to
// answers.
#pragma once

#include "sandbox/live/live_hub.h"
#include "sandbox/marketplace/act.h"

#include <QObject>
#include <QTimer>

namespace ot::sandbox {

class Employers : public QObject {
    Q_OBJECT

public:
    Employers(Store& store, Messaging& messaging, LiveHub& live, QObject* parent = nullptr);

    /// Lets them begin. `speed` divides every waiting time; 0 keeps them still. The seed makes their choices
    /// the same each time.
    void start(double speed, quint64 seed);
    void stop();

    /// Told of each commit; a message of a user sets its employer thinking.
    void notice(const Commit& commit);

    /// Does one act by its name. The id of what it changed; empty when there was nothing to do; nothing at
    /// all when there is no such act.
    std::optional<QString> perform(const QString& name, const QString& account, const QString& id);

private:
    void scheduleNext();
    void doSomething();
    QString run(const Act& act, const QString& account, const QString& id);
    void answer(const QString& account, const QString& conversationId, const QString& message);
    void reply(const QString& account, const QString& conversationId, const QString& message);
    [[nodiscard]] int wait(qint64 fromMilliseconds, qint64 toMilliseconds);
    Random& dice();

    Store& m_store;
    Messaging& m_messaging;
    LiveHub& m_live;
    QTimer m_next;
    double m_speed = 0;
    quint64 m_seed = 1;
    Random m_random { 1 };
};

} // namespace ot::sandbox
