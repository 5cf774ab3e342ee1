// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/health/health_keeper.h"

#include "storage/health/vault_files.h"
#include "storage/health/vault_map.h"
#include "storage/settings.h"
#include "storage/when_done.h"

#include <QDateTime>
#include <QFileInfo>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

#include <sys/resource.h>

namespace ot::storage::health {

namespace {

constexpr qint64 kWeekMilliseconds = 7LL * 24 * 60 * 60 * 1000;
constexpr int kQuietMilliseconds = 30'000;
constexpr int kPauseMilliseconds = 20; // between two tables
constexpr int kNiceness = 15;

// On Linux this is the calling thread's alone.
void lowerPriority()
{
    (void)::setpriority(PRIO_PROCESS, 0, kNiceness);
}

} // namespace

bool wasLeftOpen(const QString& directory)
{
    return QFileInfo(vaultPath(directory) + QStringLiteral("-wal")).size() > 0;
}

HealthKeeper::HealthKeeper(Vault& vault, QString directory, SharedKey key, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_directory(std::move(directory))
    , m_key(std::move(key))
{
    qRegisterMetaType<CheckReason>();
    qRegisterMetaType<IntegrityReport>();
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::VeryCoarseTimer);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMilliseconds);
    connect(&m_due, &QTimer::timeout, this, [this] { request(CheckReason::Weekly); });
    connect(&m_quiet, &QTimer::timeout, this, &HealthKeeper::begin);
    connect(&m_vault, &Vault::changed, this, [this] {
        if (m_wanted && m_wanted != CheckReason::Suspicion)
            m_quiet.start(); // counts from the last write
    });
}

HealthKeeper::~HealthKeeper()
{
    m_watch.reset();
    m_cancellation.cancel();
    if (m_thread)
        m_thread->wait();
}

void HealthKeeper::start(bool leftOpen)
{
    m_watch = std::make_unique<DamageWatch>([this] {
        QMetaObject::invokeMethod(
            this, [this] { request(CheckReason::Suspicion); }, Qt::QueuedConnection);
    });
    // The schema may have changed with the program.
    QThreadPool::globalInstance()->start(
        [directory = m_directory, key = m_key] { (void)keepGuard(directory, *key); });
    if (leftOpen)
        request(CheckReason::UncleanEnd);
    const auto read = m_vault.read(
        [](ReadSnapshot& snapshot) { return settings::get(snapshot, QLatin1String(kCheckedAt)); });
    whenDone(read, this, [this](const Result<QString>& at) {
        if (at)
            plan(at->toLongLong());
    });
}

// A clock that was turned back must not put the check off for longer than a week.
void HealthKeeper::plan(qint64 checkedAt)
{
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - checkedAt;
    const qint64 left = since < 0 ? 0 : kWeekMilliseconds - since;
    m_due.start(static_cast<int>(std::clamp<qint64>(left, 0, kWeekMilliseconds)));
}

void HealthKeeper::request(CheckReason reason)
{
    if (m_thread && m_running == CheckReason::Suspicion)
        return; // what it found will say it
    if (!m_wanted || reason == CheckReason::Suspicion)
        m_wanted = reason;
    if (m_thread)
        return;
    if (reason == CheckReason::Suspicion)
        begin();
    else if (!m_quiet.isActive())
        m_quiet.start();
}

void HealthKeeper::begin()
{
    if (!m_wanted || m_thread)
        return;
    m_running = *m_wanted;
    m_wanted.reset();
    m_quiet.stop();
    const int pause = m_running == CheckReason::Suspicion ? 0 : kPauseMilliseconds;
    auto result = std::make_shared<Result<IntegrityReport>>();
    m_thread.reset(QThread::create(
        [directory = m_directory, key = m_key->clone(), cancellation = m_cancellation, pause, result] {
            lowerPriority();
            *result = checkIntegrity(vaultPath(directory), key, cancellation, { pause });
        }));
    connect(m_thread.get(), &QThread::finished, this, [this, result] {
        m_thread->wait();
        m_thread.reset();
        take(*result);
    });
    m_thread->start();
}

void HealthKeeper::take(const Result<IntegrityReport>& report)
{
    if (!report) {
        const ErrorCode code = report.error().code;
        if (code == ErrorCode::StoreCorrupt || code == ErrorCode::StoreWrongKey)
            Q_EMIT damaged();
        return; // any other reason is not the vault's
    }
    Q_EMIT checked(m_running, *report);
    if (!report->isSound()) {
        Q_EMIT damaged();
        return;
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto written = m_vault.write([now](WriteTransaction& transaction) {
        return settings::set(transaction, QLatin1String(kCheckedAt), QString::number(now));
    });
    whenDone(written, this, [this, now](const Outcome& kept) {
        if (kept)
            plan(now);
    });
    if (m_wanted)
        m_quiet.start();
}

} // namespace ot::storage::health
