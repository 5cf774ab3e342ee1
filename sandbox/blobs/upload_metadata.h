// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ot::sandbox {

/// What `Upload-Metadata` (tus) says of an upload.
struct UploadMetadata {
    QString fileName;
    QString mediaType;
    QString sha256;
};

/// Nothing when the header is not in its form, or lacks a value we need. Pure; never fails otherwise.
[[nodiscard]] std::optional<UploadMetadata> parseUploadMetadata(const QByteArray& header);

} // namespace ot::sandbox
