// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

#include <QStringList>

#include <vector>

class QMenu;

namespace ot::ui {

// A chip with a menu of values to choose from, several at once. Says in its words what is chosen.
class FilterChip : public Chip {
    Q_OBJECT

public:
    struct Value {
        QString value; // what the filter takes
        QString words;
        QString count;
    };

    explicit FilterChip(const QString& name, QWidget* parent = nullptr);

    // The values to offer, most frequent first; what is chosen stays chosen.
    void setValues(const std::vector<Value>& values);
    [[nodiscard]] QStringList chosen() const { return m_chosen; }
    void clear();

Q_SIGNALS:
    void chosenChanged();

private:
    void fillMenu();
    void toggle(const QString& value, bool on);
    void describe();

    QString m_name;
    QMenu* m_menu;
    std::vector<Value> m_values;
    QStringList m_chosen;
};

} // namespace ot::ui
