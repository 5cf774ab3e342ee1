// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/privacy_office.h"

#include "sandbox/privacy/archives.h"
#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/policies.h"
#include "sandbox/privacy/privacy_acts.h"
#include "sandbox/privacy/request_operations.h"
#include "sandbox/privacy/security_log.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

namespace ot::sandbox {

namespace {

constexpr int kLookMilliseconds = 200;
constexpr int kWorkMilliseconds = 20;
constexpr int kStepsAtOnce = 4;
constexpr qint64 kRecordsPerReport = 200;
constexpr double kPersonMilliseconds = 15'000;

QString writeIdentityCode(const QString& directory, const QString& code)
{
    QSaveFile file(directory + QStringLiteral("/identity-code"));
    const QByteArray content = code.toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return QStringLiteral("%1 could not be written: %2").arg(file.fileName(), file.errorString());
    return {};
}

std::optional<qint64> momentOf(const QJsonObject& object, const char* member)
{
    return parseIsoTime(requestText(object, member));
}

bool isQueuedExport(const QJsonObject& request)
{
    return isUndecided(request) && isExport(request) && !waitsForIdentity(request)
        && request.value(QLatin1String("progress")).isObject();
}

} // namespace

PrivacyOffice::PrivacyOffice(Store& store, LiveHub& live, Employers& employers, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_live(live)
    , m_employers(employers)
{
    m_look.setInterval(kLookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &PrivacyOffice::look);
    m_work.setInterval(kWorkMilliseconds);
    connect(&m_work, &QTimer::timeout, this, &PrivacyOffice::work);
}

PrivacyOffice::~PrivacyOffice() = default;

QString PrivacyOffice::start(const QString& dataDirectory, double speed)
{
    m_directory = dataDirectory + QStringLiteral("/exports");
    m_speed = speed;
    QString problem = m_key.load(dataDirectory, m_store.clock().nowIso());
    if (problem.isEmpty())
        problem = writeIdentityCode(dataDirectory, identityCode(m_store));
    if (!problem.isEmpty())
        return problem;
    createArchiveTable(m_store);
    // What a sudden end left half done.
    QDir exports(m_directory);
    for (const QString& name : exports.entryList({ QStringLiteral("*.part") }, QDir::Files))
        exports.remove(name);
    publishPolicies(m_store);
    reconcileSessions(m_store, {});
    m_time.start();
    m_look.start();
    return {};
}

void PrivacyOffice::stop()
{
    m_look.stop();
    m_work.stop();
    m_job.reset();
}

void PrivacyOffice::notice(const Commit& commit)
{
    const bool sessionsMayEnd
        = std::any_of(commit.changes.cbegin(), commit.changes.cend(), [](const Record& record) {
              return record.type == QLatin1String("SecurityEvent") || record.type == kDataRequest;
          });
    // After this commit's own frame has gone out.
    if (sessionsMayEnd)
        QTimer::singleShot(0, this, [this] { m_live.dropRevoked(); });
}

void PrivacyOffice::look()
{
    publishPolicies(m_store);
    expireArchives();
    for (const Account& account : m_store.accounts()) {
        for (const QJsonObject& request : listRequests(m_store, account.key)) {
            if (isUndecided(request))
                lookAt(account.key, request);
        }
        const std::optional<Record> choice
            = m_store.find(account.key, QStringLiteral("PrivacyChoice"), QStringLiteral("sale_or_sharing"));
        if (choice && !choice->removed) {
            const QJsonObject optOut = choice->json();
            if (!optOut.value(QLatin1String("confirmBy")).isNull()
                && optOut.value(QLatin1String("confirmedAt")).isNull())
                performWhenDue(account.key, choice->id, QStringLiteral("confirmOptOut"));
        }
    }
}

void PrivacyOffice::lookAt(const QString& account, const QJsonObject& request)
{
    const std::optional<qint64> executeAt
        = momentOf(request.value(QLatin1String("deletion")).toObject(), "executeAt");
    if (executeAt && *executeAt <= m_store.clock().now()) {
        StoreWriter writer(m_store);
        carryOutDeletion(m_store, writer, account, request);
        writer.commit();
        return;
    }
    if (expire(account, request))
        return;
    if (isQueuedExport(request) && !m_job)
        startJob(account, request);
    performWhenDue(account, requestText(request, "id"), nextAct(request));
}

bool PrivacyOffice::expire(const QString& account, QJsonObject request)
{
    if (!waitsForIdentity(request))
        return false;
    const bool extended = !request.value(QLatin1String("extendedTo")).isNull();
    const std::optional<qint64> until = momentOf(request, extended ? "extendedTo" : "expectedBy");
    if (!until || *until > m_store.clock().now())
        return false;
    StoreWriter writer(m_store);
    addStep(request, m_store.clock().tickIso(), QStringLiteral("expired"),
        QStringLiteral("We could not find out that it is you in time. You can ask again."));
    saveRequest(m_store, writer, account, request);
    writer.commit();
    return true;
}

void PrivacyOffice::performWhenDue(const QString& account, const QString& id, const QString& act)
{
    if (m_speed <= 0 || act.isEmpty())
        return;
    const QString key = account + QLatin1Char('/') + id + QLatin1Char('/') + act;
    const auto due = m_due.constFind(key);
    if (due == m_due.cend()) {
        m_due.insert(key, m_time.elapsed() + static_cast<qint64>(kPersonMilliseconds / m_speed));
        return;
    }
    if (*due > m_time.elapsed())
        return;
    m_due.remove(key);
    m_employers.perform(act, account, act == QLatin1String("confirmOptOut") ? QString() : id);
}

void PrivacyOffice::expireArchives()
{
    for (const StoredArchive& archive : archivesToRemove(m_store)) {
        StoreWriter writer(m_store);
        withdrawArchive(m_store, archive);
        if (std::optional<QJsonObject> request = findRequest(m_store, archive.account, archive.requestId)) {
            request->insert(QStringLiteral("archive"), QJsonValue());
            addStep(*request, m_store.clock().tickIso(), requestText(*request, "status"),
                QStringLiteral("The archive is erased. You can ask for another."));
            saveRequest(m_store, writer, archive.account, *request);
        }
        writer.commit();
        QFile::remove(archive.path);
    }
}

void PrivacyOffice::startJob(const QString& account, const QJsonObject& request)
{
    const std::optional<Account> owner = m_store.account(account);
    m_job = std::make_unique<ExportJob>(m_store, m_key, m_blobs, m_directory, *owner, request);
    m_reported = {};
    m_work.start();
}

void PrivacyOffice::work()
{
    // Taken back or declined while it was being made.
    const std::optional<QJsonObject> request = findRequest(m_store, m_job->account(), m_job->requestId());
    bool more = request && isQueuedExport(*request);
    if (!more) {
        m_job->cleanUp();
        m_job.reset();
        m_work.stop();
        return;
    }
    for (int i = 0; i < kStepsAtOnce && more; ++i)
        more = m_job->step();
    if (!more) {
        finishJob();
        return;
    }
    const ExportProgress progress = m_job->progress();
    report(progress.stage != m_reported.stage || progress.done >= m_reported.done + kRecordsPerReport);
}

void PrivacyOffice::report(bool inRecord)
{
    const ExportProgress progress = m_job->progress();
    m_live.progress(m_job->account(), m_job->requestId(), progress.stage, progress.done, progress.total);
    std::optional<QJsonObject> request = findRequest(m_store, m_job->account(), m_job->requestId());
    if (!inRecord || !request)
        return;
    m_reported = progress;
    request->insert(QStringLiteral("progress"),
        QJsonObject { { QStringLiteral("stage"), progress.stage }, { QStringLiteral("done"), progress.done },
            { QStringLiteral("total"), progress.total } });
    StoreWriter writer(m_store);
    saveRequest(m_store, writer, m_job->account(), *request);
    writer.commit();
}

void PrivacyOffice::finishJob()
{
    const std::unique_ptr<ExportJob> job = std::move(m_job);
    m_work.stop();
    std::optional<QJsonObject> request = findRequest(m_store, job->account(), job->requestId());
    const ExportProgress progress = job->progress();
    m_live.progress(job->account(), job->requestId(), progress.stage, progress.done, progress.total);
    StoreWriter writer(m_store);
    job->cleanUp();
    const QString now = m_store.clock().tickIso();
    if (job->result()) {
        request->insert(QStringLiteral("progress"),
            QJsonObject { { QStringLiteral("stage"), progress.stage },
                { QStringLiteral("done"), progress.done }, { QStringLiteral("total"), progress.total } });
        request->insert(QStringLiteral("archive"),
            publishArchive(m_store, job->account(), job->requestId(), *job->result(), m_key.keyId()));
        addStep(*request, now, QStringLiteral("fulfilled"), QStringLiteral("Your archive is ready."));
    } else {
        std::fprintf(stderr, "opentrain-sandbox: no archive for %s: %s\n", qUtf8Printable(job->requestId()),
            qUtf8Printable(job->problem()));
        deny(*request, now, QStringLiteral("other"),
            QStringLiteral("The archive could not be made. Please ask again, or write to us."));
    }
    saveRequest(m_store, writer, job->account(), *request);
    writer.commit();
}

} // namespace ot::sandbox
