// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ot::sandbox {

/// One member at fault: its path from the mutation on ("args.bid.unit"), and what it must be.
struct Issue {
    QString path;
    QString message;
};

/// Why something is refused: the code of the envelope, a sentence, and `details.reason` or the members at
/// fault.
struct Refusal {
    QString code;
    QString sentence;
    QString reason;
    QString path; // of the one member at fault, which the sentence is about
    QJsonObject extra {}; // more members of `details`
    std::vector<Issue> issues {}; // all members at fault, where there may be several

    [[nodiscard]] QJsonObject details() const;
};

/// BAD_REQUEST at one member of `args`, with a sentence about it.
[[nodiscard]] Refusal badMember(const QString& path, const QString& sentence);
/// BAD_REQUEST at all of those members; there is at least one.
[[nodiscard]] Refusal badMembers(const std::vector<Issue>& issues);
/// CONFLICT with a `details.reason`.
[[nodiscard]] Refusal notNow(const QString& reason, const QString& sentence);
/// FORBIDDEN with a `details.reason`.
[[nodiscard]] Refusal notAllowed(const QString& reason, const QString& sentence);
[[nodiscard]] Refusal noSuchRecord(const QString& sentence);
/// NOT_FOUND for a record that a member of `args` names.
[[nodiscard]] Refusal noSuchSubject(const QString& path, const QString& sentence);

} // namespace ot::sandbox
