// SPDX-License-Identifier: GPL-3.0-or-later
//
// The records around the work: what an account has saved, noted, handed in, been invited to and been told.
// Each function reads cards of one notation; the notations stand in own_records.cpp and work_records.cpp.
#pragma once

#include "sandbox/seed/cards.h"

namespace ot::sandbox {

void addSavedJobs(AccountWriter& writer, const char* notes);
void addSavedSearches(AccountWriter& writer, const char* notes);
void addTemplates(AccountWriter& writer, const char* notes);
void addInterviews(AccountWriter& writer, const char* notes);
void addSubmissions(AccountWriter& writer, const char* notes); // with their attachments
/// `shared` holds the pages: the account's own records, or those of its organization.
void addAcknowledgements(AccountWriter& writer, const char* notes, const std::vector<SeedRecord>& shared);
void addNotes(AccountWriter& writer, const char* notes);
void addCalendar(AccountWriter& writer, const char* notes);
void addPayoutMethods(AccountWriter& writer, const char* notes);
void addTaxForms(AccountWriter& writer, const char* notes);
/// Those of the account's profile as received ones, and those of the cards.
void addReviews(AccountWriter& writer, const char* notes);
void addNotifications(AccountWriter& writer, const char* notes);
void addTickets(AccountWriter& writer, const char* notes); // with their attachments
void addReferences(AccountWriter& writer, const char* notes);
/// For every milestone that has a number for one, and the platform's fees.
void addInvoices(AccountWriter& writer);

struct AttachmentPlan {
    QString id;
    QString ownerType;
    QString ownerId;
    QString contractId; // may be empty
    QString fileName;
    qint64 at = 0;
};
/// Writes the Attachment; gives the blob as its owner names it, with the attachment's id.
QJsonObject addAttachment(AccountWriter& writer, const AttachmentPlan& plan);
/// Cards "id | ownerType | ownerId | contract | age" for files of pages and of the company.
void addAttachments(AccountWriter& writer, const char* notes);

/// The texts of one account.
struct OwnNotes {
    const char* savedJobs;
    const char* savedSearches;
    const char* templates;
    const char* interviews;
    const char* submissions;
    const char* acknowledgements;
    const char* notes;
    const char* calendar;
    const char* payoutMethods;
    const char* taxForms;
    const char* reviews;
    const char* notifications;
    const char* tickets;
    const char* references;
    const char* attachments;
};

extern const OwnNotes kTrainerOwnNotes;
extern const OwnNotes kVendorOwnNotes;
extern const OwnNotes kBidsOwnNotes;
extern const OwnNotes kFinanceOwnNotes;
extern const OwnNotes kMemberOwnNotes;

/// All of the above for one account.
void addOwnRecords(AccountWriter& writer, const OwnNotes& notes, const std::vector<SeedRecord>& shared);

} // namespace ot::sandbox
