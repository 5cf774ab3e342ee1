// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vault's file seen page by page: what is on each, decrypted, read by the file format's own rules and not
// by SQLite.
#pragma once

#include "storage/keys/secret_key.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ot::test {

inline constexpr int kPageBytes = 8192;

struct VaultPage {
    qint64 number = 0;
    QString kind; // table interior, table leaf, index interior, index leaf, overflow, free, other
    QString owner; // the table or index; empty for free pages and others
};

// All pages in the clear, one after the other; empty when the file does not open.
QByteArray decryptedPages(const QString& path, const storage::SecretKey& key);
std::vector<VaultPage> pagesOf(const QString& path, const storage::SecretKey& key);

// Spoils one byte of a file.
bool flipByte(const QString& path, qint64 place);
// Copies a directory with its files, not what is in folders below it.
bool copyFiles(const QString& from, const QString& to);

} // namespace ot::test
