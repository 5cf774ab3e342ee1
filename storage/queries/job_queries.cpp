// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queries/job_queries.h"

#include "storage/search/search_match.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ot::storage::queries {

namespace {

constexpr char kOpenStatus[] = "OPEN";

QString json(const QStringList& values)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(values)).toJson(QJsonDocument::Compact));
}

// The WHERE clause of a filter with the values of its parameters in order.
struct Condition {
    std::string sql = "1";
    QStringList values;
};

Condition conditionOf(const JobFilter& filter)
{
    Condition condition;
    const auto add = [&](std::string_view clause, const QString& value) {
        condition.sql += " AND " + std::string(clause);
        condition.values.append(value);
    };
    const MatchExpression match = matchExpression(filter.text);
    if (!match.wanted.isEmpty())
        add("row IN (SELECT rowid FROM job_search WHERE job_search MATCH ?)", match.wanted);
    if (!match.unwanted.isEmpty())
        add("row NOT IN (SELECT rowid FROM job_search WHERE job_search MATCH ?)", match.unwanted);
    if (!filter.withClosed)
        add("status = ?", QLatin1String(kOpenStatus));
    if (!filter.paymentTypes.isEmpty())
        add("pay_paymentType IN (SELECT value FROM json_each(?))", json(filter.paymentTypes));
    if (!filter.categories.isEmpty())
        add("category IN (SELECT value FROM json_each(?))", json(filter.categories));
    if (!filter.languages.isEmpty())
        add("EXISTS (SELECT 1 FROM json_each(languages) AS has JOIN json_each(?) AS wanted ON has.value = "
            "wanted.value)",
            json(filter.languages));
    if (!filter.countries.isEmpty())
        add("(countries IS NULL OR EXISTS (SELECT 1 FROM json_each(countries) AS has JOIN json_each(?) AS "
            "wanted"
            " ON has.value = wanted.value))",
            json(filter.countries));
    return condition;
}

Result<std::vector<qint64>> selectRows(ReadSnapshot& snapshot, const JobFilter& filter,
    const std::string& extraSql, const QString& extraValue, int limit)
{
    const Condition condition = conditionOf(filter);
    Result<Query> query = snapshot.query(
        "SELECT row FROM job WHERE " + condition.sql + extraSql + " ORDER BY row DESC LIMIT ?");
    if (!query)
        return query.error();
    int parameter = 1;
    for (const QString& value : condition.values)
        query->bind(parameter++, value);
    if (!extraSql.empty())
        query->bind(parameter++, extraValue);
    query->bind(parameter, qint64(limit));
    return collectRows(*query, [](const Query& row) { return row.integer(0); });
}

constexpr int kNoLimit = -1;

Result<std::vector<FacetValue>> facet(ReadSnapshot& snapshot, std::string_view sql)
{
    Result<Query> query = snapshot.query(sql);
    if (!query)
        return query.error();
    return collectRows(*query, [](const Query& row) { return FacetValue { row.text(0), row.integer(1) }; });
}

} // namespace

Result<std::vector<qint64>> jobRows(ReadSnapshot& snapshot, const JobFilter& filter)
{
    return selectRows(snapshot, filter, {}, {}, kNoLimit);
}

Result<std::vector<qint64>> newestJobRows(ReadSnapshot& snapshot, const JobFilter& filter, int limit)
{
    return selectRows(snapshot, filter, {}, {}, limit);
}

Result<std::vector<qint64>> passingJobRows(
    ReadSnapshot& snapshot, const JobFilter& filter, const std::vector<qint64>& rows)
{
    return selectRows(
        snapshot, filter, " AND row IN (SELECT value FROM json_each(?))", rowList(rows), kNoLimit);
}

Result<JobFacets> jobFacets(ReadSnapshot& snapshot)
{
    JobFacets facets;
    const auto plain = [](const std::string& column) {
        return "SELECT " + column + ", count(*) AS n FROM job WHERE status = 'OPEN' AND " + column
            + " IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1";
    };
    const auto listed = [](const std::string& column) {
        return "SELECT each.value, count(*) AS n FROM job, json_each(job." + column
            + ") AS each WHERE status = 'OPEN' GROUP BY 1 ORDER BY n DESC, 1";
    };
    const std::array<std::pair<std::string, std::vector<FacetValue>*>, 4> wanted { {
        { plain("pay_paymentType"), &facets.paymentTypes },
        { plain("category"), &facets.categories },
        { listed("languages"), &facets.languages },
        { listed("countries"), &facets.countries },
    } };
    for (const auto& [sql, into] : wanted) {
        Result<std::vector<FacetValue>> values = facet(snapshot, sql);
        if (!values)
            return values.error();
        *into = std::move(values).value();
    }
    return facets;
}

} // namespace ot::storage::queries
