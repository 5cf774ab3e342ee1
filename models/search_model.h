// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "models/search_words.h"
#include "storage/queries/search_queries.h"
#include "storage/vault.h"

#include <QAbstractListModel>

#include <vector>

namespace ot::models {

// What the command palette lists: the commands whose words fit what is typed, then the records on this device
// that answer it, the best first (docs/search.md says what can be typed). Only the newest text's answer is
// taken; a slower one before it is cancelled. GUI thread; the vault must outlive it.
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
        TitleMarksRole, // storage::TextRanges: where in the title stands what was sought
        FragmentMarksRole,
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
    // What the text was understood as, a chip for each part.
    [[nodiscard]] std::vector<SearchChip> chips() const { return searchChips(m_query, m_formatter); }
    [[nodiscard]] bool isSearching() const { return m_searching; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    // The rows belong to the text that was set last.
    void answered();

private:
    // A hit as it is shown: its texts made fit to be, with the marks where they are then.
    struct Row {
        storage::queries::SearchHit hit;
        storage::MarkedText title;
        storage::MarkedText fragment;
    };
    [[nodiscard]] Row shown(storage::queries::SearchHit hit) const;
    void take(std::vector<Row> rows);
    [[nodiscard]] std::vector<Command> fittingCommands() const;
    [[nodiscard]] QVariant commandData(const Command& command, int role) const;
    [[nodiscard]] QVariant hitData(const Row& row, int role) const;

    storage::Vault& m_vault;
    Formatter m_formatter;
    QStringList m_recordTypes;
    std::vector<Command> m_commands;
    std::vector<Command> m_shownCommands;
    std::vector<Row> m_rows;
    storage::SearchQuery m_query;
    storage::Cancellation m_cancellation;
    QString m_text;
    quint64 m_turn = 0;
    bool m_searching = false;
};

} // namespace ot::models
