// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database/connection.h"
#include "storage/keys/key_custody.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>

#include <functional>
#include <memory>

namespace ot::storage {

class VaultLock;

// How far a change of the key has come, in this order.
enum class RekeyStep {
    Begun, // the note of what is under way is on disk
    Copied, // the databases are written under the new key and proved the same
    Switched, // the key reference names the new key: the change
    Replaced, // the new files are in their places
    Forgotten, // the old key has left the keychain
    Ended, // the note is gone
};

// Encrypts everything in a vault's folder anew, under a new random key, and lets go of the old one. Every end
// in between leaves a vault that opens, with the old key or with the new one, whichever its key reference
// names (rekey_files.h). Nobody may have the vault open meanwhile; where somebody has, it says so and does
// nothing. Lives on the GUI thread, which it never blocks; the destructor gives up what is running and waits
// until it has heard.
class Rekey : public QObject {
    Q_OBJECT

public:
    explicit Rekey(QString directory, QObject* parent = nullptr);
    ~Rekey() override;

    // Gives the new key, with which the vault is to be opened. Cancelling is heard until the copies are
    // proved. Errors: Cancelled; StoreBusy when the vault is open; StoreFull, with how much room is needed;
    // those of KeyCustody::prepareNext() and adopt(), of guardDirectory() and of the store. After any of them
    // the vault opens with the key it had.
    QFuture<Result<SharedKey>> run(
        const SharedKey& current, const NextWays& ways, const Cancellation& cancellation = {});

    // Ends what a run left undone when the program ended in it: takes the key that is no longer needed out of
    // the keychain. The files themselves are settled when the vault is opened. Does nothing otherwise.
    QFuture<Outcome> tidyUp();

    // Called after each step, on the thread that did it. For tests, which end the program there.
    void setStepObserver(std::function<void(RekeyStep)> observer) { m_observer = std::move(observer); }

Q_SIGNALS:
    // In hundredths, rising.
    void progress(int percent);

private:
    struct Work;
    using Promise = std::shared_ptr<QPromise<Result<SharedKey>>>;

    Result<NextCustody> prepare(Work& work);
    void adopt(const std::shared_ptr<Work>& work, const NextCustody& next);
    void replaceFiles(const std::shared_ptr<Work>& work, const NextCustody& next, const Outcome& adopted);
    void observe(RekeyStep step) const;

    // The work on another thread, for which the destructor waits.
    QFuture<Result<NextCustody>> m_preparing;
    QFuture<Outcome> m_replacing;
    Cancellation m_cancellation;

    QString m_directory;
    KeyCustody m_custody;
    std::function<void(RekeyStep)> m_observer;
};

} // namespace ot::storage
