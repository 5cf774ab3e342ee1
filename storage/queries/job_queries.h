// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/queries/record_queries.h"

namespace ot::storage::queries {

// Which jobs to show. Empty lists and texts filter nothing.
struct JobFilter {
    QString text = {}; // as typed: words, "phrases" and -without, over title, company, description, skills …
    QStringList paymentTypes = {};
    QStringList categories = {};
    QStringList languages = {}; // a job that names any of them
    QStringList countries = {}; // a job open to any of them, or to all the world
    bool withClosed = false;

    friend bool operator==(const JobFilter&, const JobFilter&) = default;
};

// The keys of every job that passes, newest first: what a list needs to know its length and order. 8 bytes a
// job. Errors: Cancelled, and those of the store.
Result<std::vector<qint64>> jobRows(ReadSnapshot& snapshot, const JobFilter& filter);
// The newest keys alone, for a first paint.
Result<std::vector<qint64>> newestJobRows(ReadSnapshot& snapshot, const JobFilter& filter, int limit);
// Which of these rows pass the filter: for patching a list after a change.
Result<std::vector<qint64>> passingJobRows(
    ReadSnapshot& snapshot, const JobFilter& filter, const std::vector<qint64>& rows);

struct FacetValue {
    QString value;
    qint64 count = 0;
};
struct JobFacets {
    std::vector<FacetValue> paymentTypes;
    std::vector<FacetValue> categories;
    std::vector<FacetValue> languages;
    std::vector<FacetValue> countries;
};
// How many open jobs there are of each value, most frequent first.
Result<JobFacets> jobFacets(ReadSnapshot& snapshot);

} // namespace ot::storage::queries
