// SPDX-License-Identifier: GPL-3.0-or-later
//
// An employer takes a file back, or its time runs out.
#include "sandbox/marketplace/act.h"

namespace ot::sandbox {

namespace {

const QString kAttachment = QStringLiteral("Attachment");

QString close(const Scene& scene, const QString& access)
{
    auto attachment = scene.choose(
        kAttachment, [](const QJsonObject& a) { return textOf(a, "access") == QLatin1String("AVAILABLE"); });
    if (!attachment)
        return {};
    attachment->insert(QStringLiteral("access"), access);
    scene.save(kAttachment, *attachment);
    return textOf(*attachment, "id");
}

QString revoke(const Scene& scene)
{
    return close(scene, QStringLiteral("REVOKED"));
}

QString expire(const Scene& scene)
{
    return close(scene, QStringLiteral("EXPIRED"));
}

} // namespace

const std::vector<Act>& attachmentActs()
{
    static const std::vector<Act> kActs {
        { "revokeAttachment", 0, revoke },
        { "expireAttachment", 0, expire },
    };
    return kActs;
}

} // namespace ot::sandbox
