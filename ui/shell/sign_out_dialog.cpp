// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sign_out_dialog.h"

#include "ui/text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QBoxLayout>
#include <QLabel>

namespace ot::ui {
namespace {

constexpr int kWidth = 440;

} // namespace

SignOutDialog::SignOutDialog(const QString& waitingText, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("signOutDialog"));
    setWindowTitle(tr("Sign out?"));
    setMinimumWidth(kWidth);
    auto* title = makeLabel(windowTitle(), TextShape::Wrapped, this);
    setType(title, Type::Title);
    auto* explanation = new TintedLabel(
        tr("This device forgets its access token and stops syncing. Everything that is here "
           "stays, encrypted, and is there again when you sign in to the same account."),
        Type::Body, Tone::Neutral, TextShape::Wrapped, this);
    auto* waiting = new TintedLabel({}, Type::Body, Tone::Warn, TextShape::Wrapped, this);
    if (!waitingText.isEmpty()) //: %1 is what waits: "2 messages waiting to send"
        waiting->setContent(tr("%1. They go out after you sign in again.").arg(waitingText));
    waiting->setVisible(!waitingText.isEmpty());

    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary, this);
    cancel->setObjectName(QStringLiteral("signOutCancel"));
    cancel->setDefault(true);
    auto* go = new Button(tr("Sign out"), ButtonKind::Danger, this);
    go->setObjectName(QStringLiteral("signOutConfirm"));
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(go, &Button::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(explanation);
    layout->addWidget(waiting);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    cancel->setFocus();
}

} // namespace ot::ui
