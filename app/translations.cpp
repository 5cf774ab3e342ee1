// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ot::app {

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translations::use(const QString& code)
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    // The C locale writes times and money for machines.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedStates);
    QLocale::setDefault(locale);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file too, for its plurals; it also serves those whose language there is none for.
    const QString files = QStringLiteral(":/i18n");
    if (m_own.load(locale, QStringLiteral("opentrain-desktop"), QStringLiteral("_"), files)
        || m_own.load(QStringLiteral("opentrain-desktop_en"), files))
        QCoreApplication::installTranslator(&m_own);
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr)
        QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace ot::app
