// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the platform's privacy policy says it may hold (3.1 A to G, 3.2, 3.3), element by element, and where
// each stands in the records here, or why it does not.
#pragma once

#include "storage/records/privacy_facts.h"

#include <QString>

#include <string_view>
#include <vector>

namespace ot::privacy {

struct PolicyElement {
    storage::DataCategory category = storage::DataCategory::AccountAndProfile;
    const char* name = nullptr; // English; elementName() translates
    // "Account.email": a record's wire name and a field's path. Empty when no record here can hold it.
    std::vector<std::string_view> fields;
    const char* whyNot = nullptr; // English; set exactly when `fields` is empty

    [[nodiscard]] bool isHeldHere() const { return !fields.empty(); }
};

// Every element, in the policy's order. Made once, at the first call; any thread.
const std::vector<PolicyElement>& policyElements();

// Translated.
QString elementName(const PolicyElement& element);
QString whyNotHeld(const PolicyElement& element);

} // namespace ot::privacy
