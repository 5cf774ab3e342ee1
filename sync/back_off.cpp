// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/back_off.h"

#include <QRandomGenerator>

#include <algorithm>

namespace ot::sync {

namespace {

constexpr std::chrono::milliseconds kFirst { 1'000 };
constexpr std::chrono::milliseconds kLongest { 5 * 60 * 1'000 };
constexpr std::chrono::milliseconds kShortest { 250 };
constexpr int kMostDoublings = 9;

} // namespace

std::chrono::milliseconds BackOff::next(std::optional<std::chrono::seconds> asked)
{
    const std::chrono::milliseconds ceiling
        = std::min(kLongest, kFirst * (1 << std::min(m_failures, kMostDoublings)));
    ++m_failures;
    const std::chrono::milliseconds drawn { QRandomGenerator::global()->bounded(
        static_cast<int>(kShortest.count()), static_cast<int>(ceiling.count()) + 1) };
    return asked ? std::max(drawn, std::chrono::milliseconds(*asked)) : drawn;
}

} // namespace ot::sync
