// SPDX-License-Identifier: GPL-3.0-or-later
//
// P-09: no whole account, card or tax number can enter the store, and what refuses one does not repeat it.
#include "storage/records/account_numbers.h"
#include "storage/records/json_codec.h"

#include <QJsonDocument>
#include <QTest>

using namespace ot;
using namespace ot::storage;

class AccountNumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsNumbersFromOtherText_data();
    void tellsNumbersFromOtherText();
    void refusesARecordThatCarriesOne_data();
    void refusesARecordThatCarriesOne();
    void letsTheLastFourPass_data();
    void letsTheLastFourPass();

private:
    static Result<AnyRecord> decoded(const QString& type, QJsonObject object);
};

// The numbers are those that payment providers publish for tests.
void AccountNumbersTest::tellsNumbersFromOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("a card") << "4242424242424242" << true;
    QTest::newRow("a card in groups, in a sentence") << "Visa 4000 0566 5566 5556, until 2028" << true;
    QTest::newRow("a card with hyphens") << "5555-5555-5555-4444" << true;
    QTest::newRow("fifteen digits") << "378282246310005" << true;
    QTest::newRow("an IBAN") << "DE89370400440532013000" << true;
    QTest::newRow("an IBAN in groups") << "To ES91 2100 0418 4502 0005 1332 TODAY" << true;
    QTest::newRow("a wrong check digit") << "4242424242424241" << false;
    QTest::newRow("an IBAN with a wrong one") << "DE88370400440532013000" << false;
    QTest::newRow("an invoice") << "INV-2026-000123" << false;
    QTest::newRow("a time") << "2026-11-20T09:15:00.000Z" << false;
    QTest::newRow("a hash") << "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" << false;
    QTest::newRow("a UUID that ends in digits") << "0199ab12-4242-4242-424242424242" << false;
    QTest::newRow("a part of a longer word") << "x4242424242424242" << false;
    QTest::newRow("too many digits") << "42424242424242424242424242424242" << false;
    QTest::newRow("nothing") << "" << false;
}

void AccountNumbersTest::tellsNumbersFromOtherText()
{
    QFETCH(QString, text);
    QFETCH(bool, isNumber);
    QCOMPARE(holdsAccountNumber(text), isNumber);
}

Result<AnyRecord> AccountNumbersTest::decoded(const QString& type, QJsonObject object)
{
    object.insert(QStringLiteral("id"), QStringLiteral("r1"));
    const QByteArray name = type.toUtf8();
    return decodeAnyRecord(
        *recordTypeByName({ name.constData(), static_cast<std::size_t>(name.size()) }), object, 1);
}

void AccountNumbersTest::refusesARecordThatCarriesOne_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("secret");
    const auto row
        = [](const char* name, const char* type, const char* json, const char* place, const char* secret) {
              QTest::newRow(name) << QString::fromLatin1(type) << QByteArray(json)
                                  << QString::fromLatin1(place) << QString::fromLatin1(secret);
          };
    row("a card as the last four", "PayoutMethod", R"({"last4":"4242424242424242"})", "PayoutMethod.last4",
        "42424");
    row("five digits", "PayoutMethod", R"({"last4":"51332"})", "PayoutMethod.last4", "51332");
    row("five digits of a payout", "Payout", R"({"destinationLast4":"51332"})", "Payout.destinationLast4",
        "51332");
    row("a whole tax number", "TaxForm", R"({"taxIdLast4":"123-45-6789"})", "TaxForm.taxIdLast4", "6789");
    row("in a label", "PayoutMethod", R"({"label":"Visa 4242 4242 4242 4242"})", "PayoutMethod.label",
        "4242 4242");
    row("in a list", "PayoutMethod", R"({"requirements":["Confirm","DE89370400440532013000"]})",
        "PayoutMethod.requirements[1]", "DE89");
    row("in a member not known", "PayoutMethod", R"({"bank":{"accountNumber":"000123456789"}})",
        "PayoutMethod.bank.accountNumber", "0001234");
    row("as a number", "Payout", R"({"card":4242424242424242})", "Payout.card", "4242424");
    row("as a number, called one", "TaxForm", R"({"tax_id":123456789})", "TaxForm.tax_id", "123456");
    row("in the line of an invoice", "Invoice",
        R"({"lines":[{"description":"To 5555-5555-5555-4444","amountMinor":1}]})",
        "Invoice.lines[0].description", "5555");
    row("in a failure", "Payout", R"({"failureMessage":"ES91 2100 0418 4502 0005 1332 was closed"})",
        "Payout.failureMessage", "2100");
}

void AccountNumbersTest::refusesARecordThatCarriesOne()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(QString, secret);
    const Result<AnyRecord> record = decoded(type, QJsonDocument::fromJson(json).object());
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::Decode);
    QVERIFY2(
        record.error().detail.startsWith(place + QStringLiteral(" is ")), qPrintable(record.error().detail));
    QVERIFY2(!record.error().detail.contains(secret), qPrintable(record.error().detail));
    QVERIFY(!record.error().message.isEmpty());
    QVERIFY(!record.error().message.contains(secret));
}

void AccountNumbersTest::letsTheLastFourPass_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const char* type, const char* json) {
        QTest::newRow(name) << QString::fromLatin1(type) << QByteArray(json);
    };
    row("four", "PayoutMethod", R"({"last4":"4242"})");
    row("letters", "TaxForm", R"({"taxIdLast4":"678Z"})");
    row("fewer", "Payout", R"({"destinationLast4":"42"})");
    row("none", "Payout", R"({"destinationLast4":null})");
    row("an id that is all digits", "Payout", R"({"contractId":"4242424242424242"})");
    row("a large sum", "Invoice", R"({"totalMinor":4242424242424242})");
    // A message about something else may hold any number: it is not read for such.
    row("a note with digits", "Note", R"({"subjectId":"x","text":"4242424242424242"})");
}

void AccountNumbersTest::letsTheLastFourPass()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, json);
    const Result<AnyRecord> record = decoded(type, QJsonDocument::fromJson(json).object());
    QVERIFY2(record, qPrintable(record ? QString() : record.error().detail));
}

QTEST_GUILESS_MAIN(AccountNumbersTest)
#include "account_numbers_test.moc"
