// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ot::sandbox {

inline constexpr int kMaxEmojiCharacters = 16;

/// Whether the text is one emoji, of however many code points: a flag, a family, a keycap.
[[nodiscard]] bool isOneEmoji(const QString& text);

} // namespace ot::sandbox
