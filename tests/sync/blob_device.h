// SPDX-License-Identifier: GPL-3.0-or-later
//
// A person's device with its vault and its transfers, and the bad days of a server.
#pragma once

#include "storage/blobs/blob_store.h"
#include "sync/blobs/blob_transfer.h"
#include "tests/support/sandbox_process.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QCryptographicHash>

namespace ot::test {

inline constexpr int kPatience = 60'000;
inline constexpr qsizetype kSize = 2'500'000; // some pieces more than one request carries

inline QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// Bytes that repeat nowhere, in this file and in no other.
inline QByteArray someBytes(qsizetype count, const QByteArray& mark)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < count; ++i)
        bytes += mark + QByteArray::number(i) + ' ';
    bytes.truncate(count);
    return bytes;
}

inline storage::BlobOwner attachmentOwner(const QByteArray& hash)
{
    return { QStringLiteral("Attachment"), QString::fromLatin1(hash.toHex().left(12)) };
}

// One person's device.
class Device {
public:
    explicit Device(const SandboxProcess& sandbox)
        : m_sandbox(sandbox)
    {
        begin();
    }

    // As after a restart of the program.
    void restart()
    {
        end();
        m_store.reopen();
        begin();
    }
    void end()
    {
        m_transfer.reset();
        m_keeper.reset();
        m_api.reset();
    }

    // A record of a file at the server.
    QByteArray know(const QByteArray& bytes)
    {
        const QByteArray hash = hashOf(bytes);
        storage::Attachment attachment;
        attachment.id = attachmentOwner(hash).id;
        attachment.version = 1;
        attachment.ownerId = QStringLiteral("msg_1");
        attachment.byteCount = bytes.size();
        attachment.sha256 = QString::fromLatin1(hash.toHex());
        attachment.access = QStringLiteral("AVAILABLE");
        m_store.put<storage::Attachment>({ attachment });
        return hash;
    }
    QByteArray put(const QByteArray& bytes) { return *await(blobs().put(bytes)); }
    void fetch(const QByteArray& hash) { m_transfer->fetch(hash, attachmentOwner(hash)); }
    void send(const QByteArray& hash)
    {
        m_transfer->send({ hash, QStringLiteral("a file.pdf"), QStringLiteral("application/pdf"), {} });
    }

    sync::BlobTransfer& transfer() { return *m_transfer; }
    storage::BlobStore& blobs() { return m_store.vault().blobs(); }
    TestVault& store() { return m_store; }
    QByteArray read(const QByteArray& hash)
    {
        const Result<QByteArray> bytes = await(blobs().read(hash, 0, storage::BlobStore::kLongestRead));
        return bytes ? *bytes : QByteArray();
    }
    qint64 received(const QByteArray& hash)
    {
        const Result<storage::BlobFacts> facts = await(blobs().facts(hash));
        return facts ? facts->received : -1;
    }

private:
    void begin()
    {
        sync::BlobExchange::Patience patience;
        patience.inactivity = std::chrono::milliseconds(1500);
        m_api = std::make_unique<sync::ApiClient>(m_sandbox.url(), m_sandbox.trainerToken());
        m_keeper = std::make_unique<storage::BlobKeeper>(m_store.vault());
        m_keeper->start();
        m_transfer = std::make_unique<sync::BlobTransfer>(blobs(), *m_keeper, *m_api, patience);
        m_transfer->resume();
    }

    const SandboxProcess& m_sandbox;
    TestVault m_store;
    std::unique_ptr<sync::ApiClient> m_api;
    std::unique_ptr<storage::BlobKeeper> m_keeper;
    std::unique_ptr<sync::BlobTransfer> m_transfer;
};

// "kind" is one of the sandbox's faults; "more" are further members of the command.
inline void fault(
    const SandboxProcess& sandbox, const char* path, const char* kind, int count, const char* more = "")
{
    sandbox.control(QByteArray("{\"command\":\"fault\",\"path\":\"/api/trainer/v1/") + path + "\",\"kind\":\""
        + kind + "\",\"count\":" + QByteArray::number(count) + more + '}');
}

} // namespace ot::test
