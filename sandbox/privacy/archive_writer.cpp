// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

namespace ot::sandbox {

namespace {

constexpr int kMode = 0644;

QString hexOf(const QCryptographicHash& hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

void ArchiveWriter::Closer::operator()(archive* zip) const
{
    archive_write_free(zip);
}

void ArchiveWriter::EntryCloser::operator()(archive_entry* entry) const
{
    archive_entry_free(entry);
}

ArchiveWriter::ArchiveWriter() = default;
ArchiveWriter::~ArchiveWriter() = default;

long ArchiveWriter::sink(archive* zip, void* self, const void* bytes, size_t count)
{
    auto* writer = static_cast<ArchiveWriter*>(self);
    const auto size = static_cast<qint64>(count);
    if (writer->m_file.write(static_cast<const char*>(bytes), size) != size) {
        archive_set_error(zip, -1, "%s", qUtf8Printable(writer->m_file.errorString()));
        return -1;
    }
    writer->m_fileHash.addData(QByteArrayView(static_cast<const char*>(bytes), static_cast<qsizetype>(size)));
    writer->m_fileBytes += size;
    return static_cast<long>(count);
}

bool ArchiveWriter::open(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    m_zip.reset(archive_write_new());
    m_entry.reset(archive_entry_new());
    archive* zip = m_zip.get();
    return archive_write_set_format_zip(zip) == ARCHIVE_OK
        && archive_write_zip_set_compression_deflate(zip) == ARCHIVE_OK
        && archive_write_set_options(zip, "zip:hdrcharset=UTF-8") == ARCHIVE_OK
        // Without padding: the file ends where the archive does.
        && archive_write_set_bytes_in_last_block(zip, 1) == ARCHIVE_OK
        && archive_write_open(zip, this, nullptr, sink, nullptr) == ARCHIVE_OK;
}

bool ArchiveWriter::beginMember(const QString& path, qint64 seconds)
{
    m_member = path;
    m_memberHash.reset();
    m_memberBytes = 0;
    archive_entry* entry = archive_entry_clear(m_entry.get());
    archive_entry_set_pathname_utf8(entry, path.toUtf8().constData());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, kMode);
    archive_entry_set_mtime(entry, seconds, 0);
    // The size is not set: it is known when the last chunk was written, and stands after it.
    return archive_write_header(m_zip.get(), entry) == ARCHIVE_OK;
}

bool ArchiveWriter::write(const QByteArray& bytes)
{
    m_memberHash.addData(bytes);
    m_memberBytes += bytes.size();
    return bytes.isEmpty()
        || archive_write_data(m_zip.get(), bytes.constData(), static_cast<size_t>(bytes.size()))
        == bytes.size();
}

WrittenFile ArchiveWriter::endMember()
{
    archive_write_finish_entry(m_zip.get());
    return { m_member, hexOf(m_memberHash), m_memberBytes };
}

std::optional<WrittenFile> ArchiveWriter::finish()
{
    if (archive_write_close(m_zip.get()) != ARCHIVE_OK || !m_file.flush())
        return std::nullopt;
    m_file.close();
    return WrittenFile { m_file.fileName(), hexOf(m_fileHash), m_fileBytes };
}

QString ArchiveWriter::problem() const
{
    const char* words = m_zip ? archive_error_string(m_zip.get()) : nullptr;
    return words != nullptr ? QString::fromUtf8(words) : m_file.errorString();
}

} // namespace ot::sandbox
