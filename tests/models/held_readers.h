// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/vault.h"
#include "tests/support/wait.h"

#include <QSemaphore>

#include <array>
#include <memory>

namespace ot::test {

// Keeps both of a vault's reader threads busy, so that everything that is asked meanwhile waits for
// release().
class HeldReaders {
public:
    explicit HeldReaders(storage::Vault& vault)
    {
        for (QFuture<Outcome>& one : m_busy) {
            one = vault.read([gates = m_gates](storage::ReadSnapshot&) -> Outcome {
                gates->entered.release();
                gates->open.acquire();
                return success();
            });
        }
        m_gates->entered.acquire(kReaders);
    }
    ~HeldReaders() { release(); }
    Q_DISABLE_COPY_MOVE(HeldReaders)

    void release()
    {
        if (m_released)
            return;
        m_released = true;
        m_gates->open.release(kReaders);
    }

private:
    static constexpr int kReaders = 2;
    struct Gates {
        QSemaphore entered;
        QSemaphore open;
    };
    std::shared_ptr<Gates> m_gates = std::make_shared<Gates>();
    std::array<QFuture<Outcome>, kReaders> m_busy;
    bool m_released = false;
};

} // namespace ot::test
