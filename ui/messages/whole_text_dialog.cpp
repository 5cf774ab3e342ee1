// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/whole_text_dialog.h"

#include "models/display_text.h"
#include "ui/widgets/button.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr QSize kSize(620, 460);
constexpr qsizetype kLongest = 400'000;

} // namespace

WholeTextDialog::WholeTextDialog(const QString& text, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Whole message"));
    resize(kSize);
    auto* view = new QPlainTextEdit(models::body(text, kLongest).text, this);
    view->setReadOnly(true);
    view->setAccessibleName(windowTitle());
    auto* close = new Button(tr("Close"), ButtonKind::Secondary, this);
    close->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 14);
    layout->addWidget(view);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &Button::clicked, this, &QDialog::accept);
}

} // namespace ot::ui
