// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database/key_arena.h"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>

#include <sys/mman.h>

namespace ot::storage {

namespace {

constexpr std::size_t kSlotBytes = 256; // the longest of SQLCipher's keys and their text forms fit
constexpr std::size_t kSlots = 512; // some forty for each open database
constexpr std::size_t kArenaBytes = kSlotBytes * kSlots;

thread_local int keyingDepth = 0;

// Slots of one size in guarded pages.
class Arena {
public:
    bool allocate()
    {
        if (sodium_init() < 0)
            return false;
        m_slots = static_cast<unsigned char*>(sodium_malloc(kArenaBytes));
        return m_slots != nullptr;
    }

    void* take()
    {
        const std::lock_guard lock(m_mutex);
        const auto free = std::find(m_used.begin(), m_used.end(), false);
        if (free == m_used.end())
            return nullptr;
        *free = true;
        return m_slots + static_cast<std::size_t>(free - m_used.begin()) * kSlotBytes;
    }

    [[nodiscard]] bool owns(const void* memory) const
    {
        const auto address = reinterpret_cast<std::uintptr_t>(memory);
        const auto begin = reinterpret_cast<std::uintptr_t>(m_slots);
        return m_slots != nullptr && address >= begin && address < begin + kArenaBytes;
    }

    void giveBack(void* memory)
    {
        sodium_memzero(memory, kSlotBytes);
        // SQLCipher unlocks what it frees, and with it the whole page.
        ::mlock(memory, kSlotBytes);
        const std::lock_guard lock(m_mutex);
        m_used[static_cast<std::size_t>(static_cast<unsigned char*>(memory) - m_slots) / kSlotBytes] = false;
    }

private:
    std::mutex m_mutex;
    unsigned char* m_slots = nullptr;
    std::array<bool, kSlots> m_used {};
};

// Without a destructor of its own: a connection may be closed after the last static object is gone.
Arena& arena()
{
    static Arena only;
    return only;
}

sqlite3_mem_methods& inner()
{
    static sqlite3_mem_methods methods {};
    return methods;
}

// inner() is filled before any of these can be called: installKeyArena() hands them out.
// NOLINTBEGIN(clang-analyzer-core.CallAndMessage)

void* allocate(int size)
{
    if (keyingDepth > 0 && size > 0 && static_cast<std::size_t>(size) <= kSlotBytes) {
        if (void* slot = arena().take())
            return slot;
    }
    return inner().xMalloc(size);
}

void release(void* memory)
{
    if (arena().owns(memory))
        arena().giveBack(memory);
    else
        inner().xFree(memory);
}

int sizeOf(void* memory)
{
    return arena().owns(memory) ? static_cast<int>(kSlotBytes) : inner().xSize(memory);
}

void* resize(void* memory, int size)
{
    if (!arena().owns(memory))
        return inner().xRealloc(memory, size);
    if (static_cast<std::size_t>(size) <= kSlotBytes)
        return memory;
    void* larger = inner().xMalloc(size);
    if (larger != nullptr) {
        std::memcpy(larger, memory, kSlotBytes);
        release(memory);
    }
    return larger;
}

int roundUp(int size)
{
    return inner().xRoundup(size);
}

int start(void* data)
{
    return inner().xInit(data);
}

void stop(void* data)
{
    inner().xShutdown(data);
}

// NOLINTEND(clang-analyzer-core.CallAndMessage)

} // namespace

void installKeyArena()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &inner()) != SQLITE_OK || !arena().allocate())
            return;
        sqlite3_mem_methods ours { allocate, release, resize, sizeOf, roundUp, start, stop,
            inner().pAppData };
        sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
    });
}

KeyingScope::KeyingScope()
{
    ++keyingDepth;
}

KeyingScope::~KeyingScope()
{
    --keyingDepth;
}

} // namespace ot::storage
