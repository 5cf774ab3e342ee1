// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/records/field.h"

#include <optional>

namespace ot::storage {

// One page of the tree of task instructions of a contract: customer content, held only while the contract
// runs. The server keeps the last state alone; its version rises with every save.
struct InstructionPage : RecordBase {
    QString contractId;
    QString jobId;
    QString parentId;
    qint64 position = 0;
    QString title;
    QString icon;
    QString contentFormat; // tiptap or markdown; open-ended
    QJsonObject tiptapJson;
    QString htmlSnapshot; // hostile: shown only through the sanitiser
    QString markdown;
    qint64 serverVersion = 0;
    QString changeSummary;
    bool confidential = false;
    std::optional<UtcTime> offlineUntil;
    std::optional<UtcTime> createdAt;
    std::optional<UtcTime> updatedAt;

    static constexpr RecordTraits kTraits { "InstructionPage", "instruction_page", "createdAt",
        "contractId" };

    static consteval auto fields()
    {
        return std::make_tuple(field("contractId", &InstructionPage::contractId, facts::kPlatformActivity,
                                   Trait::Required | Trait::Indexed),
            field("jobId", &InstructionPage::jobId, facts::kPlatformActivity),
            field("parentId", &InstructionPage::parentId, facts::kCustomerContent),
            field("position", &InstructionPage::position, facts::kCustomerContent),
            field("title", &InstructionPage::title, facts::kCustomerContent,
                Trait::Searchable | Trait::Confidential),
            field("icon", &InstructionPage::icon, facts::kCustomerContent, Trait::Confidential),
            field("contentFormat", &InstructionPage::contentFormat, facts::kCustomerContent),
            field("tiptapJson", &InstructionPage::tiptapJson, facts::kCustomerContent, Trait::Confidential),
            field(
                "htmlSnapshot", &InstructionPage::htmlSnapshot, facts::kCustomerContent, Trait::Confidential),
            field("markdown", &InstructionPage::markdown, facts::kCustomerContent,
                Trait::Searchable | Trait::Confidential),
            field("serverVersion", &InstructionPage::serverVersion, facts::kCustomerContent),
            field("changeSummary", &InstructionPage::changeSummary, facts::kCustomerContent,
                Trait::Confidential),
            field("confidential", &InstructionPage::confidential, facts::kCustomerContent),
            field("offlineUntil", &InstructionPage::offlineUntil, facts::kCustomerContent),
            field("createdAt", &InstructionPage::createdAt, facts::kCustomerContent),
            field("updatedAt", &InstructionPage::updatedAt, facts::kCustomerContent));
    }
};

} // namespace ot::storage
