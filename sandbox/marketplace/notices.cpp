// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/marketplace/notices.h"

namespace ot::sandbox {

void writeNotice(Store& store, StoreWriter& writer, const QString& account, const Notice& notice)
{
    const QString id = QStringLiteral("nf_x%1").arg(writer.nextNumber());
    const QString now = store.clock().tickIso();
    const auto textOrNull
        = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    writer.put(account, QStringLiteral("Notification"), id,
        { { QStringLiteral("id"), id }, { QStringLiteral("kind"), notice.kind },
            { QStringLiteral("title"), notice.title }, { QStringLiteral("text"), notice.text },
            { QStringLiteral("subjectType"), textOrNull(notice.subjectType) },
            { QStringLiteral("subjectId"), textOrNull(notice.subjectId) },
            { QStringLiteral("readAt"), QJsonValue() }, { QStringLiteral("createdAt"), now },
            { QStringLiteral("updatedAt"), now } });
}

} // namespace ot::sandbox
