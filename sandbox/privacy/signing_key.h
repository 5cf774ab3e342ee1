// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Ed25519 key that archives are signed with. Made once for a data directory and kept in a file that only
// its owner may read.
#pragma once

#include "sandbox/http/http_message.h"

#include <QByteArray>
#include <QString>

namespace ot::sandbox {

class SigningKey {
public:
    /// Reads `<directory>/export-key.json` or makes it. Gives the reason when it can't.
    QString load(const QString& directory, const QString& now);

    [[nodiscard]] const QString& keyId() const { return m_keyId; }
    /// base64url, without padding
    [[nodiscard]] QByteArray sign(const QByteArray& message) const;

    /// `GET /api/trainer/v1/keys`
    [[nodiscard]] HttpResponse keysAnswer() const;

private:
    void derive(const QByteArray& seed);

    QString m_keyId;
    QString m_createdAt;
    QByteArray m_publicKey;
    QByteArray m_secretKey;
};

} // namespace ot::sandbox
