// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/status_report.h"
#include "storage/keys/key_custody.h"

#include <QObject>

#include <memory>

namespace ot::app {

// `status`: opens the vault of the profile, prints what it holds as JSON, and ends the program. Syncs nothing
// and may run beside the program with its window. Exit status 0, or 1 with a sentence on stderr.
class StatusCommand : public QObject {
    Q_OBJECT

public:
    explicit StatusCommand(const CommandLine& line, QObject* parent = nullptr);
    void start();

private:
    void takeKey(const Result<storage::SharedKey>& key);
    void end(const Result<StatusReport>& report);

    CommandLine m_line;
    QString m_directory;
    std::unique_ptr<storage::KeyCustody> m_custody;
    std::unique_ptr<storage::Vault> m_vault;
    bool m_triedPassphrase = false;
};

} // namespace ot::app
