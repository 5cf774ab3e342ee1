// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace ot::app {

// Ends the program in good order when the system asks it to (SIGTERM, SIGINT, SIGHUP): drafts are written,
// the vault is closed. One object, made after QApplication.
class QuitSignals : public QObject {
    Q_OBJECT

public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace ot::app
