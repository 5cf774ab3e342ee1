// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shapes the OAuth endpoints answer with, which are those of the RFCs and not the platform's envelope,
// and the metadata documents.
#pragma once

#include "sandbox/http/http_message.h"
#include "sandbox/oauth/form.h"
#include "sandbox/oauth/oauth_store.h"

#include <QJsonObject>

namespace ot::sandbox {

inline constexpr int kAccessTokenSeconds = 3'600;

/// {"error", "error_description"}
[[nodiscard]] HttpResponse tokenError(const char* error, const char* sentence, int status = 400);
[[nodiscard]] HttpResponse tokenAnswer(
    const QString& access, const QString& refresh, const QStringList& scopes);
/// 200 without content, as RFC 7009 answers.
[[nodiscard]] HttpResponse emptyTokenAnswer();
[[nodiscard]] HttpResponse metadataAnswer(const QJsonObject& document);
[[nodiscard]] HttpResponse preflightAnswer();

/// The body of a request to the token and revocation endpoints, if it is a form.
[[nodiscard]] std::optional<Form> readTokenForm(const HttpRequest& request);
/// 43 to 128 characters that need no escaping (RFC 7636 4.1).
[[nodiscard]] bool isVerifier(const QString& text);

/// RFC 8414 and RFC 9728.
[[nodiscard]] QJsonObject serverMetadata(const QString& issuer, const QStringList& scopes);
[[nodiscard]] QJsonObject protectedResourceMetadata(
    const QString& issuer, const QString& resource, const QStringList& scopes);

/// Gives each account a password where it has none, and writes e-mail addresses and passwords to
/// `sign-in.json` for the person who tries the sandbox. Gives the reason when the file can't be written.
QString writeSignIns(Store& store, OAuthStore& records, const QString& directory);

} // namespace ot::sandbox
