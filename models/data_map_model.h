// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "privacy/data_map.h"
#include "storage/vault.h"

#include <QAbstractItemModel>

#include <vector>

namespace ot::models {

// What this device holds about a person: the categories of the policy, and under each the fields of records,
// then what the policy names and is not held here. Two levels, from privacy::loadDataMap. Counts are read
// again when records come or go; the tree itself never changes, so it is not reset for that. GUI thread; the
// vault must outlive it.
class DataMapModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        SourceColumn,
        PurposeColumn,
        RecipientColumn,
        RetentionColumn,
        CountColumn,
        kColumnCount
    };
    enum Role {
        SectionRole = Qt::UserRole + 1, // of the policy: "3.1 A"
        CountRole, // records on this device; categories only
        BasisRole,
        ControllerRole,
        SensitiveRole,
        ConfidentialRole,
        RecordRole, // "Job"; fields only
        NotHeldRole, // whether the policy names it and no record here can hold it
    };
    enum class State { Loading, Ready, Failed };

    DataMapModel(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isSettled() const { return !m_reading; }
    // Records on the device, over all types.
    [[nodiscard]] qint64 totalRecords() const { return m_total; }
    void reload();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();
    void settledChanged();

private:
    void read();
    void take(const Result<std::vector<privacy::DataMapCategory>>& categories);
    void readTotal();
    [[nodiscard]] QVariant categoryData(const privacy::DataMapCategory& category, int column, int role) const;
    [[nodiscard]] QString categoryText(const privacy::DataMapCategory& category, int column) const;
    [[nodiscard]] QVariant fieldData(const privacy::DataMapField& field, int column, int role) const;
    [[nodiscard]] static QVariant notHeldData(const privacy::PolicyElement& element, int column, int role);

    storage::Vault& m_vault;
    Formatter m_formatter;
    std::vector<privacy::DataMapCategory> m_categories;
    qint64 m_total = 0;
    State m_state = State::Loading;
    QString m_errorText;
    bool m_reading = false;
    bool m_stale = false;
};

} // namespace ot::models
