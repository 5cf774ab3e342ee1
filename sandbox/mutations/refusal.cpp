// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/refusal.h"

#include <QJsonArray>

namespace ot::sandbox {

QJsonObject Refusal::details() const
{
    QJsonObject details = extra;
    if (!reason.isEmpty())
        details.insert(QStringLiteral("reason"), reason);
    if (!path.isEmpty())
        details.insert(QStringLiteral("issues"),
            QJsonArray {
                QJsonObject { { QStringLiteral("path"), path }, { QStringLiteral("message"), sentence } } });
    return details;
}

Refusal badMember(const QString& path, const QString& sentence)
{
    return { QStringLiteral("BAD_REQUEST"), sentence, {}, QLatin1String("args.") + path };
}

Refusal notNow(const QString& reason, const QString& sentence)
{
    return { QStringLiteral("CONFLICT"), sentence, reason, {} };
}

Refusal noSuchRecord(const QString& sentence)
{
    return { QStringLiteral("NOT_FOUND"), sentence, {}, QStringLiteral("id") };
}

} // namespace ot::sandbox
