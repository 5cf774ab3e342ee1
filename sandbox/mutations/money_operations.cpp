// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where money goes. Everything else about it happens at the payment provider.
#include "sandbox/mutations/arguments.h"
#include "sandbox/mutations/record_tools.h"

namespace ot::sandbox {

namespace {

const QString kMethod = QStringLiteral("PayoutMethod");

OperationResult makeDefault(const OperationCall& call)
{
    const Arguments arguments(call.args);
    if (std::optional<Refusal> refusal = arguments.refusal())
        return *refusal;
    if (memberText(currentOf(call), "status") != QLatin1String("ACTIVE"))
        return notNow(QStringLiteral("method_not_active"),
            QStringLiteral("The payment provider does not pay there yet."));
    for (const Record& record : call.store.list(call.account(), kMethod)) {
        QJsonObject other = record.json();
        if (record.id == call.id || !other.value(QLatin1String("isDefault")).toBool())
            continue;
        other.insert(QStringLiteral("isDefault"), false);
        other.insert(QStringLiteral("updatedAt"), call.now());
        call.writer.put(call.account(), kMethod, record.id, other);
    }
    return updateTarget(call, { { QStringLiteral("isDefault"), true } });
}

} // namespace

const std::vector<Operation>& moneyOperations()
{
    static const std::vector<Operation> kOperations {
        { "PayoutMethod", "makeDefault", "payments:write", "OWNER FINANCE", false, makeDefault },
    };
    return kOperations;
}

} // namespace ot::sandbox
