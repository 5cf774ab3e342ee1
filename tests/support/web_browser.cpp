// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/web_browser.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QRegularExpression>

#include <memory>

namespace ot::test {

namespace {

constexpr int kMostRedirects = 10;

QNetworkRequest plain(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

QString attribute(const QString& tag, const QString& name)
{
    const QRegularExpression form(name + QStringLiteral("=\"([^\"]*)\""));
    return form.match(tag).captured(1).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

} // namespace

WebPage::Fields WebPage::hiddenFields() const
{
    static const QRegularExpression kInput(QStringLiteral("<input[^>]*type=\"hidden\"[^>]*>"));
    Fields fields;
    for (auto match = kInput.globalMatch(body); match.hasNext();) {
        const QString tag = match.next().captured();
        fields.append({ attribute(tag, QStringLiteral("name")), attribute(tag, QStringLiteral("value")) });
    }
    return fields;
}

QUrl WebPage::formTarget() const
{
    static const QRegularExpression kForm(QStringLiteral("<form[^>]*>"));
    return url.resolved(QUrl(attribute(kForm.match(body).captured(), QStringLiteral("action"))));
}

WebPage WebBrowser::open(const QUrl& url)
{
    return follow(m_network.get(plain(url)), 0);
}

WebPage WebBrowser::submit(const WebPage& page, const WebPage::Fields& filled)
{
    QByteArray body;
    for (const auto& [name, value] : page.hiddenFields() + filled)
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(value);
    QNetworkRequest request = plain(page.formTarget());
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    return follow(m_network.post(request, body), 0);
}

WebPage WebBrowser::follow(QNetworkReply* started, int redirects)
{
    const std::unique_ptr<QNetworkReply> reply(started);
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    WebPage page;
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.url = reply->url();
    const QByteArray location = reply->rawHeader("Location");
    if (page.status >= 300 && page.status < 400 && redirects < kMostRedirects) {
        const QUrl next = page.url.resolved(QUrl::fromEncoded(location));
        if (!m_stop.isEmpty() && next.toString().startsWith(m_stop))
            return { 0, next, {}, {} };
        return follow(m_network.get(plain(next)), redirects + 1);
    }
    page.body = QString::fromUtf8(reply->readAll());
    for (const auto& [name, value] : reply->rawHeaderPairs())
        page.head += name.toLower() + ": " + value + '\n';
    return page;
}

} // namespace ot::test
