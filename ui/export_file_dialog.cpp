// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export_file_dialog.h"

#include "models/display_text.h"
#include "storage/when_done.h"
#include "ui/text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLabel>
#include <QStandardPaths>

namespace ot::ui {
namespace {

constexpr int kWidth = 480;

void askForPlace(QWidget* parent, const QString& name, const std::function<void(const QString&)>& chosen)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto* dialog = new QFileDialog(parent, ExportFileDialog::tr("Save a copy"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    QObject::connect(dialog, &QFileDialog::rejected, parent, [chosen] { chosen({}); });
    dialog->open();
}

} // namespace

ExportFileDialog::ExportFileDialog(
    storage::BlobStore& store, const FileToExport& file, QWidget* parent, Chooser chooser)
    : QDialog(parent)
    , m_store(store)
    , m_file(file)
    , m_name(storage::cleanFileName(file.receivedName))
    , m_chooser(chooser ? std::move(chooser) : Chooser(askForPlace))
    , m_state(new TintedLabel({}, Type::Body, Tone::Bad, TextShape::Wrapped, this))
    , m_save(new Button(tr("Choose where to save…"), ButtonKind::Primary, this))
{
    setObjectName(QStringLiteral("exportFileDialog"));
    setWindowTitle(tr("Save a copy outside the vault?"));
    setMinimumWidth(kWidth);
    auto* title = makeLabel(windowTitle(), TextShape::Wrapped, this);
    setType(title, Type::Title);
    auto* name = makeLabel(
        file.sizeText.isEmpty() ? m_name.name : m_name.name + QStringLiteral(" · ") + file.sizeText,
        TextShape::OneLine, this);
    name->setObjectName(QStringLiteral("exportName"));
    auto* warning = new TintedLabel(
        tr("The copy is an ordinary file. It is not encrypted, does not go when access ends or when you "
           "erase "
           "this vault, and other programs, backups and people with access to the folder can read it."),
        Type::Body, Tone::Neutral, TextShape::Wrapped, this);
    auto* confidential = new TintedLabel(
        tr("This file is confidential. Your contract may not allow a copy outside OpenTrain."), Type::Body,
        Tone::Warn, TextShape::Wrapped, this);
    confidential->setObjectName(QStringLiteral("exportConfidential"));
    confidential->setVisible(file.confidential);
    auto* program = new TintedLabel(tr("Files of this kind can run as a program when they are opened. Save "
                                       "it only if you know what it is."),
        Type::Body, Tone::Warn, TextShape::Wrapped, this);
    program->setObjectName(QStringLiteral("exportProgram"));
    program->setVisible(m_name.isProgram);

    auto* cancel = new Button(tr("Cancel"), ButtonKind::Secondary, this);
    cancel->setObjectName(QStringLiteral("exportCancel"));
    cancel->setDefault(true);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setAutoDefault(false);
    m_state->setObjectName(QStringLiteral("exportState"));
    m_state->hide();
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_save, &Button::clicked, this, &ExportFileDialog::choose);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(12);
    for (QWidget* widget :
        std::initializer_list<QWidget*> { title, name, warning, confidential, program, m_state })
        layout->addWidget(widget);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    cancel->setFocus();
}

ExportFileDialog::~ExportFileDialog()
{
    m_cancellation.cancel(); // what is half written goes
}

void ExportFileDialog::choose()
{
    m_save->setEnabled(false); // one question at a time
    m_chooser(this, m_name.name, [this](const QString& path) {
        if (path.isEmpty())
            m_save->setEnabled(true);
        else
            write(path);
    });
}

void ExportFileDialog::write(const QString& path)
{
    m_state->hide();
    // Whoever asked for the place has asked whether what is there may go.
    whenDone(m_store.exportTo(m_file.sha256, { path, true, m_file.origin }, m_cancellation), this,
        [this, path](const Outcome& outcome) {
            m_save->setEnabled(true);
            if (outcome) {
                Q_EMIT exported(path);
                accept();
                return;
            }
            m_state->setContent(outcome.error().message);
            m_state->show();
        });
}

} // namespace ot::ui
