// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/operation.h"

namespace ot::sandbox {

namespace {

OperationResult create(const OperationCall& call)
{
    const QString conversationId = call.args.value(QLatin1String("conversationId")).toString();
    const QJsonValue content = call.args.value(QLatin1String("content"));
    if (std::optional<Refusal> refusal
        = call.messaging.check(call.session.account, conversationId, content)) {
        if (!refusal->path.isEmpty())
            refusal->path.prepend(QLatin1String("args."));
        return *refusal;
    }
    return call.messaging.sendFromViewer(
        call.writer, call.session.account, conversationId, content.toString(), call.mutationId);
}

} // namespace

const std::vector<Operation>& messageOperations()
{
    static const std::vector<Operation> kOperations {
        { "Message", "create", "messages:write", "", true, create },
    };
    return kOperations;
}

} // namespace ot::sandbox
