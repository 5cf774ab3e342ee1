// SPDX-License-Identifier: GPL-3.0-or-later
//
// The records of one account as they were at one moment, set aside for an archive. They are copied a few at a
// time in the order of the feed, so that what changes meanwhile is copied again: once the copy has caught up
// with the feed, it is what the account was at that moment.
#pragma once

#include "sandbox/store/store.h"

#include <QSet>

#include <map>

namespace ot::sandbox {

/// What the records of one type have in common: their members and what kinds of values these hold.
struct TypeShape {
    qint64 seen = 0;
    std::map<QString, QSet<QString>> members; // JSON Schema's names: string, number, boolean, null, …
    QSet<QString> optional; // some records lack them
};

struct ExportRow {
    QString id;
    QByteArray object;
};

class ExportRows {
public:
    /// `job` names the copy; `categories` narrows it, empty: everything.
    ExportRows(Store& store, QString account, QString job, QStringList categories);

    /// Forgets what an earlier attempt left behind.
    void begin();
    /// Copies some more; false once the copy has caught up.
    bool collectSome();
    void forget();

    [[nodiscard]] qint64 count(const QString& type) const;
    /// Types with at least one record, in the order an archive has them.
    [[nodiscard]] QStringList types() const;
    [[nodiscard]] const TypeShape& shape(const QString& type) const { return m_shapes.at(type); }
    /// The rows of a type after that id, a few at most, ordered by id.
    std::vector<ExportRow> page(const QString& type, const QString& afterId);

    /// How many records there are to copy, and how many were.
    qint64 estimate();
    [[nodiscard]] qint64 copied() const { return m_copied; }

private:
    struct Change {
        QString type;
        QString id;
        qint64 sequence = 0;
        bool removed = false;
        QByteArray object;
    };
    std::vector<Change> changesAfter(qint64 sequence);
    [[nodiscard]] bool isAsked(const QString& type) const;
    void learn(const QString& type, const QJsonObject& object);
    void countRows();

    Store& m_store;
    QString m_account;
    QString m_job;
    QStringList m_categories;
    qint64 m_position = 0;
    qint64 m_copied = 0;
    std::map<QString, TypeShape> m_shapes;
    std::map<QString, qint64> m_counts;
};

} // namespace ot::sandbox
