// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_report.h"

#include "storage/outbox.h"
#include "storage/queries/record_queries.h"
#include "storage/records/json_codec.h"
#include "storage/settings.h"

#include <QLocale>

namespace ot::app {

using namespace storage; // NOLINT(google-build-using-namespace): this file reports on the store

namespace {

constexpr int kNameWidth = 18;
constexpr int kCountWidth = 10;

QString name(RecordTypeIndex type)
{
    return QString::fromUtf8(
        kRecordTraits[type].name.data(), static_cast<qsizetype>(kRecordTraits[type].name.size()));
}

} // namespace

QJsonObject StatusReport::toJson() const
{
    QJsonObject counts;
    for (RecordTypeIndex type = 0; type < kRecordTypeCount; ++type)
        counts.insert(name(type), records[type]);
    return { { QStringLiteral("version"), QStringLiteral(OPENTRAIN_VERSION) },
        { QStringLiteral("server"), server },
        { QStringLiteral("lastSyncedAt"),
            lastSyncedAt ? QJsonValue(formatUtcTime(*lastSyncedAt)) : QJsonValue() },
        { QStringLiteral("records"), counts },
        { QStringLiteral("outbox"),
            QJsonObject {
                { QStringLiteral("waiting"), waiting }, { QStringLiteral("refused"), refused } } } };
}

QString StatusReport::toText() const
{
    QString text;
    for (RecordTypeIndex type = 0; type < kRecordTypeCount; ++type) {
        text += name(type).leftJustified(kNameWidth)
            + QLocale::c().toString(records[type]).rightJustified(kCountWidth) + QLatin1Char('\n');
    }
    text += QStringLiteral("waiting to send").leftJustified(kNameWidth)
        + QLocale::c().toString(waiting).rightJustified(kCountWidth) + QLatin1Char('\n');
    return text;
}

QFuture<Result<StatusReport>> loadStatusReport(Vault& vault)
{
    return vault.read([](ReadSnapshot& snapshot) -> Result<StatusReport> {
        StatusReport report;
        const auto counts = queries::counts(snapshot);
        if (!counts)
            return counts.error();
        report.records = *counts;
        const Result<std::vector<OutboxEntry>> entries = outbox::all(snapshot);
        if (!entries)
            return entries.error();
        for (const OutboxEntry& entry : *entries) {
            const bool isRefused
                = entry.state == OutboxState::Rejected || entry.state == OutboxState::Conflict;
            ++(isRefused ? report.refused : report.waiting);
        }
        const Result<QString> server = settings::get(snapshot, QLatin1String(settings::kServer));
        const Result<QString> synced = settings::get(snapshot, QLatin1String(settings::kLastSyncedAt));
        if (!server || !synced)
            return !server ? server.error() : synced.error();
        report.server = *server;
        if (!synced->isNull())
            report.lastSyncedAt = UtcTime { synced->toLongLong() };
        return report;
    });
}

} // namespace ot::app
