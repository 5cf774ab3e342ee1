// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/strict_json.h"

#include <QTest>

using namespace ot;

class StrictJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
    void refuses_data();
    void refuses();
};

void StrictJsonTest::takes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("the same name on two levels") << QByteArray(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})");
    QTest::newRow("a name as a value") << QByteArray(R"({"a":"a","b":["a","a"]})");
    QTest::newRow("escapes") << QByteArray(R"({"a":"\"\\\n\u00e9"})");
    QTest::newRow("a pair of surrogates") << QByteArray(R"({"a":"\ud83d\ude42"})");
    QTest::newRow("brackets in text") << QByteArray(R"({"a":"}]{[,\",b"})");
    QTest::newRow("64 levels") << QByteArray("{\"a\":" + QByteArray(63, '[') + QByteArray(63, ']') + "}");
}

void StrictJsonTest::takes()
{
    QFETCH(QByteArray, json);
    const Result<QJsonObject> object = sync::parseJsonObject(json);
    QVERIFY2(object.ok(), qPrintable(object.ok() ? QString() : object.error().detail));
}

void StrictJsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("HTML") << QByteArray("<html><body>Sign in to this network</body></html>");
    QTest::newRow("cut off") << QByteArray(R"({"changes":[{"type":"Jo)");
    QTest::newRow("a member twice") << QByteArray(R"({"id":"a","id":"b"})");
    QTest::newRow("a member twice, deep") << QByteArray(R"({"a":[{"x":1,"y":2,"x":3}]})");
    QTest::newRow("65 levels") << QByteArray("{\"a\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}");
    QTest::newRow("a million levels") << QByteArray("{\"a\":" + QByteArray(1'000'000, '['));
    QTest::newRow("a lone high surrogate") << QByteArray(R"({"a":"\ud83d"})");
    QTest::newRow("a lone low surrogate") << QByteArray(R"({"a":"x\ude42"})");
    QTest::newRow("a high surrogate and a letter") << QByteArray(R"({"a":"\ud83dx"})");
    QTest::newRow("a NUL character") << QByteArray(R"({"a":"\u0000"})");
    QTest::newRow("a NUL byte") << QByteArray("{\"a\":1}\0", 8);
    QTest::newRow("not a number") << QByteArray(R"({"a":NaN})");
    QTest::newRow("beyond numbers") << QByteArray(R"({"a":1e400})");
    QTest::newRow("something after it") << QByteArray(R"({} {})");
    QTest::newRow("a byte that is no UTF-8") << QByteArray("{\"a\":\"\xff\"}");
}

void StrictJsonTest::refuses()
{
    QFETCH(QByteArray, json);
    const Result<QJsonObject> object = sync::parseJsonObject(json);
    QVERIFY(!object.ok());
    QCOMPARE(object.error().code, ErrorCode::Decode);
    QVERIFY(!object.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(StrictJsonTest)
#include "strict_json_test.moc"
