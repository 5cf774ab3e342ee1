// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/blobs/blob_rights.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ot::sandbox {

/// Content by its SHA-256, a file each, below `<data>/blobs`. A file is there whole or not at all: it is
/// written elsewhere, brought to the disk, and put in its place in one step.
class BlobStore {
public:
    /// Before anything else; makes the folder. Gives the reason when it can't.
    QString open(const QString& dataDirectory);

    /// The content's file, where it is here.
    [[nodiscard]] std::optional<QString> pathOf(const QString& sha256) const;
    /// Keeps bytes the server made itself. Gives nothing when the disk does not take them.
    std::optional<BlobFacts> add(const QByteArray& bytes);
    /// Takes a finished file over, if its content has that hash; the file is gone from its place only then.
    std::optional<BlobFacts> take(const QString& path, const QString& sha256);

private:
    [[nodiscard]] QString placeOf(const QString& sha256) const;

    QString m_directory;
};

/// Whether it is the hexadecimal text of a SHA-256, in lower case.
[[nodiscard]] bool isSha256(const QString& text);
/// Brings a file's content to the disk.
bool syncFile(const QString& path);

} // namespace ot::sandbox
