// SPDX-License-Identifier: GPL-3.0-or-later
//
// Uploads by tus 1.0.0 (core, creation, expiration, checksum, termination): see docs/api/paths/uploads.yaml.
// What has come is in a file of the upload's own, whose length is the offset: after a crash, too, the answer
// to HEAD is what is on the disk.
#pragma once

#include "sandbox/blobs/blob_answers.h"

namespace ot::sandbox {

inline constexpr qint64 kMaxBlobBytes = 50LL * 1024 * 1024;

class Uploads {
public:
    Uploads(Store& store, BlobStore& blobs, BlobAnswers& answers);

    /// After the store was opened. Removes what is left of uploads whose time is over. Gives the reason when
    /// the folder can't be made.
    QString open(const QString& dataDirectory);
    /// OPTIONS, which needs no token.
    static HttpResponse options();
    HttpResponse create(const Session& session, const HttpRequest& request);
    /// HEAD, PATCH and DELETE of one.
    HttpResponse handle(const Session& session, const HttpRequest& request, const QString& id);

private:
    struct Upload {
        QString id;
        QString account;
        QString sha256;
        qint64 byteCount = 0;
        qint64 expiresAt = 0;
        bool done = false;
    };

    std::optional<Upload> find(const QString& account, const QString& id);
    [[nodiscard]] QString fileOf(const Upload& upload) const;
    [[nodiscard]] qint64 offsetOf(const Upload& upload) const;
    HttpResponse begin(const Session& session, const QString& sha256, qint64 length);
    HttpResponse state(const Upload& upload) const;
    HttpResponse append(const Upload& upload, const HttpRequest& request);
    HttpResponse finish(const Upload& upload);
    void remove(const Upload& upload);
    void sweep();
    qint64 unfinished(const QString& account);

    Store& m_store;
    BlobStore& m_blobs;
    BlobAnswers& m_answers;
    QString m_directory;
};

} // namespace ot::sandbox
