// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chain of consent records of one account. Each record carries the hash of the one before it, so that
// nothing can be changed, left out or put in later without its being seen. Both sides may check it: the hash
// is made over what both have.
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace ot::sandbox {

/// 64 zeros: what the first record of a chain names as the hash before it.
[[nodiscard]] QString chainBeginning();

/// The SHA-256, in lower-case hexadecimal, over the UTF-8 of the record's compact JSON, members sorted by
/// name, without `hash`, `createdAt` and `updatedAt`.
[[nodiscard]] QString consentHash(const QJsonObject& record);

/// The record with its place in the chain and its hash filled in.
[[nodiscard]] QJsonObject chained(QJsonObject record, const QString& previousHash);

/// What is wrong with the shape of a record that a client wants to add: the member and a sentence.
struct ConsentProblem {
    QString path;
    QString sentence;
};
[[nodiscard]] std::optional<ConsentProblem> checkConsent(const QJsonObject& record);

} // namespace ot::sandbox
