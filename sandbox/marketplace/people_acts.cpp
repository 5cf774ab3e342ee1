// SPDX-License-Identifier: GPL-3.0-or-later
//
// People who answer: the support, invited colleagues, references, employers who write a review.
#include "sandbox/marketplace/act.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace ot::sandbox {

namespace {

constexpr std::array<const char*, 3> kReviews {
    "Careful, quick to ask, and never late.",
    "Good work; the first batch needed a second look.",
    "We would gladly work together again.",
};
const QString kMember = QStringLiteral("TeamMember");
const QString kReference = QStringLiteral("Reference");
const QString kReview = QStringLiteral("Review");
const QString kSearch = QStringLiteral("SavedSearch");
const QString kTicket = QStringLiteral("SupportTicket");

std::optional<QJsonObject> chooseIn(const Scene& scene, const QString& type, const QStringList& statuses)
{
    return scene.choose(
        type, [&statuses](const QJsonObject& object) { return statuses.contains(textOf(object, "status")); });
}

QString moveTo(const Scene& scene, const QString& type, const QStringList& from, const QJsonObject& changes)
{
    auto object = chooseIn(scene, type, from);
    if (!object)
        return {};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object->insert(it.key(), it.value());
    scene.save(type, *object);
    return textOf(*object, "id");
}

QString speak(const Scene& scene, const QStringList& from, const QString& status, const QString& text)
{
    auto ticket = chooseIn(scene, kTicket, from);
    if (!ticket)
        return {};
    QJsonArray messages = ticket->value(QLatin1String("messages")).toArray();
    messages.append(
        QJsonObject { { QStringLiteral("id"), QStringLiteral("stm_x%1").arg(scene.writer.nextNumber()) },
            { QStringLiteral("authorName"), QStringLiteral("OpenTrain Support") },
            { QStringLiteral("fromSupport"), true }, { QStringLiteral("text"), text },
            { QStringLiteral("at"), scene.now() } });
    ticket->insert(QStringLiteral("messages"), messages);
    ticket->insert(QStringLiteral("status"), status);
    scene.notify({ QStringLiteral("message"), QStringLiteral("The support has answered"),
        textOf(*ticket, "subject"), kTicket, textOf(*ticket, "id") });
    scene.save(kTicket, *ticket);
    return textOf(*ticket, "id");
}

QString answerTicket(const Scene& scene)
{
    return speak(scene, { QStringLiteral("OPEN") }, QStringLiteral("WAITING_ON_YOU"),
        QStringLiteral("Thanks for writing. Which page did you see this on, and what were its exact words?"));
}

QString solveTicket(const Scene& scene)
{
    return speak(scene, { QStringLiteral("OPEN"), QStringLiteral("WAITING_ON_YOU") },
        QStringLiteral("SOLVED"), QStringLiteral("This is fixed now. Write again if it comes back."));
}

QString closeTicket(const Scene& scene)
{
    return moveTo(scene, kTicket, { QStringLiteral("SOLVED") },
        { { QStringLiteral("status"), QStringLiteral("CLOSED") } });
}

QString acceptInvitation(const Scene& scene)
{
    const auto member = chooseIn(scene, kMember, { QStringLiteral("INVITED") });
    if (!member)
        return {};
    const Scene named { scene.store, scene.writer, scene.messaging, scene.random, scene.account,
        textOf(*member, "id") };
    const QString now = scene.now();
    return moveTo(named, kMember, { QStringLiteral("INVITED") },
        { { QStringLiteral("status"), QStringLiteral("ACTIVE") },
            { QStringLiteral("userId"), QString(QStringLiteral("u_") + textOf(*member, "id")) },
            { QStringLiteral("joinedAt"), now }, { QStringLiteral("lastActiveAt"), now } });
}

QString declineInvitation(const Scene& scene)
{
    return moveTo(scene, kMember, { QStringLiteral("INVITED") },
        { { QStringLiteral("status"), QStringLiteral("REMOVED") } });
}

QString confirmReference(const Scene& scene)
{
    return moveTo(scene, kReference, { QStringLiteral("PENDING") },
        { { QStringLiteral("status"), QStringLiteral("CONFIRMED") },
            { QStringLiteral("informedAt"), scene.now() } });
}

QString declineReference(const Scene& scene)
{
    return moveTo(scene, kReference, { QStringLiteral("PENDING") },
        { { QStringLiteral("status"), QStringLiteral("DECLINED") },
            { QStringLiteral("informedAt"), scene.now() } });
}

/// The person does not want to be a reference any more.
QString withdrawReference(const Scene& scene)
{
    return moveTo(scene, kReference, { QStringLiteral("CONFIRMED"), QStringLiteral("PENDING") },
        { { QStringLiteral("status"), QStringLiteral("REMOVED") } });
}

QString ownName(const Scene& scene)
{
    const auto account = scene.store.account(scene.account);
    return account ? account->displayName : QString();
}

/// An employer reviews a contract that has ended, once.
QString writeReview(const Scene& scene)
{
    const std::vector<Record> reviews = scene.store.list(scene.account, kReview);
    const auto contract = scene.choose(QStringLiteral("Contract"), [&reviews](const QJsonObject& c) {
        return textOf(c, "status") == QLatin1String("ended")
            && std::none_of(reviews.cbegin(), reviews.cend(), [&c](const Record& record) {
                   const QJsonObject review = record.json();
                   return textOf(review, "direction") == QLatin1String("RECEIVED")
                       && textOf(review, "contractId") == textOf(c, "id");
               });
    });
    if (!contract)
        return {};
    const QString id = QStringLiteral("rv_x%1").arg(scene.writer.nextNumber());
    scene.save(kReview,
        { { QStringLiteral("id"), id }, { QStringLiteral("direction"), QStringLiteral("RECEIVED") },
            { QStringLiteral("contractId"), contract->value(QLatin1String("id")) },
            { QStringLiteral("jobTitle"), contract->value(QLatin1String("title")) },
            { QStringLiteral("authorName"), contract->value(QLatin1String("employerName")) },
            { QStringLiteral("subjectName"), ownName(scene) },
            { QStringLiteral("rating"), scene.random.between(4, 5) },
            { QStringLiteral("comment"), QLatin1String(scene.random.pick(kReviews)) },
            { QStringLiteral("reply"), QJsonValue() }, { QStringLiteral("repliedAt"), QJsonValue() },
            { QStringLiteral("visibility"), QStringLiteral("PUBLIC") },
            { QStringLiteral("createdAt"), scene.now() } });
    return id;
}

/// A new job fits a saved search.
QString matchSearch(const Scene& scene)
{
    auto search = scene.choose(kSearch, [](const QJsonObject&) { return true; });
    if (!search)
        return {};
    search->insert(QStringLiteral("matchCount"), search->value(QLatin1String("matchCount")).toInt() + 1);
    search->insert(QStringLiteral("lastMatchAt"), scene.now());
    scene.save(kSearch, *search);
    return textOf(*search, "id");
}

} // namespace

const std::vector<Act>& peopleActs()
{
    static const std::vector<Act> kActs {
        { "answerTicket", 4, answerTicket },
        { "solveTicket", 2, solveTicket },
        { "closeTicket", 1, closeTicket },
        { "acceptInvitation", 2, acceptInvitation },
        { "declineInvitation", 0, declineInvitation },
        { "confirmReference", 2, confirmReference },
        { "declineReference", 0, declineReference },
        { "withdrawReference", 0, withdrawReference },
        { "writeReview", 1, writeReview },
        { "matchSavedSearch", 2, matchSearch },
    };
    return kActs;
}

} // namespace ot::sandbox
