// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace ot::storage {

// What a file system is for a vault.
enum class FileSystemPlace {
    Local,
    Network, // another machine's disk, or a host's: locks and shared memory do not hold there
};

// What the kernel says a file system is: the magic number of statfs(2), and for FUSE, whose number is one for
// all of them, the type of the mount ("fuse.sshfs").
[[nodiscard]] FileSystemPlace placeOf(quint64 magic, const QByteArray& mountType);

// The type of the file system in which device number `device` is mounted, from the text of
// /proc/self/mountinfo; empty when it is not there.
[[nodiscard]] QByteArray mountTypeIn(const QByteArray& mountInfo, dev_t device);

// Looks at the folder of an account before anything in it is opened, and again each time. What is ours and
// lets others in is put right (0700, 0600); what could be somebody else's doing is refused and left alone.
// Any thread. Errors, each with a sentence:
//   NotFound       there is no such folder
//   StoreForeign   the folder or something in it belongs to another user, is a link, or is no plain file
//   StoreNetwork   it lies on another machine's disk
//   StoreReadOnly  it lies on a disk that is mounted read-only
//   StoreIo        it can't be looked at
[[nodiscard]] Outcome guardDirectory(const QString& directory);

// Makes the folder where it is missing (0700), then as above.
[[nodiscard]] Outcome makeGuardedDirectory(const QString& directory);

} // namespace ot::storage
