// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobs/blob_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace ot::storage {

namespace {

constexpr qint64 kChunk = 64LL * 1024;
constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Bytes that repeat nowhere, so that a piece in the wrong place is noticed.
QByteArray someBytes(qint64 count, int start = 0)
{
    QByteArray bytes;
    for (qint64 i = start; bytes.size() < count; ++i)
        bytes += QByteArray::number(i) + ' ';
    bytes.truncate(count);
    return bytes;
}

} // namespace

class BlobFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_key = std::make_unique<SecretKey>(SecretKey::generate());
        m_now = 1'800'000'000'000;
        reopen();
    }

    void givesBackWhatItTook_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : { qint64(0), qint64(1), kChunk - 1, kChunk, kChunk + 1, 5 * kChunk + 17 })
            QTest::addRow("%lld bytes", size) << size;
    }

    void givesBackWhatItTook()
    {
        QFETCH(qint64, size);
        const QByteArray bytes = someBytes(size);
        const Result<QByteArray> hash = m_file->put(bytes);
        QVERIFY(hash.ok());
        QCOMPARE(*hash, hashOf(bytes));
        reopen();
        const Result<BlobFacts> facts = m_file->facts(*hash);
        QVERIFY(facts.ok() && facts->complete && !facts->fetchable);
        QCOMPARE(facts->byteCount, size);
        QCOMPARE(*m_file->read(*hash, 0, size + 100), bytes);
        QCOMPARE(*m_file->read(*hash, size / 2, kChunk), bytes.mid(size / 2, kChunk));
        QVERIFY(m_file->read(*hash, size, 10)->isEmpty());
        QCOMPARE(*m_file->totalBytes(), size);
    }

    void goesOnAfterARestart()
    {
        const QByteArray bytes = someBytes(3 * kChunk + 5);
        const QByteArray hash = hashOf(bytes);
        QVERIFY(m_file->begin(hash, bytes.size(), true).ok());
        // Pieces of a size that never meets a chunk's end.
        const qint64 piece = 50'001;
        qint64 sent = 0;
        while (sent < bytes.size()) {
            QVERIFY(m_file->append(hash, sent, bytes.mid(sent, piece)).ok());
            sent = std::min<qint64>(sent + piece, bytes.size());
            reopen();
            const Result<BlobFacts> facts = m_file->begin(hash, bytes.size(), true);
            QVERIFY(facts.ok());
            QCOMPARE(facts->received, sent);
            QCOMPARE(facts->complete, false);
            QCOMPARE(m_file->read(hash, 0, 1).error().code, ErrorCode::NotFound);
        }
        QVERIFY(m_file->finish(hash).ok());
        QCOMPARE(*m_file->read(hash, 0, bytes.size()), bytes);
        QVERIFY(m_file->finish(hash).ok());
    }

    void refusesWhatDoesNotFit()
    {
        const QByteArray bytes = someBytes(100);
        const QByteArray hash = hashOf(bytes);
        QCOMPARE(m_file->begin("short", 100, true).error().code, ErrorCode::BadInput);
        QCOMPARE(m_file->begin(hash, -1, true).error().code, ErrorCode::BadInput);
        QCOMPARE(m_file->append(hash, 0, bytes).error().code, ErrorCode::NotFound);
        QVERIFY(m_file->begin(hash, 100, true).ok());
        QCOMPARE(m_file->begin(hash, 101, true).error().code, ErrorCode::BadInput);
        QCOMPARE(m_file->append(hash, 1, bytes).error().code, ErrorCode::BadInput);
        QCOMPARE(m_file->append(hash, 0, bytes + 'x').error().code, ErrorCode::BadInput);
        QCOMPARE(m_file->finish(hash).error().code, ErrorCode::BadInput);
        QVERIFY(m_file->append(hash, 0, bytes).ok());
        QVERIFY(m_file->finish(hash).ok());
        QCOMPARE(m_file->append(hash, 100, "x").error().code, ErrorCode::BadInput);
        QCOMPARE(m_file->read(hash, -1, 5).error().code, ErrorCode::BadInput);
        QCOMPARE(
            m_file->addOwner(hashOf("other"), QStringLiteral("Message"), QStringLiteral("m_1")).error().code,
            ErrorCode::NotFound);
    }

    void damagedContentIsNeverRead()
    {
        const QByteArray bytes = someBytes(2 * kChunk);
        QByteArray damaged = bytes;
        damaged[1000] = '#';
        const QByteArray hash = hashOf(bytes);
        QVERIFY(m_file->begin(hash, bytes.size(), true).ok());
        QVERIFY(m_file->append(hash, 0, damaged).ok());
        QCOMPARE(m_file->finish(hash).error().code, ErrorCode::Decode);
        QCOMPARE(m_file->facts(hash)->received, 0);
        QCOMPARE(m_file->read(hash, 0, 10).error().code, ErrorCode::NotFound);
        QVERIFY(m_file->append(hash, 0, bytes).ok());
        QVERIFY(m_file->finish(hash).ok());
    }

    void livesAsLongAsSomethingOwnsIt()
    {
        const QByteArray hash = *m_file->put(someBytes(kChunk));
        const QByteArray other = *m_file->put(someBytes(kChunk, 70'000));
        const auto own = [&](const QByteArray& blob, const char* id) {
            return m_file->addOwner(blob, QStringLiteral("Message"), QLatin1String(id)).ok();
        };
        QVERIFY(own(hash, "m_1") && own(hash, "m_1") && own(hash, "m_2") && own(other, "m_1"));
        QVERIFY(m_file->removeOwner(QStringLiteral("Message"), QStringLiteral("m_1")).ok());
        QVERIFY(m_file->facts(hash).ok());
        QCOMPARE(m_file->facts(other).error().code, ErrorCode::NotFound);
        QCOMPARE(*m_file->totalBytes(), kChunk);
        QVERIFY(m_file->removeOwner(QStringLiteral("Message"), QStringLiteral("m_2")).ok());
        QCOMPARE(m_file->facts(hash).error().code, ErrorCode::NotFound);
        QCOMPARE(*m_file->totalBytes(), 0);
        // Nothing of it is left to be recovered from the log either.
        QCOMPARE(QFileInfo(m_directory->filePath(QStringLiteral("blobs.db-wal"))).size(), 0);
    }

    void unownedGoesOnceItIsOld()
    {
        const QByteArray draft = *m_file->put(someBytes(100));
        const QByteArray kept = *m_file->put(someBytes(100, 9));
        QVERIFY(m_file->addOwner(kept, QStringLiteral("Draft"), QStringLiteral("d_1")).ok());
        m_now += kDay;
        const QByteArray fresh = *m_file->put(someBytes(100, 77));
        QVERIFY(m_file->removeUnowned(m_now - 1).ok());
        QCOMPARE(m_file->facts(draft).error().code, ErrorCode::NotFound);
        QVERIFY(m_file->facts(kept).ok() && m_file->facts(fresh).ok());
        QCOMPARE(*m_file->totalBytes(), 200);
    }

    void letsGoOfTheLongestUnusedThatCanBeFetchedAgain()
    {
        std::vector<QByteArray> fetched;
        for (int i = 0; i < 4; ++i) {
            const QByteArray bytes = someBytes(1000, i * 1000);
            fetched.push_back(hashOf(bytes));
            QVERIFY(m_file->begin(fetched.back(), 1000, true).ok());
            QVERIFY(m_file->append(fetched.back(), 0, bytes).ok());
            QVERIFY(m_file->finish(fetched.back()).ok());
            m_now += kDay;
        }
        const QByteArray own = *m_file->put(someBytes(1000, 50'000));
        QVERIFY(m_file->addOwner(fetched[1], QStringLiteral("Message"), QStringLiteral("m_1")).ok());
        QVERIFY(m_file->read(fetched[0], 0, 1).ok()); // used last now
        QCOMPARE(*m_file->shrinkTo(5000), 5000);
        QCOMPARE(*m_file->shrinkTo(3500), 3000);
        QVERIFY(m_file->facts(fetched[0])->complete);
        QCOMPARE(m_file->facts(fetched[1])->received, 0);
        QCOMPARE(m_file->facts(fetched[2])->received, 0);
        QVERIFY(m_file->facts(fetched[3])->complete);
        // What can't be fetched again stays, whatever is asked for.
        QCOMPARE(*m_file->shrinkTo(0), 1000);
        QVERIFY(m_file->facts(own)->complete);
        // What was let go of comes back under its owner.
        QVERIFY(m_file->append(fetched[1], 0, someBytes(1000, 1000)).ok());
        QVERIFY(m_file->finish(fetched[1]).ok());
    }

    void nothingOfItIsReadableOnDisk()
    {
        const QByteArray secret = QByteArray("The guideline says: nobody may read this. ").repeated(5000);
        QVERIFY(m_file->put(secret).ok());
        const auto findInFiles = [this, &secret] {
            const QDir directory(m_directory->path());
            for (const QString& name : directory.entryList(QDir::Files | QDir::Hidden)) {
                QFile file(directory.filePath(name));
                if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(secret.left(20)))
                    return name;
            }
            return QString();
        };
        QCOMPARE(findInFiles(), QString());
        m_file.reset();
        QCOMPARE(findInFiles(), QString());
        const auto permissions = QFileInfo(m_directory->filePath(QStringLiteral("blobs.db"))).permissions();
        QVERIFY(!(permissions
            & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                | QFileDevice::WriteOther)));
        const Result<std::unique_ptr<BlobFile>> other
            = BlobFile::open(m_directory->path(), SecretKey::generate());
        QVERIFY(!other.ok());
        QCOMPARE(other.error().code, ErrorCode::StoreWrongKey);
    }

    void refusesAFileOfANewerProgram()
    {
        m_file.reset();
        {
            auto connection = Connection::open(
                m_directory->filePath(QStringLiteral("blobs.db")), *m_key, Connection::Mode::ReadWrite);
            QVERIFY(connection.ok());
            QVERIFY((*connection)->execute(QStringLiteral("PRAGMA user_version = 2")).ok());
        }
        const Result<std::unique_ptr<BlobFile>> file = BlobFile::open(m_directory->path(), *m_key);
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, ErrorCode::StoreNewer);
    }

private:
    void reopen()
    {
        m_file.reset();
        Result<std::unique_ptr<BlobFile>> file = BlobFile::open(m_directory->path(), *m_key);
        QVERIFY(file.ok());
        m_file = std::move(file).value();
        m_file->setClock([this] { return m_now; });
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SecretKey> m_key;
    std::unique_ptr<BlobFile> m_file;
    qint64 m_now = 0;
};

} // namespace ot::storage

QTEST_GUILESS_MAIN(ot::storage::BlobFileTest)
#include "blob_file_test.moc"
