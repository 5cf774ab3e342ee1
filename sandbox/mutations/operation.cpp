// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/operation.h"

#include "sandbox/team/visibility.h"

namespace ot::sandbox {

const std::vector<Operation>& allOperations()
{
    static const std::vector<Operation> kOperations = [] {
        std::vector<Operation> all;
        for (const auto* part : { &messageOperations(), &conversationOperations(), &proposalOperations(),
                 &keptOperations(), &noteOperations(), &profileOperations(), &workOperations(),
                 &moneyOperations(), &teamOperations(), &supportOperations(), &privacyOperations() })
            all.insert(all.end(), part->begin(), part->end());
        return all;
    }();
    return kOperations;
}

const Operation* findOperation(const QString& type, const QString& name)
{
    for (const Operation& operation : allOperations()) {
        if (type == QLatin1String(operation.type) && name == QLatin1String(operation.name))
            return &operation;
    }
    return nullptr;
}

bool isOffered(const Operation& operation, const Session& session)
{
    if (!session.may(QLatin1String(operation.scope)))
        return false;
    if (session.account.role.isEmpty())
        return !isOfOrganizations(QLatin1String(operation.type));
    const QString roles = QLatin1String(operation.roles);
    return roles.isEmpty() || roles.split(QLatin1Char(' ')).contains(session.account.role);
}

} // namespace ot::sandbox
