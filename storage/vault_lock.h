// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QString>

#include <memory>

namespace ot::storage {

// Who may do what with the files of a vault at the same time. Everyone who has it open shares the lock; who
// puts other files in their place has it alone. The lock is the kernel's (flock on a file of its own beside
// the vault), so it goes with the process however that ends. Any thread.
class VaultLock {
public:
    enum class Kind { Shared, Alone };

    // Errors: StoreBusy when somebody's hold does not allow it; never waits. StoreReadOnly, StoreIo.
    static Result<std::unique_ptr<VaultLock>> acquire(const QString& directory, Kind kind);
    ~VaultLock();
    VaultLock(const VaultLock&) = delete;
    VaultLock& operator=(const VaultLock&) = delete;

    // Changes the hold. Between the two another may step in: look again at what was seen before.
    // Errors: StoreBusy.
    Outcome change(Kind kind);

private:
    explicit VaultLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace ot::storage
