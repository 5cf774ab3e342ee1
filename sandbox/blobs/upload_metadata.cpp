// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/blobs/upload_metadata.h"

#include "sandbox/blobs/blob_store.h"

#include <QHash>

namespace ot::sandbox {

std::optional<UploadMetadata> parseUploadMetadata(const QByteArray& header)
{
    constexpr qsizetype kMostCharacters = 255;
    QHash<QByteArray, QString> values;
    for (const QByteArray& pair : header.split(',')) {
        const QByteArray trimmed = pair.trimmed();
        const qsizetype blank = trimmed.indexOf(' ');
        const QByteArray key = blank < 0 ? trimmed : trimmed.left(blank);
        const auto value = QByteArray::fromBase64Encoding(
            blank < 0 ? QByteArray() : trimmed.mid(blank + 1), QByteArray::AbortOnBase64DecodingErrors);
        if (key.isEmpty() || !value || values.contains(key))
            return std::nullopt;
        const QString text = QString::fromUtf8(*value);
        if (text.size() > kMostCharacters || text.contains(QChar::ReplacementCharacter))
            return std::nullopt;
        values.insert(key, text);
    }
    UploadMetadata metadata { values.value("filename"), values.value("filetype"), values.value("sha256") };
    if (metadata.fileName.isEmpty() || !isSha256(metadata.sha256))
        return std::nullopt;
    return metadata;
}

} // namespace ot::sandbox
