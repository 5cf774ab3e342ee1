// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QString>

namespace ot::storage {

// A recovery code: 32 letters and digits in groups of four that a person can write down, read out and type.
// 152 random bits and a check that notices nearly every slip of the pen. Letters that look like digits are
// not among them, and are read as those digits.

// A new code, as it is printed: "7K2M-…".
QString newRecoveryCode();

// What was typed, in the form that newRecoveryCode() gives: case, blanks and dashes don't matter, and O, I
// and L are read as 0, 1 and 1. Errors: BadInput, with a sentence that says what is wrong with it.
Result<QString> readRecoveryCode(const QString& typed);

} // namespace ot::storage
