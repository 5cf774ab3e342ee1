// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "storage/queries/search_queries.h"
#include "storage/vault.h"

#include <QAbstractListModel>

#include <vector>

namespace ot::models {

// What the command palette lists: the commands whose words fit what is typed, then the records on this device
// that hold it. Only the newest text's answer is taken; a slower one before it is cancelled. GUI thread; the
// vault must outlive it.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    struct Command {
        QString id; // what activated() hands back
        QString title;
        QString keys; // the shortcut, to be shown
        QString icon;
    };
    enum Role {
        TitleRole = Qt::UserRole + 1,
        FragmentRole, // around what was found, or the shortcut
        KindRole, // "Job", "Message", "Command"
        IconRole,
        TimeRole,
        CommandIdRole, // empty for a record
        RecordTypeRole, // wire name; empty for a command
        RecordIdRole,
        ParentIdRole,
        RowKeyRole,
    };

    SearchModel(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);
    ~SearchModel() override;

    void setCommands(std::vector<Command> commands);
    // Which records are listed: those that some page can open ("Job", "Message"). None before this is called.
    void setRecordTypes(const QStringList& wireNames) { m_recordTypes = wireNames; }
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isSearching() const { return m_searching; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    // The rows belong to the text that was set last.
    void answered();

private:
    void take(std::vector<storage::queries::SearchHit> hits);
    [[nodiscard]] std::vector<Command> fittingCommands() const;
    [[nodiscard]] QVariant commandData(const Command& command, int role) const;
    [[nodiscard]] QVariant hitData(const storage::queries::SearchHit& hit, int role) const;

    storage::Vault& m_vault;
    Formatter m_formatter;
    QStringList m_recordTypes;
    std::vector<Command> m_commands;
    std::vector<Command> m_shownCommands;
    std::vector<storage::queries::SearchHit> m_hits;
    storage::Cancellation m_cancellation;
    QString m_text;
    quint64 m_turn = 0;
    bool m_searching = false;
};

} // namespace ot::models
