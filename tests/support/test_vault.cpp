// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_vault.h"

#include "tests/support/wait.h"

namespace ot::test {

using namespace storage; // NOLINT(google-build-using-namespace): samples of the store's own types

namespace {

constexpr qint64 kStart = 1'790'000'000'000; // a day in 2026, UTC milliseconds
constexpr qint64 kMinute = 60'000;

UtcTime minute(int number)
{
    return { kStart + number * kMinute };
}

} // namespace

TestVault::TestVault()
    : m_key(SecretKey::generate())
{
    reopen();
}

TestVault::~TestVault() = default;

void TestVault::reopen()
{
    m_vault.reset();
    m_vault = std::make_unique<Vault>();
    const Outcome opened = await(m_vault->open(directory(), m_key.clone(), true));
    if (!opened)
        qFatal("the test's vault did not open: %s", qPrintable(opened.error().detail));
}

void TestVault::write(const std::function<Outcome(WriteTransaction&)>& work)
{
    const Outcome written
        = await(m_vault->write([work](WriteTransaction& transaction) { return work(transaction); }));
    if (!written)
        qFatal("the test's records were not written: %s", qPrintable(written.error().detail));
}

Job sampleJob(int number)
{
    Job job;
    job.id = QStringLiteral("job-%1").arg(number);
    job.version = 1;
    job.slug = QStringLiteral("job-%1").arg(number);
    job.title = QStringLiteral("Radiology report span labeling %1").arg(number);
    job.companyName = number % 2 == 0 ? QStringLiteral("Helix Health") : QStringLiteral("Northwind AI");
    job.descriptionText = QStringLiteral("Mark findings in reports. Batch %1.").arg(number);
    job.descriptionHtml
        = QStringLiteral("<h3>The work</h3><p>Mark findings in reports.</p><ul><li>Batch %1</li></ul>")
              .arg(number);
    job.status = QStringLiteral("OPEN");
    job.datePosted = minute(number);
    job.validThrough = UtcTime { kStart + 60LL * 24 * 60 * kMinute };
    job.updatedAt = job.datePosted;
    job.employmentTypes = { QStringLiteral("CONTRACTOR") };
    job.countries
        = number % 3 == 0 ? QStringList() : QStringList { QStringLiteral("ES"), QStringLiteral("US") };
    job.languages = { QStringLiteral("Spanish") };
    job.category
        = number % 2 == 0 ? QStringLiteral("Text Annotation") : QStringLiteral("Generative AI & RLHF");
    job.dataType = QStringLiteral("Text");
    job.labelTypes = { QStringLiteral("NER") };
    job.experienceLevel = QStringLiteral("Expert");
    job.skills = { QStringLiteral("Medical") };
    job.paymentType = QStringLiteral("PAY_PER_HOUR");
    job.currency = QStringLiteral("USD");
    job.hourlyRate = MinorUnits { 3800 };
    job.url = QStringLiteral("https://app.opentrain.ai/jobs/job-%1").arg(number);
    job.applyUrl = QStringLiteral("https://app.opentrain.ai/api/out?job=job-%1&src=www_seo").arg(number);
    return job;
}

Conversation sampleConversation(int number)
{
    Conversation conversation;
    conversation.id = QStringLiteral("conversation-%1").arg(number);
    conversation.version = 1;
    conversation.type = QStringLiteral("DIRECT_MESSAGE");
    conversation.bucket = number % 2 == 0 ? QStringLiteral("proposal") : QStringLiteral("job");
    conversation.title = QStringLiteral("Red-team review notes %1").arg(number);
    conversation.companyName = QStringLiteral("Northwind AI");
    conversation.counterpartName = QStringLiteral("Lena R.");
    conversation.lastMessageContent = QStringLiteral("Batch %1 is ready.").arg(number);
    conversation.lastMessageCreatedAt = minute(number);
    conversation.canSend = true;
    conversation.createdAt = minute(number);
    conversation.updatedAt = minute(number);
    return conversation;
}

Message sampleMessage(const QString& conversationId, int number)
{
    Message message;
    message.id = QStringLiteral("%1-message-%2").arg(conversationId).arg(number);
    message.version = 1;
    message.conversationId = conversationId;
    message.senderUserId = QStringLiteral("u_lena");
    message.senderName = QStringLiteral("Lena R.");
    message.content = QStringLiteral("Message number %1").arg(number);
    message.createdAt = minute(number);
    message.updatedAt = minute(number);
    return message;
}

} // namespace ot::test
