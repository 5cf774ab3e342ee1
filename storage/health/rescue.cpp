// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/rescue.h"

#include "storage/database/schema.h"
#include "storage/health/carry_over.h"
#include "storage/health/vault_files.h"
#include "storage/health/vault_map.h"
#include "storage/keys/key_reference.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace ot::storage::health {

namespace {

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

const QStringList kUnsent { QStringLiteral("outbox"), QStringLiteral("draft"), QStringLiteral("setting") };

QString nameOf(Reading reading)
{
    switch (reading) {
    case Reading::AsItIs:
        return QStringLiteral("asItIs");
    case Reading::WithKeptSalt:
        return QStringLiteral("withKeptSalt");
    case Reading::WithKeptMap:
        return QStringLiteral("withKeptMap");
    }
    Q_UNREACHABLE();
}

// The vault's own key, or nothing is touched: read by another key every page looks damaged.
Outcome proveKey(const QString& directory, const SecretKey& key)
{
    const Result<KeyReference> reference = KeyReference::load(directory);
    if (!reference && reference.error().code == ErrorCode::NotFound)
        return success(); // nothing says otherwise
    if (!reference)
        return reference.error();
    if (reference->checkValue == key.checkValue())
        return success();
    return Error { ErrorCode::StoreWrongKey, Text::tr("The vault does not open with this key."),
        QStringLiteral("check value differs") };
}

// The log is in the file when it closes.
Outcome fillNewVault(
    const QString& folder, const SecretKey& key, const ReadablePath& readable, RescueReport& report)
{
    const auto source = Connection::open(readable.path, key, Connection::Mode::ReadOnly);
    if (!source)
        return source.error();
    const QString path = folder + QLatin1Char('/') + QLatin1String(kVaultFile);
    const auto target = Connection::open(path, key, Connection::Mode::ReadWrite, true);
    if (!target)
        return target.error();
    if (const Outcome made = migrateSchema(**target); !made)
        return made;
    const Vaults vaults { **source, **target, readable.path, folder, key };
    if (const Outcome own = carryOwnTables(vaults, report); !own)
        return own;
    if (const Outcome forgotten = forgetFeedPosition(**target); !forgotten)
        return forgotten;
    if (const Outcome records = carryRecords(vaults, report); !records)
        return records;
    return (*target)->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

Result<RescueReport> rescueInto(const QString& directory, const SecretKey& key)
{
    const QString folder = nextFolder(directory);
    const QString reading = folder + QStringLiteral("/reading");
    if (const Outcome made = makePrivateFolder(reading); !made)
        return made.error();
    const Result<ReadablePath> readable = makeReadable(directory, key, reading);
    if (!readable)
        return readable.error();
    RescueReport report;
    report.reading = readable->how;
    if (const Outcome filled = fillNewVault(folder, key, *readable, report); !filled)
        return filled.error();
    QDir(reading).removeRecursively();
    return report;
}

} // namespace

qint64 RescueReport::saved() const
{
    qint64 sum = 0;
    for (const Table& table : tables)
        sum += table.yield.read;
    return sum;
}

qint64 RescueReport::missing() const
{
    qint64 sum = 0;
    for (const Table& table : tables)
        sum += table.yield.missing;
    return sum;
}

qint64 RescueReport::unsentMissing() const
{
    qint64 sum = 0;
    for (const Table& table : tables) {
        if (kUnsent.contains(table.name))
            sum += table.yield.missing + (table.yield.missingIsExact ? 0 : 1);
    }
    return sum;
}

bool RescueReport::isExact() const
{
    return std::all_of(
        tables.begin(), tables.end(), [](const Table& table) { return table.yield.missingIsExact; });
}

QJsonObject RescueReport::toJson() const
{
    QJsonArray rows;
    for (const Table& table : tables) {
        rows.append(QJsonObject { { QStringLiteral("table"), table.name },
            { QStringLiteral("saved"), table.yield.read }, { QStringLiteral("missing"), table.yield.missing },
            { QStringLiteral("exact"), table.yield.missingIsExact } });
    }
    return { { QStringLiteral("reading"), nameOf(reading) }, { QStringLiteral("tables"), rows },
        { QStringLiteral("saved"), saved() }, { QStringLiteral("missing"), missing() } };
}

QString RescueReport::summary() const
{
    if (unsentMissing() > 0)
        return Text::tr(
            "The vault was damaged and has been rebuilt. Part of what had not been sent yet stood "
            "on a damaged page and could not be read; the damaged files were kept. Everything "
            "else comes back with the next sync.");
    return Text::tr("The vault was damaged and has been rebuilt. What you wrote and have not sent is all "
                    "here; what could not be read comes back with the next sync. The damaged files were "
                    "kept.");
}

Result<RescueReport> rescueVault(const QString& directory, const SecretKey& key)
{
    if (const Outcome proved = proveKey(directory, key); !proved)
        return proved.error();
    if (const Outcome finished = finishExchange(directory); !finished)
        return finished.error();
    if (!QFile::exists(vaultPath(directory)))
        return Error { ErrorCode::NotFound, Text::tr("There is no vault in this folder."),
            QStringLiteral("no file") };
    if (const Outcome begun = beginExchange(directory); !begun)
        return begun.error();
    Result<RescueReport> report = rescueInto(directory, key);
    if (!report) {
        QDir(nextFolder(directory)).removeRecursively();
        return report;
    }
    const Result<QString> quarantine = exchange(directory, { QLatin1String(kVaultFile) });
    if (!quarantine)
        return quarantine.error();
    report->quarantine = *quarantine;
    (void)keepGuard(directory, key); // the next start makes up for one that failed
    return report;
}

} // namespace ot::storage::health
