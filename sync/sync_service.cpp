// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_service.h"

#include "sync/sync_engine.h"

namespace ot::sync {

SyncService::SyncService(storage::Vault& vault, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_engine(new SyncEngine(m_vault))
{
    qRegisterMetaType<SyncStatus>();
    qRegisterMetaType<Error>();
    m_thread.setObjectName(QStringLiteral("sync"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &SyncEngine::statusChanged, this, [this](const SyncStatus& status) {
        m_status = status;
        if (status.phase != SyncStatus::Phase::UpToDate)
            m_idle = false;
        Q_EMIT statusChanged(m_status);
    });
    connect(m_engine, &SyncEngine::idle, this, [this] {
        m_idle = true;
        Q_EMIT idle();
    });
    connect(m_engine, &SyncEngine::typing, this, &SyncService::typing);
    connect(m_engine, &SyncEngine::blobFetched, this, &SyncService::blobFetched);
    connect(m_engine, &SyncEngine::blobSending, this, &SyncService::blobSending);
    connect(m_engine, &SyncEngine::blobSent, this, &SyncService::blobSent);
    connect(m_engine, &SyncEngine::blobFailed, this, &SyncService::blobFailed);
    connect(m_engine, &SyncEngine::blobDelayed, this, &SyncService::blobDelayed);
    m_thread.start();
    QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->keepBlobs(); });
}

SyncService::~SyncService()
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->finish(); });
    m_thread.wait();
}

void SyncService::start(const QUrl& server, const TokenSet& tokens)
{
    m_idle = false;
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, server, tokens] { engine->start(server, tokens); });
}

void SyncService::start(const QUrl& server, const QString& token)
{
    TokenSet tokens;
    tokens.accessToken = token;
    start(server, tokens);
}

QFuture<Outcome> SyncService::signOut()
{
    m_idle = false;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, promise] {
        engine->signOut([promise](const Outcome& done) {
            promise->addResult(done);
            promise->finish();
        });
    });
    return promise->future();
}

void SyncService::stop()
{
    m_idle = false;
    QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->stop(); });
}

void SyncService::syncNow()
{
    m_idle = false;
    QMetaObject::invokeMethod(m_engine, [engine = m_engine] { engine->syncNow(); });
}

void SyncService::fetchBlob(const QByteArray& sha256, const storage::BlobOwner& owner)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, sha256, owner] { engine->fetchBlob(sha256, owner); });
}

void SyncService::sendBlob(const storage::BlobUpload& upload)
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, upload] { engine->sendBlob(upload); });
}

void SyncService::cancelBlob(const QByteArray& sha256)
{
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, sha256] { engine->cancelBlob(sha256); });
}

} // namespace ot::sync
