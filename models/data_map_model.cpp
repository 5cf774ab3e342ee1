// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/data_map_model.h"
#include "models/record_names.h"
#include "storage/when_done.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace ot::models {

using privacy::DataMapCategory;
using privacy::DataMapField;
using storage::PrivacyFacts;

namespace {

// A field's index carries its category's row plus one; a category's carries zero.
constexpr quintptr kTop = 0;

// In a column that has nothing to say about what is not held.
QString nothing()
{
    return QStringLiteral("—");
}

// A cell begins like a sentence, whichever of the names comes first in it.
QString asSentence(QString text, const QLocale& locale)
{
    if (!text.isEmpty())
        text.replace(0, 1, locale.toUpper(text.left(1)));
    return text;
}

// Every flag that any field of the category has.
template <class Flags>
Flags united(const DataMapCategory& category, Flags PrivacyFacts::*flags)
{
    Flags all;
    for (const DataMapField& field : category.fields)
        all = all | field.facts.*flags;
    return all;
}

// The different answers that the fields of a category give, most frequent first, joined.
QString several(const DataMapCategory& category, const std::function<QString(const PrivacyFacts&)>& answer)
{
    std::vector<std::pair<QString, int>> counted;
    for (const DataMapField& field : category.fields) {
        const QString words = answer(field.facts);
        const auto known = std::find_if(
            counted.begin(), counted.end(), [&words](const auto& one) { return one.first == words; });
        if (known == counted.end())
            counted.emplace_back(words, 1);
        else
            ++known->second;
    }
    std::stable_sort(
        counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList words;
    for (const auto& [text, count] : counted) {
        if (!text.isEmpty())
            words.append(text);
    }
    return words.join(QStringLiteral("; "));
}

} // namespace

DataMapModel::DataMapModel(storage::Vault& vault, Formatter formatter, QObject* parent)
    : QAbstractItemModel(parent)
    , m_vault(vault)
    , m_formatter(std::move(formatter))
{
    connect(&m_vault, &storage::Vault::changed, this, [this](const storage::ChangeNotice& notice) {
        const bool counts = std::any_of(
            notice.records.begin(), notice.records.end(), [](const storage::RecordChange& change) {
                return change.kind != storage::RecordChange::Kind::Updated;
            });
        if (counts)
            read();
    });
    read();
}

void DataMapModel::reload()
{
    read();
}

void DataMapModel::read()
{
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    whenDone(privacy::loadDataMap(m_vault), this,
        [this](const Result<std::vector<DataMapCategory>>& categories) { take(categories); });
}

void DataMapModel::take(const Result<std::vector<DataMapCategory>>& categories)
{
    if (!categories) {
        m_errorText = categories.error().message;
        m_state = State::Failed;
        m_reading = false;
        Q_EMIT changed();
        Q_EMIT settledChanged();
        return;
    }
    const bool sameShape = categories->size() == m_categories.size();
    if (sameShape) {
        m_categories = *categories;
        Q_EMIT dataChanged(index(0, CountColumn), index(rowCount() - 1, CountColumn));
    } else {
        beginResetModel();
        m_categories = *categories;
        endResetModel();
    }
    m_state = State::Ready;
    readTotal();
}

void DataMapModel::readTotal()
{
    whenDone(m_vault.read([](storage::ReadSnapshot& snapshot) { return storage::queries::counts(snapshot); }),
        this, [this](const Result<std::array<qint64, storage::kRecordTypeCount>>& counts) {
            m_reading = false;
            if (counts)
                m_total = std::accumulate(counts->begin(), counts->end(), qint64(0));
            Q_EMIT changed();
            if (m_stale)
                read();
            Q_EMIT settledChanged();
        });
}

QModelIndex DataMapModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kTop);
}

QModelIndex DataMapModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kTop)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kTop);
}

int DataMapModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_categories.size());
    if (parent.internalId() != kTop || parent.column() != 0)
        return 0;
    const DataMapCategory& category = m_categories[static_cast<std::size_t>(parent.row())];
    return static_cast<int>(category.fields.size() + category.notHeld.size());
}

int DataMapModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QVariant DataMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == CountColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Category");
    case SourceColumn:
        return tr("Source");
    case PurposeColumn:
        return tr("Why · legal basis");
    case RecipientColumn:
        return tr("Who receives it");
    case RetentionColumn:
        return tr("Kept until");
    case CountColumn:
        return tr("Records");
    default:
        return {};
    }
}

QVariant DataMapModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        role = Qt::DisplayRole;
    if (index.internalId() == kTop)
        return categoryData(m_categories[static_cast<std::size_t>(index.row())], index.column(), role);
    const DataMapCategory& category = m_categories[static_cast<std::size_t>(index.internalId()) - 1];
    const auto row = static_cast<std::size_t>(index.row());
    if (row >= category.fields.size())
        return notHeldData(category.notHeld[row - category.fields.size()], index.column(), role);
    return fieldData(category.fields[row], index.column(), role);
}

QVariant DataMapModel::categoryData(const DataMapCategory& category, int column, int role) const
{
    if (role == SectionRole)
        return privacy::categorySection(category.category);
    if (role == CountRole)
        return category.records;
    if (role == BasisRole)
        return privacy::legalBasisNames(united(category, &PrivacyFacts::bases));
    if (role == ControllerRole)
        return several(
            category, [](const PrivacyFacts& facts) { return privacy::controllerName(facts.controller); });
    if (role == Qt::TextAlignmentRole && column == CountColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == NotHeldRole)
        return category.fields.empty();
    if (role != Qt::DisplayRole)
        return {};
    return categoryText(category, column);
}

QString DataMapModel::categoryText(const DataMapCategory& category, int column) const
{
    const auto sentence = [this](const QString& text) { return asSentence(text, m_formatter.locale()); };
    if (category.fields.empty() && column != NameColumn && column != CountColumn)
        return column == SourceColumn ? tr("Not held here") : nothing();
    switch (column) {
    case NameColumn:
        return privacy::categoryName(category.category);
    case SourceColumn:
        return sentence(
            several(category, [](const PrivacyFacts& facts) { return privacy::sourceName(facts.source); }));
    case PurposeColumn:
        return sentence(privacy::purposeNames(united(category, &PrivacyFacts::purposes))
            + QStringLiteral(" · ") + categoryData(category, column, BasisRole).toString());
    case RecipientColumn:
        return sentence(privacy::recipientNames(united(category, &PrivacyFacts::recipients)));
    case RetentionColumn:
        return several(
            category, [](const PrivacyFacts& facts) { return privacy::retentionSentence(facts.retention); });
    case CountColumn:
        return m_formatter.number(category.records);
    default:
        return {};
    }
}

QVariant DataMapModel::notHeldData(const privacy::PolicyElement& element, int column, int role)
{
    if (role == NotHeldRole)
        return true;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NameColumn:
        return privacy::elementName(element);
    case SourceColumn:
        return tr("Not held here");
    case PurposeColumn:
        return privacy::whyNotHeld(element);
    case CountColumn:
        return {};
    default:
        return nothing();
    }
}

QVariant DataMapModel::fieldData(const DataMapField& field, int column, int role) const
{
    const PrivacyFacts& facts = field.facts;
    switch (role) {
    case RecordRole:
        return field.recordName;
    case BasisRole:
        return privacy::legalBasisNames(facts.bases);
    case ControllerRole:
        return privacy::controllerName(facts.controller);
    case SensitiveRole:
        return facts.sensitivity == storage::Sensitivity::Sensitive;
    case ConfidentialRole:
        return field.isConfidential;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    const auto sentence = [this](const QString& text) { return asSentence(text, m_formatter.locale()); };
    switch (column) {
    case NameColumn: //: A type of record and one of its fields: "Saved job · note"
        return tr("%1 · %2").arg(recordTypeName(field.recordType), field.path);
    case SourceColumn:
        return sentence(privacy::sourceName(facts.source));
    case PurposeColumn:
        return sentence(privacy::purposeNames(facts.purposes) + QStringLiteral(" · ")
            + privacy::legalBasisNames(facts.bases));
    case RecipientColumn:
        return sentence(privacy::recipientNames(facts.recipients));
    case RetentionColumn:
        return privacy::retentionSentence(facts.retention);
    default:
        return {};
    }
}

} // namespace ot::models
