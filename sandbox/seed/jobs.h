// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/random.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <vector>

namespace ot::sandbox {

/// Every published job, and the way from a key in our texts to the job it names.
class JobBook {
public:
    /// Makes all jobs; those the texts give no age are spread over the last eight weeks.
    JobBook(Random& random, qint64 now);

    /// Newest first.
    [[nodiscard]] const std::vector<QJsonObject>& jobs() const { return m_jobs; }

    /// The job with that key in our texts; a key that is not there is a mistake of ours and ends the program.
    [[nodiscard]] const QJsonObject& job(const QString& key) const;

private:
    std::vector<QJsonObject> m_jobs;
    std::map<QString, QJsonObject> m_byKey;
};

/// When a wire object's time member was, in milliseconds.
qint64 timeOf(const QJsonObject& object, QLatin1String member);

} // namespace ot::sandbox
