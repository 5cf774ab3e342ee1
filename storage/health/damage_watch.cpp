// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/damage_watch.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace ot::storage::health {

namespace {

struct Watches {
    std::mutex mutex;
    std::vector<DamageWatch*> all;
};

Watches& watches()
{
    static Watches those;
    return those;
}

} // namespace

DamageWatch::DamageWatch(std::function<void()> suspected)
    : m_suspected(std::move(suspected))
{
    const std::lock_guard lock(watches().mutex);
    watches().all.push_back(this);
}

DamageWatch::~DamageWatch()
{
    const std::lock_guard lock(watches().mutex);
    std::erase(watches().all, this);
}

void DamageWatch::suspect()
{
    const std::lock_guard lock(watches().mutex);
    for (const DamageWatch* watch : watches().all)
        watch->m_suspected();
}

} // namespace ot::storage::health
