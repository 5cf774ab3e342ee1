// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/preferences.h"
#include "ui/text.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/tinted_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace ot::ui {
namespace {

constexpr int kWidest = 680;

// A box to choose from that leaves the wheel to the page.
class ChoiceBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

// One line of a card: what it is, what it means, and the control at the far side.
void addLine(Card* card, const QString& name, const QString& explanation, QWidget* control)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* label = makeLabel(name, TextShape::Wrapped, card);
    setType(label, Type::Strong);
    words->addWidget(label);
    if (!explanation.isEmpty())
        words->addWidget(new TintedLabel(explanation, Type::Small, Tone::Neutral, TextShape::Wrapped, card));
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    row->addLayout(words, 1);
    if (control) {
        control->setParent(card);
        control->setAccessibleName(name);
        control->setAccessibleDescription(explanation);
        row->addWidget(control, 0, Qt::AlignVCenter);
    }
    card->body()->addLayout(row);
    card->body()->addSpacing(6);
}

template <class Value>
QComboBox* makeChoice(const std::vector<std::pair<Value, QString>>& values, Value present)
{
    auto* box = new ChoiceBox;
    box->setMinimumWidth(190);
    for (const auto& [value, words] : values) {
        box->addItem(words, QVariant::fromValue(value));
        if (value == present)
            box->setCurrentIndex(box->count() - 1);
    }
    return box;
}

} // namespace

SettingsPage::SettingsPage(Services& services, QWidget* parent)
    : Page(parent)
    , m_services(services)
    , m_account(services.vault)
{
    auto* column = new QWidget(this);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(22, 18, 22, 22);
    columnLayout->setSpacing(12);
    for (Card* card : { makeLooks(column), makeWriting(column), makeAccount(column), makeAbout(column) })
        columnLayout->addWidget(card);
    columnLayout->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new ColumnScroll(column, kWidest + 44, this));
    connect(&m_account, &models::AccountState::changed, this, [this] {
        refreshAccount();
        Q_EMIT settledChanged();
    });
    refreshAccount();
}

Card* SettingsPage::makeLooks(QWidget* parent)
{
    auto* card = new Card(tr("Looks"), parent);
    QComboBox* theme = makeChoice<ThemeChoice>(
        { { ThemeChoice::System, tr("As the system") }, { ThemeChoice::Light, tr("Light") },
            { ThemeChoice::Dark, tr("Dark") }, { ThemeChoice::HighContrast, tr("High contrast") } },
        m_services.preferences.theme());
    theme->setObjectName(QStringLiteral("themeChoice"));
    addLine(card, tr("Theme"), tr("Takes effect at once."), theme);
    connect(theme, &QComboBox::currentIndexChanged, this,
        [this, theme] { m_services.preferences.setTheme(theme->currentData().value<ThemeChoice>()); });
    connect(&m_services.preferences, &Preferences::themeChanged, theme, [this, theme] {
        theme->setCurrentIndex(theme->findData(QVariant::fromValue(m_services.preferences.theme())));
    });

    // Each language is named in itself, so that it is found by those who need it.
    QComboBox* language = makeChoice<QString>(
        { { QString(), tr("As the system") }, { QStringLiteral("en"), QStringLiteral("English") },
            { QStringLiteral("es"), QString::fromUtf8("Español") } },
        m_services.preferences.language());
    language->setObjectName(QStringLiteral("languageChoice"));
    addLine(card, tr("Language"), tr("Of the program; what others write stays as they wrote it."), language);
    // From the event loop: the answer to the change is a new window in the place of this one.
    connect(
        language, &QComboBox::currentIndexChanged, &m_services.preferences,
        [preferences = &m_services.preferences, language] {
            preferences->setLanguage(language->currentData().toString());
        },
        Qt::QueuedConnection);
    return card;
}

Card* SettingsPage::makeWriting(QWidget* parent)
{
    auto* card = new Card(tr("Writing messages"), parent);
    using SendKey = Preferences::SendKey;
    QComboBox* key = makeChoice<SendKey>(
        { { SendKey::Enter, tr("Enter sends") }, { SendKey::CtrlEnter, tr("Ctrl+Enter sends") } },
        m_services.preferences.sendKey());
    key->setObjectName(QStringLiteral("sendKeyChoice"));
    addLine(card, tr("Send with"), tr("Shift+Enter always begins a new line."), key);
    connect(key, &QComboBox::currentIndexChanged, this,
        [this, key] { m_services.preferences.setSendKey(key->currentData().value<SendKey>()); });
    return card;
}

Card* SettingsPage::makeAccount(QWidget* parent)
{
    auto* card = new Card(tr("Account"), parent);
    m_who = makeLabel({}, TextShape::OneLine, card);
    m_who->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addLine(card, tr("Signed in as"), {}, m_who);
    QLabel* server = makeLabel(m_services.serverAddress, TextShape::OneLine, card);
    server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addLine(card, tr("Server"), {}, server);
    const bool keychain = m_services.keyPlace == KeyPlace::Keychain;
    QLabel* custody
        = makeLabel(keychain ? tr("System keychain") : tr("Your passphrase"), TextShape::OneLine, card);
    addLine(card, tr("Key of the vault"),
        keychain ? tr("Everything on this device is encrypted; the system's keychain keeps the key and "
                      "unlocks with your session.")
                 : tr("Everything on this device is encrypted; your passphrase keeps the key and is asked "
                      "for at each start."),
        custody);
    auto* signOut = new Button(tr("Sign out…"), ButtonKind::Danger, card);
    signOut->setObjectName(QStringLiteral("signOut"));
    addLine(
        card, tr("Sign out"), tr("Ends the access of this device. What is here stays, encrypted."), signOut);
    signOut->setAccessibleName(tr("Sign out"));
    connect(signOut, &Button::clicked, this, &SettingsPage::signOutRequested);
    return card;
}

Card* SettingsPage::makeAbout(QWidget* parent)
{
    auto* card = new Card(tr("About"), parent);
    addLine(card, tr("OpenTrain Desktop"),
        tr("Free software under the GNU General Public License, version 3 or later. It comes with no "
           "warranty."),
        makeLabel(QStringLiteral(OPENTRAIN_VERSION), TextShape::OneLine, card));
    addLine(card, tr("Made with"),
        tr("Qt %1 (LGPL 3), SQLCipher (BSD), QtKeychain (BSD), libsodium (ISC), spdlog (MIT).")
            .arg(QString::fromLatin1(qVersion())),
        nullptr);
    return card;
}

void SettingsPage::refreshAccount()
{
    QStringList parts { m_account.name(), m_account.email() };
    parts.removeAll(QString());
    setLabelText(m_who, parts.join(QStringLiteral(" · ")), TextShape::OneLine);
}

void SettingsPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(this).bg);
}

} // namespace ot::ui
