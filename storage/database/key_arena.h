// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where SQLCipher keeps its keys. It locks the pages they lie on by itself, but page by page and without
// counting: what is freed beside a key unlocks the key, and nothing keeps the pages out of dumps. So small
// memory that is asked for while a database is given its key comes from a few pages of our own, which are
// locked, left out of dumps and guarded (libsodium) for as long as the program runs.
#pragma once

namespace ot::storage {

// Puts the arena under SQLite's memory functions. Once, before SQLite is used for anything; later it does
// nothing, and keys lie where SQLCipher puts them. Any thread.
void installKeyArena();

// While one lives, small memory that SQLite asks for on this thread comes from the arena as long as there is
// room in it.
class KeyingScope {
public:
    KeyingScope();
    ~KeyingScope();
    KeyingScope(const KeyingScope&) = delete;
    KeyingScope& operator=(const KeyingScope&) = delete;
};

} // namespace ot::storage
