// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_dialog.h"

#include "models/display_text.h"
#include "ui/text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kWidth = 480;
constexpr int kAddressHeight = 76;

} // namespace

LinkDialog::LinkDialog(const QString& asWritten, const LinkVerdict& verdict, QWidget* parent)
    : QDialog(parent)
    , m_trouble(new TintedLabel({}, Type::Body, Tone::Bad, TextShape::Wrapped, this))
{
    const bool allowed = verdict.allowed();
    setWindowTitle(allowed ? tr("Open a link?") : tr("This link is not opened"));
    setMinimumWidth(kWidth);
    const QString shown = allowed ? verdict.address : models::oneLine(asWritten, 400);

    auto* title = makeLabel(allowed ? verdict.host : windowTitle(), TextShape::Wrapped, this);
    setType(title, Type::Title);
    auto* address = new QPlainTextEdit(shown, this);
    address->setObjectName(QStringLiteral("linkAddress"));
    address->setReadOnly(true);
    address->setWordWrapMode(QTextOption::WrapAnywhere);
    address->setLayoutDirection(Qt::LeftToRight);
    address->setFixedHeight(kAddressHeight);
    address->setTabChangesFocus(true);
    //: Accessible name of the field with the whole address
    address->setAccessibleName(tr("Whole address"));
    setType(address, Type::Mono);

    QString notice = refusalText(verdict.refusal);
    if (allowed) {
        notice = verdict.thirdParty ? tr("This site belongs to a third party. It opens in your browser and "
                                         "its own privacy policy applies there.")
                                    : tr("This is a page of OpenTrain's own site. It opens in your browser.");
    }
    auto* explanation = new TintedLabel(notice, Type::Body, Tone::Neutral, TextShape::Wrapped, this);

    auto* cancel = new Button(allowed ? tr("Cancel") : tr("Close"), ButtonKind::Secondary, this);
    cancel->setObjectName(QStringLiteral("linkCancel"));
    cancel->setDefault(true);
    auto* copy = new Button(tr("Copy address"), ButtonKind::Quiet, this);
    copy->setObjectName(QStringLiteral("linkCopy"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(cancel);
    if (allowed) {
        auto* open = new Button(tr("Open in browser"), ButtonKind::Primary, this);
        open->setObjectName(QStringLiteral("linkOpen"));
        buttons->addWidget(open);
        connect(open, &Button::clicked, this, &LinkDialog::openRequested);
    }
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(copy, &Button::clicked, this, [this, shown] { Q_EMIT copyRequested(shown); });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(address);
    layout->addWidget(explanation);
    layout->addWidget(m_trouble);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    m_trouble->hide();
    cancel->setFocus();
}

void LinkDialog::showTrouble(const QString& sentence)
{
    m_trouble->setContent(sentence);
    m_trouble->show();
}

} // namespace ot::ui
