// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFont>
#include <QWidget>

namespace ot::ui {
namespace {

// 13 px at 96 dpi. A desktop that asks for larger letters gets them; smaller ones are not taken over, because
// the smallest text here is 11 of 13.
constexpr double kBodyPoints = 9.75;
constexpr double kLargestBodyPoints = 20.0;

void installFont()
{
    QFont font = QApplication::font();
    const double asked = font.pointSizeF();
    // Platforms without a desktop theme (offscreen, minimal) answer Qt's built-in 12 pt, which nobody asked
    // for.
    const QString platform = QGuiApplication::platformName();
    const bool themed = platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
    font.setPointSizeF(themed ? qBound(kBodyPoints, asked, kLargestBodyPoints) : kBodyPoints);
    QApplication::setFont(font);
}

} // namespace

QString themeChoiceName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return QStringLiteral("system");
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::HighContrast:
        return QStringLiteral("high-contrast");
    }
    return QStringLiteral("system");
}

ThemeChoice themeChoiceFrom(const QString& name)
{
    for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast }) {
        if (name == themeChoiceName(choice))
            return choice;
    }
    return ThemeChoice::System;
}

Theme::Theme(ThemeChoice choice, QObject* parent)
    : QObject(parent)
    , m_system(QApplication::palette())
    , m_choice(choice)
    , m_style(new Style)
{
    installFont();
    m_tokens = wanted();
    m_style->setTokens(m_tokens);
    QApplication::setStyle(m_style);
    QApplication::setPalette(paletteOf(m_tokens));
    connect(&m_system, &SystemAppearance::changed, this, &Theme::apply);
}

Theme::~Theme() = default;

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

Tokens Theme::wanted() const
{
    const bool contrast = m_choice == ThemeChoice::HighContrast || m_system.highContrast();
    bool dark = m_system.dark();
    if (m_choice == ThemeChoice::Light)
        dark = false;
    else if (m_choice == ThemeChoice::Dark)
        dark = true;
    if (contrast)
        return dark ? highContrastDarkTokens() : highContrastLightTokens();
    return dark ? darkTokens() : lightTokens();
}

void Theme::apply()
{
    if (m_style)
        m_style->setReducedMotion(m_system.reducedMotion());
    const Tokens now = wanted();
    if (now == m_tokens || !m_style)
        return;
    m_tokens = now;
    m_style->setTokens(now);
    // Setting the palette sends PaletteChange to every widget, which repaints itself.
    QApplication::setPalette(paletteOf(now));
    Q_EMIT changed();
}

const Tokens& tokensOf(const QWidget* widget)
{
    static const Tokens fallback = lightTokens();
    const auto* style = qobject_cast<const Style*>(widget ? widget->style() : QApplication::style());
    return style ? style->tokens() : fallback;
}

int motionMilliseconds(const QWidget* widget)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget);
}

} // namespace ot::ui
