// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/http_message.h"
#include "sandbox/seed/random.h"

#include <QTest>

using namespace ot::sandbox;

class HttpMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAHead()
    {
        const HttpHeadResult result = parseHttpHead("POST /api/a%20b/c?q=red+team&x=%C3%A9 HTTP/1.1\r\nHost: "
                                                    "here\r\nContent-Length: 12\r\nX-Two:  b ");
        QVERIFY(result.request.has_value());
        const HttpRequest& request = *result.request;
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.segments,
            QStringList({ QStringLiteral("api"), QStringLiteral("a b"), QStringLiteral("c") }));
        QCOMPARE(request.query.value(QStringLiteral("q")), QStringLiteral("red team"));
        QCOMPARE(request.query.value(QStringLiteral("x")), QStringLiteral("é"));
        QCOMPARE(request.header("x-two"), QByteArray("b"));
        QCOMPARE(request.contentLength, 12);
        QVERIFY(request.keepAlive);
    }

    void readsATargetAsAProxySendsIt()
    {
        const HttpHeadResult result = parseHttpHead("GET http://127.0.0.1:8080/x?y=1 HTTP/1.1\r\nHost: here");
        QVERIFY(result.request.has_value());
        QCOMPARE(result.request->path, QByteArray("/x"));
    }

    void refusesMalformedHeads_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const QByteArray host("\r\nHost: h");
        QTest::newRow("nothing") << QByteArray() << 400;
        QTest::newRow("no version") << QByteArray("GET /") + host << 400;
        QTest::newRow("other version") << QByteArray("GET / HTTP/2.0") + host << 400;
        QTest::newRow("bad method") << QByteArray("G\tT / HTTP/1.1") + host << 400;
        QTest::newRow("relative target") << QByteArray("GET x HTTP/1.1") + host << 400;
        QTest::newRow("half an escape") << QByteArray("GET /%4 HTTP/1.1") + host << 400;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1") << 400;
        QTest::newRow("space before colon") << QByteArray("GET / HTTP/1.1") + host + "\r\nA : b" << 400;
        QTest::newRow("folded header") << QByteArray("GET / HTTP/1.1") + host + "\r\n more" << 400;
        QTest::newRow("null in a value")
            << QByteArray("GET / HTTP/1.1") + host + QByteArray("\r\nA: b\0c", 9) << 400;
        QTest::newRow("length word") << QByteArray("POST / HTTP/1.1") + host + "\r\nContent-Length: ten"
                                     << 400;
        QTest::newRow("negative length")
            << QByteArray("POST / HTTP/1.1") + host + "\r\nContent-Length: -1" << 400;
        QTest::newRow("two lengths") << QByteArray("POST / HTTP/1.1") + host
                + "\r\nContent-Length: 1\r\nContent-Length: 2"
                                     << 400;
        QTest::newRow("length and chunks")
            << QByteArray("POST / HTTP/1.1") + host + "\r\nContent-Length: 1\r\nTransfer-Encoding: chunked"
            << 400;
        QTest::newRow("unknown coding")
            << QByteArray("POST / HTTP/1.1") + host + "\r\nTransfer-Encoding: gzip" << 400;
        QTest::newRow("too long") << QByteArray("POST / HTTP/1.1") + host + "\r\nContent-Length: 1048577"
                                  << 413;
        QTest::newRow("absurdly long")
            << QByteArray("POST / HTTP/1.1") + host + "\r\nContent-Length: 99999999999999999999999" << 413;
    }

    void refusesMalformedHeads()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const HttpHeadResult result = parseHttpHead(head);
        QVERIFY(!result.request.has_value());
        QCOMPARE(result.status, status);
        QVERIFY(!result.problem.isEmpty());
    }

    void chunksComeInAnyPieces()
    {
        const QByteArray wire("4\r\nWiki\r\n6;note=x\r\npedia \r\n0\r\nTrailer: x\r\n\r\nGET /next");
        for (qsizetype piece = 1; piece <= wire.size(); ++piece) {
            ChunkedDecoder decoder;
            QByteArray input;
            QByteArray body;
            ChunkedDecoder::State state = ChunkedDecoder::State::NeedsMore;
            qsizetype at = 0;
            while (at < wire.size() && state == ChunkedDecoder::State::NeedsMore) {
                input += wire.mid(at, piece);
                at += piece;
                state = decoder.feed(input, body);
            }
            QCOMPARE(state, ChunkedDecoder::State::Done);
            QCOMPARE(body, QByteArray("Wikipedia "));
            QCOMPARE(input + wire.mid(at), QByteArray("GET /next"));
        }
    }

    void refusesMalformedChunks_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<bool>("tooLarge");
        QTest::newRow("no number") << QByteArray("x\r\n") << false;
        QTest::newRow("empty size") << QByteArray("\r\n") << false;
        QTest::newRow("huge number") << QByteArray("fffffffffffffffff\r\n") << false;
        QTest::newRow("data too long") << QByteArray("1\r\nabc\r\n") << false;
        QTest::newRow("endless size line") << QByteArray(10'000, '1') << false;
        QTest::newRow("more than the limit") << QByteArray("100001\r\n") << true;
    }

    void refusesMalformedChunks()
    {
        QFETCH(QByteArray, wire);
        QFETCH(bool, tooLarge);
        ChunkedDecoder decoder;
        QByteArray body;
        QCOMPARE(decoder.feed(wire, body),
            tooLarge ? ChunkedDecoder::State::TooLarge : ChunkedDecoder::State::Malformed);
    }

    void mutatedRequestsNeverGetPastTheirLimits()
    {
        const QByteArray model(
            "POST /api/trainer/v1/sync?cursor=c_1&limit=5 HTTP/1.1\r\nHost: a\r\n"
            "Transfer-Encoding: chunked\r\nAuthorization: Bearer ot_pat_a_b\r\nContent-Length: 7");
        Random random(11);
        int understood = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray head = model;
            for (qint64 changes = random.between(1, 6); changes > 0 && !head.isEmpty(); --changes) {
                const auto at = static_cast<qsizetype>(random.between(0, head.size() - 1));
                if (random.chance(30))
                    head.remove(at, random.between(1, 20));
                else
                    head[at] = static_cast<char>(random.between(0, 255));
            }
            const HttpHeadResult result = parseHttpHead(head);
            QVERIFY(result.request.has_value() != (result.status >= 400));
            if (!result.request)
                continue;
            ++understood;
            QVERIFY(result.request->contentLength >= 0 && result.request->contentLength <= kMaxBodyBytes);
            QVERIFY(!(result.request->chunked && result.request->contentLength > 0));
            QVERIFY(result.request->path.startsWith('/') || result.request->path == "*");
        }
        QVERIFY(understood > 0);
    }

    void mutatedChunksNeverExceedTheLimit()
    {
        const QByteArray model("1f\r\nabcdefghijklmnopqrstuvwxyz01234\r\n3\r\nabc\r\n0\r\n\r\n");
        Random random(12);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray wire = model;
            for (qint64 changes = random.between(1, 4); changes > 0; --changes)
                wire[static_cast<qsizetype>(random.between(0, wire.size() - 1))]
                    = static_cast<char>(random.between(0, 255));
            ChunkedDecoder decoder;
            QByteArray body;
            const qsizetype before = wire.size();
            decoder.feed(wire, body);
            QVERIFY(body.size() + wire.size() <= before);
        }
    }
};

QTEST_GUILESS_MAIN(HttpMessageTest)
#include "http_message_test.moc"
