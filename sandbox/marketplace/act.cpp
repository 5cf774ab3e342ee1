// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/marketplace/act.h"

namespace ot::sandbox {

std::optional<QJsonObject> Scene::choose(
    const QString& type, const std::function<bool(const QJsonObject&)>& fits) const
{
    if (!id.isEmpty()) {
        const std::optional<QJsonObject> named = find(type, id);
        return named && fits(*named) ? named : std::nullopt;
    }
    std::vector<QJsonObject> fitting;
    for (const Record& record : store.list(account, type)) {
        QJsonObject object = record.json();
        if (fits(object))
            fitting.push_back(std::move(object));
    }
    if (fitting.empty())
        return std::nullopt;
    return random.pick(fitting);
}

std::optional<QJsonObject> Scene::find(const QString& type, const QJsonValue& recordId) const
{
    const QString& owner = type == QLatin1String("Job") ? kEveryone : account;
    const std::optional<Record> record = store.find(owner, type, recordId.toString());
    if (!record || record->removed)
        return std::nullopt;
    return record->json();
}

void Scene::save(const QString& type, QJsonObject object) const
{
    object.insert(QStringLiteral("updatedAt"), now());
    writer.put(account, type, textOf(object, "id"), object);
}

void Scene::saveForEveryone(const QString& type, QJsonObject object) const
{
    object.insert(QStringLiteral("updatedAt"), now());
    writer.put(kEveryone, type, textOf(object, "id"), object);
}

const std::vector<Act>& allActs()
{
    static const std::vector<Act> kActs = [] {
        std::vector<Act> acts;
        for (const auto* part : { &proposalActs(), &contractActs(), &payoutActs(), &jobActs(),
                 &conversationActs(), &instructionActs(), &submissionActs(), &moneyActs(), &calendarActs(),
                 &peopleActs(), &attachmentActs(), &privacyActs() })
            acts.insert(acts.end(), part->begin(), part->end());
        return acts;
    }();
    return kActs;
}

} // namespace ot::sandbox
