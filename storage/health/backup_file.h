// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one file that a backup is: the encrypted databases one after the other, then a description of them in
// the clear, which holds no secret and nothing about what is in them.
#pragma once

#include "storage/health/contents.h"
#include "storage/keys/secret_key.h"
#include "storage/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ot::storage::health {

struct BackupDescription {
    struct Part {
        QString name; // kVaultFile, kBlobsFile
        qint64 bytes = 0;
        QByteArray sha256; // of the encrypted bytes: damage is noticed without the key
        QByteArray contents; // Contents::digest
    };
    qint64 madeAt = 0; // UTC milliseconds
    QByteArray keyReference; // the file beside the vault, with what unwraps its key
    std::vector<Part> parts;

    [[nodiscard]] const Part* part(const QString& name) const;
};

// Adds the description at the end of the file that holds the parts, with a seal that only the key can make.
Outcome appendDescription(const QString& file, const BackupDescription& description, const SecretKey& key);

struct DescribedBackup {
    BackupDescription description;
    QByteArray sealed; // what the seal covers
    QByteArray seal;

    [[nodiscard]] bool isSealedBy(const SecretKey& key) const;
};
// Errors: NotFound; Decode when it is no backup, a shortened one or a newer one.
Result<DescribedBackup> readDescription(const QString& file);
// Takes a part out of the file. Errors: Decode when its bytes are not what they were; StoreFull, StoreIo.
Outcome extractPart(
    const QString& file, const BackupDescription& description, const QString& name, const QString& target);

} // namespace ot::storage::health
