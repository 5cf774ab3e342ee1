// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the parts of the seed put an account's records together.
#pragma once

#include "sandbox/seed/files.h"
#include "sandbox/seed/jobs.h"
#include "sandbox/seed/notes.h"
#include "sandbox/seed/random.h"
#include "sandbox/seed/seed.h"

#include <QJsonArray>

namespace ot::sandbox {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// What every part needs to know while it writes records for one account. Lives as long as makeSeedWorld()
/// runs.
struct AccountWriter {
    Random& random;
    const JobBook& book;
    qint64 now = 0;
    SeedAccount& account;
    QString viewerRole; // trainer or vendor_member
    qint64 nextMessage = 0; // the number of the next message
    qint64 nextInvoice = 0;
    SeedFiles& files;

    void add(const char* type, const QJsonObject& object);
    /// The time that long ago: "12" minutes, "3h", "2.5d", "now". A time in the future begins with "in ": "in
    /// 3d".
    [[nodiscard]] qint64 time(const QString& text) const;
    /// As wire text, or null for an empty text.
    [[nodiscard]] QJsonValue isoOrNull(const QString& text) const;
};

QJsonValue textOrNull(const QString& text);

/// The length of "12" (minutes), "40s", "3h" or "2.5d" in milliseconds; anything else is a mistake in our own
/// texts.
qint64 durationOf(const QString& text);

/// "u_lena" for "Lena R.", "u_tobias" for "Tobías L.".
QString userIdOf(const QString& displayName);

void addTrainerPerson(AccountWriter& writer); // Account and Profile
void addVendorPerson(AccountWriter& writer);
void addProposals(AccountWriter& writer, const char* notes);
void addConversations(AccountWriter& writer, const char* notes);
void addContracts(AccountWriter& writer, const char* notes); // with their milestones and payouts
void addInstructions(AccountWriter& writer, const char* notes);

extern const char* const kTrainerProposalNotes;
extern const char* const kVendorProposalNotes;
extern const char* const kTrainerJobConversationNotes;
extern const char* const kTrainerProposalConversationNotes;
extern const char* const kTrainerWorldConversationNotes;
extern const char* const kDashcamChannelNotes;
extern const char* const kRedTeamChannelNotes;
extern const char* const kTrainerSupportNotes;
extern const char* const kVendorConversationNotes;
extern const char* const kTrainerContractNotes;
extern const char* const kVendorContractNotes;
extern const char* const kRedTeamInstructionNotes;
extern const char* const kTrainerInstructionNotes;
extern const char* const kVendorInstructionNotes;

} // namespace ot::sandbox
