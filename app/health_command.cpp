// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health_command.h"

#include "app/session.h"
#include "storage/health/backup.h"
#include "storage/health/integrity_check.h"
#include "storage/health/vault_files.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QPromise>
#include <QThreadPool>
#include <QUuid>

#include <cstdio>

namespace ot::app {

namespace health = storage::health;
using Action = CommandLine::Action;
using storage::SecretKey;
using storage::SharedKey;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HealthCommand)
};

constexpr qint64 kLongestSecret = 4096;

Result<QJsonObject> check(const QString& directory, const SecretKey& key)
{
    QJsonObject object;
    bool isSound = true;
    const std::pair<QString, QString> files[] { { QStringLiteral("vault"),
                                                    QLatin1String(health::kVaultFile) },
        { QStringLiteral("files"), QLatin1String(health::kBlobsFile) } };
    for (const auto& [name, file] : files) {
        const QString path = directory + QLatin1Char('/') + file;
        if (!QFile::exists(path))
            continue;
        const Result<health::IntegrityReport> report = health::checkIntegrity(path, key);
        const bool isDamage = !report
            && (report.error().code == ErrorCode::StoreCorrupt
                || report.error().code == ErrorCode::StoreWrongKey);
        if (!report && !isDamage)
            return report.error();
        // The key proved itself before, so what does not open is damaged.
        object.insert(name, report ? report->toJson() : QJsonObject { { QStringLiteral("sound"), false } });
        isSound = isSound && report && report->isSound();
    }
    object.insert(QStringLiteral("sound"), isSound);
    return object;
}

Result<QJsonObject> toJson(const Result<health::BackupFacts>& facts)
{
    return facts ? Result<QJsonObject>(facts->toJson()) : Result<QJsonObject>(facts.error());
}

QString readSecret(const QString& path)
{
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly)
        ? QString::fromUtf8(file.read(kLongestSecret)).trimmed()
        : QString();
}

// The keychain of this computer does not know the key of a backup from another: the vault must not look
// for it there.
void forgetKeychain(const QString& directory)
{
    Result<storage::KeyReference> reference = storage::KeyReference::load(directory);
    if (!reference || !reference->inKeychain || reference->ways() < 2)
        return;
    reference->inKeychain = false;
    (void)reference->save(directory); // else it is looked for there first, and then asked for
}

} // namespace

HealthCommand::HealthCommand(const CommandLine& line, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_directory(Session(line.profile).accountDirectory())
{
}

HealthCommand::~HealthCommand() = default;

void HealthCommand::start()
{
    if (m_line.action == Action::Restore) {
        beginRestore();
        return;
    }
    if (m_directory.isEmpty())
        end(Error { ErrorCode::NotFound, Text::tr("There is no account in this profile."), {} });
    else
        unlock(m_directory);
}

void HealthCommand::beginRestore()
{
    Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::acquire(m_line.profile);
    if (!lock) {
        end(lock.error());
        return;
    }
    m_lock = std::move(*lock);
    if (m_directory.isEmpty())
        m_directory = m_line.profile + QStringLiteral("/accounts/")
            + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Outcome unpacked = health::unpackBackup(m_line.file, m_directory); !unpacked)
        end(unpacked.error());
    else
        unlock(health::nextFolder(m_directory));
}

void HealthCommand::unlock(const QString& directory)
{
    m_custody = std::make_unique<storage::KeyCustody>(directory);
    whenDone(m_custody->unlock(), this, [this](const Result<SharedKey>& key) { takeKey(key); });
}

void HealthCommand::takeKey(const Result<SharedKey>& key)
{
    if (key)
        work(*key);
    else
        tryNextWay(key.error());
}

void HealthCommand::tryNextWay(const Error& why)
{
    const auto take = [this](const Result<SharedKey>& key) { takeKey(key); };
    const QString passphrase = readSecret(m_line.passphraseFile);
    const QString code = readSecret(m_line.recoveryCodeFile);
    if (m_way == Way::Keychain && !passphrase.isEmpty()) {
        m_way = Way::Passphrase;
        whenDone(m_custody->unlockWithPassphrase(passphrase), this, take);
    } else if (m_way != Way::RecoveryCode && !code.isEmpty()) {
        m_way = Way::RecoveryCode;
        whenDone(m_custody->unlockWithRecoveryCode(code), this, take);
    } else {
        end(why);
    }
}

void HealthCommand::work(const SharedKey& key)
{
    if (m_line.action == Action::Restore && m_way != Way::Keychain)
        forgetKeychain(health::nextFolder(m_directory));
    auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, key, line = m_line, directory = m_directory] {
        if (line.action == Action::Check)
            promise->addResult(check(directory, *key));
        else if (line.action == Action::Backup)
            promise->addResult(toJson(health::writeBackup(directory, *key, line.file,
                line.thisComputerOnly ? health::BackupReach::ThisComputer
                                      : health::BackupReach::AnyComputer)));
        else
            promise->addResult(toJson(health::completeRestore(line.file, directory, *key)));
        promise->finish();
    });
    whenDone(promise->future(), this, [this](const Result<QJsonObject>& result) { end(result); });
}

void HealthCommand::end(const Result<QJsonObject>& result)
{
    bool isGood = result.ok();
    if (result) {
        std::fputs(QJsonDocument(*result).toJson().constData(), stdout);
        if (!result->value(QLatin1String("sound")).toBool(true)) {
            isGood = false;
            std::fputs(
                qUtf8Printable(QStringLiteral("opentrain-desktop: %1\n")
                                   .arg(Text::tr("The vault is damaged. It is rebuilt at the next start."))),
                stderr);
        }
    } else {
        std::fputs(
            qUtf8Printable(QStringLiteral("opentrain-desktop: %1\n").arg(result.error().message)), stderr);
    }
    if (m_line.action == Action::Check && result && !isGood)
        health::markDamaged(m_directory);
    const int status = isGood ? 0 : 1;
    QMetaObject::invokeMethod(
        qApp, [status] { QCoreApplication::exit(status); }, Qt::QueuedConnection);
}

} // namespace ot::app
