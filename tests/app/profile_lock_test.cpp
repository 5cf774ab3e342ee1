// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile_lock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace ot;
using app::ProfileLock;

class ProfileLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsOneInAndRaisesIt();
    void isFreeAgainAfterwards();
    void saysWhereItCantWrite();
};

void ProfileLockTest::letsOneInAndRaisesIt()
{
    QTemporaryDir directory;
    const QString profile = directory.filePath(QStringLiteral("profile"));
    const auto first = ProfileLock::acquire(profile);
    QVERIFY(first.ok());
    QSignalSpy raised(first->get(), &ProfileLock::raiseRequested);
    ErrorCode code = ErrorCode::Internal;
    std::thread second([&] {
        const auto refused = ProfileLock::acquire(profile);
        code = refused ? ErrorCode::Internal : refused.error().code;
    });
    QTRY_COMPARE(raised.count(), 1);
    second.join();
    QCOMPARE(code, ErrorCode::StoreBusy);
}

void ProfileLockTest::isFreeAgainAfterwards()
{
    QTemporaryDir directory;
    for (int i = 0; i < 3; ++i)
        QVERIFY(ProfileLock::acquire(directory.path()).ok());
}

void ProfileLockTest::saysWhereItCantWrite()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = ProfileLock::acquire(directory.filePath(QStringLiteral("file/profile")));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
    QVERIFY(refused.error().message.contains(directory.path()));
}

QTEST_GUILESS_MAIN(ProfileLockTest)
#include "profile_lock_test.moc"
