// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/privacy_support.h"

#include <QFileInfo>

namespace ot::test {

namespace {

const QString kRequest = QStringLiteral("DataRequest");
const QString kChoice = QStringLiteral("PrivacyChoice");
constexpr qint64 kDaySeconds = 24LL * 60 * 60;

QJsonObject field(const char* type, const QString& id, const char* member, const QJsonValue& value)
{
    return { { QStringLiteral("recordType"), QLatin1String(type) }, { QStringLiteral("id"), id },
        { QStringLiteral("member"), QLatin1String(member) }, { QStringLiteral("value"), value } };
}

QJsonObject fields(const QJsonArray& all)
{
    return { { QStringLiteral("fields"), all } };
}

QJsonObject complaint()
{
    return { { QStringLiteral("text"), QStringLiteral("I was not told.") } };
}

} // namespace

class PrivacyRequestsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { start({}); }
    void cleanup()
    {
        m_api.reset();
        m_sandbox.reset();
    }

    void requestIsWholeAndHasItsTerms()
    {
        const QJsonObject result = m_api->ask(QStringLiteral("complaint"), complaint());
        QCOMPARE(outcomeOf(result), QStringLiteral("applied"));
        const QJsonObject request = objectOf(result);
        QStringList members = QStringLiteral(
            "id exercise regime relationship channel status reason scope receivedAt acknowledgedAt identity "
            "expectedBy extendedTo extensionReason progress archive deletion events appealOf mutationId "
            "createdAt updatedAt")
                                  .split(QLatin1Char(' '));
        members.sort();
        QCOMPARE(request.keys(), members);
        QCOMPARE(textOf(request, "status"), QStringLiteral("open"));
        QCOMPARE(textOf(request, "identity"), QStringLiteral("NOT_NEEDED"));
        QCOMPARE(textOf(request, "mutationId"), mutationId(1));
        QCOMPARE(textOf(request, "expectedBy").mid(8, 2), textOf(request, "receivedAt").mid(8, 2));
        QCOMPARE(request[QLatin1String("events")].toArray().size(), 1);
        // Another account does not see it.
        const PrivacyClient vendor(*m_sandbox, m_sandbox->vendorToken());
        QVERIFY(vendor.request(idOf(result)).isEmpty());
    }

    void refusesRequestsThatMakeNoSense_data()
    {
        QTest::addColumn<QString>("exercise");
        QTest::addColumn<QJsonObject>("scope");
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QString>("expected");
        const QString access = QStringLiteral("access");
        const QString correction = QStringLiteral("correction");
        const QString maria = QStringLiteral("u_maria");
        const auto row = [](const char* name, const QString& exercise, const QJsonObject& scope,
                             const QJsonObject& more, const char* expected) {
            QTest::newRow(name) << exercise << scope << more << QString::fromLatin1(expected);
        };
        const auto with = [](const char* member, const QJsonValue& value) {
            return QJsonObject { { QLatin1String(member), value } };
        };
        row("unknown right", QStringLiteral("everything"), {}, {}, "args.exercise");
        row("unknown law", access, {}, with("regime", QStringLiteral("moon")), "args.regime");
        row("unknown person", access, {}, with("relationship", QStringLiteral("spy")), "args.relationship");
        row("scope is a list", access, {}, with("scope", QJsonArray { 1 }), "args.scope");
        row("categories are a text", access, with("categories", QStringLiteral("all")), {},
            "args.scope.categories");
        row("unknown category", access, with("categories", QJsonArray { QStringLiteral("../../etc") }), {},
            "args.scope.categories");
        row("category twice", access,
            with("categories", QJsonArray { QStringLiteral("support"), QStringLiteral("support") }), {},
            "args.scope.categories");
        row("a number among categories", access, with("categories", QJsonArray { 3 }), {},
            "args.scope.categories");
        row("text too long", access, with("text", QString(10'001, u'x')), {}, "args.scope.text");
        row("text is a number", access, with("text", 3), {}, "args.scope.text");
        row("scope too large", access, with("more", QString(70'000, u'x')), {}, "args.scope");
        row("fields of an access", access, fields({ field("Profile", maria, "title", QStringLiteral("x")) }),
            {}, "args.scope.fields");
        row("correction of nothing", correction, {}, {}, "args.scope.fields");
        row("no such record", correction,
            fields({ field("Profile", QStringLiteral("u_none"), "title", QStringLiteral("x")) }), {},
            "args.scope.fields.0");
        row("record of somebody else", correction,
            fields({ field("Profile", QStringLiteral("u_tobias"), "title", QStringLiteral("x")) }), {},
            "args.scope.fields.0");
        row("no such member", correction, fields({ field("Profile", maria, "wings", QStringLiteral("x")) }),
            {}, "args.scope.fields.0.member");
        row("the id", correction, fields({ field("Profile", maria, "id", QStringLiteral("u_tobias")) }), {},
            "args.scope.fields.0.member");
        row("another role", correction,
            fields({ field("Account", maria, "memberRole", QStringLiteral("OWNER")) }), {},
            "args.scope.fields.0.member");
        row("value of another kind", correction, fields({ field("Profile", maria, "title", 7) }), {},
            "args.scope.fields.0.value");
        row("no value", correction, fields({ field("Profile", maria, "title", QJsonValue::Undefined) }), {},
            "args.scope.fields.0.value");
        row("a consent", correction,
            fields(
                { field("ConsentRecord", QStringLiteral("cr_1_trainer"), "purpose", QStringLiteral("x")) }),
            {}, "args.scope.fields.0.recordType");
        row("withdrawing nothing", QStringLiteral("consent:withdraw"), {}, {}, "args.scope.purpose");
        row("complaint about nothing", QStringLiteral("complaint"), {}, {}, "args.scope.text");
        row("appeal of nothing", QStringLiteral("appeal"), {}, {}, "nothing_to_appeal");
        row("appeal of what was granted", QStringLiteral("appeal"), {},
            with("appealOf", QStringLiteral("dr_1_trainer")), "nothing_to_appeal");
        row("appealOf without an appeal", access, {}, with("appealOf", QStringLiteral("dr_2_trainer")),
            "args.appealOf");
        row("deletion without the word", QStringLiteral("deletion"), {},
            with("confirmedWord", QStringLiteral("delete")), "confirmation_word_missing");
    }

    void refusesRequestsThatMakeNoSense()
    {
        QFETCH(QString, exercise);
        QFETCH(QJsonObject, scope);
        QFETCH(QJsonObject, more);
        QFETCH(QString, expected);
        const auto before = m_api->records(kRequest);
        const QJsonObject result = m_api->ask(exercise, scope, more);
        QCOMPARE(outcomeOf(result), QStringLiteral("rejected"));
        QCOMPARE(reasonOf(result).isEmpty() ? pathOf(result) : reasonOf(result), expected);
        QCOMPARE(m_api->records(kRequest), before);
    }

    void goesThroughEveryStep()
    {
        const QString id = idOf(m_api->ask(QStringLiteral("complaint"), complaint()));
        QCOMPARE(act("acknowledgeRequest", id), id);
        QVERIFY(!textOf(m_api->request(id), "acknowledgedAt").isEmpty());
        QVERIFY(act("acknowledgeRequest", id).isEmpty());
        QCOMPARE(act("askForIdentity", id), id);
        QCOMPARE(textOf(m_api->request(id), "reason"), QStringLiteral("need_user_verification"));
        QVERIFY(act("progressRequest", id).isEmpty());
        QVERIFY(act("fulfilRequest", id).isEmpty());
        QCOMPARE(textOf(objectOf(m_api->verify(id, m_api->identityCode())), "identity"),
            QStringLiteral("VERIFIED"));
        QCOMPARE(act("progressRequest", id), id);
        QCOMPARE(textOf(m_api->request(id), "status"), QStringLiteral("in_progress"));
        QCOMPARE(act("extendRequest", id), id);
        const QJsonObject extended = m_api->request(id);
        QVERIFY(textOf(extended, "extendedTo") > textOf(extended, "expectedBy"));
        QVERIFY(!textOf(extended, "extensionReason").isEmpty());
        QVERIFY(act("extendRequest", id).isEmpty());
        QCOMPARE(act("fulfilRequest", id), id);
        const QJsonObject done = m_api->request(id);
        QCOMPARE(textOf(done, "status"), QStringLiteral("fulfilled"));
        const QJsonArray events = done[QLatin1String("events")].toArray();
        QCOMPARE(events.last()[QLatin1String("status")].toString(), QStringLiteral("fulfilled"));
        QVERIFY(events.last()[QLatin1String("text")].toString().contains(QLatin1String("complaint")));
        for (qsizetype i = 1; i < events.size(); ++i)
            QVERIFY(events.at(i)[QLatin1String("at")].toString()
                >= events.at(i - 1)[QLatin1String("at")].toString());
        QCOMPARE(
            reasonOf(m_api->mutate(kRequest, QStringLiteral("revoke"), id, {})), QStringLiteral("too_late"));
        QCOMPARE(reasonOf(m_api->verify(id, m_api->identityCode())), QStringLiteral("not_needed"));
    }

    void appealTakesADeclinedRequestUpAgain()
    {
        const QString declined = idOf(m_api->ask(QStringLiteral("portability"), {},
            { { QStringLiteral("relationship"), QStringLiteral("agent") } }));
        QCOMPARE(act("denyRequest", declined), declined);
        QCOMPARE(textOf(m_api->request(declined), "reason"), QStringLiteral("claim_not_covered"));
        const QJsonObject more { { QStringLiteral("appealOf"), declined } };
        const QString first = idOf(m_api->ask(QStringLiteral("appeal"), {}, more));
        QCOMPARE(
            reasonOf(m_api->ask(QStringLiteral("appeal"), {}, more)), QStringLiteral("nothing_to_appeal"));
        QCOMPARE(act("rejectAppeal", first), first);
        QCOMPARE(textOf(m_api->request(declined), "status"), QStringLiteral("denied"));
        const QString second = idOf(m_api->ask(QStringLiteral("appeal"), {}, more));
        QCOMPARE(act("upholdAppeal", second), second);
        QCOMPARE(textOf(m_api->request(second), "status"), QStringLiteral("fulfilled"));
        QCOMPARE(textOf(m_api->request(declined), "status"), QStringLiteral("in_progress"));
        QVERIFY(m_api->request(declined)[QLatin1String("reason")].isNull());
        QVERIFY(act("decideAppeal", second).isEmpty());
    }

    void threeWrongCodesEndARequest()
    {
        const QString id = idOf(m_api->ask(
            QStringLiteral("access"), {}, { { QStringLiteral("relationship"), QStringLiteral("agent") } }));
        QCOMPARE(pathOf(m_api->verify(id, {})), QStringLiteral("args.code"));
        QCOMPARE(textOf(objectOf(m_api->verify(id, QStringLiteral("nope"))), "identity"),
            QStringLiteral("PENDING"));
        m_sandbox->kill();
        m_sandbox->restart();
        QCOMPARE(
            textOf(objectOf(m_api->verify(id, QStringLiteral("nope"))), "status"), QStringLiteral("open"));
        const QJsonObject failed = objectOf(m_api->verify(id, QStringLiteral("nope")));
        QCOMPARE(textOf(failed, "identity"), QStringLiteral("FAILED"));
        QCOMPARE(textOf(failed, "status"), QStringLiteral("denied"));
        QCOMPARE(textOf(failed, "reason"), QStringLiteral("insuf_verification"));
        QCOMPARE(reasonOf(m_api->verify(id, m_api->identityCode())), QStringLiteral("not_needed"));
    }

    void codeIsForItsOwnerOnly()
    {
        const QFileInfo file(m_sandbox->dataDirectory() + QStringLiteral("/identity-code"));
        QCOMPARE(file.permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
        QCOMPARE(m_api->identityCode().size(), 6);
        const QString before = m_api->identityCode();
        m_sandbox->restart();
        QCOMPARE(m_api->identityCode(), before);
    }

    void requestExpiresWhenNobodyShowsWhoTheyAre()
    {
        const QString id = idOf(m_api->ask(
            QStringLiteral("access"), {}, { { QStringLiteral("relationship"), QStringLiteral("agent") } }));
        m_api->skew(29 * kDaySeconds);
        QCOMPARE(act("extendRequest", id), id);
        m_api->skew(30 * kDaySeconds);
        QCOMPARE(textOf(m_api->request(id), "status"), QStringLiteral("open"));
        m_api->skew(60 * kDaySeconds);
        QVERIFY(m_api->waitForStatus(id, QStringLiteral("expired")));
    }

    void threeOpenOfAKindAreEnough()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(
                outcomeOf(m_api->ask(QStringLiteral("complaint"), complaint())), QStringLiteral("applied"));
        QCOMPARE(reasonOf(m_api->ask(QStringLiteral("complaint"), complaint())),
            QStringLiteral("too_many_requests"));
        QCOMPARE(outcomeOf(m_api->ask(QStringLiteral("dpa"))), QStringLiteral("applied"));
        const QJsonObject revoked = objectOf(
            m_api->mutate(kRequest, QStringLiteral("revoke"), m_api->records(kRequest).lastKey(), {}));
        QCOMPARE(textOf(revoked, "status"), QStringLiteral("revoked"));
    }

    void correctionSetsTheValues()
    {
        const QString maria = QStringLiteral("u_maria");
        const QJsonArray languages { QJsonObject {
            { QStringLiteral("language"), QStringLiteral("Galician") } } };
        const QString id = idOf(m_api->ask(QStringLiteral("correction"),
            fields({ field("Profile", maria, "title", QStringLiteral("Lingüista")),
                field("Profile", maria, "languages", languages),
                field("Account", maria, "country", QStringLiteral("PT")) })));
        QVERIFY(!id.isEmpty());
        QCOMPARE(textOf(m_api->records(QStringLiteral("Account")).first(), "country"), QStringLiteral("ES"));
        QCOMPARE(act("fulfilRequest", id), id);
        const QJsonObject profile = m_api->records(QStringLiteral("Profile")).first();
        QCOMPARE(textOf(profile, "title"), QStringLiteral("Lingüista"));
        QCOMPARE(profile[QLatin1String("languages")].toArray(), languages);
        QCOMPARE(textOf(m_api->records(QStringLiteral("Account")).first(), "country"), QStringLiteral("PT"));
    }

    void correctionOfWhatIsGoneSaysSo()
    {
        const QString note = QStringLiteral("it_label_trainer");
        const QString id = idOf(m_api->ask(QStringLiteral("correction"),
            fields({ field("Integration", note, "name", QStringLiteral("Atelier")) })));
        m_api->control({ { QStringLiteral("command"), QStringLiteral("removeRecord") },
            { QStringLiteral("type"), QStringLiteral("Integration") }, { QStringLiteral("id"), note } });
        QCOMPARE(act("fulfilRequest", id), id);
        QVERIFY(!m_api->records(QStringLiteral("Integration")).contains(note));
        QVERIFY(m_api->request(id)[QLatin1String("events")]
                    .toArray()
                    .last()[QLatin1String("text")]
                    .toString()
                    .contains(QLatin1String("0 of 1")));
    }

    void optOutsSetChoices_data()
    {
        QTest::addColumn<QString>("exercise");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* exercise, const char* purpose, const char* choice, bool allowed) {
            QTest::addRow("%s %s", exercise, purpose)
                << QString::fromLatin1(exercise) << QString::fromLatin1(purpose)
                << QString::fromLatin1(choice) << allowed;
        };
        row("sale:opt_out", "", "sale_or_sharing", false);
        row("sale:opt_in", "", "sale_or_sharing", true);
        row("targeted_advertising:opt_out", "", "advertising", false);
        row("profiling:opt_out", "", "profiling", false);
        row("sensitive:limit", "", "sensitive_data", false);
        row("consent:withdraw", "functional", "functional", false);
        row("objection", "analytics", "analytics", false);
        row("restriction", "", "profiling", false);
        row("restriction", "", "sale_or_sharing", false);
    }

    void optOutsSetChoices()
    {
        QFETCH(QString, exercise);
        QFETCH(QString, purpose);
        QFETCH(QString, choice);
        QFETCH(bool, allowed);
        m_api->mutate(kChoice, QStringLiteral("update"), choice, { { QStringLiteral("allowed"), !allowed } });
        const QString id = idOf(m_api->ask(exercise, { { QStringLiteral("purpose"), purpose } }));
        QCOMPARE(act("fulfilRequest", id), id);
        const QJsonObject set = m_api->records(kChoice).value(choice);
        QCOMPARE(set[QLatin1String("allowed")].toBool(!allowed), allowed);
        if (choice == QLatin1String("sale_or_sharing") && !allowed)
            QVERIFY(!textOf(set, "confirmedAt").isEmpty());
    }

    void officeWorksByItselfAtItsPace()
    {
        start({ QStringLiteral("--speed"), QStringLiteral("100") });
        const QString id = idOf(m_api->ask(QStringLiteral("sale:opt_out")));
        const auto settled = [this, &id] {
            const QJsonObject request = m_api->request(id);
            // It may ask who is asking; then it waits for the answer.
            if (textOf(request, "identity") == QLatin1String("NEEDED"))
                m_api->verify(id, m_api->identityCode());
            const QString status = textOf(request, "status");
            return status == QLatin1String("fulfilled") || status == QLatin1String("denied");
        };
        QVERIFY(QTest::qWaitFor(settled, 30'000));
        QVERIFY(!textOf(m_api->request(id), "acknowledgedAt").isEmpty());
    }

    void officeStaysStillWithoutSpeed()
    {
        const QString id = idOf(m_api->ask(QStringLiteral("complaint"), complaint()));
        QString cursor;
        m_api->readFeed(cursor);
        QTest::qWait(600);
        QCOMPARE(m_api->readFeed(cursor).size(), size_t(0));
        QCOMPARE(textOf(m_api->request(id), "status"), QStringLiteral("open"));
    }

    void capabilitiesSayWhatThereIs()
    {
        const QJsonObject json = m_api->get(QStringLiteral("/api/trainer/v1/capabilities")).json;
        const QJsonObject privacy = json[QLatin1String("privacy")].toObject();
        QCOMPARE(privacy[QLatin1String("exports")].toBool(), true);
        QCOMPARE(privacy[QLatin1String("deletion")][QLatin1String("coolingOffSeconds")].toInt(), 604'800);
        QCOMPARE(privacy[QLatin1String("deletion")][QLatin1String("cleanUpSeconds")].toInt(), 3'600);
        QCOMPARE(json[QLatin1String("operations")][kRequest].toArray(),
            QJsonArray(
                { QStringLiteral("create"), QStringLiteral("verifyIdentity"), QStringLiteral("revoke") }));
        for (const char* type : { "ConsentRecord", "PrivacyChoice", "DataRequest", "PolicyVersion",
                 "Integration", "SecurityEvent" })
            QVERIFY2(json[QLatin1String("recordTypes")].toArray().contains(QLatin1String(type)), type);
    }

private:
    void start(const QStringList& arguments)
    {
        m_api.reset();
        m_sandbox.reset();
        m_sandbox = std::make_unique<SandboxProcess>(arguments.isEmpty()
                ? QStringList { QStringLiteral("--speed"), QStringLiteral("0"), QStringLiteral("--now"),
                    QStringLiteral("2026-11-23T16:00:00.000Z") }
                : arguments);
        m_api = std::make_unique<PrivacyClient>(*m_sandbox, m_sandbox->trainerToken());
    }
    QString act(const char* name, const QString& id) const
    {
        return textOf(m_api->act(QLatin1String(name), id), "id");
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<PrivacyClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::PrivacyRequestsTest)
#include "privacy_requests_test.moc"
