// SPDX-License-Identifier: GPL-3.0-or-later
//
// Employers write first, and close what is over.
#include "sandbox/marketplace/act.h"
#include "sandbox/marketplace/replies.h"

namespace ot::sandbox {

namespace {

const QString kConversation = QStringLiteral("Conversation");

bool isClosed(const QJsonObject& conversation)
{
    return textOf(conversation, "cannotSendReason") == QLatin1String("conversation_closed");
}

QString write(const Scene& scene)
{
    const auto conversation = scene.choose(kConversation, [](const QJsonObject& c) {
        return !isClosed(c) && c.value(QLatin1String("bucket")) != QLatin1String("support");
    });
    if (!conversation)
        return {};
    const auto record = scene.store.find(scene.account, kConversation, textOf(*conversation, "id"));
    scene.notify({ QStringLiteral("message"), QStringLiteral("A new message"),
        textOf(*conversation, "counterpartName"), kConversation, record->id });
    return scene.messaging
        .sendFromEmployer(scene.writer, scene.account, *record, unpromptedMessage(scene.random))
        .id;
}

QString close(const Scene& scene)
{
    auto conversation = scene.choose(kConversation, [](const QJsonObject& c) { return !isClosed(c); });
    if (!conversation)
        return {};
    conversation->insert(QStringLiteral("canSend"), false);
    conversation->insert(QStringLiteral("cannotSendReason"), QStringLiteral("conversation_closed"));
    scene.save(kConversation, *conversation);
    return textOf(*conversation, "id");
}

} // namespace

const std::vector<Act>& conversationActs()
{
    static const std::vector<Act> kActs {
        { "writeMessage", 8, write },
        { "closeConversation", 0, close },
    };
    return kActs;
}

} // namespace ot::sandbox
