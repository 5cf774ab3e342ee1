// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/api_client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace ot::test {

namespace {

const QString kBase = QStringLiteral("/api/public/v1/");

QSet<QString> membersOf(const QJsonObject& object)
{
    const QStringList keys = object.keys();
    return { keys.begin(), keys.end() };
}

QSet<QString> words(const char* text)
{
    const QStringList list = QString::fromLatin1(text).split(QLatin1Char(' '));
    return { list.begin(), list.end() };
}

} // namespace

class PublicApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_api = std::make_unique<ApiClient>(*m_sandbox);
    }

    void jobsNeedNoToken()
    {
        const QJsonObject answer = get(QStringLiteral("jobs?limit=3"));
        QCOMPARE(membersOf(answer), words("jobs nextCursor generatedAt"));
        const QJsonObject job = answer[QLatin1String("jobs")][0].toObject();
        QCOMPARE(membersOf(job),
            words("id slug title companyName descriptionText descriptionHtml seoTitle summary status "
                  "datePosted "
                  "validThrough updatedAt employmentTypes countries languages category dataType labelTypes "
                  "labelingSoftware experienceLevel skills pay url applyUrl"));
        QCOMPARE(membersOf(job[QLatin1String("pay")].toObject()),
            words("paymentType currency hourlyRate hourlyMin hourlyMax fixedPrice perLabelRate"));
        QCOMPARE(get(QStringLiteral("jobs/") + job[QLatin1String("id")].toString()), job);
    }

    void pagesOfJobsGiveEachOnceNewestFirst()
    {
        const int total = get(QStringLiteral("jobs/facets"))[QLatin1String("totalJobs")].toInt();
        QSet<QString> ids;
        QString posted = QStringLiteral("9");
        int count = 0;
        for (QString cursor; count == 0 || !cursor.isEmpty();) {
            const QJsonObject page = get(QStringLiteral("jobs?limit=37&cursor=") + cursor);
            for (const QJsonValue& job : page[QLatin1String("jobs")].toArray()) {
                ids.insert(job[QLatin1String("id")].toString());
                QVERIFY(job[QLatin1String("datePosted")].toString() <= posted);
                posted = job[QLatin1String("datePosted")].toString();
                ++count;
            }
            cursor = page[QLatin1String("nextCursor")].toString();
        }
        QCOMPARE(count, total);
        QCOMPARE(ids.size(), static_cast<qsizetype>(total));
    }

    void filtersNarrowTheSearch_data()
    {
        QTest::addColumn<QString>("facet");
        QTest::addColumn<QString>("parameter");
        QTest::newRow("category") << QStringLiteral("categories") << QStringLiteral("category");
        QTest::newRow("pay") << QStringLiteral("payTypes") << QStringLiteral("payType");
    }

    void filtersNarrowTheSearch()
    {
        QFETCH(QString, facet);
        QFETCH(QString, parameter);
        const QJsonObject all = get(QStringLiteral("jobs/facets"));
        const QJsonValue last = all[facet].toArray().last();
        int count = 0;
        QString cursor;
        do {
            const QString value
                = QString::fromLatin1(QUrl::toPercentEncoding(last[QLatin1String("value")].toString()));
            const QJsonObject page
                = get(QStringLiteral("jobs?limit=100&%1=%2&cursor=%3").arg(parameter, value, cursor));
            count += static_cast<int>(page[QLatin1String("jobs")].toArray().size());
            cursor = page[QLatin1String("nextCursor")].toString();
        } while (!cursor.isEmpty());
        QCOMPARE(count, last[QLatin1String("count")].toInt());
        QVERIFY(count < all[QLatin1String("totalJobs")].toInt());
    }

    void wordsAreFoundAndWildcardsAreWords()
    {
        const QString title
            = get(QStringLiteral("jobs?limit=1"))[QLatin1String("jobs")][0][QLatin1String("title")]
                  .toString();
        const QString query = QString::fromLatin1(QUrl::toPercentEncoding(title.toUpper()));
        QVERIFY(!get(QStringLiteral("jobs?q=") + query)[QLatin1String("jobs")].toArray().isEmpty());
        QVERIFY(
            get(QStringLiteral("jobs?q=%25_%25_no_such_words"))[QLatin1String("jobs")].toArray().isEmpty());
    }

    void closedJobHasABareBody()
    {
        const QString id
            = get(QStringLiteral("jobs?limit=1"))[QLatin1String("jobs")][0][QLatin1String("id")].toString();
        const QString before
            = get(QStringLiteral("jobs/changes?since=2030-01-01T00:00:00Z"))[QLatin1String("until")]
                  .toString();
        m_api->control(
            { { QStringLiteral("command"), QStringLiteral("closeJob") }, { QStringLiteral("id"), id } });
        const ApiAnswer closed = m_api->get(kBase + QStringLiteral("jobs/") + id);
        QCOMPARE(closed.status, 404);
        QCOMPARE(closed.json,
            (QJsonObject {
                { QStringLiteral("id"), id }, { QStringLiteral("status"), QStringLiteral("closed") } }));
        const ApiAnswer unknown = m_api->get(kBase + QStringLiteral("jobs/none"));
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.json[QLatin1String("code")].toString(), QStringLiteral("NOT_FOUND"));
        QCOMPARE(m_api->get(kBase + QStringLiteral("jobs/") + QString(65, u'x')).status, 400);

        const QJsonObject since = get(QStringLiteral("jobs/changes?since=") + before);
        QCOMPARE(since[QLatin1String("changes")].toArray().size(), 1);
        QCOMPARE(since[QLatin1String("changes")][0][QLatin1String("eventType")].toString(),
            QStringLiteral("CLOSED"));
        const QString until = since[QLatin1String("until")].toString();
        QVERIFY(
            get(QStringLiteral("jobs/changes?since=") + until)[QLatin1String("changes")].toArray().isEmpty());
    }

    void jobsAreCacheableAndLimited()
    {
        QNetworkAccessManager network;
        const QNetworkRequest request(
            QUrl(m_sandbox->url().toString() + kBase + QStringLiteral("jobs?limit=1")));
        std::unique_ptr<QNetworkReply> reply;
        const auto ask = [&] {
            reply.reset(network.get(request));
            QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        };
        QCOMPARE(ask(), 200);
        QCOMPARE(reply->rawHeader("Cache-Control"),
            QByteArray("public, s-maxage=300, stale-while-revalidate=3600"));
        QCOMPARE(reply->rawHeader("Access-Control-Allow-Origin"), QByteArray("*"));
        // At the turn of a minute the count begins anew, so twice the limit is asked.
        int limited = 0;
        for (int i = 0; i < 250 && limited == 0; ++i)
            limited = ask() == 429 ? 1 : 0;
        QCOMPARE(limited, 1);
        const int wait = reply->rawHeader("Retry-After").toInt();
        QVERIFY(wait >= 1 && wait <= 60);
        QVERIFY(reply->readAll().contains("RATE_LIMITED"));
        QCOMPARE(m_api->send("OPTIONS", kBase + QStringLiteral("jobs"), {}).status, 204);
    }

    void jobsAreNotSentTwice()
    {
        const QUrl url(m_sandbox->url().toString() + kBase + QStringLiteral("jobs?limit=5"));
        QNetworkAccessManager network;
        const auto ask = [&](const QByteArray& known) {
            QNetworkRequest request(url);
            if (!known.isEmpty())
                request.setRawHeader("If-None-Match", known);
            std::unique_ptr<QNetworkReply> reply(network.get(request));
            QSignalSpy(reply.get(), &QNetworkReply::finished).wait();
            return reply;
        };
        const auto status = [](const std::unique_ptr<QNetworkReply>& reply) {
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        };
        const auto first = ask({});
        const QByteArray tag = first->rawHeader("ETag");
        QVERIFY(tag.startsWith("W/\""));
        const auto same = ask("\"other\", " + tag);
        QCOMPARE(status(same), 304);
        QVERIFY(same->readAll().isEmpty());
        QCOMPARE(same->rawHeader("ETag"), tag);
        QVERIFY(same->rawHeader("Cache-Control").contains("s-maxage"));
        m_api->control({ { QStringLiteral("command"), QStringLiteral("upsertJob") },
            { QStringLiteral("id"), QStringLiteral("new_1") },
            { QStringLiteral("job"), QJsonObject { { QStringLiteral("title"), QStringLiteral("New") } } } });
        const auto changed = ask(tag);
        QCOMPARE(status(changed), 200);
        QVERIFY(changed->rawHeader("ETag") != tag);
    }

    void tokensAreLimited()
    {
        m_api->useToken(m_sandbox->trainerToken());
        m_api->control({ { QStringLiteral("command"), QStringLiteral("limitRequests") },
            { QStringLiteral("perMinute"), 3 } });
        const QString path = QStringLiteral("/api/trainer/v1/capabilities");
        // At the turn of a minute the count begins anew, so twice the limit is asked.
        ApiAnswer answer;
        for (int i = 0; i < 8 && answer.status != 429; ++i)
            answer = m_api->get(path);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.json[QLatin1String("code")].toString(), QStringLiteral("RATE_LIMITED"));
        // The other account's token has its own count.
        m_api->useToken(m_sandbox->vendorToken());
        QCOMPARE(m_api->get(path).status, 200);
        m_api->control(QStringLiteral("limitRequests"));
        m_api->useToken(m_sandbox->trainerToken());
        QCOMPARE(m_api->get(path).status, 200);
    }

    void refusesBadParameters_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("pay type") << QStringLiteral("jobs?payType=PAY_PER_SMILE");
        QTest::newRow("limit") << QStringLiteral("jobs?limit=101");
        QTest::newRow("cursor") << QStringLiteral("jobs?cursor=xyz");
        QTest::newRow("since") << QStringLiteral("jobs/changes");
        QTest::newRow("direction") << QStringLiteral("messages?conversationId=cv_1&direction=up");
        QTest::newRow("filter") << QStringLiteral("messages?filter=best");
        QTest::newRow("contract status") << QStringLiteral("contracts?status=odd");
        QTest::newRow("updates cursor") << QStringLiteral("updates?cursor=-4");
    }

    void refusesBadParameters()
    {
        QFETCH(QString, path);
        m_api->useToken(m_sandbox->trainerToken());
        const ApiAnswer answer = m_api->get(kBase + path);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json[QLatin1String("code")].toString(), QStringLiteral("BAD_REQUEST"));
    }

    void saysWhoTheTokenIs()
    {
        QCOMPARE(m_api->get(kBase + QStringLiteral("auth/me")).status, 401);
        m_api->useToken(m_sandbox->vendorToken());
        const QJsonObject me = get(QStringLiteral("auth/me"));
        QCOMPARE(membersOf(me), words("actor token account"));
        QCOMPARE(membersOf(me[QLatin1String("actor")].toObject()),
            words("userId email firstName lastName fullName userType"));
        QCOMPARE(membersOf(me[QLatin1String("account")].toObject()),
            words("kind organizationId ownerUserId memberRole"));
        QCOMPARE(me[QLatin1String("account")][QLatin1String("kind")].toString(),
            QStringLiteral("vendor_organization"));
    }

    void conversationsAndMessagesArePagedBothWays()
    {
        m_api->useToken(m_sandbox->trainerToken());
        const QJsonObject list = get(QStringLiteral("messages?limit=2"));
        QCOMPARE(list[QLatin1String("conversations")].toArray().size(), 2);
        const QJsonObject second
            = get(QStringLiteral("messages?limit=2&cursor=") + list[QLatin1String("nextCursor")].toString());
        QVERIFY(second[QLatin1String("conversations")][0][QLatin1String("updatedAt")].toString()
            <= list[QLatin1String("conversations")][1][QLatin1String("updatedAt")].toString());
        const QString id = list[QLatin1String("conversations")][0][QLatin1String("id")].toString();

        QStringList older = idsOf(id, QStringLiteral("older"));
        const QStringList newer = idsOf(id, QStringLiteral("newer"));
        std::reverse(older.begin(), older.end());
        QVERIFY(older.size() > 3);
        QCOMPARE(older, newer);
        const QJsonObject message
            = get(QStringLiteral("messages?conversationId=") + id)[QLatin1String("messages")][0].toObject();
        QCOMPARE(membersOf(message),
            words(
                "id createdAt updatedAt conversationId jobId senderUserId isFromViewer system hasUnreadFlag "
                "hasAudio content messageType attachmentCount reactionCount editedAt"));
    }

    void messageIsSentAndSeenInTheFeed()
    {
        m_api->useToken(m_sandbox->trainerToken());
        const QString id
            = get(QStringLiteral("messages?limit=1"))[QLatin1String("conversations")][0][QLatin1String("id")]
                  .toString();
        QString cursor;
        m_api->readFeed(cursor);
        const ApiAnswer sent = m_api->post(kBase + QStringLiteral("messages"),
            { { QStringLiteral("conversationId"), id },
                { QStringLiteral("content"), QStringLiteral("Hello") } });
        QCOMPARE(sent.status, 201);
        QVERIFY(sent.json[QLatin1String("ok")].toBool());
        QCOMPARE(m_api->readFeed(cursor).front()[QLatin1String("id")],
            sent.json[QLatin1String("message")][QLatin1String("id")]);
        const ApiAnswer foreign = m_api->post(kBase + QStringLiteral("messages"),
            { { QStringLiteral("conversationId"), QStringLiteral("cv_101") },
                { QStringLiteral("content"), QStringLiteral("Hello") } });
        QCOMPARE(foreign.status, 404);
    }

    void workIsShownInDollarsAndMasked()
    {
        m_api->useToken(m_sandbox->trainerToken());
        const QJsonArray contracts
            = get(QStringLiteral("contracts?status=active"))[QLatin1String("contracts")].toArray();
        QVERIFY(!contracts.isEmpty());
        const QJsonObject contract
            = get(QStringLiteral("contracts/") + contracts.at(0)[QLatin1String("id")].toString());
        QVERIFY(contract[QLatin1String("budget")].isObject());
        QVERIFY(contract[QLatin1String("rateUsd")].isDouble());
        // 4,200 yen an hour are no 4,200 dollars, and a yen has no cents.
        double yen = 0;
        for (const QJsonValue& one : get(QStringLiteral("contracts"))[QLatin1String("contracts")].toArray()) {
            if (one[QLatin1String("rateUsd")].toDouble() == 27.3)
                yen = one[QLatin1String("estimatedTotalUsd")].toDouble();
        }
        QVERIFY2(yen > 100 && yen < 100'000, qPrintable(QString::number(yen)));
        QVERIFY(!contract.contains(QLatin1String("rateMicros")));
        QVERIFY(!contract.contains(QLatin1String("access")));
        const QString shown = contract[QLatin1String("freelancer")][QLatin1String("displayName")].toString();
        const QString lastName
            = get(QStringLiteral("auth/me"))[QLatin1String("actor")][QLatin1String("lastName")].toString();
        QVERIFY2(!shown.contains(lastName), qPrintable(shown));
        QCOMPARE(m_api->get(kBase + QStringLiteral("contracts/ct_101")).status, 404);
        for (const QJsonValue& payment :
            get(QStringLiteral("payments/pending"))[QLatin1String("payments")].toArray())
            QCOMPARE(payment[QLatin1String("status")].toString(), QStringLiteral("PENDING_PAYOUT"));
        const QJsonObject profile = get(QStringLiteral("freelancers/maria-g"));
        QCOMPARE(profile[QLatin1String("lastNameInitial")].toString().size(), 1);
        QVERIFY(!profile.contains(QLatin1String("updatedAt")));
    }

    void updatesAreReadOnceInOrder()
    {
        m_api->useToken(m_sandbox->trainerToken());
        QString cursor = QStringLiteral("0");
        qint64 last = 0;
        bool more = true;
        while (more) {
            const QJsonObject page = get(QStringLiteral("updates?limit=7&cursor=") + cursor);
            for (const QJsonValue& event : page[QLatin1String("events")].toArray()) {
                QVERIFY(event[QLatin1String("id")].toString().toLongLong() > last);
                last = event[QLatin1String("id")].toString().toLongLong();
            }
            cursor = page[QLatin1String("nextCursor")].toString();
            more = page[QLatin1String("hasMore")].toBool();
        }
        QVERIFY(last > 0);
        m_api->control({ { QStringLiteral("command"), QStringLiteral("employerMessage") } });
        const QJsonArray events
            = get(QStringLiteral("updates?cursor=") + cursor)[QLatin1String("events")].toArray();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.at(0)[QLatin1String("type")].toString(), QStringLiteral("message.received"));
    }

    void scopesAreKept_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("scope");
        QTest::newRow("messages") << QStringLiteral("messages") << QStringLiteral("messages:read");
        QTest::newRow("contracts") << QStringLiteral("contracts") << QStringLiteral("payments:read");
        QTest::newRow("payments") << QStringLiteral("payments/pending") << QStringLiteral("payments:read");
        QTest::newRow("profile") << QStringLiteral("freelancers/maria-g") << QStringLiteral("proposals:read");
        QTest::newRow("updates") << QStringLiteral("updates") << QStringLiteral("messages:read");
    }

    void scopesAreKept()
    {
        QFETCH(QString, path);
        QFETCH(QString, scope);
        m_api->useToken(issued(QStringLiteral("jobs:read")));
        const ApiAnswer answer = m_api->get(kBase + path);
        QCOMPARE(answer.status, 403);
        QVERIFY(
            answer.json[QLatin1String("details")][QLatin1String("requiredScopes")].toArray().contains(scope));
        m_api->useToken(issued(scope));
        QCOMPARE(m_api->get(kBase + path).status, 200);
    }

private:
    QJsonObject get(const QString& path) const { return m_api->get(kBase + path).json; }

    QString issued(const QString& scope) const
    {
        return m_api
            ->control({ { QStringLiteral("command"), QStringLiteral("issueToken") },
                { QStringLiteral("scopes"), QJsonArray { scope } } })
            .value(QLatin1String("token"))
            .toString();
    }

    QStringList idsOf(const QString& conversation, const QString& direction) const
    {
        QStringList ids;
        QString cursor;
        do {
            const QJsonObject page
                = get(QStringLiteral("messages?limit=2&conversationId=%1&direction=%2&cursor=%3")
                          .arg(conversation, direction, cursor));
            for (const QJsonValue& message : page[QLatin1String("messages")].toArray())
                ids.append(message[QLatin1String("id")].toString());
            cursor = page[QLatin1String("nextCursor")].toString();
        } while (!cursor.isEmpty());
        return ids;
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::PublicApiTest)
#include "public_api_test.moc"
