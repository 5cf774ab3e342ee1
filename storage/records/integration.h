// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// A tool that the user has connected to the account, and what it may read.
struct Integration : RecordBase {
    QString name;
    QString company;
    QString kind; // annotation_tool, calendar, payment, identity, storage; open-ended
    QStringList scopes; // what it may read, in words
    QString status; // CONNECTED, DISCONNECTED, ERROR; open-ended
    std::optional<UtcTime> connectedAt;
    std::optional<UtcTime> lastUsedAt;
    QString privacyUrl;
    QString url;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "Integration", "integration", "connectedAt" };

    static consteval auto fields()
    {
        return std::make_tuple(field("name", &Integration::name, facts::kIntegration, Trait::Searchable),
            field("company", &Integration::company, facts::kIntegration, Trait::Searchable),
            field("kind", &Integration::kind, facts::kIntegration),
            field("scopes", &Integration::scopes, facts::kIntegration),
            field("status", &Integration::status, facts::kIntegration.from(DataSource::ConnectedTool),
                Trait::Indexed),
            field("connectedAt", &Integration::connectedAt, facts::kIntegration),
            field(
                "lastUsedAt", &Integration::lastUsedAt, facts::kIntegration.from(DataSource::ConnectedTool)),
            field("privacyUrl", &Integration::privacyUrl, facts::kIntegration),
            field("url", &Integration::url, facts::kIntegration),
            field("createdAt", &Integration::createdAt, facts::kIntegration.from(DataSource::MadeByPlatform)),
            field(
                "updatedAt", &Integration::updatedAt, facts::kIntegration.from(DataSource::MadeByPlatform)));
    }
};

} // namespace ot::storage
