// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program's looks: which tokens hold now, and the application's style, palette and font made from them.
// Made once, before the first window, by the composition root; widgets reach the tokens through `tokensOf`.
// GUI thread.
#pragma once

#include "ui/theme/system_appearance.h"
#include "ui/theme/tokens.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace ot::ui {

class Style;

enum class ThemeChoice { System, Light, Dark, HighContrast };

// The words the choice is stored and given on a command line as: "system", "light", "dark", "high-contrast".
[[nodiscard]] QString themeChoiceName(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeChoiceFrom(const QString& name);

class Theme : public QObject {
    Q_OBJECT

public:
    // Installs the style, palette and font in the running QApplication, which owns the style from then on.
    explicit Theme(ThemeChoice choice, QObject* parent = nullptr);
    ~Theme() override;

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }
    [[nodiscard]] bool reducedMotion() const { return m_system.reducedMotion(); }

    // Takes effect at once in every window.
    void setChoice(ThemeChoice choice);

    // Begins to follow the desktop's own setting; call after the first window is shown.
    void followSystem() { m_system.watch(); }

Q_SIGNALS:
    void changed();

private:
    void apply();
    [[nodiscard]] Tokens wanted() const;

    SystemAppearance m_system;
    ThemeChoice m_choice;
    Tokens m_tokens;
    QPointer<Style> m_style;
};

// The tokens a widget is to paint with.
[[nodiscard]] const Tokens& tokensOf(const QWidget* widget);

// How long a transition takes: 0 when the desktop asks for no motion.
[[nodiscard]] int motionMilliseconds(const QWidget* widget);

} // namespace ot::ui
