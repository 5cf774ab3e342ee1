// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/health/damage_watch.h"
#include "storage/health/integrity_check.h"
#include "storage/keys/key_custody.h"
#include "storage/vault.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QThread;

namespace ot::storage::health {

// When the last whole check that found nothing ended, UTC milliseconds.
inline constexpr char kCheckedAt[] = "health.checkedAt";

// Why a vault is checked.
enum class CheckReason { Weekly, UncleanEnd, Suspicion };

// Whether the vault was left open by whoever had it last: a crash or a power cut. Before it is opened.
bool wasLeftOpen(const QString& directory);

// Looks after an open vault: keeps its guard up to date, and checks it once a week while nothing is written,
// after an unclean end, and when a connection has met a damaged page. The check runs on a thread of its own,
// with a low priority and pauses. Holds the key, so it goes when the vault is locked. Lives on one thread
// with an event loop; its destructor waits for a check that is being cancelled.
class HealthKeeper : public QObject {
    Q_OBJECT

public:
    HealthKeeper(Vault& vault, QString directory, SharedKey key, QObject* parent = nullptr);
    ~HealthKeeper() override;

    // Once the vault is open.
    void start(bool wasLeftOpen);
    // Checks soon, without waiting for the week to end.
    void request(CheckReason reason);

    // How long nothing must have been written before a check begins; tests shorten it.
    void setQuietTime(int milliseconds) { m_quiet.setInterval(milliseconds); }

Q_SIGNALS:
    // A check has ended by itself; the report may be sound or not.
    void checked(ot::storage::health::CheckReason reason, const ot::storage::health::IntegrityReport& report);
    // The vault is damaged: it wants to be closed and rescued.
    void damaged();

private:
    void plan(qint64 checkedAt);
    void begin();
    void take(const Result<IntegrityReport>& report);

    Vault& m_vault;
    QString m_directory;
    SharedKey m_key;
    QTimer m_due; // the week
    QTimer m_quiet; // since the last write
    std::optional<CheckReason> m_wanted;
    CheckReason m_running = CheckReason::Weekly;
    Cancellation m_cancellation;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<DamageWatch> m_watch;
};

} // namespace ot::storage::health

Q_DECLARE_METATYPE(ot::storage::health::CheckReason)
Q_DECLARE_METATYPE(ot::storage::health::IntegrityReport)
