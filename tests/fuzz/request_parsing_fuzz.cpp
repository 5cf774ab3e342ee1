// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sandbox's request parsing, fed with good requests that were spoiled: bytes changed, cut, doubled, put
// in from elsewhere. Nothing may crash, read where it should not (the sanitizers see that), or give what
// breaks its own rules. The inputs are the same in each run; OPENTRAIN_TEST_ROUNDS asks for more of them.
#include "sandbox/blobs/upload_metadata.h"
#include "sandbox/http/byte_range.h"
#include "sandbox/http/http_message.h"
#include "sandbox/json.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace ot::sandbox;

namespace {

constexpr int kUsualRounds = 200'000;

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("OPENTRAIN_TEST_ROUNDS");
    return asked > 1000 ? asked : kUsualRounds;
}

/// Spoils texts, each time in another way.
class Spoiler {
public:
    explicit Spoiler(std::vector<QByteArray> good)
        : m_good(std::move(good))
    {
    }

    QByteArray next()
    {
        QByteArray text = m_good[below(m_good.size())];
        for (std::size_t i = 1 + below(4); i > 0; --i)
            spoil(text);
        return text;
    }

private:
    void spoil(QByteArray& text)
    {
        const auto at = static_cast<qsizetype>(below(static_cast<std::size_t>(text.size()) + 1));
        switch (below(7)) {
        case 0:
            text.insert(at, static_cast<char>(below(256)));
            break;
        case 1:
            text.truncate(at);
            break;
        case 2:
            if (at < text.size())
                text[at] = static_cast<char>(below(256));
            break;
        case 3:
            text.remove(at, static_cast<qsizetype>(below(16)));
            break;
        case 4:
            text.insert(at, text.mid(at, static_cast<qsizetype>(below(64))));
            break;
        case 5: {
            const QByteArray& other = m_good[below(m_good.size())];
            text.insert(at, other.mid(static_cast<qsizetype>(below(static_cast<std::size_t>(other.size())))));
            break;
        }
        default: {
            static const std::vector<QByteArray> kOdd { "\r\n", "\r\n\r\n", "\n", ": ", "%", "%zz", "%00",
                "..", "//", "\0", "18446744073709551616", "-1", "\xff\xfe", "\xf0\x9f\x98\x80", ";", ",",
                "\"", "{", "[[[[" };
            text.insert(at, kOdd[below(kOdd.size())]);
        }
        }
    }

    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    std::vector<QByteArray> m_good;
    std::mt19937_64 m_random { 20'261'123 }; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same in every run
};

} // namespace

class RequestParsingFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void heads()
    {
        Spoiler spoiler({
            "GET /api/trainer/v1/sync?cursor=c_000000000001&limit=5&types=Job,Message HTTP/1.1\r\nHost: "
            "127.0.0.1:8080\r\nAuthorization: Bearer ot_pat_a_b\r\nSec-GPC: 1",
            "POST /api/trainer/v1/mutations HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            "application/json\r\nContent-Length: 12\r\nExpect: 100-continue",
            "PATCH /api/trainer/v1/uploads/up_x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
            "chunked\r\nUpload-Offset: "
            "0\r\nTus-Resumable: 1.0.0",
            "GET /api/trainer/v1/live HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: "
            "Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: "
            "13\r\nSec-WebSocket-Protocol: opentrain.live.v1",
            "GET "
            "/oauth/"
            "authorize?response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback&state=%F0%9F "
            "HTTP/1.0\r\nCookie: a=b; c=d",
        });
        int accepted = 0;
        for (int i = 0; i < rounds(); ++i) {
            const HttpHeadResult result = parseHttpHead(spoiler.next());
            if (!result.request) {
                QVERIFY(result.status >= 400 && result.status < 600 && !result.problem.isEmpty());
                continue;
            }
            ++accepted;
            QVERIFY(result.request->path.startsWith('/') || result.request->path == "*");
            QVERIFY(result.request->contentLength >= 0);
            for (const QString& segment : result.request->segments)
                QVERIFY(segment == QString::fromUtf8(segment.toUtf8()));
            for (const auto& [name, value] : result.request->headers)
                QVERIFY(!name.isEmpty() && name == name.toLower() && !value.contains('\n'));
        }
        qInfo("%d heads, %d of them accepted", rounds(), accepted);
    }

    void chunkedBodies()
    {
        Spoiler spoiler(
            { "5\r\nhello\r\n0\r\n\r\n", "a;name=value\r\n0123456789\r\n3\r\nabc\r\n0\r\nTrailer: x\r\n\r\n",
                "FFFFF\r\n", "0\r\n\r\n", "1\r\nx\r\n1\r\ny\r\n1\r\nz\r\n0\r\n\r\n" });
        int done = 0;
        for (int i = 0; i < rounds(); ++i) {
            const QByteArray wire = spoiler.next();
            ChunkedDecoder decoder;
            QByteArray input;
            QByteArray body;
            auto state = ChunkedDecoder::State::NeedsMore;
            // In pieces, as a network brings them.
            const qsizetype piece = 1 + i % 7;
            for (qsizetype at = 0; at < wire.size() && state == ChunkedDecoder::State::NeedsMore;
                 at += piece) {
                input += wire.mid(at, piece);
                state = decoder.feed(input, body);
            }
            QVERIFY(body.size() <= wire.size());
            done += state == ChunkedDecoder::State::Done ? 1 : 0;
        }
        qInfo("%d bodies, %d of them whole", rounds(), done);
    }

    void rangesAndMetadata()
    {
        Spoiler ranges({ "bytes=0-3", "bytes=4-", "bytes=-2", "bytes=0-1,3-4", "bytes=999999999999999999-" });
        Spoiler metadata(
            { "filename bm90ZS50eHQ=,filetype dGV4dC9wbGFpbg==,sha256 "
              "NjMwY2I2ZTZhMGNiY2ZhNjY3MDNkZDY0YzFmNWEwMzkwMjdlNmNkYzZiNGU3MzIyYWJmYjA3ODEyZmFiMDdjNQ==",
                "filename,sha256 x", "a b,c d" });
        int parts = 0;
        int understood = 0;
        for (int i = 0; i < rounds(); ++i) {
            const qint64 size = i % 11;
            const RangeRequest range = parseRange(ranges.next(), size);
            if (range.kind == RangeRequest::Kind::Part) {
                ++parts;
                QVERIFY(range.range.first >= 0 && range.range.first <= range.range.last);
                QVERIFY(range.range.last < size);
            }
            if (const auto read = parseUploadMetadata(metadata.next())) {
                ++understood;
                QCOMPARE(read->sha256.size(), 64);
                QVERIFY(!read->fileName.isEmpty());
            }
        }
        qInfo("%d of each, %d parts, %d metadata understood", rounds(), parts, understood);
    }

    void bodies()
    {
        Spoiler spoiler(
            { R"({"mutations":[{"mutationId":"0199a000-0000-7000-8000-000000000001","type":"Message",)"
              R"("op":"create","id":"x","baseVersion":null,"args":{"conversationId":"cv_1","content":"\u00e9"}}]})",
                R"([1e400,-0,[[[[[[{}]]]]]],"\ud800"])", R"({"a":{"a":{"a":{"a":null}}},"b":1.5e-7})" });
        int objects = 0;
        for (int i = 0; i < rounds(); ++i) {
            const QJsonObject object = jsonObject(spoiler.next());
            if (object.isEmpty())
                continue;
            ++objects;
            // What was understood survives being written and read again.
            QCOMPARE(jsonObject(jsonBytes(object)), object);
        }
        qInfo("%d bodies, %d of them objects", rounds(), objects);
    }
};

QTEST_GUILESS_MAIN(RequestParsingFuzz)
#include "request_parsing_fuzz.moc"
