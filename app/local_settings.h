// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QSettings;

namespace ot::app {

// The choices about this device that are needed before any vault is open: colours, language, the send key,
// the window's place. Holds nothing personal; a small file below the profile, 0600. GUI thread.
class LocalSettings {
public:
    explicit LocalSettings(const QString& profileDirectory);
    ~LocalSettings();

    // Fills the preferences with what was kept and keeps every later change.
    void attach(ui::Preferences& preferences);

    [[nodiscard]] QString language() const;
    [[nodiscard]] ui::ThemeChoice theme() const;
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace ot::app
