// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"
#include "models/format.h"
#include "privacy/data_map.h"
#include "storage/outbox.h"
#include "ui/jobs/jobs_page.h"
#include "ui/link_gate.h"
#include "ui/sync_view_state.h"

#include <QApplication>
#include <QTest>

using namespace ot; // NOLINT(google-build-using-namespace)

class TranslatedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksSpanish();
    void countsInEveryLanguage_data();
    void countsInEveryLanguage();
    void turnsForARightToLeftLanguage();
};

// One text of each kind: a widget's, a class's with a context of its own, one of the layers below, a free
// function's.
void TranslatedTest::speaksSpanish()
{
    app::Translations translations;
    translations.use(QStringLiteral("es"));
    QCOMPARE(ui::JobsPage::tr("No job fits"), QStringLiteral("Ningún trabajo encaja"));
    QCOMPARE(ui::refusalText(ui::LinkVerdict::Refusal::NotAnAddress),
        QStringLiteral("Esto no es una dirección web que se pueda abrir."));
    QCOMPARE(QCoreApplication::translate("Vault", "The vault is locked."),
        QStringLiteral("El almacén está bloqueado."));
    QCOMPARE(
        privacy::categoryName(storage::DataCategory::AccountAndProfile), QStringLiteral("Cuenta y perfil"));
    const models::Formatter formatter(QLocale(QStringLiteral("es_ES")), QTimeZone::utc(),
        [] { return storage::UtcTime { 1'790'000'000'000 }; });
    QCOMPARE(formatter.relativeTime({ 1'790'000'000'000 - 5 * 60'000 }), QStringLiteral("hace 5 min"));
    QCOMPARE(formatter.dayTitle({ 1'790'000'000'000 }), QStringLiteral("Hoy"));
    // Qt's own texts come along.
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancelar"));
}

void TranslatedTest::countsInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("1 message waiting to send")
                             << QStringLiteral("2 messages waiting to send");
    QTest::newRow("Spanish") << QStringLiteral("es") << QStringLiteral("1 mensaje espera para enviarse")
                             << QStringLiteral("2 mensajes esperan para enviarse");
    QTest::newRow("one that there is no translation for")
        << QStringLiteral("fi") << QStringLiteral("1 message waiting to send")
        << QStringLiteral("2 messages waiting to send");
}

void TranslatedTest::countsInEveryLanguage()
{
    QFETCH(QString, language);
    app::Translations translations;
    translations.use(language);
    QTEST(ui::SyncViewState::tr("%n messages waiting to send", nullptr, 1), "one");
    QTEST(ui::SyncViewState::tr("%n messages waiting to send", nullptr, 2), "two");
}

void TranslatedTest::turnsForARightToLeftLanguage()
{
    app::Translations translations;
    translations.use(QStringLiteral("ar"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    translations.use(QStringLiteral("es"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

QTEST_MAIN(TranslatedTest)
#include "translated_test.moc"
