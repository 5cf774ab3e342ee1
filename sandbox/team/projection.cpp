// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/team/projection.h"

#include "sandbox/blobs/blob_rights.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

const QString kAttachment = QStringLiteral("Attachment");
const QString kConversation = QStringLiteral("Conversation");
const QString kMessage = QStringLiteral("Message");
const QString kTeamMember = QStringLiteral("TeamMember");

QString textOf(const QJsonObject& object, const char* member)
{
    return object.value(QLatin1String(member)).toString();
}

QStringList textsOf(const QJsonValue& values)
{
    QStringList texts;
    for (const QJsonValue& value : values.toArray())
        texts.append(value.toString());
    return texts;
}

/// Whether two objects say the same apart from when that was written.
bool saysTheSame(QJsonObject left, QJsonObject right)
{
    left.remove(QStringLiteral("updatedAt"));
    right.remove(QStringLiteral("updatedAt"));
    return left == right;
}

} // namespace

TeamProjection::TeamProjection(Store& store, RowWriter& rows, qint64 begun)
    : m_store(store)
    , m_rows(rows)
    , m_begun(begun)
{
}

void TeamProjection::forgetTeams()
{
    m_known = false;
    m_teams.clear();
}

void TeamProjection::learnTeams()
{
    if (m_known)
        return;
    m_known = true;
    for (const Account& account : m_store.accounts()) {
        if (account.organization.isEmpty() || account.organization == account.key)
            continue;
        auto team = std::find_if(m_teams.begin(), m_teams.end(),
            [&account](const Team& one) { return one.account == account.organization; });
        if (team == m_teams.end())
            team = m_teams.insert(m_teams.end(), Team { account.organization, {} });
        TeamViewer viewer { account, {} };
        for (const Record& record : m_store.list(account.organization, kTeamMember)) {
            const QJsonObject member = record.json();
            if (textOf(member, "userId") == account.userId)
                viewer.contractIds = textsOf(member.value(QLatin1String("contractIds")));
        }
        team->viewers.push_back(viewer);
    }
}

TeamProjection::Team* TeamProjection::teamOf(const QString& account)
{
    learnTeams();
    const auto team = std::find_if(
        m_teams.begin(), m_teams.end(), [&account](const Team& one) { return one.account == account; });
    return team == m_teams.end() ? nullptr : &*team;
}

std::optional<QJsonObject> TeamProjection::live(
    const QString& account, const QString& type, const QString& id)
{
    const std::optional<Record> record = m_store.find(account, type, id);
    return record && !record->removed ? std::optional(record->json()) : std::nullopt;
}

TeamLookup TeamProjection::lookupIn(const QString& account)
{
    return [this, account](const QString& type, const QString& id) { return live(account, type, id); };
}

QString TeamProjection::homeOf(const QString& account, const QString& type, const QJsonObject& object)
{
    // Before the write: what a row of TeamMember changes shows against what was.
    learnTeams();
    if (!isSharedByChoice(type))
        return account;
    for (const Team& team : m_teams) {
        const auto isOfTeam = [&account](const TeamViewer& viewer) { return viewer.account.key == account; };
        if (account != team.account && std::none_of(team.viewers.begin(), team.viewers.end(), isOfTeam))
            continue;
        if (isSharedWithTeam(type, object))
            return team.account;
        for (const TeamViewer& viewer : team.viewers) {
            if (viewer.account.userId == textOf(object, "authorUserId"))
                return viewer.account.key;
        }
        return team.account;
    }
    return account;
}

void TeamProjection::follow(const Record& record, const QJsonObject& object)
{
    Team* team = isSharedType(record.type) ? teamOf(record.account) : nullptr;
    if (!team)
        return;
    if (record.type == kTeamMember)
        memberChanged(*team, object, false);
    for (const TeamViewer& viewer : team->viewers)
        projectAround(viewer, team->account, record, object, project(viewer, team->account, record, object));
}

void TeamProjection::followRemoval(const Record& record, const QJsonObject& object)
{
    Team* team = isSharedType(record.type) ? teamOf(record.account) : nullptr;
    if (!team)
        return;
    if (record.type == kTeamMember)
        memberChanged(*team, object, true);
    // One's own note of the same id is not the organization's.
    for (const TeamViewer& viewer : team->viewers) {
        if (!isSharedByChoice(record.type) || isSharedWithTeam(record.type, object))
            m_rows.removeRow(viewer.account.key, record.type, record.id);
    }
}

void TeamProjection::withdraw(const QString& account, const QString& type, const QString& id)
{
    learnTeams();
    for (const Team& team : m_teams) {
        const auto isAuthor = [&account](const TeamViewer& viewer) { return viewer.account.key == account; };
        if (std::none_of(team.viewers.begin(), team.viewers.end(), isAuthor)
            || !m_rows.removeRow(team.account, type, id))
            continue;
        for (const TeamViewer& viewer : team.viewers) {
            if (viewer.account.key != account)
                m_rows.removeRow(viewer.account.key, type, id);
        }
    }
}

TeamReading TeamProjection::readingOf(
    const TeamViewer& viewer, const Record& record, const QJsonObject& object)
{
    const QString& key = viewer.account.key;
    TeamReading reading { live(key, record.type, record.id), false, std::nullopt };
    const std::optional<qint64> made = parseIsoTime(textOf(object, "createdAt"));
    reading.isNew = made && *made >= m_begun;
    if (record.type != kConversation)
        return reading;
    const std::vector<Record> messages = m_store.list(key, kMessage, record.id);
    // A conversation that comes before its messages brings its number with it.
    if (!messages.empty())
        reading.unread = std::count_if(messages.begin(), messages.end(), [](const Record& message) {
            return message.json().value(QLatin1String("hasUnreadFlag")).toBool();
        });
    return reading;
}

// Whether the record appeared to or vanished from the member.
bool TeamProjection::project(
    const TeamViewer& viewer, const QString& truth, const Record& record, const QJsonObject& object)
{
    const QString& key = viewer.account.key;
    if (!maySee(viewer, record.type, object, lookupIn(truth))) {
        // A note of one's own that is not shared never was a row of the organization's.
        if (isSharedByChoice(record.type) && textOf(object, "authorUserId") == viewer.account.userId)
            return false;
        return m_rows.removeRow(key, record.type, record.id).has_value();
    }
    const TeamReading reading = readingOf(viewer, record, object);
    const QJsonObject adapted = adaptedFor(viewer, record.type, object, reading);
    if (reading.before && saysTheSame(*reading.before, adapted))
        return false;
    m_rows.putRow(key, record.type, record.id, adapted);
    if (record.type == kAttachment)
        grantBlob(
            m_store, key, { textOf(object, "sha256"), object.value(QLatin1String("byteCount")).toInteger() });
    return !reading.before;
}

/// What lies around a record may be seen or not with it.
void TeamProjection::projectAround(const TeamViewer& viewer, const QString& truth, const Record& record,
    const QJsonObject& object, bool visibilityChanged)
{
    const auto again = [this, &viewer, &truth](const Record& other) {
        const QJsonObject otherObject = other.json();
        projectAround(viewer, truth, other, otherObject, project(viewer, truth, other, otherObject));
    };
    if (record.type == kConversation && visibilityChanged) {
        for (const Record& message : m_store.list(truth, kMessage, record.id))
            again(message);
    }
    if (!visibilityChanged)
        return;
    // Files are written before what names them.
    for (const QJsonValue& entry : object.value(QLatin1String("attachments")).toArray()) {
        const auto file = m_store.find(truth, kAttachment, textOf(entry.toObject(), "id"));
        if (file && !file->removed)
            again(*file);
    }
}

void TeamProjection::memberChanged(Team& team, const QJsonObject& member, bool removed)
{
    const QString userId = textOf(member, "userId");
    for (TeamViewer& viewer : team.viewers) {
        if (userId.isEmpty() || viewer.account.userId != userId)
            continue;
        const bool isFormer = removed || textOf(member, "status") == kFormerMember;
        const QString role = isFormer ? kFormerMember : textOf(member, "role");
        const QStringList contracts = textsOf(member.value(QLatin1String("contractIds")));
        if (role == viewer.account.role && contracts == viewer.contractIds)
            continue;
        const bool roleChanged = role != viewer.account.role;
        viewer.contractIds = contracts;
        viewer.account.role = role;
        if (roleChanged) {
            m_rows.setRole(viewer.account.key, role);
            const QString account = QStringLiteral("Account");
            if (auto own = live(viewer.account.key, account, userId); own && !isFormer) {
                own->insert(QStringLiteral("memberRole"), role);
                own->insert(QStringLiteral("updatedAt"), m_store.clock().tickIso());
                m_rows.putRow(viewer.account.key, account, userId, *own);
            }
        }
        refresh(viewer, team.account);
    }
}

void TeamProjection::refresh(const TeamViewer& viewer, const QString& truth)
{
    for (const QString& type : sharedTypes()) {
        for (const Record& record : m_store.list(truth, type))
            project(viewer, truth, record, record.json());
    }
}

std::vector<QString> TeamProjection::othersToTell(
    const QString& account, const QString& event, const QString& resourceId)
{
    std::vector<QString> others;
    const Team* team = teamOf(account);
    if (!team)
        return others;
    const QString subject = event.section(QLatin1Char('.'), 0, 0);
    const QString type = subject == QLatin1String("message") ? kMessage
        : subject == QLatin1String("proposal")               ? QStringLiteral("Proposal")
        : subject == QLatin1String("contract")               ? QStringLiteral("Contract")
        : subject == QLatin1String("payment")                ? QStringLiteral("Payout")
                                                             : QStringLiteral("Milestone");
    for (const TeamViewer& viewer : team->viewers) {
        const auto row = live(viewer.account.key, type, resourceId);
        if (row && !row->value(QLatin1String("isFromViewer")).toBool())
            others.push_back(viewer.account.key);
    }
    return others;
}

} // namespace ot::sandbox
