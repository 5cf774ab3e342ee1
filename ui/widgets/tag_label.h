// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace ot::ui {

// A tag as a widget of its own: a skill, a state.
class TagLabel : public QWidget {
    Q_OBJECT

public:
    TagLabel(const QString& text, Tone tone, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace ot::ui
