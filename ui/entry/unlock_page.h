// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/entry_card.h"

class QLineEdit;

namespace ot::ui {

class Button;
class TintedLabel;

// How hard a passphrase is to guess, in words. A rough count of possibilities, not a promise.
enum class PassphraseStrength { TooShort, Weak, Fair, Strong };
[[nodiscard]] PassphraseStrength passphraseStrength(const QString& passphrase);

// Asks for the passphrase of the vault, or for a new one twice, and says why it is asked for. Holds no logic
// beyond comparing the two; the application opens the vault and answers with setBusy() and setError(). The
// fields are emptied when it hides.
class UnlockPage : public EntryCard {
    Q_OBJECT

public:
    enum class Mode { Create, Enter };

    explicit UnlockPage(QWidget* parent = nullptr);

    // `reason` is the sentence that says why (for example that no keychain answers); empty takes the usual
    // one.
    void setMode(Mode mode, const QString& reason = {});
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setBusy(bool busy);
    void setError(const QString& sentence);

Q_SIGNALS:
    void passphraseGiven(const QString& passphrase);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void submit();
    void showStrength();

    Mode m_mode = Mode::Enter;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    TintedLabel* m_strength;
    TintedLabel* m_error;
    Button* m_go;
};

} // namespace ot::ui
