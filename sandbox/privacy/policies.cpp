// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/policies.h"

#include "sandbox/api/answers.h"
#include "sandbox/json.h"
#include "sandbox/privacy/policy_text.h"
#include "sandbox/seed/notes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ot::sandbox {

namespace {

const QString kPolicyVersion = QStringLiteral("PolicyVersion");

/// The sources break lines where they are full; a paragraph or an item of a list is one line.
QString unwrapped(const QString& text)
{
    QString whole;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const bool begins = line.isEmpty() || line.startsWith(QLatin1String("- "));
        if (begins || whole.endsWith(QLatin1Char('\n')))
            whole += QLatin1Char('\n');
        else if (!whole.isEmpty())
            whole += QLatin1Char(' ');
        whole += line;
    }
    return whole.trimmed();
}

QJsonArray sectionsOf(const std::vector<const char*>& notes)
{
    QJsonArray sections;
    for (const char* part : notes) {
        for (const NoteCard& card : readNotes(part))
            sections.append(QJsonObject { { QStringLiteral("number"), card.title },
                { QStringLiteral("title"), card.value(QLatin1String("title")) },
                { QStringLiteral("text"), unwrapped(card.value(QLatin1String("text"))) } });
    }
    return sections;
}

QJsonArray withChanges(QJsonArray sections, const char* notes)
{
    for (const QJsonValue& changed : sectionsOf({ notes })) {
        for (QJsonValueRef section : sections) {
            if (section.toObject().value(QLatin1String("number"))
                == changed.toObject().value(QLatin1String("number")))
                section = changed;
        }
    }
    return sections;
}

struct Edition {
    const char* id;
    const char* kind;
    const char* title;
    const char* date;
    const char* effectiveAt;
    bool isMaterial;
    const char* summary;
    std::vector<const char*> changes;
};

QJsonObject version(const Edition& edition, const QJsonArray& sections)
{
    QJsonArray changes;
    for (const char* change : edition.changes)
        changes.append(QString::fromUtf8(change));
    const QString published = QString::fromUtf8(edition.date) + QStringLiteral("T00:00:00.000Z");
    const QByteArray text = QJsonDocument(sections).toJson(QJsonDocument::Compact);
    return {
        { QStringLiteral("id"), QString::fromUtf8(edition.id) },
        { QStringLiteral("kind"), QString::fromUtf8(edition.kind) },
        { QStringLiteral("language"), QStringLiteral("en") },
        { QStringLiteral("title"), QString::fromUtf8(edition.title) },
        { QStringLiteral("date"), QString::fromUtf8(edition.date) },
        { QStringLiteral("effectiveAt"), QString::fromUtf8(edition.effectiveAt) },
        { QStringLiteral("isMaterial"), edition.isMaterial },
        { QStringLiteral("summary"), QString::fromUtf8(edition.summary) },
        { QStringLiteral("changes"), changes },
        { QStringLiteral("sections"), sections },
        { QStringLiteral("hash"),
            QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()) },
        { QStringLiteral("createdAt"), published },
        { QStringLiteral("updatedAt"), published },
    };
}

bool isPublished(Store& store, const QJsonObject& policy)
{
    return store.find(kEveryone, kPolicyVersion, policy.value(QLatin1String("id")).toString()).has_value();
}

std::vector<QJsonObject> published(Store& store)
{
    std::vector<QJsonObject> versions;
    for (const Record& record : store.list(kEveryone, kPolicyVersion))
        versions.push_back(record.json());
    std::sort(versions.begin(), versions.end(), [](const QJsonObject& a, const QJsonObject& b) {
        const auto key = [](const QJsonObject& policy) {
            return policy.value(QLatin1String("date")).toString()
                + policy.value(QLatin1String("id")).toString();
        };
        return key(a) > key(b);
    });
    return versions;
}

} // namespace

const std::vector<QJsonObject>& allPolicyVersions()
{
    static const std::vector<QJsonObject> kVersions = [] {
        const QJsonArray january = sectionsOf({ kPrivacyPolicyFirstHalf, kPrivacyPolicySecondHalf });
        return std::vector<QJsonObject> {
            version({ "2026-01-04", "privacy", "Privacy Policy", "2026-01-04", "2026-01-04T00:00:00.000Z",
                        true, "The first edition of this policy.", {} },
                january),
            version({ "cookies-2026-01-05", "cookies", "Cookie Policy", "2026-01-05",
                        "2026-01-05T00:00:00.000Z", false, "The first edition of the cookie policy.", {} },
                sectionsOf({ kCookiePolicy })),
            version(
                { "2026-10-01", "privacy", "Privacy Policy", "2026-10-01", "2026-11-01T00:00:00.000Z", true,
                    "Another company counts for us, some things are kept for a shorter time, and a new way "
                    "of sharing with advertising partners.",
                    { "5.2, 9.1: Tallywell counts what is used, if you allow analytics.",
                        "5.7: a scrambled email address may go to advertising partners, if you allow "
                        "advertising.",
                        "7: messages, proposals and contracts are kept for six years instead of ten; the "
                        "security log for 90 days instead of 180.",
                        "4.5: we say that we do not train models with your messages and work." } },
                withChanges(january, kPrivacyPolicyOctober)),
        };
    }();
    return kVersions;
}

int publishPolicies(Store& store)
{
    const QString today = store.clock().nowIso().left(10);
    std::vector<QJsonObject> due;
    for (const QJsonObject& policy : allPolicyVersions()) {
        if (policy.value(QLatin1String("date")).toString() <= today && !isPublished(store, policy))
            due.push_back(policy);
    }
    if (due.empty())
        return 0;
    StoreWriter writer(store);
    for (const QJsonObject& policy : due)
        writer.put(kEveryone, kPolicyVersion, policy.value(QLatin1String("id")).toString(), policy);
    writer.commit();
    return static_cast<int>(due.size());
}

QString publishNextPolicy(Store& store, StoreWriter& writer)
{
    for (const QJsonObject& policy : allPolicyVersions()) {
        if (isPublished(store, policy))
            continue;
        const QString id = policy.value(QLatin1String("id")).toString();
        writer.put(kEveryone, kPolicyVersion, id, policy);
        return id;
    }
    return {};
}

QString currentPrivacyPolicy(Store& store)
{
    for (const QJsonObject& policy : published(store)) {
        if (policy.value(QLatin1String("kind")).toString() == QLatin1String("privacy")
            && policy.value(QLatin1String("effectiveAt")).toString() <= store.clock().nowIso())
            return policy.value(QLatin1String("id")).toString();
    }
    return {};
}

HttpResponse policiesAnswer(Store& store, const HttpRequest& request)
{
    const QString language = request.query.value(QStringLiteral("language"));
    if (language.size() > 35)
        return issueAnswer(QStringLiteral("language"), QStringLiteral("must be a language tag"));
    // They exist in English only: whoever asks for another language gets that, and `language` says so.
    QJsonArray policies;
    for (const QJsonObject& policy : published(store))
        policies.append(policy);
    HttpResponse response = jsonAnswer({ { QStringLiteral("policies"), policies } });
    response.setHeader("Cache-Control", "no-cache");
    return response;
}

} // namespace ot::sandbox
