// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/job_detail.h"

#include "models/display_text.h"
#include "storage/queries/record_queries.h"
#include "storage/when_done.h"

namespace ot::models {

using storage::Job;
using storage::Stored;

JobDetail::JobDetail(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
    connect(&m_vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        const auto isMine = [this](const storage::RecordChange& change) {
            return change.type == storage::recordTypeIndex<Job>() && change.id == m_id;
        };
        if (!m_id.isEmpty() && std::any_of(notice.records.begin(), notice.records.end(), isMine))
            load();
    });
}

void JobDetail::show(const QString& id)
{
    if (id == m_id && m_state != State::Failed)
        return;
    m_id = id;
    if (!id.isEmpty()) {
        load();
        return;
    }
    ++m_turn;
    m_job.reset();
    m_state = State::Empty;
    Q_EMIT changed();
}

void JobDetail::load()
{
    if (!m_job || m_job->id != m_id)
        m_state = State::Loading;
    const quint64 turn = ++m_turn;
    whenDone(m_vault.read([id = m_id](storage::ReadSnapshot& snapshot) {
        return storage::queries::byId<Job>(snapshot, id);
    }),
        this, [this, turn](const Result<Stored<Job>>& found) {
            if (turn != m_turn)
                return;
            if (found) {
                m_job = found->record;
                m_state = State::Ready;
            } else {
                m_job.reset();
                m_state = found.error().code == ErrorCode::NotFound ? State::Gone : State::Failed;
                m_errorText = found.error().message;
            }
            Q_EMIT changed();
        });
}

bool JobDetail::isClosed() const
{
    return m_job && m_job->status != QLatin1String("OPEN");
}

QString JobDetail::title() const
{
    return m_job ? oneLine(m_job->title) : QString();
}

QString JobDetail::subline() const
{
    if (!m_job)
        return {};
    QStringList parts;
    for (const QString& part : { oneLine(m_job->companyName, 120), oneLine(m_job->category, 80) }) {
        if (!part.isEmpty())
            parts.append(isolated(part));
    }
    if (m_job->datePosted) //: %1 is a time: "12 min ago", "12 Nov"
        parts.append(tr("posted %1").arg(m_formatter.relativeTime(*m_job->datePosted)));
    return parts.join(QStringLiteral(" · "));
}

std::vector<JobDetail::Fact> JobDetail::facts() const
{
    std::vector<Fact> facts;
    if (!m_job)
        return facts;
    const auto add = [&facts](const QString& name, const QString& value) {
        if (!value.isEmpty())
            facts.push_back({ name, value });
    };
    const QString pay = m_formatter.fullPay(*m_job);
    add(tr("Pay"), pay.isEmpty() ? tr("Not stated") : pay);
    add(tr("Experience"), oneLine(m_job->experienceLevel, 60));
    add(tr("Data"), oneLine(m_job->dataType, 60));
    add(tr("Tool"), oneLine(m_job->labelingSoftware, 60));
    if (m_job->validThrough)
        add(isClosed() ? tr("Was open until") : tr("Open until"), m_formatter.date(*m_job->validThrough));
    return facts;
}

QString JobDetail::countries() const
{
    if (!m_job)
        return {};
    if (m_job->countries.isEmpty())
        return tr("Open to people everywhere");
    QStringList names;
    for (const QString& code : m_job->countries.mid(0, 60)) {
        const QLocale::Territory territory = QLocale::codeToTerritory(code);
        // Qt knows the names in English only; other languages read the code.
        const bool named
            = territory != QLocale::AnyTerritory && m_formatter.locale().language() == QLocale::English;
        names.append(named ? QLocale::territoryToString(territory) : oneLine(code, 24));
    }
    return names.join(QStringLiteral(", "));
}

QString JobDetail::languages() const
{
    QStringList names;
    if (m_job) {
        for (const QString& name : m_job->languages.mid(0, 60))
            names.append(oneLine(name, 40));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace ot::models
