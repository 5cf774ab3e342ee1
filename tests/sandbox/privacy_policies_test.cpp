// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/policies.h"
#include "tests/sandbox/privacy_support.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace ot::test {

namespace {

const QString kPolicies = QStringLiteral("/api/trainer/v1/policies");

QMap<QString, QString> sectionsOf(const QJsonObject& policy)
{
    QMap<QString, QString> sections;
    for (const QJsonValue& section : policy[QLatin1String("sections")].toArray())
        sections.insert(
            section[QLatin1String("number")].toString(), section[QLatin1String("text")].toString());
    return sections;
}

const QJsonObject& version(const char* id)
{
    for (const QJsonObject& policy : sandbox::allPolicyVersions()) {
        if (textOf(policy, "id") == QLatin1String(id))
            return policy;
    }
    qFatal("no version %s", id);
}

} // namespace

class PrivacyPoliciesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasEverySection_data()
    {
        QTest::addColumn<QString>("number");
        for (const char* number :
            { "1", "1.1", "1.2", "1.3", "2", "3.1 A", "3.1 B", "3.1 C", "3.1 D", "3.1 E", "3.1 F", "3.1 G",
                "3.2 A", "3.2 B", "3.2 C", "3.3 A", "3.3 B", "3.3 C", "3.3 D", "3.3 E", "4.1", "4.2", "4.3",
                "4.4", "4.5", "4.6", "4.7", "4.8", "5.1 A", "5.1 B", "5.1 C", "5.2", "5.3", "5.4", "5.5",
                "5.6", "5.7", "5.8", "6.1", "6.2", "6.3", "6.4", "6.5", "7", "8.1", "8.2", "8.3", "9.1",
                "9.2", "9.3", "9.4", "10", "11.1", "11.2", "11.3", "11.4", "11.5 A", "11.5 B", "11.5 C",
                "11.5 D", "11.5 E", "11.5 F", "11.5 G", "12", "13", "14", "15", "16" })
            QTest::newRow(number) << QString::fromLatin1(number);
    }

    void hasEverySection()
    {
        QFETCH(QString, number);
        for (const char* id : { "2026-01-04", "2026-10-01" })
            QVERIFY2(sectionsOf(version(id)).value(number).size() > 15, id);
    }

    void hashesAreThoseOfTheSections()
    {
        QSet<QString> hashes;
        for (const QJsonObject& policy : sandbox::allPolicyVersions()) {
            const QByteArray text
                = QJsonDocument(policy[QLatin1String("sections")].toArray()).toJson(QJsonDocument::Compact);
            QCOMPARE(textOf(policy, "hash"),
                QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
            hashes.insert(textOf(policy, "hash"));
        }
        QCOMPARE(hashes.size(), 3);
    }

    void versionsDifferWhereTheySaySo()
    {
        const QMap<QString, QString> before = sectionsOf(version("2026-01-04"));
        const QMap<QString, QString> after = sectionsOf(version("2026-10-01"));
        QCOMPARE(after.keys(), before.keys());
        QString changes;
        for (const QJsonValue& change : version("2026-10-01")[QLatin1String("changes")].toArray())
            changes += change.toString() + QLatin1Char('\n');
        QStringList changed;
        for (auto section = before.cbegin(); section != before.cend(); ++section) {
            if (after.value(section.key()) != section.value())
                changed.append(section.key());
        }
        QCOMPARE(changed,
            QStringList({ QStringLiteral("4.5"), QStringLiteral("5.2"), QStringLiteral("5.7"),
                QStringLiteral("7"), QStringLiteral("9.1") }));
        for (const QString& number : std::as_const(changed))
            QVERIFY2(changes.contains(number), qPrintable(number));
    }

    void paragraphsAreNotBrokenIntoLines()
    {
        const QString retention = sectionsOf(version("2026-01-04")).value(QStringLiteral("7"));
        QVERIFY(retention.startsWith(QLatin1String("We keep data while")));
        QVERIFY(retention.contains(
            QLatin1String("as long after it as a law, a contract or a dispute needs it. Then")));
        QVERIFY(retention.contains(QLatin1String("anonymous.\n\n- Account and profile: ")));
        QVERIFY(retention.contains(QLatin1String("\n- Support tickets: three years.")));
    }

    void areReadWithoutAToken()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0"),
            QStringLiteral("--now"), QStringLiteral("2026-11-20T09:00:00.000Z") });
        const ApiClient nobody(sandbox);
        const ApiAnswer answer = nobody.get(kPolicies + QStringLiteral("?language=de"));
        QCOMPARE(answer.status, 200);
        QStringList ids;
        for (const QJsonValue& policy : answer.json[QLatin1String("policies")].toArray())
            ids.append(policy[QLatin1String("id")].toString());
        QCOMPARE(ids,
            QStringList({ QStringLiteral("2026-10-01"), QStringLiteral("cookies-2026-01-05"),
                QStringLiteral("2026-01-04") }));
        QCOMPARE(nobody.send("POST", kPolicies, {}).status, 405);
        const PrivacyClient trainer(sandbox, sandbox.trainerToken());
        const PrivacyClient vendor(sandbox, sandbox.vendorToken());
        QCOMPARE(trainer.records(QStringLiteral("PolicyVersion")).size(), 3);
        QCOMPARE(vendor.records(QStringLiteral("PolicyVersion")),
            trainer.records(QStringLiteral("PolicyVersion")));
    }

    void aVersionComesWhenItsDayDoes()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0"),
            QStringLiteral("--now"), QStringLiteral("2026-09-29T09:00:00.000Z") });
        const PrivacyClient api(sandbox, sandbox.trainerToken());
        QString cursor;
        api.readFeed(cursor);
        QCOMPARE(api.records(QStringLiteral("PolicyVersion")).size(), 2);
        api.skew(2 * 24 * 60 * 60);
        QVERIFY(QTest::qWaitFor([&] {
            return api.records(QStringLiteral("PolicyVersion")).contains(QStringLiteral("2026-10-01"));
        }));
        const std::vector<QJsonObject> changes = api.readFeed(cursor, 500, QStringLiteral("PolicyVersion"));
        QCOMPARE(changes.size(), size_t(1));
        // All are out: there is nothing left to publish.
        QVERIFY(textOf(api.act(QStringLiteral("publishPolicy")), "id").isEmpty());
    }

    void aVersionCanBePublishedOnDemand()
    {
        const SandboxProcess sandbox({ QStringLiteral("--speed"), QStringLiteral("0"),
            QStringLiteral("--now"), QStringLiteral("2026-09-29T09:00:00.000Z") });
        const PrivacyClient api(sandbox, sandbox.trainerToken());
        QCOMPARE(textOf(api.act(QStringLiteral("publishPolicy")), "id"), QStringLiteral("2026-10-01"));
        QCOMPARE(api.get(kPolicies).json[QLatin1String("policies")].toArray().size(), 3);
    }
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::PrivacyPoliciesTest)
#include "privacy_policies_test.moc"
