// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/blob_keeper.h"

#include "storage/blobs/blob_store.h"
#include "storage/when_done.h"

#include <QCoreApplication>

#include <algorithm>

namespace ot::storage {

namespace {

// What nothing owns yet may belong to a draft somebody comes back to.
constexpr qint64 kUnownedKept = 7LL * 24 * 60 * 60 * 1000;
// A computer that sleeps stops the timer, not the time: it is looked at anew now and then.
constexpr qint64 kLongestWait = 15LL * 60 * 1000;
// For what may no longer be read, whatever the time is.
constexpr qint64 kNeverOpen = 1;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

Error forbidden()
{
    return { ErrorCode::Forbidden, Text::tr("This file may no longer be read on this device."),
        QStringLiteral("withdrawn") };
}

Error unknown()
{
    return { ErrorCode::NotFound, Text::tr("This file is not on this device."),
        QStringLiteral("no record names it") };
}

Error largerThanQuota()
{
    return { ErrorCode::BadInput, Text::tr("This file is larger than the room that is set aside for files."),
        QStringLiteral("larger than the quota") };
}

} // namespace

// What the records say of a blob that is here.
struct BlobKeeper::Verdict {
    HeldBlob held;
    blobs::Claims claims;

    [[nodiscard]] BlobRuling ruling() const
    {
        BlobRuling ruling { held.facts.sha256, claims.owners, claims.openUntil, claims.withdrawn };
        // What the user put in themselves and no server has is theirs to read.
        if (!held.facts.fetchable)
            ruling.openUntil = 0;
        else if (claims.withdrawn)
            ruling.openUntil = kNeverOpen;
        return ruling;
    }
    [[nodiscard]] bool losesContent() const
    {
        return claims.withdrawn && claims.owners.empty() && held.facts.received > 0;
    }
};

BlobKeeper::BlobKeeper(Vault& vault, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_store(vault.blobs())
    , m_expiry(this)
{
    m_expiry.setSingleShot(true);
    m_expiry.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_expiry, &QTimer::timeout, this, [this] {
        m_touched.everything = true;
        m_dirty = true;
        next();
    });
    connect(&m_vault, &Vault::changed, this, &BlobKeeper::note);
    connect(&m_store, &BlobStore::changed, this, [this](const BlobChange& change) {
        if (change.state != BlobChange::State::Whole)
            return;
        m_roomIsDue = true;
        next();
    });
}

void BlobKeeper::start()
{
    m_touched.everything = true;
    m_dirty = true;
    m_unownedIsDue = true;
    m_roomIsDue = true;
    next();
}

void BlobKeeper::note(const ChangeNotice& notice)
{
    constexpr std::pair<RecordTypeIndex, const char*> kTypes[] = {
        { recordTypeIndex<Attachment>(), "Attachment" },
        { recordTypeIndex<Message>(), "Message" },
        { recordTypeIndex<Submission>(), "Submission" },
        { recordTypeIndex<Invoice>(), "Invoice" },
        { recordTypeIndex<DataRequest>(), "DataRequest" },
    };
    for (const RecordChange& change : notice.records) {
        for (const auto& [type, name] : kTypes) {
            if (change.type != type)
                continue;
            m_touched.records.insert({ QLatin1String(name), change.id });
            m_dirty = true;
        }
    }
    if (notice.outboxChanged) {
        m_touched.outbox = true;
        m_dirty = true;
    }
    m_quotaIsDue = m_quotaIsDue || notice.settingsChanged;
    next();
}

void BlobKeeper::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    next();
}

void BlobKeeper::next()
{
    if (m_busy)
        return;
    m_busy = true;
    // What is to be erased comes before what is to be fetched.
    if (m_dirty) {
        look();
    } else if (!m_jobs.empty()) {
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        job();
    } else if (m_roomIsDue || m_quotaIsDue) {
        makeRoom();
    } else {
        m_busy = false;
        Q_EMIT settled();
    }
}

void BlobKeeper::ended()
{
    m_busy = false;
    next();
}

void BlobKeeper::look()
{
    m_dirty = false;
    const Touched touched = std::exchange(m_touched, {});
    whenDone(m_store.run([](BlobFile& file) { return file.held(); }), this,
        [this, touched](const Result<std::vector<HeldBlob>>& held) {
            // Where the files can't be opened there is nothing to keep in step; the next start looks at all.
            if (held && !held->empty())
                rule(touched, *held);
            else
                ended();
        });
}

void BlobKeeper::rule(const Touched& touched, const std::vector<HeldBlob>& held)
{
    using Verdicts = std::vector<Verdict>;
    whenDone(m_store.run([](BlobFile& file) { return Result<qint64>(file.now()); }), this,
        [this, touched, held](const Result<qint64>& now) {
            if (!now) {
                ended();
                return;
            }
            const auto work = [touched, held, time = *now](ReadSnapshot& snapshot) -> Result<Verdicts> {
                Result<std::set<QByteArray>> named = blobs::namedBy(snapshot, touched.records);
                if (!named)
                    return named.error();
                Result<std::set<QByteArray>> sent
                    = touched.outbox ? blobs::namedByOutbox(snapshot) : std::set<QByteArray>();
                if (!sent)
                    return sent.error();
                named->merge(*sent);
                Verdicts verdicts;
                for (const HeldBlob& blob : held) {
                    const bool isTouched = touched.everything || named->count(blob.facts.sha256) > 0
                        || std::any_of(blob.owners.begin(), blob.owners.end(), [&](const BlobOwner& owner) {
                               return touched.records.count(owner) > 0
                                   || (touched.outbox && owner.type == QLatin1String("Outbox"));
                           });
                    if (!isTouched)
                        continue;
                    std::set<BlobOwner> candidates(blob.owners.begin(), blob.owners.end());
                    candidates.insert(touched.records.begin(), touched.records.end());
                    // One that nothing owns is looked for everywhere before it goes.
                    if (touched.everything && blob.owners.empty()) {
                        Result<std::set<BlobOwner>> found = blobs::searchOwners(snapshot, blob.facts.sha256);
                        if (!found)
                            return found.error();
                        candidates.merge(*found);
                    }
                    Result<blobs::Claims> claims
                        = blobs::claimsOn(snapshot, blob.facts.sha256, candidates, time);
                    if (!claims)
                        return claims.error();
                    verdicts.push_back({ blob, std::move(*claims) });
                }
                return verdicts;
            };
            whenDone(m_vault.read(work), this, [this](const Result<Verdicts>& verdicts) {
                if (verdicts)
                    record(*verdicts);
                else
                    ended();
            });
        });
}

// Before anything is erased: a process that ends in between erases it at its next start, and says so once.
void BlobKeeper::record(const std::vector<Verdict>& verdicts)
{
    std::vector<Verdict> lost;
    std::copy_if(verdicts.begin(), verdicts.end(), std::back_inserter(lost),
        [](const Verdict& verdict) { return verdict.losesContent(); });
    if (lost.empty()) {
        apply(verdicts);
        return;
    }
    const auto now = m_store.run([](BlobFile& file) { return Result<qint64>(file.now()); });
    whenDone(now, this, [this, lost, verdicts](const Result<qint64>& time) {
        const qint64 at = time ? *time : 0;
        whenDone(m_vault.write([lost, at](WriteTransaction& transaction) {
            for (const Verdict& verdict : lost) {
                const Outcome kept = blobs::recordErasure(transaction,
                    { verdict.held.facts.sha256, at, verdict.held.facts.byteCount, verdict.claims.expired,
                        verdict.claims.withdrawnBy });
                if (!kept)
                    return kept;
            }
            return success();
        }),
            this, [this, verdicts](const Outcome&) {
                apply(verdicts); // it goes even where the disk is too full to say so
            });
    });
}

void BlobKeeper::apply(const std::vector<Verdict>& verdicts)
{
    std::vector<BlobRuling> rulings;
    std::transform(verdicts.begin(), verdicts.end(), std::back_inserter(rulings),
        [](const Verdict& verdict) { return verdict.ruling(); });
    const bool isFirst = std::exchange(m_unownedIsDue, false);
    whenDone(m_store.run([rulings, isFirst](BlobFile& file) {
        const Outcome applied = file.apply(rulings, blobs::ownerTypes());
        return applied && isFirst ? file.removeUnowned(file.now() - kUnownedKept) : applied;
    }),
        this, [this](const Outcome&) { setTimer(); });
}

void BlobKeeper::setTimer()
{
    using Ends = std::pair<qint64, qint64>; // now, and the next end
    whenDone(m_store.run([](BlobFile& file) -> Result<Ends> {
        const Result<qint64> end = file.nextEnd();
        return end ? Result<Ends>(Ends(file.now(), *end)) : Result<Ends>(end.error());
    }),
        this, [this](const Result<Ends>& ends) {
            if (ends && ends->second > 0)
                m_expiry.start(
                    static_cast<int>(std::clamp<qint64>(ends->second - ends->first, 1, kLongestWait)));
            else
                m_expiry.stop();
            ended();
        });
}

void BlobKeeper::makeRoom()
{
    const bool isDue = std::exchange(m_roomIsDue, false);
    m_quotaIsDue = false;
    whenDone(m_vault.read([](ReadSnapshot& snapshot) { return blobs::quota(snapshot); }), this,
        [this, isDue](const Result<qint64>& quota) {
            if (!quota || (!isDue && *quota == m_quota)) {
                ended();
                return;
            }
            m_quota = *quota;
            whenDone(m_store.runBehind([bytes = *quota](BlobFile& file) { return file.shrinkTo(bytes); }),
                this, [this](const Result<qint64>&) { ended(); });
        });
}

QFuture<Result<BlobFacts>> BlobKeeper::admit(const QByteArray& sha256, const BlobOwner& owner)
{
    auto promise = std::make_shared<QPromise<Result<BlobFacts>>>();
    promise->start();
    QFuture<Result<BlobFacts>> future = promise->future();
    enqueue([this, sha256, owner, promise] {
        const auto refuse = [this, promise](const Error& error) {
            promise->addResult(error);
            promise->finish();
            ended();
        };
        whenDone(m_store.run([](BlobFile& file) { return Result<qint64>(file.now()); }), this,
            [this, sha256, owner, promise, refuse](const Result<qint64>& now) {
                if (!now) {
                    refuse(now.error());
                    return;
                }
                using Admission = std::pair<blobs::Claims, qint64>; // and the quota
                const auto work = [sha256, owner, time = *now](ReadSnapshot& snapshot) -> Result<Admission> {
                    const Result<blobs::Claims> claims = blobs::claimsOn(snapshot, sha256, { owner }, time);
                    if (!claims)
                        return claims.error();
                    const Result<qint64> quota = blobs::quota(snapshot);
                    if (!quota)
                        return quota.error();
                    if (claims->withdrawn)
                        return forbidden();
                    if (claims->owners.empty() || claims->byteCount < 0)
                        return unknown();
                    if (claims->byteCount > *quota && !claims->passing)
                        return largerThanQuota();
                    return Admission(*claims, *quota);
                };
                whenDone(m_vault.read(work), this,
                    [this, sha256, promise, refuse](const Result<Admission>& admission) {
                        if (admission)
                            begin(sha256, admission->first, promise);
                        else
                            refuse(admission.error());
                    });
            });
    });
    return future;
}

void BlobKeeper::begin(const QByteArray& sha256, const blobs::Claims& claims,
    const std::shared_ptr<QPromise<Result<BlobFacts>>>& promise)
{
    const auto work = [sha256, claims](BlobFile& file) -> Result<BlobFacts> {
        const Result<BlobFacts> begun = file.begin(sha256, claims.byteCount, !claims.passing);
        if (!begun)
            return begun;
        const BlobRuling ruling { sha256, claims.owners, begun->fetchable ? claims.openUntil : 0, false };
        if (const Outcome owned = file.apply({ ruling }, {}); !owned) // none of those it has goes
            return owned.error();
        if (const Outcome wanted = file.setWanted(sha256, true); !wanted)
            return wanted.error();
        return file.facts(sha256);
    };
    whenDone(m_store.run(work), this, [this, promise](const Result<BlobFacts>& facts) {
        promise->addResult(facts);
        promise->finish();
        setTimer();
    });
}

} // namespace ot::storage
