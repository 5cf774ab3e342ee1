// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/seed.h"

#include "sandbox/seed/own_records.h"
#include "sandbox/seed/privacy_records.h"
#include "sandbox/seed/team.h"
#include "sandbox/seed/world.h"

namespace ot::sandbox {

namespace {

SeedAccount trainer(Random& random, const JobBook& book, SeedFiles& files, qint64 now)
{
    SeedAccount account { QStringLiteral("trainer"), QStringLiteral("u_maria"), QStringLiteral("Maria G."),
        {} };
    AccountWriter writer { random, book, now, account, QStringLiteral("trainer"), 1001, 41, files };
    addTrainerPerson(writer);
    addProposals(writer, kTrainerProposalNotes);
    addContracts(writer, kTrainerContractNotes);
    addInstructions(writer, kRedTeamInstructionNotes);
    addInstructions(writer, kTrainerInstructionNotes);
    for (const char* notes :
        { kTrainerJobConversationNotes, kTrainerProposalConversationNotes, kDashcamChannelNotes,
            kTrainerSupportNotes, kRedTeamChannelNotes, kTrainerWorldConversationNotes })
        addConversations(writer, notes);
    addInvoices(writer);
    addOwnRecords(writer, kTrainerOwnNotes, account.records);
    return account;
}

SeedAccount vendor(Random& random, const JobBook& book, SeedFiles& files, qint64 now)
{
    SeedAccount account { QStringLiteral("vendor"), QStringLiteral("u_tobias"), QStringLiteral("Tobias L."),
        {}, QStringLiteral("vendor"), QStringLiteral("OWNER") };
    AccountWriter writer { random, book, now, account, QStringLiteral("vendor_member"), 5001, 503, files };
    addVendorPerson(writer);
    addTeam(writer);
    addProposals(writer, kVendorProposalNotes);
    addContracts(writer, kVendorContractNotes);
    addInstructions(writer, kVendorInstructionNotes);
    addConversations(writer, kVendorConversationNotes);
    addInvoices(writer);
    addOwnRecords(writer, kVendorOwnNotes, account.records);
    return account;
}

const OwnNotes& ownNotesOf(const QString& role)
{
    if (role == QLatin1String("BID_MANAGER"))
        return kBidsOwnNotes;
    return role == QLatin1String("FINANCE") ? kFinanceOwnNotes : kMemberOwnNotes;
}

SeedAccount colleague(Random& random, const JobBook& book, SeedFiles& files, const SeedAccount& employer,
    const Colleague& person, qint64 now)
{
    SeedAccount account { person.key, person.userId, person.displayName, {}, QStringLiteral("vendor"),
        person.role };
    AccountWriter writer { random, book, now, account, QStringLiteral("vendor_member"), 0, 0, files };
    addColleague(writer, person);
    addOwnRecords(writer, ownNotesOf(person.role), employer.records);
    return account;
}

} // namespace

SeedWorld makeSeedWorld(quint64 seed, qint64 nowMilliseconds)
{
    Random random(seed);
    const JobBook book(random, nowMilliseconds);
    SeedFiles files;
    SeedWorld world;
    world.jobs = book.jobs();
    world.accounts.push_back(trainer(random, book, files, nowMilliseconds));
    world.accounts.push_back(vendor(random, book, files, nowMilliseconds));
    const SeedAccount employer = world.accounts.back();
    for (const Colleague& person : colleagues())
        world.accounts.push_back(colleague(random, book, files, employer, person, nowMilliseconds));
    for (SeedAccount& account : world.accounts)
        addPrivacyRecords(account, nowMilliseconds);
    world.blobs = files.blobs();
    return world;
}

} // namespace ot::sandbox
