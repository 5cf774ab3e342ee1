// SPDX-License-Identifier: GPL-3.0-or-later
//
// Jobs come, change and close.
#include "sandbox/json.h"
#include "sandbox/marketplace/act.h"

#include <array>

namespace ot::sandbox {

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
constexpr qint64 kOpenDays = 56;
const QString kJob = QStringLiteral("Job");

/// One of the newest open jobs, without reading all of them.
std::optional<QJsonObject> chooseOpenJob(const Scene& scene)
{
    if (!scene.id.isEmpty()) {
        auto job = scene.find(kJob, scene.id);
        return job && textOf(*job, "status") == QLatin1String("OPEN") ? job : std::nullopt;
    }
    constexpr qint64 kNewest = 100;
    QStringList ids;
    Statement row = scene.store.database().prepare(
        "SELECT id FROM job_index WHERE isOpen = 1 ORDER BY posted DESC, id DESC LIMIT ?1");
    row.bind(kNewest);
    while (row.step())
        ids.append(row.text(0));
    if (ids.isEmpty())
        return std::nullopt;
    return scene.find(kJob, scene.random.pick(ids));
}

/// A new job of a company that has one already, with the same kind of work under a new title.
QString post(const Scene& scene)
{
    static constexpr std::array<const char*, 6> kKinds { "second round", "new guideline", "follow-up batch",
        "extra reviewers", "weekend shift", "pilot" };
    const auto model = chooseOpenJob(scene);
    if (!model)
        return {};
    QJsonObject job = *model;
    const qint64 posted = scene.store.clock().tick();
    const QString id = QStringLiteral("%1x%2").arg(posted).arg(
        scene.random.between(100'000'000'000'000'000, 999'999'999'999'999'999));
    const QString title = textOf(job, "title").section(QStringLiteral(" ("), 0, 0)
        + QStringLiteral(" (%1)").arg(QLatin1String(scene.random.pick(kKinds)));
    const QString slug = QStringLiteral("%1-%2").arg(textOf(*model, "slug")).arg(scene.writer.nextNumber());
    job.insert(QStringLiteral("id"), id);
    job.insert(QStringLiteral("title"), title);
    job.insert(QStringLiteral("slug"), slug);
    job.insert(QStringLiteral("datePosted"), isoTime(posted));
    job.insert(QStringLiteral("validThrough"), isoTime(posted + kOpenDays * kDay));
    job.insert(QStringLiteral("url"), QStringLiteral("https://app.opentrain.ai/jobs/%1-%2").arg(slug, id));
    job.insert(QStringLiteral("applyUrl"),
        QStringLiteral("https://app.opentrain.ai/api/out?job=%1&src=www_seo").arg(id));
    scene.saveForEveryone(kJob, job);
    return id;
}

/// Better pay, or more time.
QString change(const Scene& scene)
{
    auto job = chooseOpenJob(scene);
    if (!job)
        return {};
    QJsonObject pay = job->value(QLatin1String("pay")).toObject();
    bool raised = false;
    for (const auto& member : { QStringLiteral("hourlyRate"), QStringLiteral("fixedPrice") }) {
        if (!pay.value(member).isDouble())
            continue;
        pay.insert(member, pay.value(member).toDouble() + static_cast<double>(scene.random.between(1, 5)));
        raised = true;
    }
    job->insert(QStringLiteral("pay"), pay);
    if (!raised)
        job->insert(QStringLiteral("validThrough"), isoTime(scene.store.clock().now() + kOpenDays * kDay));
    scene.saveForEveryone(kJob, *job);
    return textOf(*job, "id");
}

QString close(const Scene& scene)
{
    auto job = chooseOpenJob(scene);
    if (!job)
        return {};
    job->insert(QStringLiteral("status"), QStringLiteral("COMPLETED"));
    scene.saveForEveryone(kJob, *job);
    return textOf(*job, "id");
}

} // namespace

const std::vector<Act>& jobActs()
{
    static const std::vector<Act> kActs {
        { "postJob", 8, post },
        { "updateJob", 5, change },
        { "closeJob", 3, close },
    };
    return kActs;
}

} // namespace ot::sandbox
