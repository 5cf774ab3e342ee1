// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a token endpoint says (RFC 6749 5). Pure.
#pragma once

#include "sync/http_exchange.h"
#include "sync/sign_in/token_set.h"

namespace ot::sync {

// The tokens of a 2xx answer. What it leaves out stays as in `before`: the refresh token, where it does not
// rotate, and the scopes. Errors: Decode.
Result<TokenSet> readTokenAnswer(const HttpAnswer& answer, const TokenSet& before, storage::UtcTime now);

// The error code of RFC 6749 in an answer, cleaned for a log; empty when there is none.
[[nodiscard]] QString tokenErrorCode(const HttpAnswer& answer);

} // namespace ot::sync
