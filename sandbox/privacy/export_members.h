// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands in an archive, and in which order. Each member is made chunk by chunk.
#pragma once

#include "sandbox/privacy/export_rows.h"

#include <QJsonArray>

#include <functional>

namespace ot::sandbox {

/// What the archive is about.
struct ExportSubject {
    Account account;
    QJsonObject request;
    QString asOf;
    QString policyVersion;
    QString keyId;
};

/// A file of the archive. `next` appends the next chunk and says whether more may follow.
struct ExportMember {
    QString path;
    std::function<bool(QByteArray& chunk)> next;
};

/// Where a blob lies on this machine; empty where it is not at hand.
using BlobSource = std::function<QString(const QString& account, const QString& sha256)>;

/// Everything but the manifest and its signature. `onRow` is told of each record that was written. What is
/// left out is added to `leftOut`.
[[nodiscard]] std::vector<ExportMember> exportMembers(ExportRows& rows, const ExportSubject& subject,
    const BlobSource& blobs, const std::function<void()>& onRow, QJsonArray& leftOut);

/// Where the records of a type stand, without an ending: "data/marketplace/Proposal".
[[nodiscard]] QString memberPath(const QString& type);

/// One line of `leftOut`.
[[nodiscard]] QJsonObject leftOutLine(const QString& what, qint64 count, const QString& reason);

/// A file name that stays in its folder, whoever chose it.
[[nodiscard]] QString cleanFileName(const QString& name);

/// A field of a CSV file (RFC 4180) that no spreadsheet takes for a formula.
[[nodiscard]] QByteArray csvField(const QJsonValue& value);

} // namespace ot::sandbox
