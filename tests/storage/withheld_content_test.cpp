// SPDX-License-Identifier: GPL-3.0-or-later
//
// Content that may no longer be read leaves the row and the search index with the change that says so.
#include "storage/queries/record_queries.h"
#include "storage/queries/search_queries.h"
#include "storage/records/json_codec.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace ot;
using namespace ot::storage;
using test::await;

namespace {

const QString kAttachment = QStringLiteral("a1");
const QString kPage = QStringLiteral("p1");

Attachment attachment(const QString& access, qint64 version)
{
    Attachment made;
    made.id = kAttachment;
    made.version = version;
    made.ownerType = QStringLiteral("InstructionPage");
    made.ownerId = kPage;
    made.fileName = QStringLiteral("kestrel-guideline.pdf");
    made.mediaType = QStringLiteral("application/pdf");
    made.access = access;
    made.createdAt = UtcTime { 1'790'000'000'000 };
    made.unknownMembers.insert(QStringLiteral("previewText"), QStringLiteral("kestrel at dawn"));
    return made;
}

InstructionPage page(qint64 version)
{
    InstructionPage made;
    made.id = kPage;
    made.version = version;
    made.contractId = QStringLiteral("c1");
    made.title = QStringLiteral("Counting kestrels");
    made.markdown = QStringLiteral("One kestrel is one bird.");
    made.confidential = true;
    made.position = 7;
    made.createdAt = UtcTime { 1'790'000'000'000 };
    return made;
}

} // namespace

class WithheldContentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesWhenAccessEnds_data();
    void goesWhenAccessEnds();
    void comesBackWithAccess();
    void isErasedOnDemandAndFetchedAgain();

private:
    template <class Record>
    static Record held(test::TestVault& store, const QString& id)
    {
        const Result<Stored<Record>> found = await(
            store.vault().read([id](ReadSnapshot& snapshot) { return queries::byId<Record>(snapshot, id); }));
        return found ? found->record : Record();
    }
    static int found(test::TestVault& store)
    {
        const auto hits = await(store.vault().read([](ReadSnapshot& snapshot) {
            return queries::searchEverything(snapshot, QStringLiteral("kestrel"), 10);
        }));
        return hits ? int(hits->size()) : -1;
    }
};

void WithheldContentTest::goesWhenAccessEnds_data()
{
    QTest::addColumn<QString>("access");
    QTest::addColumn<bool>("wasThere");
    QTest::newRow("revoked") << "REVOKED" << true;
    QTest::newRow("expired") << "EXPIRED" << true;
    QTest::newRow("a state of a newer server") << "UNDER_REVIEW" << true;
    QTest::newRow("revoked before it came here") << "REVOKED" << false;
}

void WithheldContentTest::goesWhenAccessEnds()
{
    QFETCH(QString, access);
    QFETCH(bool, wasThere);
    test::TestVault store;
    if (wasThere) {
        store.put<Attachment>({ attachment(QStringLiteral("AVAILABLE"), 1) });
        QCOMPARE(held<Attachment>(store, kAttachment).fileName, QStringLiteral("kestrel-guideline.pdf"));
        QCOMPARE(found(store), 1);
    }
    store.put<Attachment>({ attachment(access, 2) });
    const auto left = held<Attachment>(store, kAttachment);
    QCOMPARE(left.access, access);
    QCOMPARE(left.version, qint64(2));
    QCOMPARE(left.mediaType, QStringLiteral("application/pdf"));
    QVERIFY(left.fileName.isNull());
    QVERIFY(left.unknownMembers.isEmpty());
    QCOMPARE(found(store), 0);
}

void WithheldContentTest::comesBackWithAccess()
{
    test::TestVault store;
    store.put<Attachment>({ attachment(QStringLiteral("REVOKED"), 1) });
    store.put<Attachment>({ attachment(QStringLiteral("AVAILABLE"), 2) });
    QCOMPARE(held<Attachment>(store, kAttachment).fileName, QStringLiteral("kestrel-guideline.pdf"));
    QCOMPARE(found(store), 1);
}

void WithheldContentTest::isErasedOnDemandAndFetchedAgain()
{
    test::TestVault store;
    store.put<InstructionPage>({ page(4) });
    QCOMPARE(found(store), 1);

    const auto erase = [&store] {
        return await(store.vault().write([](WriteTransaction& transaction) {
            return transaction.eraseContent(recordTypeIndex<InstructionPage>(), kPage);
        }));
    };
    OT_VERIFY_OK(erase());
    const auto left = held<InstructionPage>(store, kPage);
    QCOMPARE(left.contractId, QStringLiteral("c1"));
    QCOMPARE(left.position, qint64(7));
    QVERIFY(left.title.isNull());
    QVERIFY(left.markdown.isNull());
    QCOMPARE(found(store), 0);
    OT_VERIFY_OK(erase()); // nothing is left to erase, and that is no error

    // The version it had is no reason to refuse it when the server sends it again.
    store.put<InstructionPage>({ page(4) });
    QCOMPARE(held<InstructionPage>(store, kPage).title, QStringLiteral("Counting kestrels"));
    QCOMPARE(found(store), 1);
}

QTEST_GUILESS_MAIN(WithheldContentTest)
#include "withheld_content_test.moc"
