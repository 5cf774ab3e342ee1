// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/oauth/oauth_pages.h"

#include <QCryptographicHash>

namespace ot::sandbox {

namespace {

constexpr auto kStyle = R"css(
:root{color-scheme:light dark;--ink:#16181d;--paper:#fff;--quiet:#565d6b;--line:#8b93a3;--accent:#1d4ed8;--onaccent:#fff;--bad:#b42318}
@media(prefers-color-scheme:dark){:root{--ink:#eceef2;--paper:#14161a;--quiet:#a7afbd;--line:#7b8494;--accent:#8ab4ff;--onaccent:#0b1020;--bad:#ff9d92}}
body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
main{max-width:28rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1rem;margin:1.5rem 0 .25rem}
p.quiet{color:var(--quiet)}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input[type=email],input[type=password]{box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
button{min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;border-radius:.5rem;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.first{background:var(--accent);border-color:var(--accent);color:var(--onaccent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[role=alert]{border-left:4px solid var(--bad);padding:.5rem .75rem;margin:1rem 0}
li{margin:.25rem 0}
)css";

QString html(const QString& text)
{
    return text.toHtmlEscaped();
}

/// A whole page. `formTarget` is where its form may lead beside this server (Content-Security-Policy counts
/// the redirect that answers a form).
HttpResponse page(int status, const QString& title, const QString& body, const QString& formTarget = {})
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/html; charset=utf-8";
    response.body = QStringLiteral("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                                   "<title>%1 – OpenTrain sandbox</title><style>%2</style></head>"
                                   "<body><main>%3</main></body></html>\n")
                        .arg(html(title), QLatin1String(kStyle), body)
                        .toUtf8();
    const QByteArray styleHash
        = QCryptographicHash::hash(QByteArray(kStyle), QCryptographicHash::Sha256).toBase64();
    response.setHeader("Content-Security-Policy",
        "default-src 'none'; style-src 'sha256-" + styleHash + "'; form-action 'self'"
            + (formTarget.isEmpty() ? QByteArray() : ' ' + formTarget.toLatin1())
            + "; frame-ancestors 'none'; base-uri 'none'");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    return response;
}

} // namespace

QString scopeSentence(const QString& scope)
{
    static const QHash<QString, QString> kSentences {
        { QStringLiteral("jobs:read"), QStringLiteral("Read the jobs you can see") },
        { QStringLiteral("proposals:read"), QStringLiteral("Read your profile and your proposals") },
        { QStringLiteral("proposals:write"), QStringLiteral("Send, change and withdraw proposals for you") },
        { QStringLiteral("messages:read"), QStringLiteral("Read your conversations") },
        { QStringLiteral("messages:write"), QStringLiteral("Write messages for you") },
        { QStringLiteral("payments:read"),
            QStringLiteral("Read your contracts, their instructions and your payouts") },
        { QStringLiteral("payments:write"), QStringLiteral("Submit work and request payouts for you") },
        { QStringLiteral("team:read"), QStringLiteral("See the members of your team") },
    };
    return kSentences.value(scope, scope);
}

HttpResponse signInPage(const SignInPage& form)
{
    const bool failed = !form.problem.isEmpty();
    const QString alert = failed
        ? QStringLiteral("<p role=\"alert\" id=\"problem\">%1</p>").arg(html(form.problem))
        : QString();
    const QString wrong
        = failed ? QStringLiteral(" aria-invalid=\"true\" aria-describedby=\"problem\"") : QString();
    const QString body = QStringLiteral(
        "<h1>Sign in</h1><p class=\"quiet\">to continue to %1</p>%2"
        "<form method=\"post\" action=\"/oauth/sign-in\">"
        "<input type=\"hidden\" name=\"request\" value=\"%3\">"
        "<label for=\"email\">E-mail address</label>"
        "<input id=\"email\" name=\"email\" type=\"email\" autocomplete=\"username\" required "
        "maxlength=\"254\" value=\"%4\"%5%6>"
        "<label for=\"password\">Password</label>"
        "<input id=\"password\" name=\"password\" type=\"password\" "
        "autocomplete=\"current-password\" required maxlength=\"200\"%5>"
        "<div class=\"actions\"><button class=\"first\" type=\"submit\">Sign in</button></div>"
        "</form><p class=\"quiet\">This is a sandbox. The sample accounts and their passwords are "
        "in the file sign-in.json of its data directory.</p>")
                             .arg(html(form.clientName), alert, html(form.request), html(form.email), wrong,
                                 failed ? QString() : QStringLiteral(" autofocus"));
    return page(
        failed ? 403 : 200, failed ? QStringLiteral("Error: Sign in") : QStringLiteral("Sign in"), body);
}

HttpResponse consentPage(const ConsentPage& form)
{
    QString list;
    for (const QString& scope : form.scopes)
        list += QStringLiteral("<li>%1</li>").arg(html(scopeSentence(scope)));
    const QString body
        = QStringLiteral(
            "<h1>Allow %1 to use your account?</h1>"
            "<p class=\"quiet\">Signed in as %2 (%3)</p>"
            "<h2 id=\"may\">It will be able to:</h2><ul aria-labelledby=\"may\">%4</ul>"
            "<p>You can end this at any time by signing out in the app.</p>"
            "<form method=\"post\" action=\"/oauth/consent\">"
            "<input type=\"hidden\" name=\"request\" value=\"%5\">"
            "<div class=\"actions\">"
            "<button class=\"first\" type=\"submit\" name=\"decision\" value=\"allow\">Allow</button>"
            "<button type=\"submit\" name=\"decision\" value=\"deny\">Cancel</button>"
            "</div></form>")
              .arg(html(form.clientName), html(form.accountName), html(form.email), list, html(form.request));
    return page(200, QStringLiteral("Allow %1").arg(form.clientName), body, form.redirectOrigin);
}

HttpResponse problemPage(int status, const QString& title, const QString& text)
{
    return page(status, title, QStringLiteral("<h1>%1</h1><p>%2</p>").arg(html(title), html(text)));
}

} // namespace ot::sandbox
