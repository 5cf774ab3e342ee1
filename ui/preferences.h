// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QString>

namespace ot::ui {

// The choices of the Settings page that concern this device alone. Holds them and says when one changes;
// whoever made it reads them at start and keeps them. GUI thread.
class Preferences : public QObject {
    Q_OBJECT

public:
    enum class SendKey { Enter, CtrlEnter };

    explicit Preferences(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    [[nodiscard]] ThemeChoice theme() const { return m_theme; }
    void setTheme(ThemeChoice theme);

    // A code such as "es"; empty for the system's. Texts are made once, so a new language takes effect with a
    // new window: the application makes one when languageChanged() comes.
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& code);

    [[nodiscard]] SendKey sendKey() const { return m_sendKey; }
    void setSendKey(SendKey key);

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void sendKeyChanged();

private:
    ThemeChoice m_theme = ThemeChoice::System;
    QString m_language;
    SendKey m_sendKey = SendKey::Enter;
};

} // namespace ot::ui
