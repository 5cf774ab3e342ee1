// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

namespace ot::ui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnomeInterface = QStringLiteral("org.gnome.desktop.interface");
const QString kColorScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");
const QString kAnimations = QStringLiteral("enable-animations");

// The portal's Read wraps the value in a variant twice, ReadOne and the signal once.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemAppearance::SystemAppearance(const QPalette& startPalette, QObject* parent)
    : QObject(parent)
    , m_dark(startPalette.color(QPalette::WindowText).lightness()
          > startPalette.color(QPalette::Window).lightness())
{
}

void SystemAppearance::watch()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto takeScheme = [this](Qt::ColorScheme scheme) {
        if (scheme == Qt::ColorScheme::Unknown || (scheme == Qt::ColorScheme::Dark) == m_dark)
            return;
        m_dark = scheme == Qt::ColorScheme::Dark;
        Q_EMIT changed();
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, takeScheme);
    takeScheme(QGuiApplication::styleHints()->colorScheme());
#endif
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
        SLOT(takePortalSetting(QString, QString, QDBusVariant)));
    askPortal(kAppearance, kColorScheme);
    askPortal(kAppearance, kContrast);
    askPortal(kGnomeInterface, kAnimations);
}

void SystemAppearance::takePortalSetting(const QString& space, const QString& key, const QDBusVariant& value)
{
    take(space, key, unwrapped(value.variant()));
}

void SystemAppearance::askPortal(const QString& space, const QString& key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << space << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, space, key, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(space, key, unwrapped(reply.value().variant()));
    });
}

void SystemAppearance::take(const QString& space, const QString& key, const QVariant& value)
{
    const bool darkBefore = m_dark;
    const bool contrastBefore = m_highContrast;
    const bool motionBefore = m_reducedMotion;
    if (space == kAppearance && key == kColorScheme && value.toUInt() != 0)
        m_dark = value.toUInt() == 1; // 0 is "no preference": what the palette said stands
    else if (space == kAppearance && key == kContrast)
        m_highContrast = value.toUInt() == 1;
    else if (space == kGnomeInterface && key == kAnimations)
        m_reducedMotion = !value.toBool();
    if (darkBefore != m_dark || contrastBefore != m_highContrast || motionBefore != m_reducedMotion)
        Q_EMIT changed();
}

} // namespace ot::ui
