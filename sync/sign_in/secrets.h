// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one-time secrets of a sign-in (RFC 7636, RFC 6749 10.12). Pure but for the random source; any thread.
#pragma once

#include <QByteArray>

namespace ot::sync {

// 32 bytes of the operating system's random source as 43 characters of base64url: a verifier or a state.
[[nodiscard]] QByteArray randomSecret();
// What is shown of a verifier before it is (S256).
[[nodiscard]] QByteArray challengeOf(const QByteArray& verifier);
// Takes as long whether and wherever the two differ; their lengths are no secret.
[[nodiscard]] bool isSameSecret(const QByteArray& left, const QByteArray& right);

} // namespace ot::sync
