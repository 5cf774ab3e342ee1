// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one place where an address leaves the program. Nothing else calls QDesktopServices.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace ot::ui {

// What is to be thought of an address before a person is asked about it.
struct LinkVerdict {
    enum class Refusal {
        None,
        NotAnAddress, // does not parse strictly, or is too long
        Scheme, // anything but https (and http to this machine)
        Credentials, // a name or password before the host
        Host, // none, or one that can't be written in ASCII
        Hidden, // control, direction or white space characters inside
    };

    Refusal refusal = Refusal::NotAnAddress;
    QUrl url; // only when allowed
    QString address; // as it will be opened, wholly in ASCII
    QString host; // in ASCII: "xn--pple-43d.com", never its look-alike
    bool thirdParty = true; // not the platform's own site

    [[nodiscard]] bool allowed() const { return refusal == Refusal::None; }
};

// Judges an address. Pure. `ownHosts` are the platform's own ("opentrain.ai": its subdomains as well).
[[nodiscard]] LinkVerdict judgeLink(const QString& address, const QStringList& ownHosts);
// The sentence for a refused one.
[[nodiscard]] QString refusalText(LinkVerdict::Refusal refusal);

// Opens an address that the user asked for by a button of its own, such as the page of a sign-in; everything
// that others wrote goes through LinkGate. Says whether a program took it. GUI thread.
bool openInBrowser(const QUrl& address);

// Asks before it opens: the whole address, whose it is, and Cancel as the default. GUI thread.
class LinkGate : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<bool(const QUrl&)>;

    // `opener` hands the address to the system; tests give their own.
    explicit LinkGate(QStringList ownHosts, Opener opener = {}, QObject* parent = nullptr);

    // Shows the question over `parent` and returns at once; what the user answers is done by the dialog.
    void ask(const QString& address, QWidget* parent);

Q_SIGNALS:
    // The user let this host be opened; for the activity log. Never the whole address.
    void opened(const QString& host);

private:
    QStringList m_ownHosts;
    Opener m_opener;
};

} // namespace ot::ui
