// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/welcome_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tinted_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace ot::ui {
namespace {

constexpr int kLongestToken = 512;
constexpr int kLongestServer = 300;
constexpr int kGap = 8; // between what belongs together and the next

QLineEdit* addField(QVBoxLayout* layout, const QString& name, QWidget* parent)
{
    auto* label = new TintedLabel(name, Type::Small, Tone::Neutral, TextShape::OneLine, parent);
    auto* field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setLayoutDirection(Qt::LeftToRight);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    return field;
}

QVBoxLayout* makeColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    return column;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : EntryCard(parent)
    , m_error(new TintedLabel({}, Type::Body, Tone::Bad, TextShape::Wrapped, this))
    , m_choice(makeChoice())
    , m_progress(makeProgress())
{
    m_error->setObjectName(QStringLiteral("welcomeError"));
    m_error->hide();
    m_error->setContentsMargins(0, 0, 0, kGap);
    body()->addWidget(m_error);
    body()->addWidget(m_choice);
    body()->addWidget(m_progress);
    setFocusProxy(m_browser);
    showStep(Step::Choice);
}

QWidget* WelcomePage::makeChoice()
{
    auto* choice = new QWidget(this);
    QVBoxLayout* column = makeColumn(choice);
    m_server = addField(column, tr("Server address"), choice);
    m_server->setObjectName(QStringLiteral("welcomeServer"));
    m_server->setMaxLength(kLongestServer);
    m_server->setPlaceholderText(QStringLiteral("https://app.opentrain.ai"));
    m_browser = new Button(tr("Sign in with your browser"), ButtonKind::Primary, choice);
    m_browser->setObjectName(QStringLiteral("welcomeBrowser"));
    m_other = new Button(tr("Use an access token instead"), ButtonKind::Quiet, choice);
    m_other->setObjectName(QStringLiteral("welcomeOther"));
    m_tokenPart = makeTokenPart(); // last, as it is reached by Tab
    column->addSpacing(6);
    column->addWidget(m_browser);
    column->addWidget(m_other);
    column->addWidget(m_tokenPart);
    m_tokenPart->hide();
    m_back = new Button(tr("Back to my account"), ButtonKind::Quiet, choice);
    m_back->setObjectName(QStringLiteral("welcomeBack"));
    m_back->hide();
    column->addWidget(m_back);
    connect(m_back, &Button::clicked, this, &WelcomePage::backRequested);
    connect(m_browser, &Button::clicked, this, &WelcomePage::useBrowser);
    connect(m_server, &QLineEdit::returnPressed, this, &WelcomePage::useBrowser);
    connect(m_other, &Button::clicked, this, [this] {
        offerToken();
        m_token->setFocus();
    });
    return choice;
}

QWidget* WelcomePage::makeTokenPart()
{
    auto* part = new QWidget(this);
    QVBoxLayout* column = makeColumn(part);
    column->setContentsMargins(0, kGap, 0, 0);
    m_token = addField(column, tr("Access token"), part);
    m_token->setObjectName(QStringLiteral("welcomeToken"));
    m_token->setMaxLength(kLongestToken);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(QStringLiteral("ot_pat_…"));
    auto* hint = new TintedLabel(
        tr("Made in your account's settings on the web. It is checked with the server first."), Type::Small,
        Tone::Neutral, TextShape::Wrapped, part);
    m_signIn = new Button({}, ButtonKind::Secondary, part);
    m_signIn->setObjectName(QStringLiteral("welcomeSignIn"));
    column->addWidget(hint);
    column->addWidget(m_signIn);
    connect(m_signIn, &Button::clicked, this, &WelcomePage::useToken);
    connect(m_token, &QLineEdit::returnPressed, this, &WelcomePage::useToken);
    return part;
}

// One below the other: side by side they would not fit with large letters.
QWidget* WelcomePage::makeProgress()
{
    auto* progress = new QWidget(this);
    QVBoxLayout* column = makeColumn(progress);
    m_again = new Button(tr("Open the browser again"), ButtonKind::Secondary, progress);
    m_again->setObjectName(QStringLiteral("welcomeAgain"));
    m_copy = new Button({}, ButtonKind::Secondary, progress);
    m_copy->setObjectName(QStringLiteral("welcomeCopy"));
    m_cancel = new Button(tr("Cancel"), ButtonKind::Quiet, progress);
    m_cancel->setObjectName(QStringLiteral("welcomeCancel"));
    for (Button* button : { m_again, m_copy, m_cancel })
        column->addWidget(button);
    m_escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_again, &Button::clicked, this, &WelcomePage::browserAgainRequested);
    connect(m_copy, &Button::clicked, this, &WelcomePage::copyAddress);
    connect(m_cancel, &Button::clicked, this, &WelcomePage::cancelRequested);
    connect(m_escape, &QShortcut::activated, m_cancel, &Button::click);
    return progress;
}

void WelcomePage::setServer(const QString& address)
{
    m_server->setText(address);
}

void WelcomePage::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void WelcomePage::showStep(Step step)
{
    const bool isChoice = step == Step::Choice;
    QString lead;
    switch (step) {
    case Step::Choice:
        setHeading(tr("Sign in to OpenTrain"), tr("It is done in your browser; your password stays there."));
        setFootnote(
            tr("Jobs, messages and contracts are kept on this device, encrypted, and your sign-in "
               "with them. Nothing goes anywhere but to the server above and to the one that it names "
               "for signing in."));
        break;
    case Step::Asking:
        lead = tr("The server is asked where its people sign in.");
        break;
    case Step::InBrowser:
        lead = tr("Sign in on the page that has opened and allow OpenTrain Desktop. This window goes on by "
                  "itself.");
        break;
    case Step::Finishing:
        lead = tr("Your browser has done its part. The rest is checked with the server.");
        break;
    }
    if (!isChoice) {
        setHeading(step == Step::InBrowser ? tr("Go on in your browser") : tr("One moment"), lead);
        setFootnote(tr("Your password stays in the browser; this program never sees it."));
    }
    m_choice->setVisible(isChoice);
    m_progress->setVisible(!isChoice);
    m_again->setVisible(step == Step::InBrowser);
    m_copy->setVisible(step == Step::InBrowser);
    m_copy->setText(tr("Copy the address"));
    m_escape->setEnabled(!isChoice);
    // The heading changes silently; whoever listens to the screen hears it with the button they land on.
    m_cancel->setAccessibleDescription(lead);
    m_again->setAccessibleDescription(lead);
    setFocusProxy(isChoice ? m_browser : (step == Step::InBrowser ? m_again : m_cancel));
    if (isVisible())
        setFocus();
    if (isChoice)
        setBusy(false);
}

void WelcomePage::showInBrowser(const QUrl& address, bool opened)
{
    m_address = address;
    showStep(Step::InBrowser);
    setError(opened ? QString()
                    : tr("No browser took the address. Copy it and open it in a browser on this computer."));
}

void WelcomePage::offerToken()
{
    m_other->hide();
    m_tokenPart->show();
}

void WelcomePage::setBusy(bool busy)
{
    for (QWidget* widget : std::initializer_list<QWidget*> { m_server, m_token, m_browser, m_signIn })
        widget->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Checking with the server…") : tr("Sign in with the token"));
}

void WelcomePage::setError(const QString& sentence)
{
    m_error->setContent(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

QString WelcomePage::server()
{
    const QString server = m_server->text().trimmed();
    setError(server.isEmpty() ? tr("Enter the server's address; it begins with https://.") : QString());
    if (server.isEmpty())
        m_server->setFocus();
    return server;
}

void WelcomePage::useBrowser()
{
    if (const QString address = server(); !address.isEmpty())
        Q_EMIT browserRequested(address);
}

void WelcomePage::useToken()
{
    const QString address = server();
    if (address.isEmpty())
        return;
    const QString token = m_token->text().trimmed();
    if (token.isEmpty()) {
        setError(tr("Paste an access token; it begins with ot_pat_."));
        m_token->setFocus();
        return;
    }
    Q_EMIT signInRequested(address, token);
}

void WelcomePage::copyAddress()
{
    QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded));
    m_copy->setText(tr("The address is copied"));
}

} // namespace ot::ui
