// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// The signed-in account: who the token belongs to. One row a vault.
struct Account : RecordBase {
    QString email;
    QString firstName;
    QString lastName;
    QString fullName;
    QString userType; // FREELANCER, VENDOR_MEMBER, EMPLOYER; open-ended
    QString accountKind; // freelancer or vendor_organization; open-ended
    QString organizationId;
    QString organizationName;
    QString memberRole; // OWNER, BID_MANAGER, FINANCE, MEMBER; open-ended
    QString country;
    QString timeZone; // IANA name
    QString locale;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Account", "account", "createdAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("email", &Account::email, facts::kPrivateAccount),
            field("firstName", &Account::firstName, facts::kPrivateAccount),
            field("lastName", &Account::lastName, facts::kPrivateAccount),
            field("fullName", &Account::fullName, facts::kPrivateAccount),
            field("userType", &Account::userType, facts::kPrivateAccount),
            field("accountKind", &Account::accountKind, facts::kPrivateAccount),
            field("organizationId", &Account::organizationId, facts::kCompany),
            field("organizationName", &Account::organizationName, facts::kCompany),
            field("memberRole", &Account::memberRole, facts::kCompany),
            field("country", &Account::country, facts::kPrivateAccount),
            field("timeZone", &Account::timeZone, facts::kPrivateAccount),
            field("locale", &Account::locale, facts::kPrivateAccount),
            field("createdAt", &Account::createdAt, facts::kPlatformActivity),
            field("updatedAt", &Account::updatedAt, facts::kPlatformActivity));
    }
};

} // namespace ot::storage
