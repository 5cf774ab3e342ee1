// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/vault.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ot::test {

// A real vault in a directory of its own, gone with the object.
class TestVault {
public:
    TestVault();
    ~TestVault();

    [[nodiscard]] storage::Vault& vault() { return *m_vault; }
    [[nodiscard]] QString directory() const { return m_directory.path() + QStringLiteral("/account"); }
    [[nodiscard]] storage::SecretKey key() const { return m_key.clone(); }
    // Closes the vault and opens it again, as a restart does.
    void reopen();

    // Puts records in, each type's version 1 unless they say otherwise.
    template <class Record>
    void put(const std::vector<Record>& records)
    {
        write([&](storage::WriteTransaction& transaction) -> Outcome {
            for (const Record& record : records) {
                if (const Outcome done = transaction.upsert(record); !done)
                    return done;
            }
            return success();
        });
    }
    void write(const std::function<Outcome(storage::WriteTransaction&)>& work);

private:
    QTemporaryDir m_directory;
    storage::SecretKey m_key;
    std::unique_ptr<storage::Vault> m_vault;
};

// Records with everything a screen shows, numbered so that a higher number is newer.
storage::Job sampleJob(int number);
storage::Conversation sampleConversation(int number);
storage::Message sampleMessage(const QString& conversationId, int number);

} // namespace ot::test
