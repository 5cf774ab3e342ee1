// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <iterator>
#include <utility>

namespace ot::sandbox {

/// SplitMix64: small, fast, and the same numbers on every machine, which the standard distributions do not
/// promise.
class Random {
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }

    /// From `low` to `high`, both included. The slight bias of the remainder does not matter for made-up
    /// data.
    qint64 between(qint64 low, qint64 high)
    {
        if (high <= low)
            return low;
        return low + static_cast<qint64>(next() % (static_cast<quint64>(high - low) + 1));
    }

    bool chance(int percent) { return between(1, 100) <= percent; }

    /// One element of a container that is not empty.
    template <class Container>
    const auto& pick(const Container& container)
    {
        return *std::next(std::begin(container), between(0, static_cast<qint64>(std::size(container)) - 1));
    }

    template <class Container>
    void shuffle(Container& container)
    {
        for (std::size_t i = std::size(container); i > 1; --i)
            std::swap(container[i - 1],
                container[static_cast<std::size_t>(between(0, static_cast<qint64>(i) - 1))]);
    }

private:
    quint64 m_state;
};

} // namespace ot::sandbox
