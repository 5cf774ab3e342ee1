// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sandbox_person.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace ot::test {

QString SandboxPerson::credential(const char* name) const
{
    QFile file(m_sandbox.dataDirectory() + QStringLiteral("/sign-in.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sandbox left no sign-in.json");
    return QJsonDocument::fromJson(file.readAll())
        .object()
        .value(QLatin1String("trainer"))
        .toObject()
        .value(QLatin1String(name))
        .toString();
}

WebPage SandboxPerson::goThrough(const QUrl& address, bool allows)
{
    const WebPage signIn = m_browser.open(address);
    const WebPage consent = m_browser.submit(signIn,
        { { QStringLiteral("email"), credential("email") },
            { QStringLiteral("password"), credential("password") } });
    return m_browser.submit(consent,
        { { QStringLiteral("decision"), allows ? QStringLiteral("allow") : QStringLiteral("deny") } });
}

QUrl SandboxPerson::answerFor(const QUrl& address, bool allows)
{
    m_browser.stopAt(QUrlQuery(address).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    const WebPage page = goThrough(address, allows);
    m_browser.stopAt({});
    return page.url;
}

} // namespace ot::test
