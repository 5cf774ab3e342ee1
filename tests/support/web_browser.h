// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <utility>

class QNetworkReply;

namespace ot::test {

// What a web browser has in front of it.
struct WebPage {
    int status = 0;
    QUrl url;
    QString body;
    QByteArray head; // the answer's headers, a line each, names in lower case

    // The form's hidden fields and where it is sent to.
    using Fields = QList<std::pair<QString, QString>>;
    [[nodiscard]] Fields hiddenFields() const;
    [[nodiscard]] QUrl formTarget() const;
};

// As a person's web browser: keeps cookies, follows redirects, sends forms. Each call runs the event loop
// until the page is there.
class WebBrowser {
public:
    WebPage open(const QUrl& url);
    // Sends the form of a page with its hidden fields and what the person filled in.
    WebPage submit(const WebPage& page, const WebPage::Fields& filled);
    // Stops before addresses that begin so, and leaves the address in the page's `url` with the status 0.
    void stopAt(const QString& prefix) { m_stop = prefix; }

private:
    WebPage follow(QNetworkReply* reply, int redirects);

    QNetworkAccessManager m_network;
    QString m_stop;
};

} // namespace ot::test
