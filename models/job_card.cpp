// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/job_card.h"

#include "models/display_text.h"

namespace ot::models {
namespace {

constexpr int kTagsShown = 4;

} // namespace

JobCard cardOf(const storage::Job& job, const Formatter& formatter)
{
    JobCard card;
    card.id = job.id;
    card.title = oneLine(job.title);
    card.company = oneLine(job.companyName, 80);
    card.places = formatter.places(job.countries);
    card.pay = formatter.shortPay(job);
    card.posted = job.datePosted;
    card.closed = job.status != QLatin1String("OPEN");
    QStringList tags { job.dataType };
    tags += job.labelTypes.mid(0, 2);
    tags += job.languages.mid(0, 2);
    for (const QString& tag : std::as_const(tags)) {
        const QString shown = oneLine(tag, 28);
        if (!shown.isEmpty() && !card.tags.contains(shown) && card.tags.size() < kTagsShown)
            card.tags.append(shown);
    }
    return card;
}

} // namespace ot::models
