// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes the archive of one request, a small step at a time, so that the server answers meanwhile. A job that
// was cut off starts over: its file only gets its name when it is whole.
#pragma once

#include "sandbox/privacy/archive_writer.h"
#include "sandbox/privacy/export_members.h"
#include "sandbox/privacy/signing_key.h"

#include <optional>

namespace ot::sandbox {

struct ExportProgress {
    QString stage; // queued, collecting, packing, signing, done
    qint64 done = 0; // records
    qint64 total = 0;
};

struct FinishedArchive {
    WrittenFile file;
    QString signature;
};

class ExportJob {
public:
    ExportJob(Store& store, const SigningKey& key, BlobSource blobs, const QString& directory,
        Account account, QJsonObject request);

    [[nodiscard]] const QString& account() const { return m_subject.account.key; }
    [[nodiscard]] QString requestId() const;

    /// Does a little; false once it is over, one way or the other.
    bool step();
    [[nodiscard]] ExportProgress progress() const;
    /// The archive, once it is whole.
    [[nodiscard]] const std::optional<FinishedArchive>& result() const { return m_result; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Leaves nothing behind but the archive, if it is whole.
    void cleanUp();

private:
    enum class Stage { Queued, Collecting, Packing, Signing, Done };

    bool fail(const QString& problem);
    bool begin();
    bool beginPacking();
    bool packSome();
    bool sign();
    [[nodiscard]] QByteArray manifest() const;
    bool writeWhole(const QString& path, const QByteArray& content);

    Store& m_store;
    const SigningKey& m_key;
    BlobSource m_blobs;
    QString m_path;
    ExportSubject m_subject;
    ExportRows m_rows;
    ArchiveWriter m_writer;
    Stage m_stage = Stage::Queued;
    qint64 m_total = 0;
    qint64 m_rowsWritten = 0; // each record is written three times: to read, as JSON, as CSV
    qint64 m_seconds = 0;
    std::vector<ExportMember> m_members;
    std::size_t m_current = 0;
    bool m_memberOpen = false;
    std::vector<WrittenFile> m_written;
    QJsonArray m_leftOut;
    std::optional<FinishedArchive> m_result;
    QString m_problem;
};

} // namespace ot::sandbox
