// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/welcome_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kLongestToken = 512;
constexpr int kLongestServer = 300;

QLineEdit* addField(QVBoxLayout* layout, const QString& name, QWidget* parent)
{
    auto* label = new TintedLabel(name, Type::Small, Tone::Neutral, TextShape::OneLine, parent);
    auto* field = new QLineEdit(parent);
    field->setAccessibleName(name);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(6);
    return field;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : EntryCard(parent)
    , m_server(addField(body(), tr("Server address"), this))
    , m_token(addField(body(), tr("Access token"), this))
    , m_error(new TintedLabel({}, Type::Body, Tone::Bad, TextShape::Wrapped, this))
    , m_signIn(new Button(tr("Sign in"), ButtonKind::Primary, this))
{
    setHeading(tr("Sign in to OpenTrain"),
        tr("Make an access token in your account's settings on the web and paste it here. It is checked with "
           "the server first."));
    setFootnote(tr("Jobs, messages and contracts are kept on this device, encrypted. The token is kept in "
                   "the same vault. "
                   "Nothing goes anywhere but to the server above."));
    m_server->setObjectName(QStringLiteral("welcomeServer"));
    m_server->setMaxLength(kLongestServer);
    m_server->setPlaceholderText(QStringLiteral("https://app.opentrain.ai"));
    m_server->setLayoutDirection(Qt::LeftToRight);
    m_token->setObjectName(QStringLiteral("welcomeToken"));
    m_token->setMaxLength(kLongestToken);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(QStringLiteral("ot_pat_…"));
    m_token->setLayoutDirection(Qt::LeftToRight);
    m_signIn->setObjectName(QStringLiteral("welcomeSignIn"));
    m_error->setObjectName(QStringLiteral("welcomeError"));
    m_error->hide();
    body()->addWidget(m_error);
    body()->addSpacing(6);
    body()->addWidget(m_signIn);
    setFocusProxy(m_token);
    connect(m_signIn, &Button::clicked, this, &WelcomePage::submit);
    connect(m_token, &QLineEdit::returnPressed, this, &WelcomePage::submit);
    connect(m_server, &QLineEdit::returnPressed, this, [this] { m_token->setFocus(); });
}

void WelcomePage::setServer(const QString& address)
{
    m_server->setText(address);
}

void WelcomePage::setBusy(bool busy)
{
    m_server->setEnabled(!busy);
    m_token->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Checking with the server…") : tr("Sign in"));
}

void WelcomePage::setError(const QString& sentence)
{
    m_error->setContent(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void WelcomePage::submit()
{
    const QString server = m_server->text().trimmed();
    const QString token = m_token->text().trimmed();
    if (server.isEmpty()) {
        setError(tr("Enter the server's address; it begins with https://."));
        m_server->setFocus();
        return;
    }
    if (token.isEmpty()) {
        setError(tr("Paste an access token; it begins with ot_pat_."));
        m_token->setFocus();
        return;
    }
    setError({});
    Q_EMIT signInRequested(server, token);
}

} // namespace ot::ui
