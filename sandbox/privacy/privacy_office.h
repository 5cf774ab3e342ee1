// SPDX-License-Identifier: GPL-3.0-or-later
//
// The privacy office: what happens to requests by the clock, at the pace of people, and in the background.
// Lives on the server's thread.
#pragma once

#include "sandbox/live/live_hub.h"
#include "sandbox/marketplace/employers.h"
#include "sandbox/privacy/export_job.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace ot::sandbox {

class PrivacyOffice : public QObject {
    Q_OBJECT

public:
    PrivacyOffice(Store& store, LiveHub& live, Employers& employers, QObject* parent = nullptr);
    ~PrivacyOffice() override;

    /// After the store was opened and sign-in has started. `speed` divides the time people take; 0 keeps them
    /// still, while clocks and archives go on. Gives the reason when a file can't be written.
    QString start(const QString& dataDirectory, double speed);
    void stop();

    /// Told of each commit: where sessions ended with it, so do their live channels.
    void notice(const Commit& commit);
    /// Where blobs lie, for archives.
    void setBlobSource(BlobSource source) { m_blobs = std::move(source); }
    [[nodiscard]] const SigningKey& key() const { return m_key; }

private:
    void look();
    void lookAt(const QString& account, const QJsonObject& request);
    bool expire(const QString& account, QJsonObject request);
    void performWhenDue(const QString& account, const QString& id, const QString& act);
    void expireArchives();

    void startJob(const QString& account, const QJsonObject& request);
    void work();
    void report(bool inRecord);
    void finishJob();

    Store& m_store;
    LiveHub& m_live;
    Employers& m_employers;
    SigningKey m_key;
    BlobSource m_blobs;
    QString m_directory;
    double m_speed = 0;
    QElapsedTimer m_time;
    QTimer m_look;
    QTimer m_work;
    QHash<QString, qint64> m_due; // by account, request and act; milliseconds of m_time
    std::unique_ptr<ExportJob> m_job;
    ExportProgress m_reported;
};

} // namespace ot::sandbox
