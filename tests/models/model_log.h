// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <utility>

namespace ot::test {

// Monday 21 September 2026, 14:13:20 UTC: the minute 0 that the sample records count from.
inline constexpr qint64 kSampleStart = 1'790'000'000'000;
inline constexpr qint64 kMinute = 60'000;

// A formatter for whom it is always this many minutes after the samples' start.
inline models::Formatter formatterAt(qint64 minutes, const QLocale& locale = QLocale(QStringLiteral("en_US")),
    const QTimeZone& zone = QTimeZone::utc())
{
    return models::Formatter(
        locale, zone, [minutes] { return storage::UtcTime { kSampleStart + minutes * kMinute }; });
}

// Writes down every notice a model gives, in order and exactly, and has Qt's own tester check each of them:
// "reset", "+2..5" for rows inserted, "-7..7" removed, "4..4>0" moved, "~3..3" changed. Nested rows carry
// their parent's row in front, "1/".
class ModelLog {
public:
    explicit ModelLog(QAbstractItemModel& model)
        : m_tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        QObject::connect(&model, &QAbstractItemModel::modelReset, &m_context,
            [this] { m_entries.append(QStringLiteral("reset")); });
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &m_context,
            [this](const QModelIndex& parent, int first, int last) {
                m_entries.append(place(parent) + QLatin1Char('+') + span(first, last));
            });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &m_context,
            [this](const QModelIndex& parent, int first, int last) {
                m_entries.append(place(parent) + QLatin1Char('-') + span(first, last));
            });
        QObject::connect(&model, &QAbstractItemModel::rowsMoved, &m_context,
            [this](const QModelIndex& parent, int first, int last, const QModelIndex&, int to) {
                m_entries.append(place(parent) + span(first, last) + QStringLiteral(">%1").arg(to));
            });
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &m_context,
            [this](const QModelIndex& from, const QModelIndex& to) {
                m_entries.append(place(from.parent()) + QLatin1Char('~') + span(from.row(), to.row()));
            });
    }

    // What was written down since the last time, one blank between.
    QString take() { return std::exchange(m_entries, {}).join(QLatin1Char(' ')); }
    // Of such a text what is not a change of rows that stayed where they were.
    static QString structure(const QString& entries)
    {
        QStringList kept = entries.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        kept.removeIf([](const QString& entry) { return entry.contains(QLatin1Char('~')); });
        return kept.join(QLatin1Char(' '));
    }

private:
    static QString place(const QModelIndex& parent)
    {
        return parent.isValid() ? QStringLiteral("%1/").arg(parent.row()) : QString();
    }
    static QString span(int first, int last) { return QStringLiteral("%1..%2").arg(first).arg(last); }

    QObject m_context;
    QAbstractItemModelTester m_tester;
    QStringList m_entries;
};

} // namespace ot::test
