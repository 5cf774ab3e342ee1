// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control/faults.h"

#include "sandbox/api/answers.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

namespace ot::sandbox {

namespace {

const QHash<QString, FaultKind>& kinds()
{
    static const QHash<QString, FaultKind> kKinds {
        { QStringLiteral("dropBeforeCommit"), FaultKind::DropBeforeCommit },
        { QStringLiteral("dropAfterCommit"), FaultKind::DropAfterCommit },
        { QStringLiteral("status"), FaultKind::Status },
        { QStringLiteral("html"), FaultKind::Html },
        { QStringLiteral("truncate"), FaultKind::Truncate },
        { QStringLiteral("wrongType"), FaultKind::WrongType },
        { QStringLiteral("garbageJson"), FaultKind::GarbageJson },
        { QStringLiteral("slow"), FaultKind::Slow },
        { QStringLiteral("slowBody"), FaultKind::SlowBody },
        { QStringLiteral("stall"), FaultKind::Stall },
        { QStringLiteral("unknownMembers"), FaultKind::UnknownMembers },
    };
    return kKinds;
}

HttpResponse htmlPage(int status, const QByteArray& title, const QByteArray& text)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/html; charset=utf-8";
    response.body = "<!doctype html><html lang=\"en\"><head><title>" + title + "</title></head><body><h1>"
        + title + "</h1><p>" + text + "</p></body></html>";
    return response;
}

HttpResponse statusAnswer(const Fault& fault)
{
    HttpResponse response;
    if (fault.status == 502) {
        // A gateway in front of the platform knows nothing of its envelope.
        response = htmlPage(502, "502 Bad Gateway", "The server did not answer.");
    } else {
        response = errorAnswer(
            errorCodeForStatus(fault.status), QStringLiteral("The sandbox was told to say this."));
        response.status = fault.status;
    }
    if (fault.retryAfter >= 0)
        response.setHeader("Retry-After", QByteArray::number(fault.retryAfter));
    return response;
}

/// Members and values that no description names, in the answer and in every object below it.
QJsonValue withUnknown(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& element : value.toArray())
            array.append(withUnknown(element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject old = value.toObject();
    for (auto it = old.begin(); it != old.end(); ++it)
        object.insert(it.key(), withUnknown(it.value()));
    object.insert(QStringLiteral("xNewMember"),
        QJsonObject { { QStringLiteral("added"), QStringLiteral("later") },
            { QStringLiteral("list"), QJsonArray { 1 } } });
    return object;
}

} // namespace

std::optional<Fault> Faults::parse(const QJsonObject& command, QString& problem)
{
    Fault fault;
    fault.pathPrefix = command.value(QLatin1String("path")).toString(QStringLiteral("/api/")).toUtf8();
    fault.method = command.value(QLatin1String("method")).toString().toUtf8();
    fault.count = command.value(QLatin1String("count")).toInt(1);
    const QString kind = command.value(QLatin1String("kind")).toString();
    if (!kinds().contains(kind)) {
        problem = QStringLiteral("There is no fault \"%1\".").arg(kind);
        return std::nullopt;
    }
    fault.kind = kinds().value(kind);
    fault.status = command.value(QLatin1String("status")).toInt(503);
    fault.retryAfter = command.value(QLatin1String("retryAfter")).toInt(-1);
    fault.milliseconds = command.value(QLatin1String("milliseconds")).toInt(1000);
    fault.jitter = command.value(QLatin1String("jitter")).toInt(0);
    if (fault.status < 200 || fault.status > 599 || fault.count < 0 || fault.milliseconds < 0
        || fault.jitter < 0) {
        problem = QStringLiteral("A number of the fault is out of its range.");
        return std::nullopt;
    }
    return fault;
}

std::optional<Fault> Faults::take(const HttpRequest& request)
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&request](const Fault& fault) {
        return request.path.startsWith(fault.pathPrefix)
            && (fault.method.isEmpty() || fault.method == request.method);
    });
    if (found == m_faults.end())
        return std::nullopt;
    const Fault fault = *found;
    if (found->count > 0 && --found->count == 0)
        m_faults.erase(found);
    return fault;
}

HttpAnswer Faults::apply(const HttpRequest& request, const std::function<HttpResponse()>& answer)
{
    const std::optional<Fault> fault = take(request);
    if (!fault)
        return { answer(), {} };
    using Kind = Delivery::Kind;
    switch (fault->kind) {
    case FaultKind::DropBeforeCommit:
        return { {}, { Kind::Drop } };
    case FaultKind::Status:
        return { statusAnswer(*fault), {} };
    case FaultKind::Html:
        return { htmlPage(200, "Welcome to the guest network", "Please accept the terms to go on."), {} };
    case FaultKind::Stall:
        return { {}, { Kind::Stall } };
    default:
        break;
    }
    HttpAnswer handled { answer(), {} };
    switch (fault->kind) {
    case FaultKind::DropAfterCommit:
        handled.delivery.kind = Kind::Drop;
        break;
    case FaultKind::Truncate:
        handled.delivery.kind = Kind::Truncate;
        break;
    case FaultKind::SlowBody:
        handled.delivery.kind = Kind::Drip;
        break;
    case FaultKind::WrongType:
        handled.response.contentType = "application/octet-stream";
        break;
    case FaultKind::GarbageJson:
        handled.response.body = handled.response.body.left(handled.response.body.size() / 2) + "\xff]}{\"";
        break;
    case FaultKind::Slow: {
        const int jitter = fault->jitter > 0 ? QRandomGenerator::global()->bounded(fault->jitter + 1) : 0;
        handled.delivery.delay = std::chrono::milliseconds(fault->milliseconds + jitter);
        break;
    }
    case FaultKind::UnknownMembers:
        handled.response.body
            = QJsonDocument(withUnknown(QJsonDocument::fromJson(handled.response.body).object()).toObject())
                  .toJson(QJsonDocument::Compact);
        break;
    default:
        break;
    }
    return handled;
}

std::optional<HttpAnswer> Faults::applyToUpgrade(const HttpRequest& request)
{
    const std::optional<Fault> fault = take(request);
    if (!fault)
        return std::nullopt;
    if (fault->kind == FaultKind::Status)
        return HttpAnswer { statusAnswer(*fault), {} };
    if (fault->kind == FaultKind::Html)
        return HttpAnswer {
            htmlPage(200, "Welcome to the guest network", "Please accept the terms to go on."), {}
        };
    return HttpAnswer { {},
        { fault->kind == FaultKind::Stall ? Delivery::Kind::Stall : Delivery::Kind::Drop } };
}

} // namespace ot::sandbox
