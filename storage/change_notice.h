// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/all_records.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace ot::storage {

// What one commit did to one record.
struct RecordChange {
    enum class Kind { Inserted, Updated, Removed };

    RecordTypeIndex type = 0;
    Kind kind = Kind::Updated;
    qint64 row = 0; // the record's place in its table's order; rises with recency
    QString id;
    QString parentId; // the record it belongs to (a message's conversation); null when its type has none
};

// What one commit changed, exactly. Sent after the commit; a reader that gets it sees the new state.
struct ChangeNotice {
    QList<RecordChange> records;
    QList<QString> outboxParents; // the parents (conversations) whose waiting entries changed; "" for entries
                                  // without one
    bool outboxChanged = false;
    bool draftsChanged = false;
    bool settingsChanged = false;

    [[nodiscard]] bool isEmpty() const
    {
        return records.isEmpty() && !outboxChanged && !draftsChanged && !settingsChanged;
    }

    template <class Record>
    [[nodiscard]] bool touches() const
    {
        for (const RecordChange& change : records) {
            if (change.type == recordTypeIndex<Record>())
                return true;
        }
        return false;
    }
};

} // namespace ot::storage

Q_DECLARE_METATYPE(ot::storage::ChangeNotice)
