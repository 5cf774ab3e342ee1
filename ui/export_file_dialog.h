// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/blobs/blob_store.h"
#include "storage/blobs/file_name.h"

#include <QDialog>
#include <QUrl>

#include <functional>

namespace ot::ui {

class Button;
class TintedLabel;

// What is to be saved as a file of its own.
struct FileToExport {
    QByteArray sha256;
    QString receivedName; // as the record says; cleaned before anything is done with it
    QString sizeText; // "1.2 MB"
    QUrl origin; // the server it came from
    bool confidential = false;
};

// The one way a file leaves the vault: says that a copy is no longer protected and what it is really called,
// asks where to, and writes it there. Cancel is what a key pressed without looking takes. Stays open while it
// writes and when that fails; accepted once the copy is in its place. GUI thread; the store must outlive it.
class ExportFileDialog : public QDialog {
    Q_OBJECT

public:
    // Asks for a place, beginning with a name, and gives the path; an empty one when the user gave up. It
    // asks itself before a file goes that is there already.
    using Chooser = std::function<void(
        QWidget* parent, const QString& name, std::function<void(const QString& path)> chosen)>;

    ExportFileDialog(
        storage::BlobStore& store, const FileToExport& file, QWidget* parent, Chooser chooser = {});
    ~ExportFileDialog() override;

Q_SIGNALS:
    void exported(const QString& path);

private:
    void choose();
    void write(const QString& path);

    storage::BlobStore& m_store;
    FileToExport m_file;
    storage::FileName m_name;
    Chooser m_chooser;
    storage::Cancellation m_cancellation; // when the dialog goes
    TintedLabel* m_state;
    Button* m_save;
};

} // namespace ot::ui
