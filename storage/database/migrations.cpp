// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ot::storage {

namespace {

constexpr char kCopyMark[] = ".before-";

Result<qint64> versionOf(Connection& connection)
{
    Result<Query> query = connection.query("PRAGMA user_version");
    if (!query)
        return query.error();
    const Result<bool> row = query->step();
    if (!row)
        return row.error();
    return query->integer(0);
}

Error newer(qint64 version, qint64 ours)
{
    return { ErrorCode::StoreNewer,
        QCoreApplication::translate("Vault",
            "This vault was written by a newer version of OpenTrain Desktop. Install that version or a "
            "later one; "
            "nothing was changed."),
        QStringLiteral("schema %1, this program writes %2").arg(version).arg(ours) };
}

// What copies an end of the program left behind. Their key is the vault's, so taking them away is enough.
void removeCopies(const QString& path)
{
    const QFileInfo vault(path);
    const QDir folder = vault.dir();
    const QStringList copies
        = folder.entryList({ vault.fileName() + QLatin1String(kCopyMark) + QLatin1Char('*') }, QDir::Files);
    for (const QString& copy : copies)
        QFile::remove(folder.filePath(copy));
}

Outcome takeSteps(Connection& connection, const SchemaPlan& plan)
{
    // Read again: another program may have been here since.
    const Result<qint64> version = versionOf(connection);
    if (!version)
        return version.error();
    if (*version > plan.version)
        return newer(*version, plan.version);
    for (const Migration& step : plan.steps) {
        // A vault without a version is new, and is made as a whole.
        if (*version == 0 || step.to <= *version)
            continue;
        if (const Outcome taken = step.run(connection); !taken)
            return taken;
    }
    if (const Outcome made = plan.makeEverything(connection); !made)
        return made;
    return connection.execute(QStringLiteral("PRAGMA user_version = %1").arg(plan.version));
}

Outcome inTransaction(Connection& connection, const SchemaPlan& plan)
{
    if (const Outcome begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Outcome outcome = takeSteps(connection, plan);
    if (outcome)
        outcome = connection.execute(QStringLiteral("COMMIT"));
    if (!outcome)
        (void)connection.execute(QStringLiteral("ROLLBACK")); // after some failures it is rolled back already
    return outcome;
}

} // namespace

Outcome migrate(Connection& connection, const SchemaPlan& plan)
{
    const Result<qint64> version = versionOf(connection);
    if (!version)
        return version.error();
    if (*version > plan.version)
        return newer(*version, plan.version);
    const QString path = connection.path();
    removeCopies(path);
    const bool hasSteps = *version > 0 && *version < plan.version;
    if (!hasSteps)
        return inTransaction(connection, plan);
    const QString copy = path + QLatin1String(kCopyMark) + QString::number(*version);
    if (const Outcome copied = connection.copyTo(copy); !copied) {
        QFile::remove(copy);
        return copied;
    }
    const Outcome migrated = inTransaction(connection, plan);
    // Where not even the version can be read any more, the copy is what there is left.
    if (migrated || versionOf(connection))
        QFile::remove(copy);
    return migrated;
}

} // namespace ot::storage
