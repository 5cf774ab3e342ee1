// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_gate.h"

#include "ui/link_dialog.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHostAddress>

#include <algorithm>

namespace ot::ui {
namespace {

constexpr qsizetype kLongestAddress = 2048;

// Characters that make an address read other than it is. Checked on the text before anything parses it.
bool hasHiddenCharacters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.isSurrogate() || c.unicode() == 0x5C; // a backslash: some programs take it for a slash
    });
}

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isOneOf(const QString& host, const QStringList& ownHosts)
{
    return std::any_of(ownHosts.begin(), ownHosts.end(),
        [&host](const QString& own) { return host == own || host.endsWith(QLatin1Char('.') + own); });
}

LinkVerdict refused(LinkVerdict::Refusal why)
{
    LinkVerdict verdict;
    verdict.refusal = why;
    return verdict;
}

} // namespace

LinkVerdict judgeLink(const QString& address, const QStringList& ownHosts)
{
    using Refusal = LinkVerdict::Refusal;
    if (address.isEmpty() || address.size() > kLongestAddress)
        return refused(Refusal::NotAnAddress);
    if (hasHiddenCharacters(address))
        return refused(Refusal::Hidden);
    // Decided on the text first: a parser that repairs must not turn something else into a web address.
    const bool https = address.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    const bool http = address.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    if (!https && !http)
        return refused(Refusal::Scheme);
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid())
        return refused(Refusal::NotAnAddress);
    if (!url.userInfo().isEmpty() || url.authority().contains(QLatin1Char('@')))
        return refused(Refusal::Credentials);
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const bool ascii = std::all_of(
        host.begin(), host.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
    if (host.isEmpty() || !ascii || host.contains(QLatin1Char('%')))
        return refused(Refusal::Host);
    if (http && !isLoopback(host))
        return refused(Refusal::Scheme);

    LinkVerdict verdict;
    verdict.refusal = Refusal::None;
    verdict.url = url;
    verdict.host = host;
    verdict.address = QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded));
    verdict.thirdParty = !isOneOf(host, ownHosts);
    return verdict;
}

QString refusalText(LinkVerdict::Refusal refusal)
{
    using Refusal = LinkVerdict::Refusal;
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::NotAnAddress:
        return LinkGate::tr("This is not a web address that can be opened.");
    case Refusal::Scheme:
        return LinkGate::tr("Only addresses that begin with https:// are opened. This one could start a "
                            "program or read a file.");
    case Refusal::Credentials:
        return LinkGate::tr(
            "This address has a name in front of its host, which hides where it leads. It is not opened.");
    case Refusal::Host:
        return LinkGate::tr("This address names no host that can be shown plainly. It is not opened.");
    case Refusal::Hidden:
        return LinkGate::tr(
            "This address holds hidden characters, which make it read other than it is. It is not opened.");
    }
    return {};
}

bool openInBrowser(const QUrl& address)
{
    return QDesktopServices::openUrl(address);
}

LinkGate::LinkGate(QStringList ownHosts, Opener opener, QObject* parent)
    : QObject(parent)
    , m_ownHosts(std::move(ownHosts))
    , m_opener(opener ? std::move(opener) : Opener(openInBrowser))
{
}

void LinkGate::ask(const QString& address, QWidget* parent)
{
    const LinkVerdict verdict = judgeLink(address, m_ownHosts);
    auto* dialog = new LinkDialog(address, verdict, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkDialog::copyRequested, this,
        [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
    connect(dialog, &LinkDialog::openRequested, this, [this, dialog, verdict] {
        if (m_opener(verdict.url)) {
            Q_EMIT opened(verdict.host);
            dialog->accept();
        } else {
            dialog->showTrouble(
                tr("No program on this device took the address. Copy it and open it in a browser."));
        }
    });
    dialog->open();
}

} // namespace ot::ui
