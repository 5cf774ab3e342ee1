// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rich_text/html_blocks.h"

#include <QTextBrowser>

#include <vector>

namespace ot::ui {

// Shows blocks as selectable text, as tall as they are. It loads nothing, whatever it is asked for: no image,
// no style sheet, no document. Links are focusable and only announced. GUI thread.
class DocumentView : public QTextBrowser {
    Q_OBJECT

public:
    explicit DocumentView(QWidget* parent = nullptr);

    void setBlocks(std::vector<HtmlBlock> blocks);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    QVariant loadResource(int type, const QUrl& name) override;

Q_SIGNALS:
    void linkActivated(const QString& address);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void rebuild();

    std::vector<HtmlBlock> m_blocks;
};

} // namespace ot::ui
