// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/desktop.h"
#include "app/status_report.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ot::app {

// --sync-once: syncs without a person, prints what the device then holds, writes the pictures that were asked
// for, and ends the program: 0 only if all of it worked, 1 with a sentence on stderr if not.
class HeadlessRun : public QObject {
    Q_OBJECT

public:
    HeadlessRun(const CommandLine& line, Desktop& desktop, Session& session, QObject* parent = nullptr);

    void start();

private:
    void followSync();
    void report();
    void nextScreenshot();
    void whenSettled();
    void capture();
    void end(int status);
    void fail(const QString& sentence);

    CommandLine m_line;
    Desktop& m_desktop;
    Session& m_session;
    QTimer m_deadline;
    std::size_t m_nextScreenshot = 0;
    bool m_synced = false;
    bool m_ended = false;
};

} // namespace ot::app
