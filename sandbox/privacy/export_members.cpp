// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/export_members.h"

#include "sandbox/json.h"
#include "sandbox/privacy/data_categories.h"
#include "sandbox/privacy/export_page.h"

#include <QFile>
#include <QJsonDocument>

#include <memory>

namespace ot::sandbox {

namespace {

constexpr qint64 kFileChunk = 64 * 1024;
constexpr qsizetype kMaxFileName = 120;

QByteArray textOf(const QJsonValue& value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    if (value.isObject())
        return jsonBytes(value.toObject());
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble()) {
        // As JSON writes it: whole numbers without an exponent.
        const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    }
    return value.toString().toUtf8();
}

ExportMember fixedMember(const QString& path, const QByteArray& content)
{
    return { path, [content](QByteArray& chunk) {
                chunk += content;
                return false;
            } };
}

using RowWriter = std::function<void(QByteArray& chunk, const ExportRow& row, bool first)>;

/// A member made of the rows of one type between a beginning and an end.
ExportMember rowsMember(ExportRows& rows, const QString& path, const QString& type, const QByteArray& head,
    const QByteArray& tail, RowWriter write)
{
    struct State {
        QString lastId;
        bool began = false;
    };
    auto state = std::make_shared<State>();
    return { path, [&rows, type, head, tail, write = std::move(write), state](QByteArray& chunk) {
                const std::vector<ExportRow> page = rows.page(type, state->lastId);
                bool first = !state->began;
                if (first)
                    chunk += head;
                state->began = true;
                for (const ExportRow& row : page) {
                    write(chunk, row, first);
                    first = false;
                    state->lastId = row.id;
                }
                if (page.empty())
                    chunk += tail;
                return !page.empty();
            } };
}

ExportMember jsonMember(ExportRows& rows, const QString& type, const std::function<void()>& onRow)
{
    return rowsMember(rows, memberPath(type) + QStringLiteral(".json"), type, "[\n", "\n]\n",
        [onRow](QByteArray& chunk, const ExportRow& row, bool first) {
            chunk += (first ? "" : ",\n") + row.object;
            onRow();
        });
}

ExportMember csvMember(ExportRows& rows, const QString& type, const std::function<void()>& onRow)
{
    QStringList columns;
    QByteArray head;
    for (const auto& [member, kinds] : rows.shape(type).members) {
        columns.append(member);
        head += (head.isEmpty() ? "" : ",") + csvField(member);
    }
    return rowsMember(rows, memberPath(type) + QStringLiteral(".csv"), type, head + "\r\n", {},
        [columns, onRow](QByteArray& chunk, const ExportRow& row, bool) {
            const QJsonObject object = jsonObject(row.object);
            QByteArray line;
            for (const QString& column : columns) {
                if (!line.isEmpty() || column != columns.first())
                    line += ',';
                line += csvField(object.value(column));
            }
            chunk += line + "\r\n";
            onRow();
        });
}

QByteArray schemaOf(const QString& type, const TypeShape& shape)
{
    QJsonObject properties;
    QJsonArray required;
    for (const auto& [member, kinds] : shape.members) {
        QStringList names(kinds.cbegin(), kinds.cend());
        names.sort();
        properties.insert(
            member, QJsonObject { { QStringLiteral("type"), QJsonArray::fromStringList(names) } });
        if (!shape.optional.contains(member))
            required.append(member);
    }
    const QJsonObject item { { QStringLiteral("type"), QStringLiteral("object") },
        { QStringLiteral("required"), required }, { QStringLiteral("properties"), properties } };
    const QJsonObject schema {
        { QStringLiteral("$schema"), QStringLiteral("https://json-schema.org/draft/2020-12/schema") },
        { QStringLiteral("title"), type },
        { QStringLiteral("type"), QStringLiteral("array") },
        { QStringLiteral("items"), item },
    };
    return QJsonDocument(schema).toJson(QJsonDocument::Indented);
}

ExportMember fileMember(const QString& path, const QString& source)
{
    auto file = std::make_shared<QFile>(source);
    return { path, [file](QByteArray& chunk) {
                if (!file->isOpen() && !file->open(QIODevice::ReadOnly))
                    return false;
                chunk += file->read(kFileChunk);
                return !file->atEnd();
            } };
}

/// The files the account's Attachment records name, as far as they may be handed out and are at hand.
void addAttachments(std::vector<ExportMember>& members, ExportRows& rows, const ExportSubject& subject,
    const BlobSource& blobs, QJsonArray& leftOut)
{
    const QString type = QStringLiteral("Attachment");
    qint64 withdrawn = 0;
    qint64 absent = 0;
    QSet<QString> taken;
    QString lastId;
    for (auto page = rows.page(type, lastId); !page.empty(); page = rows.page(type, lastId)) {
        for (const ExportRow& row : page) {
            lastId = row.id;
            const QJsonObject attachment = jsonObject(row.object);
            const QString sha256 = attachment.value(QLatin1String("sha256")).toString();
            if (attachment.value(QLatin1String("access")).toString() != QLatin1String("AVAILABLE")) {
                ++withdrawn;
                continue;
            }
            const QString source = blobs ? blobs(subject.account.key, sha256) : QString();
            if (source.isEmpty() || !QFile::exists(source)) {
                ++absent;
                continue;
            }
            if (taken.contains(sha256))
                continue;
            taken.insert(sha256);
            const QString name = cleanFileName(attachment.value(QLatin1String("fileName")).toString());
            members.push_back(
                fileMember(QStringLiteral("attachments/%1/%2").arg(cleanFileName(sha256), name), source));
        }
    }
    if (withdrawn > 0)
        leftOut.append(leftOutLine(QStringLiteral("attachments"), withdrawn,
            QStringLiteral("The access to these files was withdrawn or is over.")));
    if (absent > 0)
        leftOut.append(leftOutLine(
            QStringLiteral("attachments"), absent, QStringLiteral("The server does not hold these files.")));
}

} // namespace

QString memberPath(const QString& type)
{
    if (type == QLatin1String("ConsentRecord") || type == QLatin1String("PrivacyChoice"))
        return QStringLiteral("consents/") + type;
    if (type == QLatin1String("DataRequest"))
        return QStringLiteral("requests/") + type;
    return QStringLiteral("data/%1/%2").arg(QLatin1String(dataKind(type).category), cleanFileName(type));
}

QJsonObject leftOutLine(const QString& what, qint64 count, const QString& reason)
{
    return { { QStringLiteral("what"), what }, { QStringLiteral("count"), count },
        { QStringLiteral("reason"), reason } };
}

QString cleanFileName(const QString& name)
{
    QString clean;
    for (const QChar character : name) {
        const bool bad = character.unicode() < 0x20 || character.unicode() == 0x7f
            || QStringLiteral("/\\:*?\"<>|").contains(character);
        clean += bad ? QLatin1Char('_') : character;
    }
    clean = clean.right(kMaxFileName).trimmed();
    while (clean.startsWith(QLatin1Char('.')))
        clean.remove(0, 1);
    clean.replace(QLatin1String(".."), QLatin1String("_"));
    return clean.isEmpty() ? QStringLiteral("file") : clean;
}

QByteArray csvField(const QJsonValue& value)
{
    QByteArray text = textOf(value);
    // A text that begins like a formula is a text all the same; the JSON beside it has it as it is.
    if (value.isString() && !text.isEmpty() && QByteArrayLiteral("=+-@\t\r").contains(text.front()))
        text.prepend('\'');
    const bool plain
        = !text.contains('"') && !text.contains(',') && !text.contains('\n') && !text.contains('\r');
    return plain ? text : '"' + text.replace('"', "\"\"") + '"';
}

std::vector<ExportMember> exportMembers(ExportRows& rows, const ExportSubject& subject,
    const BlobSource& blobs, const std::function<void()>& onRow, QJsonArray& leftOut)
{
    const QStringList types = rows.types();
    std::vector<ExportMember> members;
    members.push_back(fixedMember(QStringLiteral("README.txt"), readmeText(rows, subject)));
    // The page links to files and shows the records, so it comes with what it needs to know of them.
    members.push_back(pageMember(rows, subject, onRow));
    for (const QString& type : types) {
        members.push_back(jsonMember(rows, type, onRow));
        members.push_back(csvMember(rows, type, onRow));
    }
    for (const QString& type : types)
        members.push_back(fixedMember(QStringLiteral("schema/%1.schema.json").arg(cleanFileName(type)),
            schemaOf(type, rows.shape(type))));
    addAttachments(members, rows, subject, blobs, leftOut);
    return members;
}

} // namespace ot::sandbox
