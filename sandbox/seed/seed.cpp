// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/seed.h"

#include "sandbox/seed/privacy_records.h"
#include "sandbox/seed/team.h"
#include "sandbox/seed/world.h"

namespace ot::sandbox {

namespace {

SeedAccount trainer(Random& random, const JobBook& book, qint64 now)
{
    SeedAccount account { QStringLiteral("trainer"), QStringLiteral("u_maria"), QStringLiteral("Maria G."),
        {} };
    AccountWriter writer { random, book, now, account, QStringLiteral("trainer"), 1001, 41 };
    addTrainerPerson(writer);
    addProposals(writer, kTrainerProposalNotes);
    addContracts(writer, kTrainerContractNotes);
    addInstructions(writer, kRedTeamInstructionNotes);
    addInstructions(writer, kTrainerInstructionNotes);
    for (const char* notes :
        { kTrainerJobConversationNotes, kTrainerProposalConversationNotes, kDashcamChannelNotes,
            kTrainerSupportNotes, kRedTeamChannelNotes, kTrainerWorldConversationNotes })
        addConversations(writer, notes);
    return account;
}

SeedAccount vendor(Random& random, const JobBook& book, qint64 now)
{
    SeedAccount account { QStringLiteral("vendor"), QStringLiteral("u_tobias"), QStringLiteral("Tobias L."),
        {}, QStringLiteral("vendor"), QStringLiteral("OWNER") };
    AccountWriter writer { random, book, now, account, QStringLiteral("vendor_member"), 5001, 503 };
    addVendorPerson(writer);
    addTeam(writer);
    addProposals(writer, kVendorProposalNotes);
    addContracts(writer, kVendorContractNotes);
    addInstructions(writer, kVendorInstructionNotes);
    addConversations(writer, kVendorConversationNotes);
    return account;
}

SeedAccount colleague(Random& random, const JobBook& book, qint64 now, const Colleague& person)
{
    SeedAccount account { person.key, person.userId, person.displayName, {}, QStringLiteral("vendor"),
        person.role };
    AccountWriter writer { random, book, now, account, QStringLiteral("vendor_member"), 0, 0 };
    addColleague(writer, person);
    return account;
}

} // namespace

SeedWorld makeSeedWorld(quint64 seed, qint64 nowMilliseconds)
{
    Random random(seed);
    const JobBook book(random, nowMilliseconds);
    SeedWorld world;
    world.jobs = book.jobs();
    world.accounts.push_back(trainer(random, book, nowMilliseconds));
    world.accounts.push_back(vendor(random, book, nowMilliseconds));
    for (const Colleague& person : colleagues())
        world.accounts.push_back(colleague(random, book, nowMilliseconds, person));
    for (SeedAccount& account : world.accounts)
        addPrivacyRecords(account, nowMilliseconds);
    return world;
}

} // namespace ot::sandbox
