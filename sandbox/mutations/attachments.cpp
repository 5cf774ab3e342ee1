// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/attachments.h"

#include "sandbox/blobs/blob_rights.h"

namespace ot::sandbox {

namespace {

const QString kAttachment = QStringLiteral("Attachment");

} // namespace

std::optional<Refusal> completeFiles(Store& store, const QString& accountKey, QJsonArray& files)
{
    for (qsizetype i = 0; i < files.size(); ++i) {
        QJsonObject file = files.at(i).toObject();
        const auto blob = usableBlob(store, accountKey, file.value(QLatin1String("sha256")).toString());
        if (!blob)
            return Refusal { QStringLiteral("CONFLICT"),
                QStringLiteral("A file is missing: it was not uploaded, or may not be read."),
                QStringLiteral("attachment_missing"), QStringLiteral("args.attachments.%1.sha256").arg(i) };
        file.insert(QStringLiteral("byteCount"), blob->byteCount);
        files.replace(i, file);
    }
    return std::nullopt;
}

QJsonArray writeAttachments(
    Store& store, StoreWriter& writer, const FileOwner& owner, const QJsonArray& files)
{
    QJsonArray listed;
    for (const QJsonValue& value : files) {
        QJsonObject file = value.toObject();
        const QString id = QStringLiteral("a_x%1").arg(writer.nextNumber());
        const QString now = store.clock().tickIso();
        file.insert(QStringLiteral("id"), id);
        listed.append(file);
        file.insert(QStringLiteral("ownerType"), owner.type);
        file.insert(QStringLiteral("ownerId"), owner.id);
        file.insert(QStringLiteral("contractId"),
            owner.contractId.isEmpty() ? QJsonValue() : QJsonValue(owner.contractId));
        file.insert(QStringLiteral("confidential"), owner.confidential);
        file.insert(QStringLiteral("access"), QStringLiteral("AVAILABLE"));
        file.insert(QStringLiteral("offlineUntil"), QJsonValue());
        file.insert(QStringLiteral("createdAt"), now);
        file.insert(QStringLiteral("updatedAt"), now);
        writer.put(owner.account, kAttachment, id, file);
    }
    return listed;
}

void removeAttachments(Store& store, StoreWriter& writer, const FileOwner& owner)
{
    for (const Record& record : store.list(owner.account, kAttachment)) {
        const QJsonObject attachment = record.json();
        if (attachment.value(QLatin1String("ownerType")).toString() == owner.type
            && attachment.value(QLatin1String("ownerId")).toString() == owner.id)
            writer.remove(owner.account, kAttachment, record.id);
    }
}

} // namespace ot::sandbox
