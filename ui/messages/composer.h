// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QPlainTextEdit>
#include <QWidget>

namespace ot::ui {

class Button;
class TintedLabel;

// The text of a message being written: plain text only, grows with its lines up to a third of a screen.
class ComposerEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget* parent = nullptr);
    void setSendKey(Preferences::SendKey key) { m_sendKey = key; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void sendPressed();
    void escaped();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void resizeEvent(QResizeEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    void fitHeight();
    Preferences::SendKey m_sendKey = Preferences::SendKey::Enter;
};

// The foot of a conversation: the text, the send button, the count near the limit; or the reason why nothing
// can be written.
class Composer : public QWidget {
    Q_OBJECT

public:
    explicit Composer(QWidget* parent = nullptr);

    void setSendKey(Preferences::SendKey key);
    // "Write to Northwind AI"
    void setPlaceholder(const QString& text);
    // A sentence puts it in the place of the editor; empty gives the editor back.
    void setReason(const QString& sentence);
    // Something went wrong with what is written; empty takes it away.
    void setTrouble(const QString& sentence);

    // Changes the text without saying that it was edited.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_edit->toPlainText(); }
    void focusText();

Q_SIGNALS:
    void edited(const QString& text);
    void sendRequested(const QString& text);
    void escaped();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void send();
    void refresh();

    ComposerEdit* m_edit;
    QWidget* m_field;
    Button* m_send;
    TintedLabel* m_count;
    TintedLabel* m_reason;
    TintedLabel* m_trouble;
    bool m_setting = false;
};

} // namespace ot::ui
