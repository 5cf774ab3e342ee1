// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QTest>

using namespace ot::ui; // NOLINT(google-build-using-namespace)

class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void measuresContrastAsTheGuidelinesDo();
};

void TokensTest::textCanBeRead_data()
{
    QTest::addColumn<Tokens>("tokens");
    QTest::addColumn<double>("least");
    // WCAG 2.2: 4.5 for text (AA), 7 for the themes that are there for contrast (AAA).
    QTest::newRow("light") << lightTokens() << 4.5;
    QTest::newRow("dark") << darkTokens() << 4.5;
    QTest::newRow("light, high contrast") << highContrastLightTokens() << 7.0;
    QTest::newRow("dark, high contrast") << highContrastDarkTokens() << 7.0;
}

void TokensTest::textCanBeRead()
{
    QFETCH(Tokens, tokens);
    QFETCH(double, least);
    const auto check = [least](const char* what, const QColor& ink, const QColor& ground) {
        const double ratio = contrastRatio(ink, ground);
        return ratio >= least ? QString() : QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(ratio);
    };
    QStringList faults;
    for (const QColor& ground : { tokens.bg, tokens.surface, tokens.sunken, tokens.rail }) {
        faults << check("text", tokens.text, ground);
        faults << check("dim", tokens.dim, ground);
    }
    faults << check("text on a chosen row", tokens.text, tokens.accentSoft);
    faults << check("dim on a chosen row", tokens.dim, tokens.accentSoft);
    faults << check("accent on surface", tokens.accent, tokens.surface);
    faults << check("on accent", tokens.onAccent, tokens.accent);
    for (const Tone tone : { Tone::Accent, Tone::Ok, Tone::Warn, Tone::Bad })
        faults << check(qPrintable(QStringLiteral("tone %1 on its tint").arg(int(tone))),
            toneColor(tokens, tone), toneFill(tokens, tone));
    faults.removeAll(QString());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QStringLiteral("; "))));
}

void TokensTest::measuresContrastAsTheGuidelinesDo()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tokens_test.moc"
