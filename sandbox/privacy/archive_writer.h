// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a ZIP file member by member, as their bytes come: nothing but one chunk is held in memory. Each
// member's and the whole file's SHA-256 are known when they are done.
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QString>

#include <memory>

struct archive;
struct archive_entry;

namespace ot::sandbox {

struct WrittenFile {
    QString path; // inside the archive, or of the archive
    QString sha256; // hexadecimal, lower case
    qint64 byteCount = 0;
};

class ArchiveWriter {
public:
    ArchiveWriter();
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    /// Begins the file; what is there is replaced. Only its owner may read it.
    bool open(const QString& path);
    /// Begins a member. `seconds` since 1970 is the time it carries.
    bool beginMember(const QString& path, qint64 seconds);
    bool write(const QByteArray& bytes);
    /// What the member came to.
    WrittenFile endMember();
    /// Ends the file; nothing when it could not be written.
    std::optional<WrittenFile> finish();

    /// Why something failed.
    [[nodiscard]] QString problem() const;

private:
    struct Closer {
        void operator()(archive* zip) const;
    };
    struct EntryCloser {
        void operator()(archive_entry* entry) const;
    };
    static long sink(archive* zip, void* self, const void* bytes, size_t count);

    QFile m_file;
    std::unique_ptr<archive, Closer> m_zip;
    std::unique_ptr<archive_entry, EntryCloser> m_entry;
    QString m_member;
    QCryptographicHash m_memberHash { QCryptographicHash::Sha256 };
    QCryptographicHash m_fileHash { QCryptographicHash::Sha256 };
    qint64 m_memberBytes = 0;
    qint64 m_fileBytes = 0;
};

} // namespace ot::sandbox
