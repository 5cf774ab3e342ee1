// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bad days on demand: what goes wrong with the next requests that a rule matches.
#pragma once

#include "sandbox/http/http_server.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

namespace ot::sandbox {

enum class FaultKind {
    DropBeforeCommit,
    DropAfterCommit,
    Status,
    Html,
    Truncate,
    WrongType,
    GarbageJson,
    Slow,
    SlowBody,
    Stall,
    UnknownMembers,
};

struct Fault {
    QByteArray pathPrefix;
    QByteArray method; // empty: any
    int count = 1; // 0: until the faults are cleared
    FaultKind kind = FaultKind::Status;
    int status = 503;
    int retryAfter = -1; // seconds; below 0: no such header
    int milliseconds = 0;
    int jitter = 0;
};

class Faults {
public:
    /// A rule as the control endpoint gets it; nothing, and a sentence, when it makes no sense.
    static std::optional<Fault> parse(const QJsonObject& command, QString& problem);

    void add(const Fault& fault) { m_faults.push_back(fault); }
    void clear() { m_faults.clear(); }

    /// Answers a request by way of the first rule that matches it, if one does. `answer` is only called where
    /// the request gets as far as being handled.
    HttpAnswer apply(const HttpRequest& request, const std::function<HttpResponse()>& answer);
    /// For an upgrade, which can only be refused or dropped.
    std::optional<HttpAnswer> applyToUpgrade(const HttpRequest& request);

private:
    std::optional<Fault> take(const HttpRequest& request);

    std::vector<Fault> m_faults;
};

} // namespace ot::sandbox
