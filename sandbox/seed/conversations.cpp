// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conversations are cards of these keys, then one line for each message under its speaker's first name:
//
//     id       of the conversation            kind     job, proposal, support or channel
//     (job)    key of the job                 (proposal, contract)  their ids
//     (with)   the others, "Priya K.*" for people of the client; without it the client's contact
//     end      the age of the last message, or of the conversation itself when it has none
//     (unread) how many of the last messages of others are unread
//     (reply)  yes when the last messages of others wait for an answer
//     (closed) why nobody may write
//     (marked) muted, archived, favourite
//
// "System" speaks for the platform. Between messages may stand: "pause: 3h"; and about the message before:
// "file: name", "edited: 4" (minutes later), "reactions: 2", "audio: yes".
#include "sandbox/seed/employers.h"
#include "sandbox/seed/own_records.h"
#include "sandbox/seed/world.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace ot::sandbox {

namespace {

struct Person {
    QString userId;
    QString displayName;
    QString role;
};

struct Line {
    Person speaker;
    QString content;
    bool system = false;
    bool mine = false;
    bool audio = false;
    bool unread = false;
    qint64 pauseBefore = 0;
    qint64 editedAfter = 0;
    qint64 reactions = 0;
    QStringList files;
    qint64 at = 0;
    QString id;
};

/// A few emoji for a number of reactions; the viewer's own among them now and then.
QJsonArray reactionsOf(qint64 count, bool mayBeMine)
{
    static const QStringList kEmoji { QStringLiteral("👍"), QStringLiteral("🎉"), QStringLiteral("😄") };
    const auto reaction = [](const QString& emoji, qint64 number, bool mine) {
        return QJsonObject { { QStringLiteral("emoji"), emoji }, { QStringLiteral("count"), number },
            { QStringLiteral("mine"), mine } };
    };
    QJsonArray reactions;
    if (count > 0)
        reactions.append(reaction(kEmoji.first(), (count + 1) / 2, mayBeMine && count % 2 == 0));
    if (count > 1)
        reactions.append(reaction(kEmoji.at(1 + count % 2), count / 2, false));
    return reactions;
}

class ConversationWriter {
public:
    ConversationWriter(AccountWriter& writer, const NoteCard& card)
        : m_writer(writer)
        , m_card(card)
        , m_id(card.value(QLatin1String("id")))
        , m_kind(card.value(QLatin1String("kind")))
    {
        const QString key = card.value(QLatin1String("job"));
        if (!key.isEmpty())
            m_job = writer.book.job(key);
    }

    void write()
    {
        gatherPeople();
        gatherLines();
        placeInTime();
        markUnread();
        m_writer.add("Conversation", conversation());
        for (const Line& line : m_lines)
            m_writer.add("Message", message(line));
    }

private:
    void gatherPeople();
    void gatherLines();
    void addLine(const QString& speaker, const QString& content, qint64 pause);
    static void qualify(Line& line, const NoteLine& note);
    void placeInTime();
    void markUnread();
    [[nodiscard]] QJsonObject conversation() const;
    [[nodiscard]] QJsonObject message(const Line& line);
    [[nodiscard]] QJsonValue lastMessage() const;
    [[nodiscard]] int waitingForReply() const;

    AccountWriter& m_writer;
    const NoteCard& m_card;
    QString m_id;
    QString m_kind;
    QJsonObject m_job;
    std::vector<Person> m_people; // the viewer first
    std::vector<Line> m_lines;
};

void ConversationWriter::gatherPeople()
{
    m_people.push_back({ m_writer.account.userId, m_writer.account.displayName, m_writer.viewerRole });
    QStringList others = m_card.list(QLatin1String("with"));
    if (others.isEmpty()) {
        const Employer& employer = employerNamed(m_job.value(QLatin1String("companyName")).toString());
        others.append(employer.contactName + QLatin1Char('*'));
    }
    for (QString name : others) {
        QString role = QStringLiteral("trainer");
        if (name.endsWith(QLatin1Char('*'))) {
            name.chop(1);
            role = QStringLiteral("employer");
        } else if (name.endsWith(QLatin1Char('+'))) {
            name.chop(1);
            role = QStringLiteral("vendor_member");
        } else if (m_kind == QLatin1String("support")) {
            role = QStringLiteral("support");
        }
        m_people.push_back({ userIdOf(name), name, role });
    }
}

void ConversationWriter::addLine(const QString& speaker, const QString& content, qint64 pause)
{
    Line line;
    line.content = content;
    line.pauseBefore = pause;
    if (speaker == QLatin1String("System")) {
        line.system = true;
        line.speaker = { QStringLiteral("u_opentrain"), QStringLiteral("OpenTrain"), QString() };
    } else {
        const auto found = std::find_if(m_people.begin(), m_people.end(), [&speaker](const Person& one) {
            return one.displayName.section(QLatin1Char(' '), 0, 0) == speaker;
        });
        if (found == m_people.end())
            qFatal("seed: nobody in %s is called %s", qUtf8Printable(m_id), qUtf8Printable(speaker));
        line.speaker = *found;
        line.mine = found == m_people.begin();
    }
    m_lines.push_back(line);
}

void ConversationWriter::qualify(Line& line, const NoteLine& note)
{
    if (note.key == QLatin1String("edited")) {
        line.editedAfter = durationOf(note.value);
    } else if (note.key == QLatin1String("reactions")) {
        line.reactions = note.value.toLongLong();
    } else if (note.key == QLatin1String("audio")) {
        line.audio = true;
    } else if (note.key == QLatin1String("file")) {
        line.files.append(note.value);
    }
}

void ConversationWriter::gatherLines()
{
    static const QSet<QString> kAbout { QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("job"),
        QStringLiteral("proposal"), QStringLiteral("contract"), QStringLiteral("with"), QStringLiteral("end"),
        QStringLiteral("unread"), QStringLiteral("reply"), QStringLiteral("closed"),
        QStringLiteral("channel"), QStringLiteral("marked") };
    static const QSet<QString> kQualities { QStringLiteral("edited"), QStringLiteral("reactions"),
        QStringLiteral("audio"), QStringLiteral("file") };
    qint64 pause = 0;
    for (const NoteLine& note : m_card.lines) {
        if (kAbout.contains(note.key))
            continue;
        if (note.key == QLatin1String("pause")) {
            pause = durationOf(note.value);
        } else if (kQualities.contains(note.key) && !m_lines.empty()) {
            qualify(m_lines.back(), note);
        } else {
            addLine(note.key, note.value, pause);
            pause = 0;
        }
    }
}

// From the last message backwards, so that the newest conversation ends when its card says.
void ConversationWriter::placeInTime()
{
    qint64 at = m_writer.time(m_card.value(QLatin1String("end")));
    for (std::size_t i = m_lines.size(); i > 0; --i) {
        Line& line = m_lines[i - 1];
        line.at = at;
        const bool sameSpeaker = i > 1 && m_lines[i - 2].speaker.userId == line.speaker.userId;
        at -= sameSpeaker ? m_writer.random.between(18, 95) * kSecond
                          : m_writer.random.between(50, 700) * kSecond;
        const qint64 seconds = line.pauseBefore / kSecond;
        at -= m_writer.random.between(seconds * 98 / 100, seconds * 102 / 100) * kSecond;
    }
    for (Line& line : m_lines)
        line.id = QStringLiteral("m_%1").arg(m_writer.nextMessage++);
}

void ConversationWriter::markUnread()
{
    int left = m_card.value(QLatin1String("unread")).toInt();
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && left > 0 && !line->mine; ++line, --left)
        line->unread = true;
}

int ConversationWriter::waitingForReply() const
{
    if (m_card.value(QLatin1String("reply")) != QLatin1String("yes"))
        return 0;
    int waiting = 0;
    // A colleague's answer is an answer as well.
    for (auto line = m_lines.rbegin(); line != m_lines.rend() && line->speaker.role != m_writer.viewerRole;
         ++line)
        waiting += line->system ? 0 : 1;
    return waiting;
}

QJsonValue ConversationWriter::lastMessage() const
{
    if (m_lines.empty())
        return QJsonValue(QJsonValue::Null);
    const Line& last = m_lines.back();
    return QJsonObject { { QStringLiteral("id"), last.id }, { QStringLiteral("content"), last.content },
        { QStringLiteral("senderUserId"), last.speaker.userId },
        { QStringLiteral("isFromViewer"), last.mine }, { QStringLiteral("createdAt"), isoTime(last.at) } };
}

QJsonObject ConversationWriter::conversation() const
{
    const bool channel = m_kind == QLatin1String("channel");
    QJsonArray participants;
    for (const Person& person : m_people) {
        participants.append(QJsonObject { { QStringLiteral("userId"), person.userId },
            { QStringLiteral("displayName"), person.displayName }, { QStringLiteral("role"), person.role } });
    }
    const auto unread
        = std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.unread; });
    const QString closed = m_card.value(QLatin1String("closed"));
    const qint64 end = m_writer.time(m_card.value(QLatin1String("end")));
    qint64 updated = end;
    for (const Line& line : m_lines)
        updated = std::max(updated, line.at + line.editedAfter);
    const bool support = m_kind == QLatin1String("support");
    const QStringList marks = m_card.list(QLatin1String("marked"));
    return { { QStringLiteral("id"), m_id },
        { QStringLiteral("type"), channel ? QStringLiteral("CHANNEL") : QStringLiteral("DIRECT_MESSAGE") },
        { QStringLiteral("bucket"), channel ? QStringLiteral("job") : m_kind },
        { QStringLiteral("jobId"), textOrNull(m_job.value(QLatin1String("id")).toString()) },
        { QStringLiteral("proposalId"), textOrNull(m_card.value(QLatin1String("proposal"))) },
        { QStringLiteral("contractId"), textOrNull(m_card.value(QLatin1String("contract"))) },
        { QStringLiteral("channelName"), textOrNull(m_card.value(QLatin1String("channel"))) },
        { QStringLiteral("title"), m_card.title },
        { QStringLiteral("companyName"),
            support ? QJsonValue(QStringLiteral("OpenTrain")) : m_job.value(QLatin1String("companyName")) },
        { QStringLiteral("counterpartName"),
            channel ? QJsonValue(QJsonValue::Null) : QJsonValue(m_people[1].displayName) },
        { QStringLiteral("participants"), participants }, { QStringLiteral("lastMessage"), lastMessage() },
        { QStringLiteral("unreadCount"), static_cast<qint64>(unread) },
        { QStringLiteral("needsReplyCount"), waitingForReply() },
        { QStringLiteral("muted"), marks.contains(QLatin1String("muted")) },
        { QStringLiteral("archived"), marks.contains(QLatin1String("archived")) },
        { QStringLiteral("favourite"), marks.contains(QLatin1String("favourite")) },
        { QStringLiteral("canSend"), closed.isEmpty() },
        { QStringLiteral("cannotSendReason"), textOrNull(closed) },
        { QStringLiteral("createdAt"), isoTime(m_lines.empty() ? end : m_lines.front().at - 4 * kMinute) },
        { QStringLiteral("updatedAt"), isoTime(updated) } };
}

QJsonObject ConversationWriter::message(const Line& line)
{
    QJsonArray files;
    for (const QString& file : line.files)
        files.append(addAttachment(m_writer,
            { QStringLiteral("a_%1_%2").arg(line.id.mid(2)).arg(files.size() + 1), QStringLiteral("Message"),
                line.id, m_card.value(QLatin1String("contract")), file, line.at }));
    const QJsonValue none(QJsonValue::Null);
    const QJsonValue edited = line.editedAfter > 0 ? QJsonValue(isoTime(line.at + line.editedAfter)) : none;
    return { { QStringLiteral("id"), line.id }, { QStringLiteral("conversationId"), m_id },
        { QStringLiteral("jobId"), m_job.isEmpty() ? none : m_job.value(QLatin1String("id")) },
        { QStringLiteral("senderUserId"), line.speaker.userId },
        { QStringLiteral("senderName"), line.speaker.displayName },
        { QStringLiteral("isFromViewer"), line.mine }, { QStringLiteral("system"), line.system },
        { QStringLiteral("hasUnreadFlag"), line.unread }, { QStringLiteral("hasAudio"), line.audio },
        { QStringLiteral("content"), line.content }, { QStringLiteral("messageType"), none },
        { QStringLiteral("attachmentCount"), files.size() }, { QStringLiteral("attachments"), files },
        { QStringLiteral("reactionCount"), line.reactions },
        { QStringLiteral("reactions"), reactionsOf(line.reactions, !line.mine) },
        { QStringLiteral("mutationId"), none }, { QStringLiteral("editedAt"), edited },
        { QStringLiteral("createdAt"), isoTime(line.at) },
        { QStringLiteral("updatedAt"), isoTime(line.at + line.editedAfter) } };
}

} // namespace

void addConversations(AccountWriter& writer, const char* notes)
{
    for (const NoteCard& card : readNotes(notes))
        ConversationWriter(writer, card).write();
}

} // namespace ot::sandbox
