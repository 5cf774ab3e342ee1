// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the server answers to each member of the vendor's team, and that it shows nobody else's identity.
#include "sandbox/store/store.h"
#include "tests/sandbox/api_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace ot::test {

namespace {

const QStringList kAccounts { QStringLiteral("trainer"), QStringLiteral("vendor"),
    QStringLiteral("vendor-bids"), QStringLiteral("vendor-finance"), QStringLiteral("vendor-member") };

QSet<QString> idsIn(const QJsonValue& list)
{
    QSet<QString> ids;
    for (const QJsonValue& value : list.toArray())
        ids.insert(value[QLatin1String("id")].toString());
    return ids;
}

} // namespace

class TeamServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
    }

    void everyAccountHasATokenAndAPassword();
    void capabilitiesFollowTheRole_data();
    void capabilitiesFollowTheRole();
    void publicAnswersFollowTheRole();
    void framesReachWhoeverSeesTheRecord();
    void writingIsAnsweredWithOnesOwnRow();
    void changesOfTheTruthReachTheMembers();
    void ownStateAndOwnVersionAreOnesOwn();
    void nobodyElseIsShownWithTheirIdentity_data();
    void nobodyElseIsShownWithTheirIdentity();
    void roleChangesAtOnce();
    void removalEndsTheChannel();
    void olderFileIsBegunAnew();

private:
    void be(const QString& account) { m_api->useToken(tokenOf(account)); }
    [[nodiscard]] QString tokenOf(const QString& account) const
    {
        QFile file(m_sandbox->tokenFile(account));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().trimmed()) : QString();
    }
    [[nodiscard]] QJsonObject ask(const QString& account, const char* path)
    {
        be(account);
        const ApiAnswer answer = m_api->get(QString::fromUtf8(path));
        return answer.status == 200 ? answer.json : QJsonObject();
    }
    void upsert(const char* type, const char* id, const QJsonObject& object)
    {
        const QJsonObject answer
            = m_api->control({ { QStringLiteral("command"), QStringLiteral("upsertRecord") },
                { QStringLiteral("account"), QStringLiteral("vendor") },
                { QStringLiteral("type"), QString::fromUtf8(type) },
                { QStringLiteral("id"), QString::fromUtf8(id) }, { QStringLiteral("object"), object } });
        QVERIFY(answer.value(QLatin1String("ok")).toBool());
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
};

void TeamServerTest::everyAccountHasATokenAndAPassword()
{
    QFile file(m_sandbox->dataDirectory() + QStringLiteral("/sign-in.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject signIns = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList roles { QString(), QStringLiteral("OWNER"), QStringLiteral("BID_MANAGER"),
        QStringLiteral("FINANCE"), QStringLiteral("MEMBER") };
    for (qsizetype i = 0; i < kAccounts.size(); ++i) {
        QVERIFY(!signIns[kAccounts[i]][QLatin1String("password")].toString().isEmpty());
        const QJsonObject me = ask(kAccounts[i], "/api/public/v1/auth/me");
        QCOMPARE(me[QLatin1String("actor")][QLatin1String("email")],
            signIns[kAccounts[i]][QLatin1String("email")]);
        QCOMPARE(me[QLatin1String("account")][QLatin1String("memberRole")].toString(), roles[i]);
    }
}

void TeamServerTest::capabilitiesFollowTheRole_data()
{
    QTest::addColumn<QStringList>("hidden");
    const auto row = [](const char* account, const char* hidden) {
        QTest::newRow(account) << QString::fromUtf8(hidden).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("trainer", "Company TeamMember");
    row("vendor", "");
    row("vendor-bids", "Payout Invoice PayoutMethod TaxForm");
    row("vendor-finance", "Profile Proposal ProposalTemplate Interview InstructionPage Submission Review");
    row("vendor-member",
        "Profile Proposal ProposalTemplate Interview Payout Invoice PayoutMethod TaxForm Review");
}

void TeamServerTest::capabilitiesFollowTheRole()
{
    QFETCH(QStringList, hidden);
    const QString account = QString::fromUtf8(QTest::currentDataTag());
    const QJsonArray types
        = ask(account, "/api/trainer/v1/capabilities")[QLatin1String("recordTypes")].toArray();
    QCOMPARE(types.size(), 34 - hidden.size());
    for (const QString& type : hidden)
        QVERIFY2(!types.contains(type), qPrintable(type));
    // The feed brings nothing of what is hidden.
    QString cursor;
    for (const QJsonObject& change : m_api->readFeed(cursor))
        QVERIFY2(types.contains(change[QLatin1String("type")]),
            qPrintable(change[QLatin1String("type")].toString()));
}

void TeamServerTest::publicAnswersFollowTheRole()
{
    const auto contracts = [this](const QString& account) {
        return ask(account, "/api/public/v1/contracts")[QLatin1String("contracts")].toArray();
    };
    QCOMPARE(contracts(kAccounts[2]).size(), 4);
    QCOMPARE(idsIn(contracts(kAccounts[3])), idsIn(contracts(kAccounts[1])));
    const QJsonArray assigned = contracts(kAccounts[4]);
    QCOMPARE(idsIn(assigned), (QSet<QString> { QStringLiteral("ct_101"), QStringLiteral("ct_103") }));
    for (const QJsonValue& contract : assigned) {
        QVERIFY(contract[QLatin1String("rateUsd")].isNull());
        QCOMPARE(contract[QLatin1String("freelancer")][QLatin1String("userId")].toString(),
            QStringLiteral("u_tobias"));
        for (const QJsonValue& milestone : contract[QLatin1String("milestones")].toArray())
            QVERIFY(milestone[QLatin1String("amountUsd")].isNull());
    }
    const auto count = [this](const QString& account, const char* path, const char* list) {
        return ask(account, path)[QLatin1String(list)].toArray().size();
    };
    const char* pending = "/api/public/v1/payments/pending";
    QVERIFY(count(kAccounts[1], pending, "payments") > 0);
    QCOMPARE(count(kAccounts[3], pending, "payments"), count(kAccounts[1], pending, "payments"));
    QCOMPARE(count(kAccounts[2], pending, "payments"), 0);
    QCOMPARE(count(kAccounts[4], pending, "payments"), 0);
    const char* talks = "/api/public/v1/messages";
    QCOMPARE(count(kAccounts[2], talks, "conversations"), 6);
    QCOMPARE(count(kAccounts[3], talks, "conversations"), 4);
    QCOMPARE(count(kAccounts[4], talks, "conversations"), 2);
    be(kAccounts[4]);
    QCOMPARE(m_api->get(QStringLiteral("/api/public/v1/contracts/ct_102")).status, 404);
    QCOMPARE(m_api->get(QStringLiteral("/api/public/v1/messages?conversationId=cv_105")).status, 404);
    for (const QJsonValue& event :
        ask(kAccounts[4], "/api/public/v1/updates?limit=100")[QLatin1String("events")].toArray())
        QVERIFY(!event[QLatin1String("type")].toString().startsWith(QLatin1String("pay")));
    for (const QString& account : kAccounts)
        QCOMPARE(ask(account, "/api/public/v1/freelancers/polaris-annotation")[QLatin1String("displayName")]
                     .toString(),
            QStringLiteral("Tobias L."));
}

void TeamServerTest::framesReachWhoeverSeesTheRecord()
{
    QMap<QString, std::shared_ptr<LiveClient>> clients;
    for (const QString& account : kAccounts) {
        clients[account] = std::make_shared<LiveClient>();
        clients[account]->open(m_sandbox->url(), tokenOf(account));
        QVERIFY(clients[account]->waitForFrames(1));
    }
    // cv_105 is about a proposal: the bid manager's business, not finance's or the annotator's.
    m_api->control({ { QStringLiteral("command"), QStringLiteral("employerMessage") },
        { QStringLiteral("account"), QStringLiteral("vendor-bids") },
        { QStringLiteral("conversationId"), QStringLiteral("cv_105") } });
    const QMap<QString, int> expected { { kAccounts[0], 0 }, { kAccounts[1], 2 }, { kAccounts[2], 2 },
        { kAccounts[3], 0 }, { kAccounts[4], 0 } };
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        LiveClient& client = *clients[it.key()];
        QVERIFY(client.waitForFrames(2));
        const QJsonArray changes = client.frames()[1][QLatin1String("changes")].toArray();
        QCOMPARE(changes.size(), it.value());
        for (const QJsonValue& change : changes) {
            if (change[QLatin1String("type")] == QLatin1String("Message"))
                QVERIFY(change[QLatin1String("object")][QLatin1String("hasUnreadFlag")].toBool());
        }
    }
    m_api->control({ { QStringLiteral("command"), QStringLiteral("typing") },
        { QStringLiteral("account"), QStringLiteral("vendor") },
        { QStringLiteral("conversationId"), QStringLiteral("cv_103") } });
    QVERIFY(clients[kAccounts[4]]->waitForFrames(3));
    QCOMPARE(clients[kAccounts[4]]->frames()[2][QLatin1String("kind")].toString(), QStringLiteral("typing"));
}

void TeamServerTest::writingIsAnsweredWithOnesOwnRow()
{
    be(kAccounts[4]);
    const QJsonObject result
        = m_api->say(mutationId(1), QStringLiteral("cv_101"), QStringLiteral("Raderna 14 och 31 är klara."));
    QCOMPARE(result[QLatin1String("outcome")].toString(), QStringLiteral("applied"));
    const QJsonObject own = result[QLatin1String("change")][QLatin1String("object")].toObject();
    QVERIFY(own[QLatin1String("isFromViewer")].toBool());
    QCOMPARE(own[QLatin1String("senderName")].toString(), QStringLiteral("Linnea B."));
    const QJsonArray seen = ask(
        kAccounts[1], "/api/public/v1/messages?conversationId=cv_101&limit=1")[QLatin1String("messages")]
                                .toArray();
    QCOMPARE(seen[0][QLatin1String("id")], own[QLatin1String("id")]);
    QVERIFY(!seen[0][QLatin1String("isFromViewer")].toBool(true));
    // What they do not see is not there for them.
    be(kAccounts[4]);
    const QJsonObject refused
        = m_api->say(mutationId(2), QStringLiteral("cv_102"), QStringLiteral("Is this mine?"));
    QCOMPARE(refused[QLatin1String("code")].toString(), QStringLiteral("NOT_FOUND"));
}

void TeamServerTest::changesOfTheTruthReachTheMembers()
{
    const QJsonObject profile { { QStringLiteral("title"), QStringLiteral("New title") } };
    upsert("Profile", "u_tobias", profile);
    be(kAccounts[2]);
    QString cursor;
    bool found = false;
    for (const QJsonObject& change : m_api->readFeed(cursor, 500, QStringLiteral("Profile")))
        found
            = found || change[QLatin1String("object")][QLatin1String("title")] == QLatin1String("New title");
    QVERIFY(found);
    // An annotator's feed has no profile.
    be(kAccounts[4]);
    cursor.clear();
    QVERIFY(m_api->readFeed(cursor, 500, QStringLiteral("Profile")).empty());
}

void TeamServerTest::ownStateAndOwnVersionAreOnesOwn()
{
    const auto row = [this](const QString& account) {
        be(account);
        QString cursor;
        for (const QJsonObject& change : m_api->readFeed(cursor, 500, QStringLiteral("Conversation"))) {
            if (change[QLatin1String("id")] == QLatin1String("cv_106"))
                return change;
        }
        return QJsonObject();
    };
    const auto mute = [this](int number, bool muted, const QJsonValue& baseVersion) {
        be(kAccounts[2]);
        const QJsonObject mutation { { QStringLiteral("mutationId"), mutationId(number) },
            { QStringLiteral("type"), QStringLiteral("Conversation") },
            { QStringLiteral("op"), QStringLiteral("update") },
            { QStringLiteral("id"), QStringLiteral("cv_106") },
            { QStringLiteral("baseVersion"), baseVersion },
            { QStringLiteral("args"), QJsonObject { { QStringLiteral("muted"), muted } } } };
        return m_api
            ->post(QStringLiteral("/api/trainer/v1/mutations"),
                { { QStringLiteral("mutations"), QJsonArray { mutation } } })
            .json[QLatin1String("results")][0]
            .toObject();
    };
    const QJsonValue before = row(kAccounts[2])[QLatin1String("version")];
    const QJsonObject ofOwner = row(kAccounts[1]);
    const QJsonObject applied = mute(11, true, before);
    QCOMPARE(applied[QLatin1String("outcome")].toString(), QStringLiteral("applied"));
    QVERIFY(applied[QLatin1String("change")][QLatin1String("object")][QLatin1String("muted")].toBool());
    // The owner's row neither says so nor counts it.
    QCOMPARE(row(kAccounts[1]), ofOwner);
    const QJsonObject conflict = mute(12, false, before);
    QCOMPARE(conflict[QLatin1String("outcome")].toString(), QStringLiteral("conflict"));
    QCOMPARE(conflict[QLatin1String("change")], QJsonValue(row(kAccounts[2])));
}

void TeamServerTest::nobodyElseIsShownWithTheirIdentity_data()
{
    QTest::addColumn<QStringList>("own"); // what may be read in full: one's own
    QTest::addColumn<bool>("seesTeamAddresses");
    QTest::newRow("trainer") << QStringList { QStringLiteral("maria"), QStringLiteral("Gómez") } << false;
    QTest::newRow("vendor") << QStringList { QStringLiteral("tobias"), QStringLiteral("Lindqvist") } << true;
    QTest::newRow("vendor-bids") << QStringList { QStringLiteral("aino"), QStringLiteral("Korhonen") }
                                 << true;
    QTest::newRow("vendor-finance") << QStringList { QStringLiteral("maren"), QStringLiteral("Solberg") }
                                    << true;
    QTest::newRow("vendor-member") << QStringList { QStringLiteral("linnea"), QStringLiteral("Bergström") }
                                   << false;
}

void TeamServerTest::nobodyElseIsShownWithTheirIdentity()
{
    QFETCH(QStringList, own);
    QFETCH(bool, seesTeamAddresses);
    const QString account = QString::fromUtf8(QTest::currentDataTag());
    be(account);
    QString cursor;
    QByteArray seen;
    const auto add = [&seen](QJsonObject object) {
        // Addresses of pages are no addresses of people.
        for (const char* member : { "tiptapJson", "htmlSnapshot", "markdown" })
            object.remove(QLatin1String(member));
        seen += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    };
    for (const QJsonObject& change : m_api->readFeed(cursor))
        add(change[QLatin1String("object")].toObject());
    for (const char* path : { "/api/public/v1/auth/me", "/api/public/v1/contracts", "/api/public/v1/messages",
             "/api/public/v1/payments/pending", "/api/public/v1/updates",
             "/api/public/v1/freelancers/maria-g", "/api/public/v1/freelancers/polaris-annotation" })
        add(ask(account, path));
    const QString text = QString::fromUtf8(seen);

    // Addresses: one's own, the work addresses one was given, the company's, and the team's for its leads.
    static const QRegularExpression kAddress(QStringLiteral("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"));
    int addresses = 0;
    for (auto it = kAddress.globalMatch(text); it.hasNext(); ++addresses) {
        const QString address = it.next().captured();
        const bool isOwn = address.startsWith(own.first() + QLatin1Char('@'))
            || address.startsWith(own.first() + QLatin1Char('.'));
        const bool isWork = address
            == (account == kAccounts[0] ? QStringLiteral("maria.g@opentrain.work")
                                        : QStringLiteral("polaris@opentrain.work"));
        // Offices, not people.
        const bool isCompany = address == QLatin1String("hello@polaris.example.test")
            || address.endsWith(QLatin1String("@opentrain.example"));
        const bool isTeam = seesTeamAddresses
            && (address.endsWith(QLatin1String("@polaris.example.test"))
                || address == QLatin1String("tobias@example.test")
                || address == QLatin1String("oskar.h@example.test"));
        QVERIFY2(isOwn || isWork || isCompany || isTeam, qPrintable(address));
    }
    QVERIFY(addresses > 0);
    // Full last names: only one's own.
    for (const QString& name : { QStringLiteral("Gómez"), QStringLiteral("Lindqvist"),
             QStringLiteral("Korhonen"), QStringLiteral("Solberg"), QStringLiteral("Bergström") }) {
        for (const char* member : { "lastName", "fullName" }) {
            static const QString kForm = QStringLiteral("\"%1\":\"[^\"]*%2\"");
            const QRegularExpression form(kForm.arg(QString::fromUtf8(member), name));
            QCOMPARE(text.contains(form), name == own.last());
        }
    }
    // Telephone numbers: none.
    static const QRegularExpression kPhone(
        QStringLiteral("\"(phone|phoneNumber|mobile)\"|\\+\\d{2}[ \\d]{8,}"));
    const auto phone = kPhone.match(text);
    QVERIFY2(!phone.hasMatch(), qPrintable(phone.captured()));
}

void TeamServerTest::roleChangesAtOnce()
{
    QString cursor;
    be(kAccounts[4]);
    m_api->readFeed(cursor);
    upsert("TeamMember", "tm_4", { { QStringLiteral("role"), QStringLiteral("FINANCE") } });
    QSet<QString> come;
    QSet<QString> gone;
    for (const QJsonObject& change : m_api->readFeed(cursor))
        (change[QLatin1String("op")] == QLatin1String("remove") ? gone : come)
            .insert(change[QLatin1String("type")].toString());
    QVERIFY(come.contains(QStringLiteral("Payout")) && come.contains(QStringLiteral("Account")));
    QVERIFY(gone.contains(QStringLiteral("InstructionPage")));
    const QJsonObject me = ask(kAccounts[4], "/api/public/v1/auth/me");
    QCOMPARE(me[QLatin1String("account")][QLatin1String("memberRole")].toString(), QStringLiteral("FINANCE"));
    const QJsonObject capabilities = ask(kAccounts[4], "/api/trainer/v1/capabilities");
    QVERIFY(capabilities[QLatin1String("recordTypes")].toArray().contains(QStringLiteral("Payout")));
    upsert("TeamMember", "tm_4", { { QStringLiteral("role"), QStringLiteral("MEMBER") } });
    QVERIFY(
        ask(kAccounts[4], "/api/public/v1/payments/pending")[QLatin1String("payments")].toArray().isEmpty());
}

void TeamServerTest::removalEndsTheChannel()
{
    LiveClient client;
    client.open(m_sandbox->url(), tokenOf(kAccounts[4]));
    QVERIFY(client.waitForFrames(1));
    upsert("TeamMember", "tm_4", { { QStringLiteral("status"), QStringLiteral("REMOVED") } });
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 4401);
    be(kAccounts[4]);
    QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/sync")).status, 401);
    be(kAccounts[2]);
    QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/sync?limit=1")).status, 200);
}

void TeamServerTest::olderFileIsBegunAnew()
{
    be(kAccounts[1]);
    QString cursor;
    m_api->readFeed(cursor);
    m_sandbox->stop();
    {
        sandbox::Clock clock;
        sandbox::Store store(clock);
        QCOMPARE(store.open(m_sandbox->dataDirectory() + QStringLiteral("/sandbox.db")), QString());
        QVERIFY(!store.isOfAnotherFormat());
        store.setMeta(QStringLiteral("format"), QStringLiteral("1"));
        QVERIFY(store.isOfAnotherFormat());
        store.close();
    }
    m_sandbox->restart();
    be(kAccounts[1]);
    const ApiAnswer answer = m_api->get(QStringLiteral("/api/trainer/v1/sync?cursor=") + cursor);
    QCOMPARE(answer.status, 410);
    QVERIFY(ask(kAccounts[4], "/api/trainer/v1/capabilities").contains(QStringLiteral("recordTypes")));
    cursor.clear();
    m_api->readFeed(cursor);
    m_sandbox->stop();
    m_sandbox->restart();
    // Once is enough.
    QCOMPARE(m_api->get(QStringLiteral("/api/trainer/v1/sync?cursor=") + cursor).status, 200);
}

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::TeamServerTest)
#include "team_server_test.moc"
