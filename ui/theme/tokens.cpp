// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <cmath>

namespace ot::ui {
namespace {

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

} // namespace

Tokens lightTokens()
{
    Tokens t;
    t.bg = QColor(0xF6, 0xF7, 0xF9);
    t.surface = QColor(0xFF, 0xFF, 0xFF);
    t.sunken = QColor(0xEE, 0xF0, 0xF4);
    t.line = QColor(0xE1, 0xE5, 0xEB);
    t.text = QColor(0x19, 0x1C, 0x22);
    t.dim = QColor(0x5A, 0x63, 0x72);
    t.faint = QColor(0x8A, 0x93, 0xA2);
    t.placeholder = QColor(0x66, 0x6F, 0x7E);
    t.accent = QColor(0x2B, 0x59, 0xE0);
    t.accentSoft = QColor(0xE6, 0xED, 0xFF);
    t.onAccent = QColor(0xFF, 0xFF, 0xFF);
    t.ok = QColor(0x1A, 0x78, 0x4E);
    t.okSoft = QColor(0xE2, 0xF4, 0xEB);
    t.warn = QColor(0x96, 0x60, 0x0A);
    t.warnSoft = QColor(0xFC, 0xF1, 0xDC);
    t.bad = QColor(0xB9, 0x34, 0x34);
    t.badSoft = QColor(0xFB, 0xE7, 0xE7);
    t.rail = QColor(0xFB, 0xFC, 0xFD);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.bg = QColor(0x13, 0x16, 0x1B);
    t.surface = QColor(0x1B, 0x1F, 0x26);
    t.sunken = QColor(0x15, 0x18, 0x1E);
    t.line = QColor(0x2B, 0x31, 0x3B);
    t.text = QColor(0xE7, 0xEA, 0xEF);
    t.dim = QColor(0x9B, 0xA5, 0xB4);
    t.faint = QColor(0x6E, 0x78, 0x86);
    t.placeholder = QColor(0x85, 0x8F, 0x9E);
    t.accent = QColor(0x82, 0xA1, 0xFF);
    t.accentSoft = QColor(0x22, 0x2D, 0x4A);
    t.onAccent = QColor(0x10, 0x14, 0x1F);
    t.ok = QColor(0x5C, 0xC7, 0x95);
    t.okSoft = QColor(0x1B, 0x33, 0x28);
    t.warn = QColor(0xE2, 0xB1, 0x5A);
    t.warnSoft = QColor(0x3A, 0x2F, 0x1A);
    t.bad = QColor(0xF0, 0x8A, 0x8A);
    t.badSoft = QColor(0x3C, 0x22, 0x22);
    t.rail = QColor(0x17, 0x1A, 0x20);
    t.dark = true;
    return t;
}

Tokens highContrastLightTokens()
{
    Tokens t;
    t.bg = t.surface = t.sunken = t.rail = QColor(0xFF, 0xFF, 0xFF);
    t.line = t.text = t.dim = t.faint = t.placeholder = QColor(0x00, 0x00, 0x00);
    t.accent = QColor(0x00, 0x1E, 0xA8);
    t.accentSoft = QColor(0xDD, 0xE6, 0xFF);
    t.onAccent = QColor(0xFF, 0xFF, 0xFF);
    t.ok = QColor(0x00, 0x4D, 0x26);
    t.warn = QColor(0x5C, 0x36, 0x00);
    t.bad = QColor(0x8A, 0x00, 0x00);
    t.okSoft = t.warnSoft = t.badSoft = t.surface;
    t.highContrast = true;
    return t;
}

Tokens highContrastDarkTokens()
{
    Tokens t;
    t.bg = t.surface = t.sunken = t.rail = QColor(0x00, 0x00, 0x00);
    t.line = t.text = t.dim = t.faint = t.placeholder = QColor(0xFF, 0xFF, 0xFF);
    t.accent = QColor(0xFF, 0xE1, 0x4D);
    t.accentSoft = QColor(0x33, 0x2D, 0x00);
    t.onAccent = QColor(0x00, 0x00, 0x00);
    t.ok = QColor(0x6C, 0xF5, 0xA8);
    t.warn = QColor(0xFF, 0xC2, 0x66);
    t.bad = QColor(0xFF, 0xA3, 0xA3);
    t.okSoft = t.warnSoft = t.badSoft = t.surface;
    t.dark = true;
    t.highContrast = true;
    return t;
}

QPalette paletteOf(const Tokens& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.surface);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.bg);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.placeholder);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.surface);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.sunken);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.faint);
    p.setColor(QPalette::Shadow, t.line);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        p.setColor(QPalette::Disabled, role, t.highContrast ? t.dim : t.faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.sunken);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.dim);
    return p;
}

QColor toneColor(const Tokens& tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.dim;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warn:
        return tokens.warn;
    case Tone::Bad:
        return tokens.bad;
    }
    return tokens.dim;
}

QColor toneFill(const Tokens& tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.sunken;
    case Tone::Accent:
        return tokens.accentSoft;
    case Tone::Ok:
        return tokens.okSoft;
    case Tone::Warn:
        return tokens.warnSoft;
    case Tone::Bad:
        return tokens.badSoft;
    }
    return tokens.sunken;
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

} // namespace ot::ui
