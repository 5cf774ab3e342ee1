// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/secret_service.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QTimer>

namespace ot::storage {

namespace {

constexpr int kProbeMilliseconds = 2'000;
const QString& serviceName()
{
    static const QString kName = QStringLiteral("org.freedesktop.secrets");
    return kName;
}

void answerLater(
    QObject* context, const std::function<void(SecretServiceState)>& then, SecretServiceState state)
{
    QTimer::singleShot(0, context, [then, state] { then(state); });
}

// Reads whether the default collection is locked.
void askLocked(QObject* context, const std::function<void(SecretServiceState)>& then)
{
    QDBusMessage question = QDBusMessage::createMethodCall(serviceName(),
        QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto* watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, kProbeMilliseconds), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        // A service without a default collection has nothing that is locked.
        const bool locked = reply.isValid() && reply.value().variant().toBool();
        then(locked ? SecretServiceState::Locked : SecretServiceState::Unlocked);
    });
}

} // namespace

void probeSecretService(QObject* context, const std::function<void(SecretServiceState)>& then)
{
#ifndef Q_OS_LINUX
    answerLater(context, then, SecretServiceState::Unknown);
#else
    if (qgetenv("XDG_CURRENT_DESKTOP").toLower().contains("kde")) {
        answerLater(context, then, SecretServiceState::Unknown); // KWallet speaks another interface
        return;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        answerLater(context, then, SecretServiceState::Absent);
        return;
    }
    const auto names = { QStringLiteral("ListNames"), QStringLiteral("ListActivatableNames") };
    auto waiting = std::make_shared<int>(static_cast<int>(names.size()));
    auto found = std::make_shared<bool>(false);
    for (const QString& method : names) {
        const QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
            QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"), method);
        auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, kProbeMilliseconds), context);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [=] {
            const QDBusPendingReply<QStringList> reply = *watcher;
            watcher->deleteLater();
            *found = *found || (reply.isValid() && reply.value().contains(serviceName()));
            if (--*waiting > 0)
                return;
            if (*found)
                askLocked(context, then);
            else
                then(SecretServiceState::Absent);
        });
    }
#endif
}

} // namespace ot::storage
