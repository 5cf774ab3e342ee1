// SPDX-License-Identifier: GPL-3.0-or-later
//
// The policies the sandbox has published, and the moments at which it publishes them.
#pragma once

#include "sandbox/http/http_message.h"
#include "sandbox/store/store_writer.h"

#include <vector>

namespace ot::sandbox {

/// Every version there is, as records of type PolicyVersion, oldest first. Pure: always the same bytes.
[[nodiscard]] const std::vector<QJsonObject>& allPolicyVersions();

/// Publishes what the clock has come to and is not yet in the store. Gives how many versions were new.
int publishPolicies(Store& store);
/// Publishes the next version whatever the clock says; its id, or an empty text when all are out.
QString publishNextPolicy(Store& store, StoreWriter& writer);

/// The id of the privacy policy that is in force.
[[nodiscard]] QString currentPrivacyPolicy(Store& store);

/// `GET /api/trainer/v1/policies?language=`: the published versions, newest first.
[[nodiscard]] HttpResponse policiesAnswer(Store& store, const HttpRequest& request);

} // namespace ot::sandbox
