// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "storage/records/job.h"
#include "storage/vault.h"

#include <QObject>

#include <optional>

namespace ot::models {

// One job as its detail pane shows it; follows the store. GUI thread; the vault must outlive it.
class JobDetail : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Loading, Ready, Gone, Failed };
    // A fact of the row under the title: "Pay", "$38.00 per hour".
    struct Fact {
        QString name;
        QString value;
        friend bool operator==(const Fact&, const Fact&) = default;
    };

    JobDetail(storage::Vault& vault, Formatter formatter, QObject* parent = nullptr);

    // Shows this job; an empty id shows none. The one shown before stays until the new one is read.
    void show(const QString& id);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isClosed() const;
    [[nodiscard]] const std::optional<storage::Job>& job() const { return m_job; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subline() const; // company · category · posted
    [[nodiscard]] std::vector<Fact> facts() const;
    [[nodiscard]] QString countries() const;
    [[nodiscard]] QString languages() const;

Q_SIGNALS:
    void changed();

private:
    void load();

    storage::Vault& m_vault;
    Formatter m_formatter;
    QString m_id;
    quint64 m_turn = 0; // counts readings: only the newest one's answer is taken
    State m_state = State::Empty;
    std::optional<storage::Job> m_job;
    QString m_errorText;
};

} // namespace ot::models
