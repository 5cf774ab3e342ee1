// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <memory>

namespace ot::app {

// One process a profile. The lock is the kernel's (flock), held for the life of the object, so it goes with
// the process however that ends. A second process asks the first to show its window.
class ProfileLock : public QObject {
    Q_OBJECT

public:
    // Takes the profile, making its directory (0700) when it is missing.
    // Errors: StoreBusy when another process has it (and has been asked to raise its window), StoreReadOnly,
    // StoreIo.
    static Result<std::unique_ptr<ProfileLock>> acquire(const QString& profileDirectory);
    ~ProfileLock() override;

Q_SIGNALS:
    // A second process was started on this profile.
    void raiseRequested();

private:
    explicit ProfileLock(int descriptor);
    void listen(const QString& profileDirectory);

    int m_descriptor;
    QLocalServer m_server;
};

} // namespace ot::app
