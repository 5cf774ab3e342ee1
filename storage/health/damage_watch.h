// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace ot::storage::health {

// While it lives, `suspected` is called whenever a connection of this process has met a page that does not
// verify, on that connection's thread; it must return at once. A connection doesn't say whose vault it was:
// whoever watches looks at their own.
class DamageWatch {
public:
    explicit DamageWatch(std::function<void()> suspected);
    ~DamageWatch();
    DamageWatch(const DamageWatch&) = delete;
    DamageWatch& operator=(const DamageWatch&) = delete;

    // Called by the connections.
    static void suspect();

private:
    std::function<void()> m_suspected;
};

} // namespace ot::storage::health
