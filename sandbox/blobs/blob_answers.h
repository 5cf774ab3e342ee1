// SPDX-License-Identifier: GPL-3.0-or-later
//
// GET and HEAD /blobs/{sha256}: content, whole or a range of it, for who may read it.
#pragma once

#include "sandbox/auth.h"
#include "sandbox/blobs/blob_store.h"
#include "sandbox/http/http_message.h"

namespace ot::sandbox {

class BlobAnswers {
public:
    BlobAnswers(Store& store, const BlobStore& blobs);

    HttpResponse handle(const Session& session, const HttpRequest& request, const QString& sha256);
    /// Whether the account may read it: it sees a record that names it and is open to it, or it has a right
    /// to it of its own. `reason` says why not, where it once could.
    bool mayRead(const QString& account, const QString& sha256, QString& reason);

private:
    [[nodiscard]] std::optional<QString> archiveOf(const QString& account, const QString& sha256);
    QString nameOf(const QString& account, const QString& sha256);

    Store& m_store;
    const BlobStore& m_blobs;
};

} // namespace ot::sandbox
