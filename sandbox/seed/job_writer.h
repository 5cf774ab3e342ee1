// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/seed/notes.h"
#include "sandbox/seed/random.h"

#include <QJsonObject>
#include <QString>

#include <map>

namespace ot::sandbox {

/// Makes the published object of a job from its card, filling what the card leaves out from the job's domain.
class JobWriter {
public:
    explicit JobWriter(Random& random);

    [[nodiscard]] QJsonObject write(const NoteCard& card, qint64 posted, qint64 now);

private:
    [[nodiscard]] QJsonObject pay(const NoteCard& card) const;
    [[nodiscard]] QString identifier(qint64 posted);
    void describe(QJsonObject& job, const NoteCard& card, const NoteCard& domain);

    Random& m_random;
    std::map<QString, NoteCard> m_domains;
};

} // namespace ot::sandbox
