// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ot::app {

// A page to be written to a picture.
struct ScreenshotRequest {
    QString page;
    QString file;
};

// What the command line asks for.
struct CommandLine {
    enum class Action {
        ShowWindow,
        SyncOnce, // sync, print what there is, write the screenshots, end
        Status, // print the state of the profile as JSON, end
        Check, // look at every page of the vault, print what was found as JSON, end
        Backup, // write the vault into `file`, end
        Restore, // put the vault in `file` in this profile's place, end
        ListPages, // print the names that --screenshot takes, end
        PrintText, // --help, --version: `text` goes to standard output
    };
    Action action = Action::ShowWindow;
    QString text;
    QString profile; // directory; never empty
    QString account; // its number in the list or its id; empty: the one used last
    QString server; // address; empty: the one of the profile
    QString tokenFile;
    QString passphraseFile;
    QString recoveryCodeFile;
    QString file; // of a backup
    bool thisComputerOnly = false; // a backup that only this computer's keychain opens is fine
    QString theme; // light, dark, system or empty for the user's own choice
    QString language; // a code such as "es", or empty for the system's
    std::optional<QSize> size;
    std::vector<ScreenshotRequest> screenshots;
};

// Errors: BadInput, with a sentence that names the option.
Result<CommandLine> parseCommandLine(const QStringList& arguments);

// Where a profile is kept when no --profile says otherwise.
QString defaultProfileDirectory();

} // namespace ot::app
