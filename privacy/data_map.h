// SPDX-License-Identifier: GPL-3.0-or-later
//
// The data map: everything this program can hold about a person, by the categories of the platform's privacy
// policy, derived from the record tables. There is no second list: a field that is added to a record appears
// here by itself.
#pragma once

#include "privacy/policy_elements.h"
#include "storage/queries/record_queries.h"
#include "storage/records/privacy_facts.h"
#include "storage/vault.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace ot::privacy {

// One field of one record type with its privacy facts.
struct DataMapField {
    QString recordName; // "Job"
    QString path; // the member's path, "pay.hourlyRate"
    storage::RecordTypeIndex recordType = 0;
    storage::PrivacyFacts facts;
    bool isConfidential = false;
};

// Every field of every record type, in the records' order. Made once, at the first call; any thread.
const std::vector<DataMapField>& dataMapFields();

// What of one category this device holds.
struct DataMapCategory {
    storage::DataCategory category = storage::DataCategory::AccountAndProfile;
    std::vector<DataMapField> fields; // empty for a category of the policy that no record here belongs to
    std::vector<PolicyElement> notHeld; // what the policy names under it and no record here can hold
    qint64 records = 0; // records on this device with at least one field of the category
};

// The categories of the policy, each with what this program can hold of it, what is on the device, and what
// it can't hold.
QFuture<Result<std::vector<DataMapCategory>>> loadDataMap(storage::Vault& vault);

// The names by which the dashboard calls them, translated. Several flags are joined by commas.
QString categoryName(storage::DataCategory category);
QString categorySection(storage::DataCategory category); // "3.1 A"; empty where the policy has none
QString sourceName(storage::DataSource source);
QString purposeNames(storage::Flags<storage::Purpose> purposes);
QString legalBasisNames(storage::Flags<storage::LegalBasis> bases);
QString recipientNames(storage::Flags<storage::Recipient> recipients);
QString retentionSentence(storage::Retention retention);
QString controllerName(storage::Controller controller);

} // namespace ot::privacy
