// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"

#include <QTest>

#include <limits>

using namespace ot;
using namespace ot::storage;
using models::Formatter;

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

qint64 at(const char* isoTime)
{
    return QDateTime::fromString(QLatin1String(isoTime), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

// In a zone two hours ahead of UTC.
Formatter formatterNow(qint64 now, const char* locale = "en_GB")
{
    return Formatter(QLocale(QLatin1String(locale)), QTimeZone(2 * 3600), [now] { return UtcTime { now }; });
}

Formatter formatterFor(const QByteArray& locale)
{
    return formatterNow(0, locale.constData());
}

// Every kind of blank shown as one, so that an expectation can be read.
QString plain(QString text)
{
    for (const char16_t blank : { u'\u00A0', u'\u202F', u'\u2009' })
        text.replace(QChar(blank), QLatin1Char(' '));
    return text;
}

Job jobPaying(const char* currency)
{
    Job job;
    job.currency = QLatin1String(currency);
    return job;
}

} // namespace

class FormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void money_data();
    void money();
    void takesNothingInACurrencyForTheNumber();
    void shortMoney_data();
    void shortMoney();
    void rate_data();
    void rate();
    void pay_data();
    void pay();
    void relativeTime_data();
    void relativeTime();
    void listTime_data();
    void listTime();
    void dayTitle_data();
    void dayTitle();
    void keepsTheCalendarThroughAClockChange();
    void datesAndTimes();
    void sizesNumbersAndPlaces();
};

void FormatTest::money_data()
{
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char* name, const char* locale, qint64 count, const char* currency, const char* shown) {
              QTest::newRow(name) << QByteArray(locale) << count << QString::fromLatin1(currency)
                                  << QString::fromUtf8(shown);
          };
    row("dollars", "en_US", 129960, "USD", "$1,299.60");
    row("zero", "en_US", 0, "USD", "$0.00");
    row("one cent", "en_US", 1, "USD", "$0.01");
    row("owed", "en_US", -500, "USD", "-$5.00");
    row("the least there is", "en_US", std::numeric_limits<qint64>::min(), "USD",
        "-$92,233,720,368,547,758.08");
    row("the most there is", "en_US", std::numeric_limits<qint64>::max(), "USD",
        "$92,233,720,368,547,758.07");
    row("yen have no cents", "en_US", 12000, "JPY", "¥12,000");
    row("dinars have three digits", "en_US", 1234567, "KWD", "KWD 1,234.567");
    row("a code stands off", "en_US", 1200, "CHF", "CHF 12.00");
    row("a code we do not know", "en_US", 1200, "XYZ", "XYZ 12.00");
    row("no currency", "en_US", 129960, "", "1,299.60");
    row("euros abroad", "en_US", 129960, "EUR", "€1,299.60");
    row("Canadian dollars abroad", "en_US", 500, "CAD", "CA$5.00");
    row("Spanish euros", "es_ES", 1299960, "EUR", "12.999,60 €");
    row("Spanish dollars", "es_ES", 1299960, "USD", "12.999,60 $");
    row("Spanish yen", "es_ES", 12000, "JPY", "12.000 ¥");
    row("Spanish francs", "es_ES", 1200, "CHF", "12,00 CHF");
    row("owed in Spain", "es_ES", -500, "EUR", "-5,00 €");
    row("no currency in Spain", "es_ES", 500, "", "5,00");
    row("German euros", "de_DE", 129960, "EUR", "1.299,60 €");
    row("one's own dollars", "en_CA", 500, "CAD", "$5.00");
    row("the other dollars", "en_CA", 500, "USD", "US$5.00");
    row("one's own pesos", "es_MX", 500, "MXN", "$5.00");
    row("dollars in Mexico", "es_MX", 500, "USD", "US$5.00");
    row("one's own yuan", "zh_CN", 500, "CNY", "¥5.00");
    row("yen in China", "zh_CN", 500, "JPY", "JPY 500");
    row("Indian rupees", "en_IN", 12345600, "INR", "₹1,23,456.00");
}

void FormatTest::money()
{
    QFETCH(const QByteArray, locale);
    QFETCH(const qint64, count);
    QFETCH(const QString, currency);
    QFETCH(const QString, shown);
    QCOMPARE(plain(formatterFor(locale).money(MinorUnits { count }, currency)), shown);
}

// A currency comes from the server: it may say anything.
void FormatTest::takesNothingInACurrencyForTheNumber()
{
    const Formatter english = formatterFor("en_US");
    QCOMPARE(plain(english.money(MinorUnits { 500 }, QStringLiteral("X0"))), QStringLiteral("X0 5.00"));
    QCOMPARE(
        plain(english.money(MinorUnits { 500 }, QStringLiteral("A\u202e\nB"))), QStringLiteral("A B 5.00"));
    QCOMPARE(plain(english.money(MinorUnits { 500 }, QString(1000, QLatin1Char('X')))),
        QString(8, QLatin1Char('X')) + QStringLiteral("…5.00"));
}

void FormatTest::shortMoney_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole") << qint64(3800) << QStringLiteral("USD") << QStringLiteral("$38");
    QTest::newRow("with cents") << qint64(3850) << QStringLiteral("USD") << QStringLiteral("$38.50");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("USD") << QStringLiteral("$0");
    QTest::newRow("below one") << qint64(5) << QStringLiteral("USD") << QStringLiteral("$0.05");
    QTest::newRow("owed") << qint64(-50) << QStringLiteral("USD") << QStringLiteral("-$0.50");
    QTest::newRow("yen") << qint64(1500) << QStringLiteral("JPY") << QStringLiteral("¥1,500");
    QTest::newRow("whole dinars") << qint64(5000) << QStringLiteral("KWD") << QStringLiteral("KWD 5");
}

void FormatTest::shortMoney()
{
    QFETCH(const qint64, count);
    QFETCH(const QString, currency);
    QFETCH(const QString, shown);
    QCOMPARE(plain(formatterFor("en_US").shortMoney(MinorUnits { count }, currency)), shown);
}

void FormatTest::rate_data()
{
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char* name, const char* locale, qint64 micros, const char* currency, const char* shown) {
              QTest::newRow(name) << QByteArray(locale) << micros << QString::fromLatin1(currency)
                                  << QString::fromUtf8(shown);
          };
    row("whole", "en_US", 38'000'000, "USD", "$38");
    row("cents", "en_US", 38'500'000, "USD", "$38.50");
    row("six cents", "en_US", 60'000, "USD", "$0.06");
    row("less than a cent", "en_US", 12'500, "USD", "$0.0125");
    row("a millionth", "en_US", 1, "USD", "$0.000001");
    row("half a yen", "en_US", 500'000, "JPY", "¥0.5");
    row("a yen", "en_US", 1'000'000, "JPY", "¥1");
    row("in Spain", "es_ES", 12'500, "EUR", "0,0125 €");
    row("thousands", "en_US", 1'234'500'000, "USD", "$1,234.50");
}

void FormatTest::rate()
{
    QFETCH(const QByteArray, locale);
    QFETCH(const qint64, micros);
    QFETCH(const QString, currency);
    QFETCH(const QString, shown);
    QCOMPARE(plain(formatterFor(locale).rate(MicroUnits { micros }, currency)), shown);
}

void FormatTest::pay_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("full");
    Job job = jobPaying("USD");
    QTest::newRow("not said") << job << QString() << QString();
    job.hourlyRate = MinorUnits { 3800 };
    QTest::newRow("an hour") << job << QStringLiteral("$38/h") << QStringLiteral("$38.00 per hour");
    job.hourlyMin = MinorUnits { 3000 };
    job.hourlyMax = MinorUnits { 4500 };
    QTest::newRow("the exact rate goes first")
        << job << QStringLiteral("$38/h") << QStringLiteral("$38.00 per hour");
    job.hourlyRate.reset();
    QTest::newRow("from and to") << job << QStringLiteral("$30–$45/h")
                                 << QStringLiteral("$30.00–$45.00 per hour");
    job.hourlyMax = job.hourlyMin;
    QTest::newRow("from and to the same")
        << job << QStringLiteral("$30/h") << QStringLiteral("$30.00 per hour");
    job.hourlyMin.reset();
    job.hourlyMax = MinorUnits { 4550 };
    QTest::newRow("one end") << job << QStringLiteral("$45.50/h") << QStringLiteral("$45.50 per hour");
    Job label = jobPaying("USD");
    label.perLabelRate = MicroUnits { 12'500 };
    QTest::newRow("a label") << label << QStringLiteral("$0.0125/label")
                             << QStringLiteral("$0.0125 per label");
    Job fixed = jobPaying("JPY");
    fixed.fixedPrice = MinorUnits { 50'000 };
    QTest::newRow("the whole") << fixed << QStringLiteral("¥50,000 fixed")
                               << QStringLiteral("¥50,000 for the whole job");
}

void FormatTest::pay()
{
    QFETCH(const Job, job);
    QFETCH(const QString, brief);
    QFETCH(const QString, full);
    const Formatter formatter = formatterFor("en_US");
    QCOMPARE(formatter.shortPay(job), brief);
    QCOMPARE(formatter.fullPay(job), full);
}

void FormatTest::relativeTime_data()
{
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("shown");
    const qint64 afternoon = at("2026-09-21T14:13:20Z"); // 16:13:20 here
    const qint64 night = at("2026-09-20T23:00:00Z"); // 01:00 on the 21st here
    const auto row = [](const char* name, qint64 now, qint64 age, const char* shown) {
        QTest::newRow(name) << now << age << QString::fromUtf8(shown);
    };
    row("now", afternoon, 0, "just now");
    row("not yet a minute", afternoon, kMinute - 1, "just now");
    row("a minute", afternoon, kMinute, "1 min ago");
    row("not yet an hour", afternoon, kHour - 1, "59 min ago");
    row("an hour", afternoon, kHour, "1 h ago");
    row("first moment of today", afternoon, 16 * kHour + 13 * kMinute + 20 * kSecond, "16 h ago");
    row("last moment of yesterday", afternoon, 16 * kHour + 13 * kMinute + 20 * kSecond + 1, "yesterday");
    row("first moment of yesterday", afternoon, 40 * kHour + 13 * kMinute + 20 * kSecond, "yesterday");
    row("the day before", afternoon, 40 * kHour + 13 * kMinute + 20 * kSecond + 1, "19 Sept");
    row("over midnight by minutes", night, 59 * kMinute + kHour / 60, "1 h ago");
    row("over midnight by hours", night, 6 * kHour - 1, "5 h ago");
    row("over midnight by more", night, 6 * kHour, "yesterday");
    row("another year", afternoon, 300 * kDay, "25 Nov 2025");
    row("a clock that is a little behind", afternoon, 1 - kMinute, "just now");
    row("later", afternoon, -3 * kDay, "24 Sept");
}

void FormatTest::relativeTime()
{
    QFETCH(const qint64, now);
    QFETCH(const qint64, age);
    QFETCH(const QString, shown);
    QCOMPARE(formatterNow(now).relativeTime(UtcTime { now - age }), shown);
}

void FormatTest::listTime_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* time, const char* shown) {
        QTest::newRow(time) << QByteArray(time) << QString::fromUtf8(shown);
    };
    // It is 16:13 on Monday 21 September here.
    row("2026-09-20T22:00:00Z", "00:00");
    row("2026-09-21T14:13:20Z", "16:13");
    row("2026-09-21T21:59:59Z", "23:59");
    row("2026-09-20T21:59:59Z", "Sun");
    row("2026-09-14T22:00:00Z", "Tue");
    row("2026-09-14T21:59:59Z", "14 Sept");
    row("2026-09-21T22:00:00Z", "22 Sept");
    row("2025-12-31T21:59:59Z", "31 Dec 2025");
}

void FormatTest::listTime()
{
    QFETCH(const QByteArray, time);
    QFETCH(const QString, shown);
    QCOMPARE(formatterNow(at("2026-09-21T14:13:20Z")).listTime(UtcTime { at(time.constData()) }), shown);
}

void FormatTest::dayTitle_data()
{
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* locale, const char* time, const char* shown) {
        QTest::newRow(time) << QByteArray(locale) << QByteArray(time) << QString::fromUtf8(shown);
    };
    row("en_GB", "2026-09-20T22:00:00.000Z", "Today");
    row("en_GB", "2026-09-21T21:59:59.999Z", "Today");
    row("en_GB", "2026-09-20T21:59:59.999Z", "Yesterday");
    row("en_GB", "2026-09-19T22:00:00.000Z", "Yesterday");
    row("en_GB", "2026-09-19T21:59:59.999Z", "Saturday 19 September");
    row("en_GB", "2025-12-31T22:00:00.000Z", "Thursday 1 January");
    row("en_GB", "2025-12-31T21:59:59.999Z", "Wednesday 31 December 2025");
    row("en_GB", "2026-09-21T22:00:00.000Z", "Tuesday 22 September");
    row("es_ES", "2026-09-16T12:00:00.000Z", "miércoles 16 septiembre");
}

void FormatTest::dayTitle()
{
    QFETCH(const QByteArray, locale);
    QFETCH(const QByteArray, time);
    QFETCH(const QString, shown);
    const Formatter formatter = formatterNow(at("2026-09-21T14:13:20Z"), locale.constData());
    QCOMPARE(formatter.dayTitle(UtcTime { at(time.constData()) }), shown);
}

// The day on which the clocks go back has 25 hours.
void FormatTest::keepsTheCalendarThroughAClockChange()
{
    const QTimeZone madrid("Europe/Madrid");
    if (!madrid.isValid())
        QSKIP("This machine has no time zone data.");
    const qint64 now = at("2026-10-25T22:30:00Z"); // 23:30, winter time
    const Formatter formatter(QLocale(QStringLiteral("en_GB")), madrid, [now] { return UtcTime { now }; });
    const UtcTime first { at("2026-10-24T22:00:00Z") }; // 00:00, summer time
    QCOMPARE(formatter.dayTitle(first), QStringLiteral("Today"));
    QCOMPARE(formatter.listTime(first), QStringLiteral("00:00"));
    QCOMPARE(formatter.relativeTime(first), QStringLiteral("24 h ago"));
    QCOMPARE(formatter.dayTitle(UtcTime { first.milliseconds - 1 }), QStringLiteral("Yesterday"));
    QCOMPARE(formatter.clockTime(UtcTime { at("2026-10-25T00:30:00Z") }), QStringLiteral("02:30"));
    QCOMPARE(formatter.clockTime(UtcTime { at("2026-10-25T01:30:00Z") }), QStringLiteral("02:30"));
}

void FormatTest::datesAndTimes()
{
    const qint64 now = at("2026-09-21T14:13:20Z");
    const Formatter british = formatterNow(now);
    QCOMPARE(british.now().milliseconds, now);
    QCOMPARE(british.date(UtcTime { at("2026-01-01T00:00:00Z") }), QStringLiteral("1 Jan"));
    QCOMPARE(british.date(UtcTime { at("2027-01-01T00:00:00Z") }), QStringLiteral("1 Jan 2027"));
    QCOMPARE(british.localDate(UtcTime { at("2026-09-21T22:00:00Z") }), QDate(2026, 9, 22));
    QCOMPARE(british.clockTime(UtcTime { now }), QStringLiteral("16:13"));
    const QString full = british.fullTime(UtcTime { now });
    QVERIFY2(full.contains(QStringLiteral("21 September 2026")) && full.contains(QStringLiteral("16:13:20")),
        qPrintable(full));
    QCOMPARE(plain(formatterNow(now, "en_US").clockTime(UtcTime { now })), QStringLiteral("4:13 PM"));
}

void FormatTest::sizesNumbersAndPlaces()
{
    const Formatter english = formatterFor("en_US");
    QCOMPARE(plain(english.byteSize(0)), QStringLiteral("0 bytes"));
    QCOMPARE(plain(english.byteSize(999)), QStringLiteral("999 bytes"));
    QCOMPARE(plain(english.byteSize(1'200'000)), QStringLiteral("1.2 MB"));
    QCOMPARE(plain(formatterFor("es_ES").byteSize(1'200'000)), QStringLiteral("1,2 MB"));
    QCOMPARE(english.number(1'234'567), QStringLiteral("1,234,567"));
    QCOMPARE(formatterFor("de_DE").number(1'234'567), QStringLiteral("1.234.567"));

    const QString us = QStringLiteral("US");
    const QString es = QStringLiteral("ES");
    const QString in = QStringLiteral("IN");
    QCOMPARE(english.places({}), QStringLiteral("Worldwide"));
    QCOMPARE(english.places({ us }), QStringLiteral("US"));
    QCOMPARE(english.places({ us, es, in }), QStringLiteral("US, ES, IN"));
    QCOMPARE(english.places({ us, es, in, us, us }), QStringLiteral("US, ES, IN + 2"));
    QCOMPARE(
        english.places({ QStringLiteral("%1\u202e\n%2"), es, in, us }), QStringLiteral("%1 %2, ES, IN + 1"));

    QCOMPARE(english.paymentTypeName(QStringLiteral("PAY_PER_HOUR")), QStringLiteral("Per hour"));
    QCOMPARE(english.paymentTypeName(QStringLiteral("PAY_PER_LABEL")), QStringLiteral("Per label"));
    QCOMPARE(english.paymentTypeName(QStringLiteral("FIXED_PRICE")), QStringLiteral("Fixed price"));
    QCOMPARE(english.paymentTypeName(QStringLiteral("BY_THE\u0000_MOON")), QStringLiteral("BY_THE_MOON"));
}

QTEST_GUILESS_MAIN(FormatTest)
#include "format_test.moc"
