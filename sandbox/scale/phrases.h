// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/random.h"

#include <QString>

namespace ot::sandbox {

/// A language that people write to each other in about their work.
enum class PhraseBook { English, Spanish, German, Portuguese, Japanese, Arabic, Hindi, Chinese };

/// Mostly English, as on the marketplace.
[[nodiscard]] PhraseBook phraseBook(Random& random);

/// What one of them writes: the trainer, or the employer.
[[nodiscard]] QString sentence(PhraseBook book, bool byTrainer, Random& random);

} // namespace ot::sandbox
