// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/profile_lock.h"
#include "storage/keys/key_custody.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace ot::app {

// `check`, `backup FILE` and `restore FILE`: looks at every page of the profile's vault, writes it into one
// encrypted file, or puts such a file in its place; prints the result as JSON and ends the program. The first
// two may run beside the program with its window. Exit status 0, or 1 with a sentence on stderr; a vault that
// is found damaged is 1 as well.
class HealthCommand : public QObject {
    Q_OBJECT

public:
    explicit HealthCommand(const CommandLine& line, QObject* parent = nullptr);
    ~HealthCommand() override;
    void start();

private:
    enum class Way { Keychain, Passphrase, RecoveryCode };

    void beginRestore();
    void unlock(const QString& directory);
    void takeKey(const Result<storage::SharedKey>& key);
    void tryNextWay(const Error& why);
    void work(const storage::SharedKey& key);
    void end(const Result<QJsonObject>& result);

    CommandLine m_line;
    QString m_directory;
    std::unique_ptr<ProfileLock> m_lock; // while restoring
    std::unique_ptr<storage::KeyCustody> m_custody;
    Way m_way = Way::Keychain;
};

} // namespace ot::app
