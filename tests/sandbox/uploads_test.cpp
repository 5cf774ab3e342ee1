// SPDX-License-Identifier: GPL-3.0-or-later
//
// Uploads by tus and blobs by ranges, as a client on a bad connection uses them.
#include "tests/sandbox/api_client.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace ot::test {

namespace {

constexpr qsizetype kChunk = 1024 * 1024;
const QString kUploads = QStringLiteral("/api/trainer/v1/uploads");
const QString kBlobs = QStringLiteral("/api/trainer/v1/blobs/");

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// Bytes that repeat nowhere.
QByteArray someBytes(qsizetype count, int start = 0)
{
    QByteArray bytes;
    for (int i = start; bytes.size() < count; ++i)
        bytes += QByteArray::number(i) + '\n';
    bytes.truncate(count);
    return bytes;
}

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class UploadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList { QStringLiteral("--speed"), QStringLiteral("0") });
        m_token = m_sandbox->trainerToken();
    }

    void saysWhatItCanDo()
    {
        m_token.clear();
        const auto answer = ask("OPTIONS", kUploads);
        QCOMPARE(answer->status, 204);
        QCOMPARE(answer->header("Tus-Version"), QByteArray("1.0.0"));
        QCOMPARE(answer->header("Tus-Max-Size"), QByteArray::number(50 * kChunk));
        QVERIFY(answer->header("Tus-Extension").contains("termination"));
        QVERIFY(answer->header("Tus-Checksum-Algorithm").contains("sha256"));
        QCOMPARE(create("text")->status, 401);
    }

    void goesOnWhereTheConnectionWasLost_data()
    {
        QTest::addColumn<QString>("accident");
        QTest::newRow("none") << QString();
        QTest::newRow("restart") << QStringLiteral("restart");
        QTest::newRow("kill") << QStringLiteral("kill");
        QTest::newRow("lost before it was read") << QStringLiteral("dropBeforeCommit");
        QTest::newRow("lost after it was kept") << QStringLiteral("dropAfterCommit");
    }

    void goesOnWhereTheConnectionWasLost()
    {
        QFETCH(QString, accident);
        const QByteArray bytes = someBytes(2 * kChunk + 12'345);
        const auto begun = create(bytes);
        QCOMPARE(begun->status, 201);
        const QString place = QString::fromLatin1(begun->header("Location"));
        qsizetype offset = 0;
        int sent = 0;
        while (offset < bytes.size()) {
            if (sent++ == 1)
                happen(accident);
            const auto answer = patch(place, offset, bytes.mid(offset, kChunk));
            if (answer->status != 204) {
                QVERIFY(accident.startsWith(QLatin1String("drop")));
                happen(QStringLiteral("clearFaults"));
            }
            const auto state = ask("HEAD", place);
            QCOMPARE(state->status, 200);
            QCOMPARE(state->header("Upload-Length"), QByteArray::number(bytes.size()));
            QCOMPARE(state->header("Cache-Control"), QByteArray("no-store"));
            offset = state->header("Upload-Offset").toLongLong();
        }
        QVERIFY(sent <= 5);
        const auto blob = ask("GET", kBlobs + QString::fromLatin1(hashOf(bytes)));
        QCOMPARE(blob->status, 200);
        QCOMPARE(hashOf(blob->body), hashOf(bytes));
        // Whoever has lost the last answer still learns that all is there.
        m_sandbox->restart();
        QCOMPARE(ask("HEAD", place)->header("Upload-Offset"), QByteArray::number(bytes.size()));
    }

    void refusesWhatDoesNotFit()
    {
        QCOMPARE(ask("POST", kUploads, {}, announced("x"), "0.9")->status, 412);
        QCOMPARE(ask("POST", kUploads, {}, { { "Upload-Length", "1" } })->status, 400);
        QCOMPARE(create("x", hashOf("x").toUpper())->status, 400);
        Headers large = announced("x");
        large[0].second = QByteArray::number(50 * kChunk + 1);
        QCOMPARE(ask("POST", kUploads, {}, large)->status, 413);
        large[0].second = "-1";
        QCOMPARE(ask("POST", kUploads, {}, large)->status, 400);
        const QString place = QString::fromLatin1(create("OpenTrain")->header("Location"));
        QCOMPARE(patch(place, 1, "pen")->status, 409);
        QCOMPARE(patch(place, 0, "OpenTrain!")->status, 400);
        QCOMPARE(patch(place, 0, "Open", { { "Upload-Checksum", "sha256 AAAA" } })->status, 460);
        QCOMPARE(patch(place, 0, "Open", { { "Upload-Checksum", "md5 AAAA" } })->status, 400);
        QCOMPARE(patch(place, 0, "Open", { { "Content-Type", "text/plain" } })->status, 415);
        QCOMPARE(ask("HEAD", place)->header("Upload-Offset"), QByteArray("0"));
        for (const char* id : { "/up_nobody", "/..%2F..%2Fsandbox.db", "/%00" })
            QCOMPARE(ask("HEAD", kUploads + QLatin1String(id))->status, 404);
        m_token = m_sandbox->vendorToken();
        QCOMPARE(ask("HEAD", place)->status, 404);
        QCOMPARE(ask("DELETE", place)->status, 404);
        m_token = m_sandbox->trainerToken();
        QCOMPARE(ask("DELETE", place)->status, 204);
        QCOMPARE(ask("HEAD", place)->status, 404);
    }

    void wrongContentIsNeverKept()
    {
        const auto begun = create("OpenTrain", hashOf("something else"));
        const QString place = QString::fromLatin1(begun->header("Location"));
        QCOMPARE(patch(place, 0, "OpenTrain")->status, 460);
        QCOMPARE(ask("HEAD", place)->status, 404);
        for (const char* content : { "OpenTrain", "something else" })
            QCOMPARE(ask("GET", kBlobs + QString::fromLatin1(hashOf(content)))->status, 404);
    }

    void nothingNeedsToBeSentTwice()
    {
        const QByteArray bytes = "OpenTrain";
        QCOMPARE(patch(QString::fromLatin1(create(bytes)->header("Location")), 0, bytes)->status, 204);
        const auto again = create(bytes);
        QCOMPARE(again->status, 200);
        QCOMPARE(again->header("Upload-Offset"), QByteArray("9"));
        // Who has never had it does not learn that it is here.
        m_token = m_sandbox->vendorToken();
        QCOMPARE(create(bytes)->status, 201);
        QCOMPARE(ask("GET", kBlobs + QString::fromLatin1(hashOf(bytes)))->status, 404);
        QCOMPARE(create({}, hashOf({}))->status, 201);
        QCOMPARE(ask("GET", kBlobs + QString::fromLatin1(hashOf({})))->body, QByteArray());
    }

    void unfinishedUploadsExpireAndAreCounted()
    {
        QString first;
        for (int i = 0; i < 20; ++i) {
            const auto begun = create(someBytes(10, i));
            QCOMPARE(begun->status, 201);
            if (first.isEmpty())
                first = QString::fromLatin1(begun->header("Location"));
        }
        const auto refused = create(someBytes(10, 99));
        QCOMPARE(refused->status, 429);
        QVERIFY(!refused->header("Retry-After").isEmpty());
        happen(QStringLiteral("skewClock"), { { QStringLiteral("seconds"), 24 * 60 * 60 + 1 } });
        QCOMPARE(ask("HEAD", first)->status, 404);
        QCOMPARE(create(someBytes(10, 99))->status, 201);
    }

    void servesRanges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentRange");
        const QByteArray all = "OpenTrain";
        QTest::newRow("none") << QByteArray() << 200 << all << QByteArray();
        QTest::newRow("from") << QByteArray("bytes=4-") << 206 << QByteArray("Train")
                              << QByteArray("bytes 4-8/9");
        QTest::newRow("from to") << QByteArray("bytes=0-3") << 206 << QByteArray("Open")
                                 << QByteArray("bytes 0-3/9");
        QTest::newRow("one") << QByteArray("bytes=8-8") << 206 << QByteArray("n")
                             << QByteArray("bytes 8-8/9");
        QTest::newRow("past the end")
            << QByteArray("bytes=4-99") << 206 << QByteArray("Train") << QByteArray("bytes 4-8/9");
        QTest::newRow("the last") << QByteArray("bytes=-2") << 206 << QByteArray("in")
                                  << QByteArray("bytes 7-8/9");
        QTest::newRow("more than all") << QByteArray("bytes=-99") << 206 << all << QByteArray("bytes 0-8/9");
        QTest::newRow("behind the end")
            << QByteArray("bytes=9-") << 416 << QByteArray() << QByteArray("bytes */9");
        QTest::newRow("the last none")
            << QByteArray("bytes=-0") << 416 << QByteArray() << QByteArray("bytes */9");
        for (const char* ignored : { "bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=x-", "bytes",
                 "bytes=-", "bytes=99999999999999999999-", "bytes=+1-2", "bytes=1-0x3" })
            QTest::newRow(ignored) << QByteArray(ignored) << 200 << all << QByteArray();
    }

    void servesRanges()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentRange);
        const QByteArray bytes = "OpenTrain";
        patch(QString::fromLatin1(create(bytes)->header("Location")), 0, bytes);
        const QString place = kBlobs + QString::fromLatin1(hashOf(bytes));
        const Headers headers = range.isEmpty() ? Headers() : Headers { { "Range", range } };
        const auto answer = ask("GET", place, {}, headers);
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->header("Content-Range"), contentRange);
        if (status == 416)
            return;
        QCOMPARE(answer->body, body);
        const QByteArray tag = '"' + hashOf(bytes) + '"';
        QCOMPARE(answer->header("ETag"), tag);
        QCOMPARE(answer->header("Accept-Ranges"), QByteArray("bytes"));
        QCOMPARE(answer->header("X-Content-Type-Options"), QByteArray("nosniff"));
        QVERIFY(answer->header("Content-Disposition").startsWith("attachment"));
        const auto head = ask("HEAD", place, {}, headers);
        QCOMPARE(head->status, status);
        QCOMPARE(head->header("Content-Length").toLongLong(), body.size());
        QCOMPARE(ask("GET", place, {}, headers + Headers { { "If-Range", tag } })->status, status);
        QCOMPARE(ask("GET", place, {}, headers + Headers { { "If-Range", "\"other\"" } })->status, 200);
    }

    void refusesBlobsThatAreNotThere()
    {
        for (const QString& path : { QString(64, u'a'), QString(64, u'A'), QStringLiteral("..%2Fsandbox.db"),
                 QStringLiteral("..%2F..%2Fetc%2Fpasswd"), QString(63, u'a'), QString(5000, u'a') })
            QCOMPARE(ask("GET", kBlobs + path)->status, 404);
        QCOMPARE(ask("POST", kBlobs + QString(64, u'a'))->status, 405);
    }

    /// What an attachment names is read as long as its access is open, by whoever sees the record.
    void attachmentsGiveAndTakeAccess()
    {
        const QByteArray bytes = "The guideline.";
        patch(QString::fromLatin1(create(bytes)->header("Location")), 0, bytes);
        const QString place = kBlobs + QString::fromLatin1(hashOf(bytes));
        m_token = m_sandbox->vendorToken();
        QCOMPARE(ask("GET", place)->status, 404);
        const auto attach = [&](const char* access) {
            happen(QStringLiteral("upsertRecord"),
                { { QStringLiteral("account"), QStringLiteral("vendor") },
                    { QStringLiteral("type"), QStringLiteral("Attachment") },
                    { QStringLiteral("id"), QStringLiteral("a_x") },
                    { QStringLiteral("object"),
                        QJsonObject { { QStringLiteral("sha256"), QString::fromLatin1(hashOf(bytes)) },
                            { QStringLiteral("fileName"), QStringLiteral("Gu\u00eda \"7\"\r\n.pdf") },
                            { QStringLiteral("access"), QLatin1String(access) } } } });
        };
        attach("AVAILABLE");
        const auto open = ask("GET", place);
        QCOMPARE(open->status, 200);
        QCOMPARE(open->body, bytes);
        QCOMPARE(open->header("Content-Disposition"),
            QByteArray("attachment; filename*=UTF-8''Gu%C3%ADa%20%227%22%0D%0A.pdf"));
        for (const char* access : { "REVOKED", "EXPIRED" }) {
            attach(access);
            const auto closed = ask("GET", place);
            QCOMPARE(closed->status, 404);
            QVERIFY(closed->body.contains("\"reason\":\"" + QByteArray(access).toLower() + '"'));
        }
    }

    /// Many megabytes pass through without the server growing by as much as one blob.
    void memoryStaysBounded()
    {
        const QByteArray bytes = someBytes(24 * kChunk);
        const QString place = QString::fromLatin1(create(bytes)->header("Location"));
        for (qsizetype offset = 0; offset < bytes.size(); offset += kChunk)
            QCOMPARE(patch(place, offset, bytes.mid(offset, kChunk))->status, 204);
        const QString blob = kBlobs + QString::fromLatin1(hashOf(bytes));
        const qint64 before = peakKilobytes();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(hashOf(ask("GET", blob)->body), hashOf(bytes));
        QVERIFY2(peakKilobytes() - before < 8 * 1024,
            qPrintable(QStringLiteral("%1 kB more").arg(peakKilobytes() - before)));
    }

    void badDaysOfABlob()
    {
        const QByteArray bytes = someBytes(3000);
        patch(QString::fromLatin1(create(bytes)->header("Location")), 0, bytes);
        const QString place = kBlobs + QString::fromLatin1(hashOf(bytes));
        happen(QStringLiteral("fault"), { { QStringLiteral("kind"), QStringLiteral("truncate") } });
        const auto half = ask("GET", place);
        QVERIFY(half->failed);
        QVERIFY(bytes.startsWith(half->body) && half->body.size() < bytes.size());
        const auto rest
            = ask("GET", place, {}, { { "Range", "bytes=" + QByteArray::number(half->body.size()) + '-' } });
        QCOMPARE(half->body + rest->body, bytes);
        happen(QStringLiteral("fault"), { { QStringLiteral("kind"), QStringLiteral("slowBody") } });
        QCOMPARE(ask("GET", place)->body, bytes);
    }

private:
    struct Answer {
        int status = 0;
        bool failed = false;
        QByteArray body;
        QList<QNetworkReply::RawHeaderPair> headers;

        [[nodiscard]] QByteArray header(const QByteArray& name) const
        {
            for (const auto& [key, value] : headers) {
                if (key.toLower() == name.toLower())
                    return value;
            }
            return {};
        }
    };

    std::unique_ptr<Answer> ask(const QByteArray& verb, const QString& path, const QByteArray& body = {},
        const Headers& headers = {}, const QByteArray& version = "1.0.0") const
    {
        QNetworkRequest request(QUrl(m_sandbox->url().toString() + path, QUrl::StrictMode));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
        request.setRawHeader("Tus-Resumable", version);
        request.setRawHeader("Accept-Encoding", "identity");
        for (const auto& [name, value] : headers)
            request.setRawHeader(name, value);
        QNetworkAccessManager network;
        // Of an answer to HEAD that was asked for by its name only, Qt would wait for the body.
        const std::unique_ptr<QNetworkReply> reply(
            verb == "HEAD" ? network.head(request) : network.sendCustomRequest(request, verb, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(30'000);
        auto answer = std::make_unique<Answer>();
        answer->status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer->failed = reply->error() != QNetworkReply::NoError;
        answer->body = reply->readAll();
        answer->headers = reply->rawHeaderPairs();
        return answer;
    }

    static Headers announced(const QByteArray& bytes, const QByteArray& hash = {})
    {
        return { { "Upload-Length", QByteArray::number(bytes.size()) },
            { "Upload-Metadata",
                "filename " + QByteArray("note.txt").toBase64() + ",filetype "
                    + QByteArray("text/plain").toBase64() + ",sha256 "
                    + (hash.isEmpty() ? hashOf(bytes) : hash).toBase64() } };
    }

    std::unique_ptr<Answer> create(const QByteArray& bytes, const QByteArray& hash = {}) const
    {
        return ask("POST", kUploads, {}, announced(bytes, hash));
    }

    std::unique_ptr<Answer> patch(
        const QString& place, qsizetype offset, const QByteArray& piece, const Headers& more = {}) const
    {
        Headers headers { { "Content-Type", "application/offset+octet-stream" },
            { "Upload-Offset", QByteArray::number(offset) } };
        headers += more;
        return ask("PATCH", place, piece, headers);
    }

    void happen(const QString& what, QJsonObject members = {}) const
    {
        if (what.isEmpty())
            return;
        if (what == QLatin1String("restart")) {
            m_sandbox->restart();
        } else if (what == QLatin1String("kill")) {
            m_sandbox->kill();
            m_sandbox->restart();
        } else {
            const bool isFault = what.startsWith(QLatin1String("drop"));
            members.insert(QStringLiteral("command"), isFault ? QStringLiteral("fault") : what);
            if (isFault) {
                members.insert(QStringLiteral("kind"), what);
                members.insert(QStringLiteral("count"), 0);
            }
            m_sandbox->control(QJsonDocument(members).toJson());
        }
    }

    [[nodiscard]] qint64 peakKilobytes() const
    {
        static const QRegularExpression kPeak(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
        QFile status(QStringLiteral("/proc/%1/status").arg(m_sandbox->processId()));
        return status.open(QIODevice::ReadOnly)
            ? kPeak.match(QString::fromUtf8(status.readAll())).captured(1).toLongLong()
            : 0;
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_token;
};

} // namespace ot::test

QTEST_GUILESS_MAIN(ot::test::UploadsTest)
#include "uploads_test.moc"
