// SPDX-License-Identifier: GPL-3.0-or-later
//
// Content and the records that name it, for the suites about blobs.
#pragma once

#include "storage/blobs/blob_file.h"
#include "tests/support/test_vault.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

namespace ot::test {

inline constexpr int kPatience = 30'000;
inline constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

inline QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// Bytes that repeat nowhere.
inline QByteArray someBytes(qsizetype count, int start = 0)
{
    QByteArray bytes;
    for (int i = start; bytes.size() < count; ++i)
        bytes += QByteArray::number(i) + ' ';
    bytes.truncate(count);
    return bytes;
}

inline storage::Attachment attachmentOf(const QByteArray& bytes, const char* id = "att_1")
{
    storage::Attachment attachment;
    attachment.id = QLatin1String(id);
    attachment.version = 1;
    attachment.ownerType = QStringLiteral("Message");
    attachment.ownerId = QStringLiteral("msg_1");
    attachment.fileName = QStringLiteral("guideline.pdf");
    attachment.byteCount = bytes.size();
    attachment.sha256 = QString::fromLatin1(hashOf(bytes).toHex());
    attachment.access = QStringLiteral("AVAILABLE");
    return attachment;
}

inline storage::Message messageWith(const QByteArray& bytes, const char* id, const char* attachmentId)
{
    storage::Message message = sampleMessage(QStringLiteral("c1"), 1);
    message.id = QLatin1String(id);
    message.attachmentCount = 1;
    message.attachments = { QJsonObject { { QStringLiteral("id"), QLatin1String(attachmentId) },
        { QStringLiteral("sha256"), QString::fromLatin1(hashOf(bytes).toHex()) },
        { QStringLiteral("byteCount"), bytes.size() } } };
    return message;
}

inline storage::BlobOwner owner(const char* type, const char* id)
{
    return { QLatin1String(type), QLatin1String(id) };
}

} // namespace ot::test
