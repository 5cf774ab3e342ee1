// SPDX-License-Identifier: GPL-3.0-or-later
//
// How well a record answers a search (docs/decisions/0011). Points are whole numbers and depend on the texts,
// the query and the day alone, so that the same search gives the same order.
#pragma once

#include "storage/search/text_marks.h"

namespace ot::storage {

namespace points {
// For a term, at the best place it stands at.
inline constexpr int kInTitle = 100;
inline constexpr int kInText = 50;
inline constexpr int kElsewhere = 20; // in a field that the hit does not show
// More for a term that stands there as a whole word.
inline constexpr int kWholeWord = 25;
// More when all the words typed stand one after the other.
inline constexpr int kTogetherInTitle = 40;
inline constexpr int kTogetherInText = 20;
// For a record of today; half of it after `kHalfAge` days, a third after twice as many.
inline constexpr int kNew = 40;
inline constexpr int kHalfAge = 30;
} // namespace points

// What is sought, prepared once for all candidates.
struct Ranking {
    explicit Ranking(const SearchQuery& query);

    // The average of the terms' points, what there is for standing together, and what there is for being new.
    [[nodiscard]] int score(QStringView title, QStringView text, UtcTime time) const;

    SoughtTerms terms;
    SoughtTerms together; // the words as one phrase; empty when there are not two of them
    UtcTime now;
};

} // namespace ot::storage
