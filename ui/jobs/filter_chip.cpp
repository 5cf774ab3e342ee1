// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/filter_chip.h"

#include "models/display_text.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace ot::ui {
namespace {

constexpr std::size_t kMostValues = 24;

}

FilterChip::FilterChip(const QString& name, QWidget* parent)
    : Chip(name, parent)
    , m_name(name)
    , m_menu(new QMenu(this))
{
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterChip::fillMenu);
    describe();
}

void FilterChip::setValues(const std::vector<Value>& values)
{
    m_values = values;
    if (m_values.size() > kMostValues)
        m_values.resize(kMostValues);
    setEnabled(!m_values.empty() || !m_chosen.isEmpty());
    describe();
}

void FilterChip::clear()
{
    if (m_chosen.isEmpty())
        return;
    m_chosen.clear();
    describe();
    Q_EMIT chosenChanged();
}

void FilterChip::fillMenu()
{
    m_menu->clear();
    for (const Value& value : m_values) {
        // An ampersand in a value is no shortcut.
        QString words = value.words;
        words.replace(QLatin1Char('&'), QStringLiteral("&&")).remove(QLatin1Char('\t'));
        QAction* action = m_menu->addAction(words + QLatin1Char('\t') + value.count);
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(value.value));
        connect(action, &QAction::toggled, this, [this, name = value.value](bool on) { toggle(name, on); });
    }
    if (m_chosen.isEmpty())
        return;
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Clear")), &QAction::triggered, this, &FilterChip::clear);
}

void FilterChip::toggle(const QString& value, bool on)
{
    m_chosen.removeAll(value);
    if (on)
        m_chosen.append(value);
    describe();
    Q_EMIT chosenChanged();
}

void FilterChip::describe()
{
    QString words = m_name;
    if (!m_chosen.isEmpty()) {
        const auto found = std::find_if(m_values.begin(), m_values.end(),
            [this](const Value& value) { return value.value == m_chosen.first(); });
        words = found == m_values.end() ? m_chosen.first() : found->words;
        words = models::oneLine(words, 24);
        if (m_chosen.size() > 1) //: A chosen value and how many others are chosen: "Spanish + 2"
            words = tr("%1 + %2").arg(words, locale().toString(m_chosen.size() - 1));
    }
    words.replace(QLatin1Char('&'), QStringLiteral("&&"));
    setText(words);
    setActive(!m_chosen.isEmpty());
    //: %1 is what is filtered by, %2 what is chosen
    setAccessibleName(
        m_chosen.isEmpty() ? m_name : tr("%1: %2").arg(m_name, m_chosen.join(QStringLiteral(", "))));
    updateGeometry();
}

} // namespace ot::ui
