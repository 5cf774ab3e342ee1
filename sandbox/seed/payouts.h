// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/world.h"

namespace ot::sandbox {

/// What is known of a payout before its steps are placed in time.
struct PayoutPlan {
    QString id;
    QString contractId;
    QString milestoneId;
    QString jobTitle;
    QString employerName;
    QString status;
    QString currency;
    qint64 amountMinor = 0;
    qint64 requested = 0;
    QString invoiceId;
    qint64 invoiced = 0; // when the milestone was, which the invoice is for
    QString reason; // "who holds it", or "code / message", where the status calls for one
    bool vendor = false; // paid to the organisation's account
};

/// The wire object: request, approval and arrival follow each other as the status says, and none lies after
/// now but an arrival.
QJsonObject payoutRecord(const PayoutPlan& plan, const AccountWriter& writer);

} // namespace ot::sandbox
