// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/unlock_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QLineEdit>
#include <QSet>
#include <QVBoxLayout>

#include <cmath>

namespace ot::ui {
namespace {

constexpr qsizetype kShortest = 10;
constexpr int kLongest = 1000;
constexpr double kFairBits = 55.0;
constexpr double kStrongBits = 75.0;

// The letters it is made of, by the sizes of the sets they come from; repeated letters add little.
double guessBits(const QString& text)
{
    double letters = 0;
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar c : text) {
        lower = lower || c.isLower();
        upper = upper || c.isUpper();
        digit = digit || c.isDigit();
        other = other || !c.isLetterOrNumber();
    }
    letters = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 20 : 0);
    const QSet<QChar> distinct(text.begin(), text.end());
    const double counted
        = qMin<double>(static_cast<double>(text.size()), static_cast<double>(distinct.size()) * 2.0);
    return counted * std::log2(qMax(2.0, letters)) * 0.8;
}

} // namespace

PassphraseStrength passphraseStrength(const QString& passphrase)
{
    if (passphrase.size() < kShortest)
        return PassphraseStrength::TooShort;
    const double bits = guessBits(passphrase);
    if (bits < kFairBits)
        return PassphraseStrength::Weak;
    return bits < kStrongBits ? PassphraseStrength::Fair : PassphraseStrength::Strong;
}

UnlockPage::UnlockPage(QWidget* parent)
    : EntryCard(parent)
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_strength(new TintedLabel({}, Type::Small, Tone::Neutral, TextShape::Wrapped, this))
    , m_error(new TintedLabel({}, Type::Body, Tone::Bad, TextShape::Wrapped, this))
    , m_go(new Button({}, ButtonKind::Primary, this))
{
    m_passphrase->setObjectName(QStringLiteral("unlockPassphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphrase->setPlaceholderText(tr("Passphrase"));
    m_again->setObjectName(QStringLiteral("unlockAgain"));
    m_again->setAccessibleName(tr("The same passphrase again"));
    m_again->setPlaceholderText(tr("The same again"));
    m_go->setObjectName(QStringLiteral("unlockGo"));
    m_error->setObjectName(QStringLiteral("unlockError"));
    for (QLineEdit* field : { m_passphrase, m_again }) {
        field->setEchoMode(QLineEdit::Password);
        field->setMaxLength(kLongest);
        field->setLayoutDirection(Qt::LeftToRight);
    }
    body()->addWidget(m_passphrase);
    body()->addWidget(m_again);
    body()->addWidget(m_strength);
    body()->addWidget(m_error);
    body()->addSpacing(6);
    body()->addWidget(m_go);
    setFocusProxy(m_passphrase);
    connect(m_go, &Button::clicked, this, &UnlockPage::submit);
    connect(m_again, &QLineEdit::returnPressed, this, &UnlockPage::submit);
    connect(m_passphrase, &QLineEdit::returnPressed, this, [this] {
        if (m_mode == Mode::Create)
            m_again->setFocus();
        else
            submit();
    });
    connect(m_passphrase, &QLineEdit::textChanged, this, &UnlockPage::showStrength);
    setMode(Mode::Enter);
}

void UnlockPage::setMode(Mode mode, const QString& reason)
{
    m_mode = mode;
    const bool create = mode == Mode::Create;
    const QString usual = create
        ? tr("No keychain answers on this device, so a passphrase keeps the key of your data. It is asked "
             "for at each start and can't be recovered.")
        : tr("Your data on this device is encrypted. Its key is kept by your passphrase.");
    setHeading(create ? tr("Choose a passphrase") : tr("Unlock"), reason.isEmpty() ? usual : reason);
    m_again->setVisible(create);
    m_strength->setVisible(create);
    setError({});
    setBusy(false);
    showStrength();
}

void UnlockPage::showStrength()
{
    if (m_mode != Mode::Create)
        return;
    switch (passphraseStrength(m_passphrase->text())) {
    case PassphraseStrength::TooShort:
        m_strength->setContent(
            tr("At least 10 characters. Four or more unrelated words are easy to keep and hard to guess."));
        m_strength->setTone(Tone::Neutral);
        break;
    case PassphraseStrength::Weak:
        m_strength->setContent(tr("Weak: a program would guess it. Add words."));
        m_strength->setTone(Tone::Bad);
        break;
    case PassphraseStrength::Fair:
        m_strength->setContent(tr("Fair: another word makes it strong."));
        m_strength->setTone(Tone::Warn);
        break;
    case PassphraseStrength::Strong:
        m_strength->setContent(tr("Strong."));
        m_strength->setTone(Tone::Ok);
        break;
    }
}

void UnlockPage::setBusy(bool busy)
{
    m_passphrase->setEnabled(!busy);
    m_again->setEnabled(!busy);
    m_go->setEnabled(!busy);
    const QString words = m_mode == Mode::Create ? tr("Keep the vault with this passphrase") : tr("Unlock");
    m_go->setText(busy ? tr("One moment…") : words);
}

void UnlockPage::setError(const QString& sentence)
{
    m_error->setContent(sentence);
    m_error->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        m_passphrase->selectAll();
        m_passphrase->setFocus();
    }
}

void UnlockPage::submit()
{
    const QString passphrase = m_passphrase->text();
    if (m_mode == Mode::Create && passphraseStrength(passphrase) == PassphraseStrength::TooShort) {
        setError(tr("The passphrase needs at least 10 characters."));
        return;
    }
    if (m_mode == Mode::Create && passphrase != m_again->text()) {
        setError(tr("The two are not the same. Enter both again."));
        return;
    }
    if (passphrase.isEmpty()) {
        setError(tr("Enter the passphrase."));
        return;
    }
    setError({});
    Q_EMIT passphraseGiven(passphrase);
}

void UnlockPage::hideEvent(QHideEvent* event)
{
    m_passphrase->clear();
    m_again->clear();
    EntryCard::hideEvent(event);
}

} // namespace ot::ui
