// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/refusal.h"

#include <QJsonArray>

namespace ot::sandbox {

namespace {

QJsonObject issueObject(const QString& path, const QString& message)
{
    return { { QStringLiteral("path"), path }, { QStringLiteral("message"), message } };
}

} // namespace

QJsonObject Refusal::details() const
{
    QJsonObject details = extra;
    if (!reason.isEmpty())
        details.insert(QStringLiteral("reason"), reason);
    QJsonArray list;
    for (const Issue& issue : issues)
        list.append(issueObject(issue.path, issue.message));
    if (list.isEmpty() && !path.isEmpty())
        list.append(issueObject(path, sentence));
    if (!list.isEmpty())
        details.insert(QStringLiteral("issues"), list);
    return details;
}

Refusal badMember(const QString& path, const QString& sentence)
{
    return { QStringLiteral("BAD_REQUEST"), sentence, {}, QLatin1String("args.") + path };
}

Refusal badMembers(const std::vector<Issue>& issues)
{
    const Issue& first = issues.front();
    QString sentence = first.path + QLatin1Char(' ') + first.message + QLatin1Char('.');
    if (issues.size() > 1)
        sentence += QStringLiteral(" %1 more do not fit.").arg(issues.size() - 1);
    return { QStringLiteral("BAD_REQUEST"), sentence, {}, first.path, {}, issues };
}

Refusal notNow(const QString& reason, const QString& sentence)
{
    return { QStringLiteral("CONFLICT"), sentence, reason, {} };
}

Refusal notAllowed(const QString& reason, const QString& sentence)
{
    return { QStringLiteral("FORBIDDEN"), sentence, reason, {} };
}

Refusal noSuchRecord(const QString& sentence)
{
    return { QStringLiteral("NOT_FOUND"), sentence, {}, QStringLiteral("id") };
}

Refusal noSuchSubject(const QString& path, const QString& sentence)
{
    return { QStringLiteral("NOT_FOUND"), sentence, {}, QLatin1String("args.") + path };
}

} // namespace ot::sandbox
