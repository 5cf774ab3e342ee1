// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace ot::app {

// The language of the program: our own texts and Qt's. GUI thread; must outlive every window.
class Translations {
public:
    Translations() = default;
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    // A code such as "es"; empty for the system's. A language there is no translation for leaves the
    // program's own, English. Also sets the default locale's language and the direction of layouts.
    void use(const QString& code);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace ot::app
