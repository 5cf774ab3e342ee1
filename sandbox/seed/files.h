// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files of the seeded world: what the texts in file_texts.cpp say under their name, as real bytes.
#pragma once

#include "sandbox/seed/seed.h"

#include <QJsonObject>

#include <map>

namespace ot::sandbox {

/// What a file's card says about it besides its content.
struct SeedFile {
    QString fileName;
    SeedBlob blob;
    bool confidential = true;
    QString access; // AVAILABLE, REVOKED or EXPIRED
    QString until; // age of the moment up to which it may be kept offline; empty: no such moment
};

class SeedFiles {
public:
    /// The file with that card; a name without one is a mistake in our own texts and ends the program.
    const SeedFile& named(const QString& fileName);
    /// A file that no card describes, such as an invoice's document.
    const SeedFile& add(const QString& fileName, const QString& mediaType, const QByteArray& bytes);
    /// Each content once, in the order of its first use.
    [[nodiscard]] const std::vector<SeedBlob>& blobs() const { return m_blobs; }

private:
    const SeedFile& keep(SeedFile file);

    std::map<QString, SeedFile> m_files;
    std::vector<SeedBlob> m_blobs;
};

/// "blob" as the wire has it.
[[nodiscard]] QJsonObject blobOf(const SeedFile& file);

extern const char* const kFileNotes;

} // namespace ot::sandbox
