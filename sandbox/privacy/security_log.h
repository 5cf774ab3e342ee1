// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sign-ins, tokens and sessions as the account's owner sees them: records of type SecurityEvent.
//
// A session is a sign-in through OAuth with all tokens that came of it (named by its grant), or a personal
// token (named by the token's public part). The token that the sandbox itself makes for an account is named
// by the account, so that the same seed gives the same records.
#pragma once

#include "sandbox/http/http_message.h"
#include "sandbox/store/store_writer.h"

namespace ot::sandbox {

/// The session of the token that every account has from the beginning.
[[nodiscard]] QString ownSession(const QString& account);
/// The session a token belongs to.
[[nodiscard]] QString sessionOfToken(Store& store, const QString& tokenId);
[[nodiscard]] bool sessionHolds(Store& store, const QString& sessionId);
/// Ends every token of a session; part of the open transaction. Live channels end when they are next looked
/// at.
void endSession(Store& store, const QString& sessionId);
/// Ends every session of an account and its way to sign in; its events say so.
void endAllSessions(Store& store, StoreWriter& writer, const QString& account);

/// Sets `isThisSession` in the events of one session, in an answer or frame that is made of stored records.
void markThisSession(QByteArray& json, const QString& sessionId);

/// A new event of the account, not yet written.
struct SecurityNews {
    QString kind;
    QString sessionId {};
    bool sessionActive = false;
    QString deviceName {};
    QString platform {};
    QString network {}; // as it may be shown
};
Record addSecurityEvent(Store& store, StoreWriter& writer, const QString& account, const SecurityNews& news);

/// Device, platform and network of a request, as far as it tells.
[[nodiscard]] SecurityNews newsOf(const QString& kind, const HttpRequest& request);
/// "203.0.113.x", "2001:db8::x"
[[nodiscard]] QString maskedNetwork(const QHostAddress& address);

/// Writes an event for each session that began or ended since the last time.
void reconcileSessions(Store& store, const HttpRequest& request);

} // namespace ot::sandbox
