// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/marketplace/employers.h"

#include "sandbox/marketplace/replies.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace ot::sandbox {

namespace {

const QString kConversation = QStringLiteral("Conversation");

QJsonObject employerOf(const QJsonObject& conversation)
{
    for (const QJsonValue& participant : conversation.value(QLatin1String("participants")).toArray()) {
        const QString role = participant.toObject().value(QLatin1String("role")).toString();
        if (role == QLatin1String("employer") || role == QLatin1String("support"))
            return participant.toObject();
    }
    return {};
}

/// Whether the writer of a message in an account's conversation is its owner or one of their colleagues. The
/// rows that colleagues have of it do not count: one message is answered once.
bool isOfTheirs(Store& store, const QString& account, const QString& senderId)
{
    const std::vector<Account> accounts = store.accounts();
    return std::any_of(accounts.cbegin(), accounts.cend(),
        [&](const Account& one) { return truthAccount(one) == account && one.userId == senderId; });
}

} // namespace

Employers::Employers(Store& store, Messaging& messaging, LiveHub& live, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_messaging(messaging)
    , m_live(live)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Employers::doSomething);
}

void Employers::start(double speed, quint64 seed)
{
    m_speed = speed;
    m_seed = seed;
    scheduleNext();
}

void Employers::stop()
{
    m_speed = 0;
    m_next.stop();
}

Random& Employers::dice()
{
    // Thrown anew for each act from the seed and the place in the feed, so that a restart changes no choice.
    m_random = Random(m_seed * 0x9e3779b97f4a7c15U + static_cast<quint64>(m_store.head()));
    return m_random;
}

int Employers::wait(qint64 fromMilliseconds, qint64 toMilliseconds)
{
    const auto milliseconds = static_cast<double>(m_random.between(fromMilliseconds, toMilliseconds));
    return static_cast<int>(std::clamp(milliseconds / m_speed, 1.0, 24.0 * 60 * 60 * 1000));
}

void Employers::scheduleNext()
{
    if (m_speed > 0)
        m_next.start(wait(20'000, 60'000));
}

void Employers::doSomething()
{
    Random& random = dice();
    // What happens to an organization happens once, in its own account.
    std::vector<Account> accounts = m_store.accounts();
    std::erase_if(accounts, [](const Account& account) { return truthAccount(account) != account.key; });
    const std::vector<Act>& acts = allActs();
    const int weights = std::accumulate(
        acts.cbegin(), acts.cend(), 0, [](int sum, const Act& act) { return sum + act.weight; });
    // Not every account has something for every act; a few tries find one that does.
    constexpr int kTries = 8;
    for (int i = 0; i < kTries && !accounts.empty(); ++i) {
        qint64 lot = random.between(0, weights - 1);
        const auto chosen = std::find_if(acts.cbegin(), acts.cend(), [&lot](const Act& act) {
            lot -= act.weight;
            return lot < 0;
        });
        // What happens to an organization happens in its own rows, whoever of it the dice meet.
        const Account& account = random.pick(accounts);
        const QString& owner = account.organization.isEmpty() ? account.key : account.organization;
        if (!run(*chosen, owner, {}).isEmpty())
            break;
    }
    scheduleNext();
}

QString Employers::run(const Act& act, const QString& account, const QString& id)
{
    StoreWriter writer(m_store);
    const QString changed = act.run({ m_store, writer, m_messaging, m_random, account, id });
    if (!changed.isEmpty())
        writer.commit();
    return changed;
}

std::optional<QString> Employers::perform(const QString& name, const QString& account, const QString& id)
{
    const auto act = std::find_if(allActs().cbegin(), allActs().cend(),
        [&name](const Act& candidate) { return name == QLatin1String(candidate.name); });
    if (act == allActs().cend())
        return std::nullopt;
    dice();
    const std::optional<Account> known = m_store.account(account);
    return run(*act, known ? truthAccount(*known) : account, id);
}

void Employers::notice(const Commit& commit)
{
    if (m_speed <= 0)
        return;
    for (const Record& record : commit.changes) {
        if (record.type != QLatin1String("Message") || record.removed || record.version != 1)
            continue;
        const QJsonObject message = record.json();
        if (!isOfTheirs(m_store, record.account, textOf(message, "senderUserId")))
            continue;
        const QString conversationId = textOf(message, "conversationId");
        const QString text = textOf(message, "content");
        QTimer::singleShot(wait(1'000, 2'000), this, [this, account = record.account, conversationId, text] {
            answer(account, conversationId, text);
        });
    }
}

void Employers::answer(const QString& account, const QString& conversationId, const QString& message)
{
    const auto conversation = m_store.find(account, kConversation, conversationId);
    if (m_speed <= 0 || !conversation || conversation->removed)
        return;
    const QJsonObject employer = employerOf(conversation->json());
    if (employer.isEmpty())
        return;
    m_live.presence(account, conversationId, employer.value(QLatin1String("userId")).toString(),
        QStringLiteral("online"));
    m_live.typing(account, conversationId, employer);
    QTimer::singleShot(wait(3'000, 6'000), this,
        [this, account, conversationId, message] { reply(account, conversationId, message); });
}

void Employers::reply(const QString& account, const QString& conversationId, const QString& message)
{
    const auto conversation = m_store.find(account, kConversation, conversationId);
    if (m_speed <= 0 || !conversation || conversation->removed)
        return;
    StoreWriter writer(m_store);
    m_messaging.sendFromEmployer(writer, account, *conversation, replyTo(message, dice()));
    writer.commit();
}

} // namespace ot::sandbox
