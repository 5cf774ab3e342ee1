// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_model.h"

#include "models/display_text.h"
#include "models/record_names.h"
#include "storage/when_done.h"

#include <algorithm>

namespace ot::models {
namespace {

using storage::queries::SearchHit;

constexpr int kHitsPerType = 6;
constexpr qsizetype kTitleLimit = 160;
constexpr qsizetype kFragmentLimit = 240;

QString wireName(const SearchHit& hit)
{
    const std::string_view name = storage::kRecordTraits[hit.type].name;
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

SearchModel::SearchModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractListModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
}

SearchModel::~SearchModel()
{
    m_cancellation.cancel();
}

void SearchModel::setCommands(std::vector<Command> commands)
{
    m_commands = std::move(commands);
    take(std::move(m_rows));
}

void SearchModel::setText(const QString& text)
{
    m_text = text;
    m_cancellation.cancel();
    m_cancellation = storage::Cancellation();
    const quint64 turn = ++m_turn;
    m_query = storage::parseSearch(text, searchLanguage(m_formatter));
    m_searching = !m_query.isEmpty();
    if (!m_searching) {
        take({});
        return;
    }
    whenDone(m_vault.read(
                 [query = m_query](storage::ReadSnapshot& snapshot) {
                     return storage::queries::searchEverything(snapshot, query, kHitsPerType);
                 },
                 m_cancellation),
        this, [this, turn](const Result<std::vector<SearchHit>>& hits) {
            if (turn != m_turn)
                return;
            m_searching = false;
            std::vector<Row> rows;
            if (hits) {
                for (const SearchHit& hit : *hits) {
                    if (m_recordTypes.contains(wireName(hit)))
                        rows.push_back(shown(hit));
                }
            }
            take(std::move(rows));
        });
}

SearchModel::Row SearchModel::shown(SearchHit hit) const
{
    storage::SoughtTerms terms = storage::soughtTerms(m_query);
    const storage::SoughtTerms authors = storage::soughtAuthors(m_query);
    Row row;
    row.fragment.text = oneLine(hit.fragment.text, kFragmentLimit);
    // A name that was asked for is marked where the store marked one, not wherever such a word stands.
    const bool unchanged = row.fragment.text == hit.fragment.text;
    row.fragment.marks = unchanged ? hit.fragment.marks : marksOf(row.fragment.text, terms);
    terms.insert(terms.end(), authors.begin(), authors.end());
    row.title.text = oneLine(hit.title.text, kTitleLimit);
    row.title.marks = marksOf(row.title.text, terms);
    row.hit = std::move(hit);
    return row;
}

void SearchModel::take(std::vector<Row> rows)
{
    beginResetModel();
    m_shownCommands = fittingCommands();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT answered();
}

std::vector<SearchModel::Command> SearchModel::fittingCommands() const
{
    const QStringList words = m_text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<Command> fitting;
    std::copy_if(
        m_commands.begin(), m_commands.end(), std::back_inserter(fitting), [&words](const Command& command) {
            return std::all_of(words.begin(), words.end(), [&command](const QString& word) {
                return command.title.contains(word, Qt::CaseInsensitive);
            });
        });
    return fitting;
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shownCommands.size() + m_rows.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole) {
        QStringList parts { data(index, KindRole).toString(), data(index, TitleRole).toString(),
            data(index, FragmentRole).toString() };
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    return row < m_shownCommands.size() ? commandData(m_shownCommands[row], role)
                                        : hitData(m_rows[row - m_shownCommands.size()], role);
}

QVariant SearchModel::commandData(const Command& command, int role) const
{
    switch (role) {
    case TitleRole:
        return command.title;
    case FragmentRole:
        return command.keys;
    case KindRole:
        return tr("Command");
    case IconRole:
        return command.icon;
    case CommandIdRole:
        return command.id;
    default:
        return {};
    }
}

QVariant SearchModel::hitData(const Row& row, int role) const
{
    const SearchHit& hit = row.hit;
    switch (role) {
    case TitleRole:
        return row.title.text;
    case FragmentRole:
        return row.fragment.text;
    case TitleMarksRole:
        return QVariant::fromValue(row.title.marks);
    case FragmentMarksRole:
        return QVariant::fromValue(row.fragment.marks);
    case KindRole:
        return recordTypeName(hit.type);
    case IconRole:
        return recordTypeIcon(hit.type);
    case TimeRole:
        return hit.time.milliseconds > 0 ? m_formatter.listTime(hit.time) : QString();
    case RecordTypeRole:
        return wireName(hit);
    case RecordIdRole:
        return hit.id;
    case ParentIdRole:
        return hit.parentId;
    case RowKeyRole:
        return hit.row;
    default:
        return {};
    }
}

} // namespace ot::models
