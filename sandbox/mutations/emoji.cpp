// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mutations/emoji.h"

#include <QList>
#include <QTextBoundaryFinder>

namespace ot::sandbox {

namespace {

constexpr char32_t kKeycap = 0x20e3;
constexpr char32_t kFirstSymbol = 0xa9; // ©, the first character that is also an emoji

bool isOneCluster(const QString& text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.toStart();
    return finder.toNextBoundary() == text.size();
}

} // namespace

bool isOneEmoji(const QString& text)
{
    const auto points = text.toUcs4();
    if (points.isEmpty() || !isOneCluster(text))
        return false;
    if (points.last() == kKeycap)
        return points.size() > 1;
    const QChar::Category category = QChar::category(points.first());
    const bool symbol = category == QChar::Symbol_Other || category == QChar::Symbol_Math
        || category == QChar::Punctuation_Other || category == QChar::Other_NotAssigned
        || category == QChar::Punctuation_Dash;
    return symbol && points.first() >= kFirstSymbol;
}

} // namespace ot::sandbox
