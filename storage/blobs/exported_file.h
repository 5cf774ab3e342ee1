// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <memory>

namespace ot::storage {

struct ExportTarget {
    QString path; // the file itself, as the user chose it
    bool replaces = false; // they agreed that a file of that name goes
    QUrl origin; // where the content came from; may be empty
};

// A file that leaves the vault because the user asked for it. Written beside its place under another name,
// for its owner alone and never executable, brought to the disk, and put in its place in one step; a link in
// that place is replaced and not followed. Unfinished, it is erased with the object. Marked as coming from
// elsewhere, where the file system has room for that: with the server, without path and query. One thread.
class ExportedFile {
public:
    // Errors: BadInput where the folder or the name does not do, Conflict where there is a file already;
    // StoreReadOnly, StoreFull, StoreIo.
    static Result<std::unique_ptr<ExportedFile>> begin(const ExportTarget& target);
    ~ExportedFile();
    ExportedFile(const ExportedFile&) = delete;
    ExportedFile& operator=(const ExportedFile&) = delete;

    Outcome write(const QByteArray& bytes);
    // It is in its place when this gives no error.
    Outcome finish();

private:
    ExportedFile(int descriptor, QByteArray part, ExportTarget target);
    Outcome putInPlace();

    int m_descriptor;
    QByteArray m_part; // path of the unfinished file, as the system takes it
    ExportTarget m_target;
    bool m_finished = false;
};

} // namespace ot::storage
