// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/job_board.h"

#include "sandbox/api/answers.h"
#include "sandbox/json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <vector>

namespace ot::sandbox {

namespace {

constexpr int kRequestsAMinute = 120;
constexpr qint64 kDefaultPage = 25;
constexpr qint64 kMaxPage = 100;
constexpr qint64 kMaxChanges = 5'000;
constexpr qsizetype kMaxIdLength = 64;
const QString kJob = QStringLiteral("Job");

void makePublic(HttpResponse& response, bool cacheable)
{
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (cacheable)
        response.setHeader("Cache-Control", "public, s-maxage=300, stale-while-revalidate=3600");
}

/// Gives the answer its tag, and takes the body off when the client has it already (RFC 9110, 13.1.2). Search
/// answers say when they were made, so the tag is made without that moment.
void makeConditional(HttpResponse& response, const QByteArray& known)
{
    static const QRegularExpression kMoment(QStringLiteral("\"generatedAt\":\"[^\"]*\""));
    const QString content = QString::fromUtf8(response.body).remove(kMoment);
    const QByteArray tag = "W/\""
        + QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex().left(32) + '"';
    response.setHeader("ETag", tag);
    for (const QByteArray& one : known.split(',')) {
        if (one.trimmed() == tag || one.trimmed() == "*") {
            response.status = 304;
            response.body.clear();
            return;
        }
    }
}

HttpResponse preflight()
{
    HttpResponse response;
    response.status = 204;
    response.setHeader("Access-Control-Allow-Methods", "GET, OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", "Content-Type");
    response.setHeader("Access-Control-Max-Age", "86400");
    return response;
}

/// A text for LIKE in which only our own wildcards count.
QString likeContaining(const QString& text)
{
    QString escaped = text.toLower();
    for (const QChar c : { u'\\', u'%', u'_' })
        escaped.replace(c, QString(u'\\') + c);
    return u'%' + escaped + u'%';
}

QString likeListed(const QString& value)
{
    return value.isEmpty() ? QStringLiteral("%") : likeContaining(u'|' + value + u'|');
}

/// Counts the values of a column as the store writes lists: "|Spanish|English|".
void countListed(std::map<QString, int>& counts, const QString& barred)
{
    for (const QString& value : barred.split(u'|', Qt::SkipEmptyParts))
        ++counts[value];
}

QJsonArray sortedCounts(const std::map<QString, int>& counts)
{
    std::vector<std::pair<QString, int>> rows(counts.begin(), counts.end());
    std::stable_sort(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QJsonArray array;
    for (const auto& [value, count] : rows)
        array.append(QJsonObject { { QStringLiteral("value"), value }, { QStringLiteral("count"), count } });
    return array;
}

QByteArray encodeCursor(const QString& posted, const QString& id)
{
    return (posted + u'\n' + id)
        .toUtf8()
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

JobBoard::JobBoard(Store& store)
    : m_store(store)
    , m_limit(kRequestsAMinute)
{
}

bool JobBoard::owns(const HttpRequest& request)
{
    const QStringList& path = request.segments;
    return path.size() >= 4 && path.at(0) == QLatin1String("api") && path.at(1) == QLatin1String("public")
        && path.at(2) == QLatin1String("v1") && path.at(3) == QLatin1String("jobs");
}

HttpResponse JobBoard::handle(const HttpRequest& request)
{
    HttpResponse response;
    if (request.method == "OPTIONS")
        response = preflight();
    else if (request.method != "GET" && request.method != "HEAD")
        response = wrongMethodAnswer("GET, OPTIONS");
    else if (std::optional<HttpResponse> refused = overLimit(request))
        response = std::move(*refused);
    else
        response = dispatch(request);
    const bool cacheable = response.status == 200;
    if (cacheable)
        makeConditional(response, request.header("if-none-match"));
    makePublic(response, cacheable);
    return response;
}

std::optional<HttpResponse> JobBoard::overLimit(const HttpRequest& request)
{
    const int wait = m_limit.secondsToWait(request.peer.toString(), m_store.clock().now());
    if (wait == 0)
        return std::nullopt;
    HttpResponse response
        = errorAnswer(ErrorCode::RateLimited, QStringLiteral("More than 120 requests in this minute."));
    response.setHeader("Retry-After", QByteArray::number(wait));
    return response;
}

HttpResponse JobBoard::dispatch(const HttpRequest& request)
{
    const QStringList& path = request.segments;
    if (path.size() == 4)
        return search(request);
    if (path.size() > 5)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is nothing at this address."));
    if (path.at(4) == QLatin1String("facets"))
        return facets();
    if (path.at(4) == QLatin1String("changes"))
        return changes(request);
    return job(path.at(4));
}

std::optional<JobBoard::Search> JobBoard::readSearch(const HttpRequest& request, HttpResponse& problem) const
{
    static const QStringList kPayTypes { QStringLiteral("PAY_PER_HOUR"), QStringLiteral("FIXED_PRICE"),
        QStringLiteral("PAY_PER_LABEL") };
    Search search;
    search.words = request.query.value(QStringLiteral("q"));
    search.language = request.query.value(QStringLiteral("language"));
    search.country = request.query.value(QStringLiteral("country"));
    search.category = request.query.value(QStringLiteral("category"));
    search.payType = request.query.value(QStringLiteral("payType"));
    if (!search.payType.isEmpty() && !kPayTypes.contains(search.payType)) {
        problem = issueAnswer(
            QStringLiteral("payType"), QStringLiteral("must be PAY_PER_HOUR, FIXED_PRICE or PAY_PER_LABEL"));
        return std::nullopt;
    }
    const std::optional<qint64> limit = readLimit(request, kDefaultPage, kMaxPage);
    if (!limit) {
        problem
            = issueAnswer(QStringLiteral("limit"), QStringLiteral("must be a whole number from 1 to 100"));
        return std::nullopt;
    }
    search.limit = *limit;
    const QString cursor = request.query.value(QStringLiteral("cursor"));
    if (cursor.isEmpty())
        return search;
    const QString place
        = QString::fromUtf8(QByteArray::fromBase64(cursor.toUtf8(), QByteArray::Base64UrlEncoding));
    search.cursorPosted = place.section(u'\n', 0, 0);
    search.cursorId = place.section(u'\n', 1);
    if (!parseIsoTime(search.cursorPosted) || search.cursorId.isEmpty()) {
        problem = issueAnswer(QStringLiteral("cursor"), QStringLiteral("is not a cursor of this list"));
        return std::nullopt;
    }
    return search;
}

HttpResponse JobBoard::search(const HttpRequest& request)
{
    HttpResponse problem;
    const std::optional<Search> search = readSearch(request, problem);
    return search ? page(*search) : problem;
}

HttpResponse JobBoard::page(const Search& search)
{
    // A job for every country or language lists none, and is found whichever one asks for.
    Statement row = m_store.database().prepare(R"sql(
        SELECT r.object, j.posted, j.id FROM job_index j JOIN records r ON r.account = '' AND r.type = 'Job' AND r.id = j.id
        WHERE j.isOpen = 1 AND (?1 = '' OR (j.posted, j.id) < (?1, ?2))
          AND (?3 = '' OR j.payType = ?3) AND (?4 = '' OR j.category = ?4 COLLATE NOCASE)
          AND (?5 = '%' OR j.languages = '|' OR j.languages LIKE ?5 ESCAPE '\')
          AND (?6 = '%' OR j.countries = '|' OR j.countries LIKE ?6 ESCAPE '\')
          AND (?7 = '%%' OR j.words LIKE ?7 ESCAPE '\')
        ORDER BY j.posted DESC, j.id DESC LIMIT ?8)sql");
    row.bind(search.cursorPosted).bind(search.cursorId).bind(search.payType).bind(search.category);
    row.bind(likeListed(search.language)).bind(likeListed(search.country)).bind(likeContaining(search.words));
    row.bind(search.limit + 1);
    QByteArray jobs;
    QByteArray next = "null";
    QByteArray last;
    qint64 count = 0;
    while (row.step()) {
        if (count++ == search.limit) {
            next = '"' + last + '"';
            break;
        }
        jobs += (jobs.isEmpty() ? "" : ",") + row.bytes(0);
        last = encodeCursor(row.text(1), row.text(2));
    }
    HttpResponse response;
    response.body = R"({"jobs":[)" + jobs + R"(],"nextCursor":)" + next + R"(,"generatedAt":")"
        + m_store.clock().nowIso().toUtf8() + R"("})";
    return response;
}

HttpResponse JobBoard::job(const QString& id)
{
    if (id.isEmpty() || id.size() > kMaxIdLength)
        return issueAnswer(QStringLiteral("id"), QStringLiteral("must have 1 to 64 characters"));
    const std::optional<Record> record = m_store.find(kEveryone, kJob, id);
    if (!record)
        return errorAnswer(ErrorCode::NotFound, QStringLiteral("There is no such job."));
    if (record->removed || record->json().value(QLatin1String("status")) != QLatin1String("OPEN"))
        return jsonAnswer(
            { { QStringLiteral("id"), id }, { QStringLiteral("status"), QStringLiteral("closed") } }, 404);
    HttpResponse response;
    response.body = record->object;
    return response;
}

HttpResponse JobBoard::facets()
{
    if (m_facetsHead != m_store.head()) {
        std::map<QString, int> categories;
        std::map<QString, int> languages;
        std::map<QString, int> countries;
        std::map<QString, int> payTypes;
        int total = 0;
        Statement row = m_store.database().prepare(
            "SELECT category, payType, languages, countries FROM job_index WHERE isOpen = 1");
        while (row.step()) {
            ++total;
            ++categories[row.text(0)];
            ++payTypes[row.text(1)];
            countListed(languages, row.text(2));
            countListed(countries, row.text(3));
        }
        m_facets = jsonBytes({
            { QStringLiteral("totalJobs"), total },
            { QStringLiteral("categories"), sortedCounts(categories) },
            { QStringLiteral("languages"), sortedCounts(languages) },
            { QStringLiteral("countries"), sortedCounts(countries) },
            { QStringLiteral("payTypes"), sortedCounts(payTypes) },
            { QStringLiteral("generatedAt"), m_store.clock().nowIso() },
        });
        m_facetsHead = m_store.head();
    }
    HttpResponse response;
    response.body = m_facets;
    return response;
}

HttpResponse JobBoard::changes(const HttpRequest& request)
{
    const std::optional<qint64> since = parseIsoTime(request.query.value(QStringLiteral("since")));
    if (!since)
        return issueAnswer(QStringLiteral("since"), QStringLiteral("must be a time in ISO 8601"));
    // Up to now, which no later change can share a millisecond with: the next call begins where this one
    // ends.
    const QString until = m_store.clock().tickIso();
    Statement row = m_store.database().prepare("SELECT jobId, eventType, occurredAt FROM job_events "
                                               "WHERE occurredAt >= ?1 AND occurredAt <= ?2 "
                                               "ORDER BY occurredAt, jobId LIMIT ?3");
    row.bind(isoTime(*since)).bind(until).bind(kMaxChanges);
    QJsonArray changes;
    while (row.step())
        changes.append(QJsonObject { { QStringLiteral("jobId"), row.text(0) },
            { QStringLiteral("eventType"), row.text(1) }, { QStringLiteral("occurredAt"), row.text(2) } });
    const bool cut = changes.size() == kMaxChanges;
    return jsonAnswer({
        { QStringLiteral("since"), isoTime(*since) },
        { QStringLiteral("until"), cut ? changes.last()[QLatin1String("occurredAt")].toString() : until },
        { QStringLiteral("changes"), changes },
        { QStringLiteral("generatedAt"), m_store.clock().nowIso() },
    });
}

} // namespace ot::sandbox
