// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_keeper.h"
#include "storage/drafts.h"
#include "sync/message_commands.h"
#include "tests/models/held_readers.h"
#include "tests/support/test_vault.h"
#include "tests/support/wait.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace ot;
using namespace ot::storage;
using models::DraftKeeper;
using test::await;

namespace {

const QString kFirst = QStringLiteral("conversation-1");
const QString kSecond = QStringLiteral("conversation-2");

models::Clock clockAt(qint64 milliseconds)
{
    return [milliseconds] { return UtcTime { milliseconds }; };
}

QString stored(test::TestVault& store, const QString& conversation)
{
    const Result<QString> text = await(store.vault().read([conversation](ReadSnapshot& snapshot) {
        return drafts::load(snapshot, QLatin1String(drafts::kMessageDraft), conversation);
    }));
    return text ? *text : QStringLiteral("error: ") + text.error().detail;
}

void keep(test::TestVault& store, const QString& conversation, const QString& text)
{
    store.write([&](WriteTransaction& transaction) {
        return drafts::save(
            transaction, QLatin1String(drafts::kMessageDraft), conversation, text, UtcTime { 1 });
    });
}

QStringList only(const QSignalSpy& loaded)
{
    QStringList all;
    for (const QList<QVariant>& signal : loaded)
        all.append(signal[0].toString() + QStringLiteral(": ") + signal[1].toString());
    return all;
}

} // namespace

class DraftKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsADraftThroughARestart();
    void savesWithoutBeingAsked();
    void savesAtOnceWhenSwitching();
    void givesBackWhatIsStillBeingSaved();
    void keepsKeysThatWerePressedBeforeTheDraftCame();
    void bringsNothingBackAfterSending();
    void takesTheDraftOfTheNewestSwitch();
    void clearsWithSending();
    void removesAnEmptiedDraft();
    void putsBackWhatCouldNotBeSent();
    void doesNothingWithoutAConversation();
    void saysWhenTextCouldNotBeKept();
};

void DraftKeeperTest::keepsADraftThroughARestart()
{
    test::TestVault store;
    {
        DraftKeeper keeper(store.vault(), clockAt(5));
        QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
        keeper.switchTo(kFirst);
        QTRY_COMPARE(only(loaded), QStringList(QStringLiteral("conversation-1: ")));
        keeper.edit(QStringLiteral("Dear Lena,\n\n  ¡hola! 👩‍🔬"));
        QVERIFY(keeper.isDirty());
        OT_VERIFY_OK(await(keeper.flush()));
        QVERIFY(!keeper.isDirty());
    }
    store.reopen();
    DraftKeeper keeper(store.vault(), clockAt(6));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(
        only(loaded), QStringList(QStringLiteral("conversation-1: Dear Lena,\n\n  ¡hola! 👩‍🔬")));
    QVERIFY(!keeper.isDirty());
    // What was loaded is no change.
    keeper.edit(loaded.first()[1].toString());
    QVERIFY(!keeper.isDirty());
}

void DraftKeeperTest::savesWithoutBeingAsked()
{
    test::TestVault store;
    DraftKeeper keeper(store.vault(), clockAt(5));
    keeper.switchTo(kFirst);
    for (const char* text : { "H", "He", "Hel" })
        keeper.edit(QLatin1String(text));
    QVERIFY(keeper.isDirty());
    QTRY_VERIFY(!keeper.isDirty());
    QTRY_COMPARE(stored(store, kFirst), QStringLiteral("Hel"));
}

void DraftKeeperTest::savesAtOnceWhenSwitching()
{
    test::TestVault store;
    keep(store, kSecond, QStringLiteral("kept before"));
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(loaded.count(), 1);
    keeper.edit(QStringLiteral("to the first"));
    keeper.switchTo(kSecond);
    QCOMPARE(keeper.conversationId(), kSecond);
    QVERIFY(!keeper.isDirty());
    QTRY_COMPARE(loaded.count(), 2);
    QCOMPARE(loaded.last()[0].toString(), kSecond);
    QCOMPARE(loaded.last()[1].toString(), QStringLiteral("kept before"));
    QTRY_COMPARE(stored(store, kFirst), QStringLiteral("to the first"));
    QCOMPARE(stored(store, kSecond), QStringLiteral("kept before"));
}

// Away and back faster than the disk.
void DraftKeeperTest::givesBackWhatIsStillBeingSaved()
{
    test::TestVault store;
    keep(store, kFirst, QStringLiteral("old"));
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(loaded.count(), 1);
    const auto disk = std::make_shared<QSemaphore>();
    const QFuture<Outcome> slow = store.vault().write([disk](WriteTransaction&) {
        disk->acquire();
        return success();
    });
    auto diskFree = qScopeGuard([disk] { disk->release(); });
    keeper.edit(QStringLiteral("new"));
    keeper.switchTo(kSecond);
    QTRY_COMPARE(loaded.count(), 2);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(loaded.count(), 3);
    QCOMPARE(loaded.last()[1].toString(), QStringLiteral("new"));
    diskFree.dismiss();
    disk->release();
    OT_VERIFY_OK(await(keeper.flush()));
    QCOMPARE(stored(store, kFirst), QStringLiteral("new"));
}

void DraftKeeperTest::keepsKeysThatWerePressedBeforeTheDraftCame()
{
    test::TestVault store;
    keep(store, kFirst, QStringLiteral("old"));
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    {
        test::HeldReaders readers(store.vault());
        keeper.switchTo(kFirst);
        keeper.edit(QStringLiteral("new"));
        OT_VERIFY_OK(await(keeper.flush())); // saved, so not dirty any more when the draft comes
    }
    test::HeldReaders passed(store.vault()); // the draft has been read
    QCoreApplication::processEvents();
    QCOMPARE(only(loaded), QStringList());
    passed.release();
    QCOMPARE(stored(store, kFirst), QStringLiteral("new"));
}

void DraftKeeperTest::bringsNothingBackAfterSending()
{
    test::TestVault store;
    keep(store, kFirst, QStringLiteral("old"));
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    {
        test::HeldReaders readers(store.vault());
        keeper.switchTo(kFirst);
        keeper.sent();
    }
    test::HeldReaders passed(store.vault());
    QCoreApplication::processEvents();
    QCOMPARE(only(loaded), QStringList());
}

void DraftKeeperTest::takesTheDraftOfTheNewestSwitch()
{
    test::TestVault store;
    keep(store, kFirst, QStringLiteral("one"));
    keep(store, kSecond, QStringLiteral("two"));
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    {
        test::HeldReaders readers(store.vault());
        keeper.switchTo(kFirst);
        keeper.switchTo(kSecond);
        keeper.switchTo(kFirst);
    }
    test::HeldReaders passed(store.vault());
    QCoreApplication::processEvents();
    QCOMPARE(only(loaded), QStringList(QStringLiteral("conversation-1: one")));
}

void DraftKeeperTest::clearsWithSending()
{
    test::TestVault store;
    DraftKeeper keeper(store.vault(), clockAt(5));
    keeper.switchTo(kFirst);
    keeper.edit(QStringLiteral("Hello"));
    keeper.flush(); // queued before the sending
    keeper.sent();
    QVERIFY(!keeper.isDirty());
    OT_VERIFY_OK(await(sync::sendMessage(store.vault(), kFirst, QStringLiteral("Hello"))));
    OT_VERIFY_OK(await(keeper.flush()));
    QCOMPARE(stored(store, kFirst), QString());
    // The same text written again is a new draft.
    keeper.edit(QStringLiteral("Hello"));
    QVERIFY(keeper.isDirty());
    OT_VERIFY_OK(await(keeper.flush()));
    QCOMPARE(stored(store, kFirst), QStringLiteral("Hello"));
}

void DraftKeeperTest::removesAnEmptiedDraft()
{
    test::TestVault store;
    keep(store, kFirst, QStringLiteral("old"));
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(loaded.count(), 1);
    keeper.edit(QString());
    QVERIFY(keeper.isDirty());
    OT_VERIFY_OK(await(keeper.flush()));
    const auto all = await(store.vault().read(
        [](ReadSnapshot& snapshot) { return drafts::all(snapshot, QLatin1String(drafts::kMessageDraft)); }));
    OT_VERIFY_OK(all);
    QVERIFY(all->isEmpty());
}

void DraftKeeperTest::putsBackWhatCouldNotBeSent()
{
    test::TestVault store;
    {
        DraftKeeper keeper(store.vault(), clockAt(5));
        keeper.switchTo(kSecond);
        keeper.edit(QStringLiteral("For the second"));
        keeper.putBack(kFirst, QStringLiteral("Sent from the first"));
        QTRY_COMPARE(stored(store, kFirst), QStringLiteral("Sent from the first"));
        // What is being written elsewhere is left alone.
        QTRY_COMPARE(stored(store, kSecond), QStringLiteral("For the second"));
        QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
        keeper.switchTo(kFirst);
        QTRY_COMPARE(only(loaded), QStringList { kFirst + QStringLiteral(": Sent from the first") });
    }
    store.reopen();
    QCOMPARE(stored(store, kFirst), QStringLiteral("Sent from the first"));
}

void DraftKeeperTest::doesNothingWithoutAConversation()
{
    test::TestVault store;
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    keeper.edit(QStringLiteral("to nobody"));
    QVERIFY(!keeper.isDirty());
    OT_VERIFY_OK(await(keeper.flush()));
    keeper.switchTo(kFirst);
    QTRY_COMPARE(loaded.count(), 1);
    keeper.edit(QStringLiteral("to somebody"));
    keeper.switchTo({});
    QCOMPARE(keeper.conversationId(), QString());
    keeper.edit(QStringLiteral("to nobody"));
    QVERIFY(!keeper.isDirty());
    QTRY_COMPARE(stored(store, kFirst), QStringLiteral("to somebody"));
    QCOMPARE(loaded.count(), 1);
}

void DraftKeeperTest::saysWhenTextCouldNotBeKept()
{
    test::TestVault store;
    DraftKeeper keeper(store.vault(), clockAt(5));
    QSignalSpy failed(&keeper, &DraftKeeper::failed);
    QSignalSpy loaded(&keeper, &DraftKeeper::loaded);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(loaded.count(), 1);
    keeper.edit(QStringLiteral("not lost"));
    OT_VERIFY_OK(await(store.vault().close()));
    const Outcome saved = await(keeper.flush());
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::StoreClosed);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toString(), QStringLiteral("The vault is locked."));
    QVERIFY(keeper.isDirty()); // tried again with the next burst

    // Away and back: it is still there.
    keeper.switchTo(kSecond);
    QTRY_COMPARE(failed.count(), 2);
    keeper.switchTo(kFirst);
    QTRY_COMPARE(only(loaded).last(), QStringLiteral("conversation-1: not lost"));
    QVERIFY(keeper.isDirty());
}

QTEST_GUILESS_MAIN(DraftKeeperTest)
#include "draft_keeper_test.moc"
