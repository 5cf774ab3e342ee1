// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <vector>

namespace ot::sandbox {

/// Makes further jobs after the model of written ones: other places, volumes, prices and days.
class ScaledJobs {
public:
    /// `models` are whole job objects; there is at least one.
    ScaledJobs(std::vector<QJsonObject> models, quint64 seed, qint64 now);

    [[nodiscard]] QJsonObject job(qint64 number) const;

private:
    std::vector<QJsonObject> m_models;
    quint64 m_seed;
    qint64 m_now;
};

} // namespace ot::sandbox
