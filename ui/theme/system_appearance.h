// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the desktop asks of every program's looks: dark or light, more contrast, less motion. Asked from the
// desktop portal without waiting (Linux) or from Qt where it knows; until an answer is there the palette that
// the platform gave at start decides. GUI thread.
#pragma once

#include <QObject>
#include <QPalette>
#include <QVariant>

class QDBusVariant;

namespace ot::ui {

class SystemAppearance : public QObject {
    Q_OBJECT

public:
    // `startPalette` is the application's palette before the theme has touched it.
    explicit SystemAppearance(const QPalette& startPalette, QObject* parent = nullptr);

    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }

    // Begins to ask and to listen. Separate from construction so that the first frame does not wait for the
    // bus.
    void watch();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void takePortalSetting(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void askPortal(const QString& space, const QString& key);
    void take(const QString& space, const QString& key, const QVariant& value);

    bool m_dark = false;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
};

} // namespace ot::ui
