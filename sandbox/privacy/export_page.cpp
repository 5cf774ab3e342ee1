// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/export_page.h"

#include "sandbox/json.h"
#include "sandbox/privacy/data_categories.h"

#include <QJsonDocument>

#include <memory>

namespace ot::sandbox {

namespace {

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray valueText(const QJsonValue& value)
{
    if (value.isNull())
        return "<i>nothing</i>";
    if (value.isString())
        return escaped(value.toString());
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return escaped(QString::fromUtf8(list.mid(1, list.size() - 2)));
}

QByteArray recordHtml(const ExportRow& row)
{
    QByteArray html = "<details><summary>" + escaped(row.id) + "</summary><dl>";
    const QJsonObject object = jsonObject(row.object);
    for (auto member = object.begin(); member != object.end(); ++member)
        html += "<dt>" + escaped(member.key()) + "</dt><dd>" + valueText(member.value()) + "</dd>";
    return html + "</dl></details>\n";
}

QByteArray pageHead(const ExportRows& rows, const ExportSubject& subject)
{
    QByteArray html = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Your data</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color-scheme:light dark}
table{border-collapse:collapse}td,th{text-align:left;padding:.2em 1em .2em 0}dt{font-weight:bold}
dd{margin:0 0 .5em;white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body>
)";
    html += "<h1>Your data</h1><p>" + escaped(subject.account.displayName) + ", as of "
        + escaped(subject.asOf)
        + ". README.txt says what lies where.</p>\n<table><tr><th>Category</th><th>Records</th></tr>\n";
    for (const QString& category : dataCategories()) {
        qint64 count = 0;
        for (const QString& type : rows.types())
            count += QLatin1String(dataKind(type).category) == category ? rows.count(type) : 0;
        html += "<tr><td>" + escaped(category) + "</td><td>" + QByteArray::number(count) + "</td></tr>\n";
    }
    return html + "</table>\n";
}

QByteArray typeHead(const ExportRows& rows, const QString& type)
{
    const QByteArray path = escaped(memberPath(type));
    QByteArray html = "<h2>" + escaped(type) + "</h2><p>" + QByteArray::number(rows.count(type))
        + " records: <a href=\"" + path + ".json\">JSON</a>, <a href=\"" + path + ".csv\">CSV</a>.";
    if (QLatin1String(dataKind(type).decidedBy) == QLatin1String("customer"))
        html += " The employer named in it decides what it is used for.";
    return html + "</p>\n";
}

} // namespace

QByteArray readmeText(const ExportRows& rows, const ExportSubject& subject)
{
    QByteArray text = "Your data on OpenTrain (sandbox)\n\nThis archive holds what the platform holds about "
        + subject.account.displayName.toUtf8() + " as of " + subject.asOf.toUtf8() + R"(.

index.html      everything to read, in any browser, without a network
data/           the records by category, each type as JSON and as CSV
consents/       what you allowed and refused, as a chain in which each record carries the hash of the one before
requests/       your requests about your data
schema/         a JSON Schema for each type
attachments/    files, under the SHA-256 of their content
manifest.json   every file with its SHA-256, and what is left out and why
manifest.sig    the Ed25519 signature of manifest.json's bytes, base64url; its key is at /api/trainer/v1/keys

The CSV files follow RFC 4180. A text that begins like a formula has an apostrophe before it there; the JSON
files have every value as it is.

)";
    for (const QString& type : rows.types())
        text += QByteArray::number(rows.count(type)).rightJustified(7) + "  " + memberPath(type).toUtf8()
            + "\n";
    return text;
}

ExportMember pageMember(ExportRows& rows, const ExportSubject& subject, const std::function<void()>& onRow)
{
    struct State {
        QStringList types;
        QString lastId;
        bool began = false;
        bool inType = false;
    };
    auto state = std::make_shared<State>();
    state->types = rows.types();
    return { QStringLiteral("index.html"), [&rows, subject, onRow, state](QByteArray& chunk) {
                if (!state->began)
                    chunk += pageHead(rows, subject);
                state->began = true;
                if (state->types.isEmpty()) {
                    chunk += "</body></html>\n";
                    return false;
                }
                const QString& type = state->types.first();
                if (!state->inType)
                    chunk += typeHead(rows, type);
                state->inType = true;
                const std::vector<ExportRow> page = rows.page(type, state->lastId);
                for (const ExportRow& row : page) {
                    chunk += recordHtml(row);
                    state->lastId = row.id;
                    onRow();
                }
                if (page.empty()) {
                    state->types.removeFirst();
                    state->lastId.clear();
                    state->inType = false;
                }
                return true;
            } };
}

} // namespace ot::sandbox
