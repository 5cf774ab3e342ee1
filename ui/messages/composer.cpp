// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/composer.h"

#include "sync/message_commands.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tinted_label.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>

namespace ot::ui {
namespace {

constexpr int kMostLines = 8;
constexpr int kCountFrom = sync::kLongestMessage - 500; // from here the count is shown
constexpr int kLongestPaste = 200'000;

// The rounded box around the editor, lit while it has the focus.
class Field : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Tokens& tokens = tokensOf(this);
        const bool lit = focusWidget() && focusWidget()->hasFocus();
        paint::box(painter, rect(), paint::kControlRadius, tokens.sunken, lit ? tokens.accent : tokens.line,
            lit ? 1.6 : 1.0);
    }
};

} // namespace

ComposerEdit::ComposerEdit(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(3);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &ComposerEdit::fitHeight);
    fitHeight();
}

QSize ComposerEdit::sizeHint() const
{
    return { 300, height() };
}

void ComposerEdit::fitHeight()
{
    // QPlainTextEdit's document counts its height in lines.
    const int lines = qBound(1, qRound(document()->size().height()), kMostLines);
    const int wanted = lines * fontMetrics().lineSpacing() + 8;
    setVerticalScrollBarPolicy(
        document()->size().height() > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void ComposerEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void ComposerEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool withControl = modifiers == Qt::ControlModifier;
    const bool sends = m_sendKey == Preferences::SendKey::Enter ? (modifiers == Qt::NoModifier || withControl)
                                                                : withControl;
    if (isReturn && sends) {
        Q_EMIT sendPressed();
        return;
    }
    if (isReturn && modifiers == Qt::ShiftModifier) {
        // A real line, not the soft break that the editor would make of it.
        insertPlainText(QStringLiteral("\n"));
        ensureCursorVisible();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText();
}

// Whatever is pasted is its plain text.
void ComposerEdit::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText())
        insertPlainText(source->text().left(kLongestPaste));
}

Composer::Composer(QWidget* parent)
    : QWidget(parent)
    , m_edit(new ComposerEdit(this))
    , m_field(new Field(this))
    , m_send(new Button(tr("Send"), ButtonKind::Primary, this))
    , m_count(new TintedLabel({}, Type::Caption, Tone::Neutral, TextShape::OneLine, this))
    , m_reason(new TintedLabel({}, Type::Body, Tone::Neutral, TextShape::Wrapped, this))
    , m_trouble(new TintedLabel({}, Type::Small, Tone::Bad, TextShape::Wrapped, this))
{
    m_edit->setObjectName(QStringLiteral("composerText"));
    m_edit->setAccessibleName(tr("Message"));
    m_send->setObjectName(QStringLiteral("composerSend"));
    m_count->setObjectName(QStringLiteral("composerCount"));
    m_reason->setObjectName(QStringLiteral("composerReason"));
    m_reason->setAlignment(Qt::AlignCenter);
    auto* fieldLayout = new QVBoxLayout(m_field);
    fieldLayout->setContentsMargins(8, 5, 8, 5);
    fieldLayout->addWidget(m_edit);
    m_send->setMinimumHeight(m_field->sizeHint().height());

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    auto* side = new QVBoxLayout;
    side->setSpacing(3);
    side->addStretch();
    side->addWidget(m_count, 0, Qt::AlignHCenter);
    side->addWidget(m_send);
    row->addLayout(side);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(6);
    layout->addWidget(m_trouble);
    layout->addWidget(m_reason);
    layout->addLayout(row);

    connect(m_send, &Button::clicked, this, &Composer::send);
    connect(m_edit, &ComposerEdit::sendPressed, this, &Composer::send);
    connect(m_edit, &ComposerEdit::escaped, this, &Composer::escaped);
    connect(m_edit, &ComposerEdit::textChanged, this, [this] {
        refresh();
        if (!m_setting)
            Q_EMIT edited(text());
    });
    connect(qApp, &QApplication::focusChanged, m_field, [this] { m_field->update(); });
    setReason({});
    setTrouble({});
    refresh();
}

void Composer::setSendKey(Preferences::SendKey key)
{
    m_edit->setSendKey(key);
}

void Composer::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void Composer::setReason(const QString& sentence)
{
    m_reason->setContent(sentence);
    m_reason->setVisible(!sentence.isEmpty());
    m_field->setVisible(sentence.isEmpty());
    m_send->setVisible(sentence.isEmpty());
    refresh();
}

void Composer::setTrouble(const QString& sentence)
{
    m_trouble->setContent(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void Composer::setText(const QString& text)
{
    if (text == m_edit->toPlainText())
        return;
    m_setting = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_setting = false;
}

void Composer::focusText()
{
    if (m_field->isVisible())
        m_edit->setFocus();
}

void Composer::send()
{
    if (m_send->isEnabled() && m_send->isVisible())
        Q_EMIT sendRequested(text());
}

void Composer::refresh()
{
    const QString content = text().trimmed();
    const qsizetype length = content.size() < kCountFrom ? content.size() : sync::messageLength(content);
    const qsizetype left = sync::kLongestMessage - length;
    m_send->setEnabled(length > 0 && left >= 0);
    const bool near = length >= kCountFrom && m_field->isVisibleTo(this);
    m_count->setVisible(near);
    if (near) {
        m_count->setTone(left < 0 ? Tone::Bad : Tone::Neutral);
        m_count->setContent(left < 0 ? tr("%1 too many").arg(locale().toString(-left))
                                     : tr("%1 left").arg(locale().toString(left)));
    }
}

void Composer::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).surface);
}

} // namespace ot::ui
