// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clock.h"
#include "sandbox/privacy/clocks.h"

#include <QTest>

using namespace ot::sandbox;

namespace {

QDate day(const char* text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

qint64 moment(const QString& text)
{
    return parseIsoTime(text).value_or(-1);
}

QString dayOf(qint64 milliseconds)
{
    return isoTime(milliseconds).left(10);
}

} // namespace

class PrivacyClocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheHolidays_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<bool>("isHoliday");
        const auto row = [](const char* date, bool isHoliday) {
            QTest::newRow(date) << QString::fromLatin1(date) << isHoliday;
        };
        row("2026-01-01", true);
        row("2026-01-19", true); // third Monday of January
        row("2026-01-12", false);
        row("2026-02-16", true);
        row("2026-05-25", true); // last Monday of May
        row("2026-05-18", false);
        row("2026-06-19", true);
        row("2026-07-03", true); // the fourth is a Saturday
        row("2026-07-06", false);
        row("2026-09-07", true);
        row("2026-10-12", true);
        row("2026-11-11", true);
        row("2026-11-26", true); // fourth Thursday of November
        row("2026-11-27", false);
        row("2026-12-25", true);
        row("2027-07-05", true); // the fourth is a Sunday
        row("2021-12-31", true); // New Year's day of 2022 is a Saturday
        row("2023-01-02", true); // and of 2023 a Sunday
        row("2026-12-31", false);
    }

    void knowsTheHolidays()
    {
        QFETCH(QString, date);
        QFETCH(bool, isHoliday);
        QCOMPARE(isFederalHoliday(day(date.toLatin1().constData())), isHoliday);
    }

    void countsTerms_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("oneMonth");
        QTest::addColumn<QString>("threeMonths");
        QTest::addColumn<QString>("tenBusinessDays");
        QTest::addColumn<QString>("fifteenBusinessDays");
        QTest::addColumn<QString>("fortyFiveDays");
        QTest::addColumn<QString>("ninetyDays");
        const auto row = [](const char* received, const char* month, const char* months, const char* ten,
                             const char* fifteen, const char* days, const char* moreDays) {
            QTest::newRow(received) << QString::fromLatin1(received) << QString::fromLatin1(month)
                                    << QString::fromLatin1(months) << QString::fromLatin1(ten)
                                    << QString::fromLatin1(fifteen) << QString::fromLatin1(days)
                                    << QString::fromLatin1(moreDays);
        };
        row("2026-11-23", "2026-12-23", "2027-02-23", "2026-12-08", "2026-12-15", "2027-01-07", "2027-02-21");
        row("2026-11-27", "2026-12-27", "2027-02-27", "2026-12-11", "2026-12-18", "2027-01-11", "2027-02-25");
        row("2026-12-31", "2027-01-31", "2027-03-31", "2027-01-15", "2027-01-25", "2027-02-14", "2027-03-31");
        row("2027-01-31", "2027-02-28", "2027-04-30", "2027-02-12", "2027-02-22", "2027-03-17", "2027-05-01");
        row("2028-01-31", "2028-02-29", "2028-04-30", "2028-02-14", "2028-02-22", "2028-03-16", "2028-04-30");
        row("2026-03-31", "2026-04-30", "2026-06-30", "2026-04-14", "2026-04-21", "2026-05-15", "2026-06-29");
    }

    void countsTerms()
    {
        QFETCH(QString, received);
        QFETCH(QString, oneMonth);
        QFETCH(QString, threeMonths);
        QFETCH(QString, tenBusinessDays);
        QFETCH(QString, fifteenBusinessDays);
        QFETCH(QString, fortyFiveDays);
        QFETCH(QString, ninetyDays);
        const qint64 at = moment(received + QStringLiteral("T22:15:00.000Z"));
        const RequestTerms european = requestTerms(QStringLiteral("access"), QStringLiteral("gdpr"), at);
        QCOMPARE(dayOf(european.expectedBy), oneMonth);
        QVERIFY(european.extendableTo.has_value());
        QCOMPARE(dayOf(*european.extendableTo), threeMonths);
        // The hour stays that of the receipt.
        QVERIFY(isoTime(european.expectedBy).endsWith(QLatin1String("T22:15:00.000Z")));

        const RequestTerms californian = requestTerms(QStringLiteral("deletion"), QStringLiteral("ccpa"), at);
        QCOMPARE(dayOf(californian.acknowledgeBy), tenBusinessDays);
        QCOMPARE(dayOf(californian.expectedBy), fortyFiveDays);
        QCOMPARE(dayOf(*californian.extendableTo), ninetyDays);

        const RequestTerms optOut = requestTerms(QStringLiteral("sale:opt_out"), QStringLiteral("ccpa"), at);
        QCOMPARE(dayOf(optOut.expectedBy), fifteenBusinessDays);
        QVERIFY(!optOut.extendableTo.has_value());
        QCOMPARE(dayOf(optOutConfirmedBy(at)), fifteenBusinessDays);
    }

    void businessDaysSkipWeekendsAndHolidays()
    {
        QVERIFY(isBusinessDay(day("2026-11-25")));
        QVERIFY(!isBusinessDay(day("2026-11-26")));
        QVERIFY(!isBusinessDay(day("2026-11-28")));
        QCOMPARE(addBusinessDays(day("2026-11-25"), 1), day("2026-11-27"));
        QCOMPARE(addBusinessDays(day("2026-11-25"), 2), day("2026-11-30"));
        QCOMPARE(addBusinessDays(day("2026-11-25"), 0), day("2026-11-25"));
    }

    void whoNamesNoLawGetsTheStrictestTerm()
    {
        const qint64 at = moment(QStringLiteral("2026-11-23T09:00:00.000Z"));
        QCOMPARE(requestTerms(QStringLiteral("access"), QStringLiteral("other"), at).expectedBy,
            requestTerms(QStringLiteral("access"), QStringLiteral("gdpr"), at).expectedBy);
        QVERIFY(!requestTerms(QStringLiteral("appeal"), QStringLiteral("us-state"), at).extendableTo);
    }
};

QTEST_GUILESS_MAIN(PrivacyClocksTest)
#include "privacy_clocks_test.moc"
