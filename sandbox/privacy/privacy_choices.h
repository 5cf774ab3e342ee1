// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an account has allowed, a record of type PrivacyChoice each. They change from three sides: the user
// decides, the browser or app sends the Global Privacy Control signal, the privacy office carries out a
// request.
#pragma once

#include "sandbox/store/store_writer.h"

#include <QStringList>

namespace ot::sandbox {

/// Every choice there is; `id` of its record.
[[nodiscard]] const QStringList& privacyChoices();

struct ChoiceChange {
    QString name;
    bool allowed = false;
    QString source; // DEFAULT, USER, GPC or SERVER
    QString consentRecordId {};
};

/// The choice as it is before anybody touched it.
[[nodiscard]] QJsonObject defaultChoice(const QString& name, const QString& since);
/// Writes the choice. Opting out of sale or sharing sets the day it is confirmed by.
Record setChoice(Store& store, StoreWriter& writer, const QString& account, const ChoiceChange& change);
/// Confirms an opt-out that waits for it; false when none does.
bool confirmChoice(Store& store, StoreWriter& writer, const QString& account, const QString& name);

/// The signal was switched on: what was allowed of sale, sharing and advertising no longer is.
void overrideBySignal(Store& store, StoreWriter& writer, const QString& account);
/// A request of this account carried `Sec-GPC: 1`. The signal counts from its first request, and overrides
/// what was allowed before that; what the user allows later, knowing of it, stands.
void noticeSignal(Store& store, const QString& account);

} // namespace ot::sandbox
