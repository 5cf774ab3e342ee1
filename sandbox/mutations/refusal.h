// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace ot::sandbox {

/// Why something is refused: the code of the envelope, a sentence, and `details.reason` or the member at
/// fault.
struct Refusal {
    QString code;
    QString sentence;
    QString reason;
    QString path;
    QJsonObject extra {}; // more members of `details`

    [[nodiscard]] QJsonObject details() const;
};

/// BAD_REQUEST at one member of `args`, with a sentence about it.
[[nodiscard]] Refusal badMember(const QString& path, const QString& sentence);
/// CONFLICT with a `details.reason`.
[[nodiscard]] Refusal notNow(const QString& reason, const QString& sentence);
[[nodiscard]] Refusal noSuchRecord(const QString& sentence);

} // namespace ot::sandbox
