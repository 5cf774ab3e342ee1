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
    m_thread.start();
}

SyncService::~SyncService()
{
    m_thread.quit();
    m_thread.wait();
}

void SyncService::start(const QUrl& server, const QString& token)
{
    m_idle = false;
    QMetaObject::invokeMethod(m_engine, [engine = m_engine, server, token] { engine->start(server, token); });
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

} // namespace ot::sync
