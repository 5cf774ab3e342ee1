// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk with bad days, between SQLCipher and the real one: calls that fail when they are told to, and a
// cache whose content is lost when the power goes.
#pragma once

#include <cstdint>

namespace ot::test {

// What is done to one call.
enum class DiskFault {
    ReadError,
    WriteError,
    ShortWrite, // half of it reaches the disk, then the call fails
    DiskFull,
    SyncError,
    TruncateError,
    OpenError,
};

namespace faulty_disk {

// From now on every connection that this process opens is on the faulty disk.
void install();

// Lets the call of that kind fail that has `after` such calls before it, counted from now, and from then on
// `times` of them. One fault at a time.
void arm(DiskFault fault, int after, int times = 1);
void disarm();
// How many calls have failed since arm(), and how many there were that could have.
int failures();
int calls();

// From now on what is written stands in the disk's cache until it is synced, as the kernel and the drive do
// it.
void cacheWrites();
// The power goes: of what was never synced each write is kept or lost as the dice say, the last kept one of a
// file perhaps only in part; then the process ends, with no destructor run.
[[noreturn]] void losePower(std::uint64_t seed);

} // namespace faulty_disk

} // namespace ot::test
