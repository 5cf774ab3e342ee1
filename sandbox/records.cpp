// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/records.h"

namespace ot::sandbox {

const QStringList& recordTypes()
{
    static const QStringList kTypes { QStringLiteral("Account"), QStringLiteral("Profile"),
        QStringLiteral("Job"), QStringLiteral("Proposal"), QStringLiteral("Conversation"),
        QStringLiteral("Message"), QStringLiteral("Contract"), QStringLiteral("Milestone"),
        QStringLiteral("InstructionPage"), QStringLiteral("Payout"), QStringLiteral("SavedJob"),
        QStringLiteral("SavedSearch"), QStringLiteral("ProposalTemplate"), QStringLiteral("Interview"),
        QStringLiteral("Submission"), QStringLiteral("Acknowledgement"), QStringLiteral("Note"),
        QStringLiteral("Attachment"), QStringLiteral("CalendarEvent"), QStringLiteral("Invoice"),
        QStringLiteral("PayoutMethod"), QStringLiteral("TaxForm"), QStringLiteral("Review"),
        QStringLiteral("Notification"), QStringLiteral("Company"), QStringLiteral("TeamMember"),
        QStringLiteral("ConsentRecord"), QStringLiteral("PrivacyChoice"), QStringLiteral("DataRequest"),
        QStringLiteral("PolicyVersion"), QStringLiteral("Integration"), QStringLiteral("SecurityEvent"),
        QStringLiteral("SupportTicket"), QStringLiteral("Reference") };
    return kTypes;
}

QString feedCursor(qint64 sequence)
{
    return QStringLiteral("c_%1").arg(sequence, 12, 10, QLatin1Char('0'));
}

} // namespace ot::sandbox
