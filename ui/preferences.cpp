// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

namespace ot::ui {

void Preferences::setTheme(ThemeChoice theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    Q_EMIT themeChanged();
}

void Preferences::setLanguage(const QString& code)
{
    if (code == m_language)
        return;
    m_language = code;
    Q_EMIT languageChanged();
}

void Preferences::setSendKey(SendKey key)
{
    if (key == m_sendKey)
        return;
    m_sendKey = key;
    Q_EMIT sendKeyChanged();
}

} // namespace ot::ui
