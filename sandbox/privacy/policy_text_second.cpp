// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/policy_text.h"

namespace ot::sandbox {

const char* const kPrivacyPolicySecondHalf = R"notes(
# 6
title: Customer Content, Project Data, and Confidential Information
text: Projects can hold data that is confidential, or that is about people. It has rules of its own.

# 6.1
title: Customer Content
text: Customers provide data sets, instructions, prompts and files for the work. They stay the customer's.

# 6.2
title: How We Process Customer Content
text: To let the work be done, to check its quality, to run managed projects, to keep it secure, and where the law obliges us.

# 6.3
title: Limited Access and Controls
text: It is seen by the customer's people, by the freelancers and vendors assigned to the project while they are assigned, and by those of
  our staff who need to. When an assignment ends, so does the access.

# 6.4
title: Customer Responsibilities
text: Customers make sure that they may share what they share, that their instructions are lawful, and that nothing breaks a promise they
  made to somebody else.

# 6.5
title: Freelancer/Vendor Responsibilities
text: If you work on a project, follow its instructions, use its content for nothing else, and keep to its security rules.

# 7
title: Data Retention
text: We keep data while your account is open and as long after it as a law, a contract or a dispute needs it. Then it is erased or made
  anonymous.
  ~
  - Account and profile: until you close the account.
  - Messages, proposals and contracts: until ten years after the contract ended, without your name once your account is closed.
  - Payments, invoices and tax forms: ten years, because tax law says so.
  - Security log: 180 days.
  - Support tickets: three years.

# 8
title: Cookies and Similar Technologies
text: The cookie policy has the list; this is the short form.

# 8.1
title: What We Use
text: Cookies, local storage and similar means, set by us or by a company that works for us.

# 8.2
title: Why We Use Them
text: - Strictly necessary: signing in, keeping a session, security. These can't be switched off.
  - Functional: remembering what you set.
  - Analytics: counting what is used and what fails.
  - Advertising: learning which campaigns work.

# 8.3
title: Your Choices
text: Each purpose but the first has a switch, and each is off until you switch it on. Refusing takes no more steps than allowing.

# 9
title: Advertising, Analytics, and "Do Not Sell or Share" Signals
text: What this comes to, and how to stop it.

# 9.1
title: Analytics
text: If you allow it, we count which features are used, with an identifier that says nothing about who you are. We do the counting
  ourselves.

# 9.2
title: Targeted Advertising
text: If you allow it, advertising partners learn that an installation has visited us, so that they can show or stop showing our
  advertisements. Some laws call that selling or sharing, although no money is paid for it.

# 9.3
title: Opt Out of Targeted Advertising and "Sale/Share"
text: There is one switch, "Do not sell or share my personal information". It takes effect at once, and we confirm it within 15 business
  days. You can also write to us (section 16).

# 9.4
title: Global Privacy Control and Similar Signals
text: A request that carries the signal Sec-GPC: 1 is a request to opt out of selling and sharing, and we treat it as one. If you had
  allowed it before, the signal counts until you say otherwise.

# 10
title: Security
text: Data is encrypted on its way and where it lies, access is limited and logged, and what we do is tested. Keep your credentials to
  yourself, and end sessions you do not know.

# 11
title: Your Choices and Rights
text: Which rights the law gives you depends on where you live. We do not ask where that is before we listen.

# 11.1
title: Account Settings
text: Most of what we hold about you can be seen and corrected in the settings.

# 11.2
title: Marketing Communications
text: One switch and one link in each mail end our news. Messages about your account, your money and its security go on.

# 11.3
title: Data Subject Rights
text: You may ask for access, correction, erasure, restriction and a portable copy, object, withdraw consent, and complain to a supervisory
  authority. We answer within one month; if it takes longer, we say so within that month, say why, and take two more at most.

# 11.4
title: U.S. State Privacy Rights
text: You may ask for a copy, correction and deletion, and opt out of targeted advertising, of sale and of profiling. We answer within 45
  days and may take 45 more. If we decline, you can appeal, and somebody else decides.

# 11.5
title: California Privacy Notice
text: This is for people who live in California. We confirm a request within 10 business days and answer within 45 days.

# 11.5 A
title: Categories of Personal Information We Collect
text: Identifiers; customer records; commercial information; network activity; approximate location; professional information; education;
  inferences, such as how well a job fits. Of sensitive information: credentials, and what identity and tax checks need.

# 11.5 B
title: Sources of Personal Information
text: You, your devices, companies that work for us, other people here, and public sources.

# 11.5 C
title: Purposes for Collection and Use
text: Those of section 4.

# 11.5 D
title: Disclosures of Personal Information
text: To other people here, companies that work for us, advisers, authorities, and whoever takes over the business.

# 11.5 E
title: Sale or Sharing
text: We never sell information for money. If you allow advertising, identifiers go to partners as section 5.7 says, which may count as
  sharing. Section 9.3 has the switch.

# 11.5 F
title: Your California Rights
text: To know, delete, correct, opt out of sale and sharing, limit the use of sensitive information, and not be treated worse for it.

# 11.5 G
title: Submitting Requests
text: From the app, or as section 16 says; also through an agent who shows your permission. We check that it is you, with as little as that
  takes.

# 12
title: Children's Privacy
text: Nobody under 18 may have an account. If you know of one, tell us, and we erase it.

# 13
title: Third-Party Services and Links
text: Links lead to services that are not ours. Read what they say before you give them anything.

# 14
title: International Data Transfers
text: We work from the United States. Data from elsewhere is protected there by standard contractual clauses, which we send you on request.

# 15
title: Changes to This Privacy Policy
text: We publish every version with its date, keep the earlier ones, and say what changed. You hear from us before a change that matters
  takes effect.

# 16
title: Contact Us
text: - Privacy team: privacy@opentrain.example
  - General: contact@opentrain.example
  - Support: support@opentrain.example
)notes";

const char* const kPrivacyPolicyOctober = R"notes(
# 4.5
title: Improve, Analyze, and Develop the Services
text: To understand how the service is used, to find mistakes and to develop it further. Where it can be done with counts alone, it is. We
  do not train models with your messages, proposals or delivered work.

# 5.2
title: Service Providers and Contractors
text: Companies that work for us and may use data for that alone: hosting, support tools, email delivery, security and identity
  verification, payment and payout, audits, and Tallywell (Ireland), which counts for us what is used if you allow analytics.

# 5.7
title: Advertising Partners
text: If you allow it, identifiers and facts about devices go to advertising partners so that they can tell which campaigns work, and a
  scrambled form of your email address goes to them so that they can leave you out of campaigns for newcomers. See sections 9 and 11 for
  how to stop it.

# 7
title: Data Retention
text: We keep data while your account is open and as long after it as a law, a contract or a dispute needs it. Then it is erased or made
  anonymous.
  ~
  - Account and profile: until you close the account.
  - Messages, proposals and contracts: until six years after the contract ended, without your name once your account is closed.
  - Payments, invoices and tax forms: ten years, because tax law says so.
  - Security log: 90 days.
  - Support tickets: three years.

# 9.1
title: Analytics
text: If you allow it, we count which features are used, with an identifier that says nothing about who you are. Tallywell, a company in
  Ireland, does the counting for us, keeps each event for 14 months and may use it for nothing else.
)notes";

const char* const kCookiePolicy = R"notes(
# 1
title: What this is about
text: Cookies are small texts a site leaves in a browser. Programs have the like: identifiers, caches and files of settings. This policy
  means all of them.

# 2
title: Strictly necessary
text: - session: keeps you signed in. Ends when you sign out, after 30 days at the latest.
  - form: keeps forms from being sent by somebody else. Ends with the session.

# 3
title: Functional
text: - settings: language, time zone and how lists are sorted. Kept for one year. Off until you switch it on; without it, settings stay on
  the device.

# 4
title: Analytics
text: - visit: a random number that changes every month, to count what is used. Kept for 14 months. Off until you switch it on.

# 5
title: Advertising
text: - campaign: the campaign you came from. Kept for 90 days. Off until you switch it on, and off when your browser or app sends the
  signal Sec-GPC: 1.

# 6
title: Changing your mind
text: The switches stay where you found them. Switching off erases what was stored for that purpose.
)notes";

} // namespace ot::sandbox
