// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/local_settings.h"

#include <QFile>
#include <QSettings>

#include <sys/stat.h>

namespace ot::app {

namespace {

constexpr char kTheme[] = "appearance/theme";
constexpr char kLanguage[] = "appearance/language";
constexpr char kSendKey[] = "messages/sendKey";
constexpr char kGeometry[] = "window/geometry";
constexpr char kCtrlEnter[] = "ctrl-enter";
constexpr char kEnter[] = "enter";

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

LocalSettings::LocalSettings(const QString& profileDirectory)
{
    const QString path = profileDirectory + QStringLiteral("/settings.ini");
    // QSettings keeps the permissions of a file that is there.
    if (!QFile::exists(path)) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    m_settings = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

LocalSettings::~LocalSettings() = default;

void LocalSettings::attach(ui::Preferences& preferences)
{
    preferences.setTheme(theme());
    preferences.setLanguage(language());
    preferences.setSendKey(m_settings->value(key(kSendKey)).toString() == QLatin1String(kCtrlEnter)
            ? ui::Preferences::SendKey::CtrlEnter
            : ui::Preferences::SendKey::Enter);
    QObject::connect(&preferences, &ui::Preferences::themeChanged, &preferences, [this, &preferences] {
        m_settings->setValue(key(kTheme), ui::themeChoiceName(preferences.theme()));
    });
    QObject::connect(&preferences, &ui::Preferences::languageChanged, &preferences,
        [this, &preferences] { m_settings->setValue(key(kLanguage), preferences.language()); });
    QObject::connect(&preferences, &ui::Preferences::sendKeyChanged, &preferences, [this, &preferences] {
        const bool isEnter = preferences.sendKey() == ui::Preferences::SendKey::Enter;
        m_settings->setValue(key(kSendKey), QString::fromLatin1(isEnter ? kEnter : kCtrlEnter));
    });
}

QString LocalSettings::language() const
{
    return m_settings->value(key(kLanguage)).toString();
}

ui::ThemeChoice LocalSettings::theme() const
{
    return ui::themeChoiceFrom(m_settings->value(key(kTheme)).toString());
}

QByteArray LocalSettings::windowGeometry() const
{
    return m_settings->value(key(kGeometry)).toByteArray();
}

void LocalSettings::setWindowGeometry(const QByteArray& geometry)
{
    m_settings->setValue(key(kGeometry), geometry);
}

} // namespace ot::app
