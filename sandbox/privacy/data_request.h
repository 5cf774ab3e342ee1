// SPDX-License-Identifier: GPL-3.0-or-later
//
// One request about a person's data, as the record of type DataRequest that both sides see.
#pragma once

#include "sandbox/mutations/refusal.h"
#include "sandbox/store/store_writer.h"

#include <QJsonArray>

namespace ot::sandbox {

inline constexpr int kMaxOpenOfOneKind = 3;
inline constexpr qint64 kCoolingOffSeconds = 7LL * 24 * 60 * 60;
inline constexpr qint64 kCleanUpSeconds = 60LL * 60;

inline const QString kDataRequest = QStringLiteral("DataRequest");

[[nodiscard]] inline QString requestText(const QJsonObject& request, const char* member)
{
    return request.value(QLatin1String(member)).toString();
}

[[nodiscard]] const QStringList& exercises();
[[nodiscard]] bool isExport(const QJsonObject& request); // access, portability
[[nodiscard]] bool isDeletion(const QJsonObject& request);
[[nodiscard]] bool isUndecided(const QJsonObject& request); // open or in progress
/// It waits for the person to show who they are.
[[nodiscard]] bool waitsForIdentity(const QJsonObject& request);

/// What a new request says, once it was checked.
struct NewRequest {
    QString id;
    QString exercise;
    QString regime;
    QString relationship;
    QJsonObject scope; // whole: categories, fields, purpose, text
    QString appealOf;
    QString mutationId;
};
[[nodiscard]] QJsonObject makeDataRequest(const NewRequest& request, qint64 receivedAt);

/// Adds to the request's history; `status` is its status from now on.
void addStep(QJsonObject& request, const QString& at, const QString& status, const QString& sentence);
/// Declines it with one of the reasons DataRequest knows.
void deny(QJsonObject& request, const QString& at, const QString& reason, const QString& sentence);

/// Writes the request back with a new `updatedAt`.
Record saveRequest(Store& store, StoreWriter& writer, const QString& account, QJsonObject request);
[[nodiscard]] std::optional<QJsonObject> findRequest(Store& store, const QString& account, const QString& id);
[[nodiscard]] std::vector<QJsonObject> listRequests(Store& store, const QString& account);

/// The scope with all its members, or what is wrong with it.
struct ScopeResult {
    QJsonObject scope;
    std::optional<Refusal> refusal;
};
[[nodiscard]] ScopeResult readScope(
    Store& store, const QString& account, const QString& exercise, const QJsonValue& scope);

/// Applies the values of a correction; gives how many of the fields could be set.
int applyCorrection(Store& store, StoreWriter& writer, const QString& account, const QJsonObject& request);

} // namespace ot::sandbox
