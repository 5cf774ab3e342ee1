// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/policy_text.h"

namespace ot::sandbox {

const char* const kPrivacyPolicyFirstHalf = R"notes(
# 0
title: Quick Summary
text: This is the policy of the OpenTrain sandbox: a marketplace on your own machine, with invented people and companies. It is written
  the way a real one is, so that everything that depends on a policy can be tried.
  ~
  - We bring together people and companies that make training data, and those who need it.
  - We hold what you tell us, what your device shows when it talks to us, and a little that partners tell us.
  - We use it to run the marketplace, to pay people, to help, to keep everybody safe and to make the service better.
  - People you work with see what they need to see. Companies that work for us see what their task takes.
  - You can ask what we hold, have it corrected, take it with you, object, or have it erased.

# 1
title: Who We Are and What This Policy Covers
text: OpenTrain is the company that runs this marketplace. Where this policy says "we", it means OpenTrain; where it says "you", it means
  everybody who visits our site, has an account, or writes to us.

# 1.1
title: The Services
text: - Freelancers show what they can do, find jobs, send proposals, do the work and are paid.
  - Employers describe jobs, choose people, fund the work and approve it.
  - Vendors and agencies do the same as a company, with a team of members.
  - Customers of the managed service leave the running of a project to us.

# 1.2
title: Controller vs Processor
text: For your account, your use of the marketplace, billing and the marketplace itself we decide why and how data is used: we are the
  controller.
  ~
  For what a customer brings into a project, the customer decides and we act on the customer's word: we are the processor. If you have a
  question about such data, the customer is the one to ask; we pass it on.
  ~
  A business customer who needs a data processing addendum gets one from us (section 16).

# 1.3
title: Scope
text: This policy is about the marketplace. Annotation tools, payment companies and other services that you reach from it have policies of
  their own, and theirs is the one that counts there.

# 2
title: Definitions
text: - Personal information: whatever says something about a person who can be told apart from others.
  - User content: what people write and upload here, such as job posts, proposals, messages and finished work.
  - Customer content: what a customer provides for a project, such as data sets, prompts, guidelines and files.
  - Sensitive data: what the law protects more, such as identity documents, biometric data, precise location, credentials and some
  financial data.

# 3
title: Information We Collect
text: There are three ways information comes to us: you give it, your device shows it, or somebody else tells us.

# 3.1
title: Information You Provide to Us
text: What you give us depends on what you do here.

# 3.1 A
title: Account and Profile Information
text: Your name, email address and, if you like, phone number; your handle and photo; your password, of which we only keep a hash; whether
  you are here as a freelancer, an employer or a vendor; city, region and country; languages; and your professional details: skills,
  experience, education, certificates, samples, rates and availability.

# 3.1 B
title: Employer and Vendor Account Details
text: The company's name and details, the members of its team, contacts and their roles; for vendors also capabilities, staffing and the
  services offered.

# 3.1 C
title: Job, Project, and Marketplace Activity
text: Job posts and budgets; proposals, bids, and answers to screening questions and interviews; contracts, instructions and delivered work;
  messages with the facts about them (who, when, to whom); reviews, ratings and what belongs to a dispute.

# 3.1 D
title: Payment, Payout, and Tax Information
text: Billing address and invoices; the kind of payment method and its last four digits, never more; where payouts go, as our payment
  partner confirms it; the state of your tax forms; and the history of payments, fees and refunds.

# 3.1 E
title: Identity Verification, Safety, and Compliance Information
text: The result of an identity check and of screenings the law asks for, reports about safety, and what we find out when we look into
  fraud or abuse. The pictures for an identity check go to the verification company.

# 3.1 F
title: Customer Support and Other Communications
text: Tickets, emails, notes of calls, chats, answers to surveys, and registrations for events.

# 3.1 G
title: Information You Provide About Others
text: If you invite a teammate, refer a friend, name a reference or upload something that is about another person, we hold that too. Please
  ask the person first.

# 3.2
title: Information We Collect Automatically
text: Any program that talks to a server leaves something behind. This is what we keep of it.

# 3.2 A
title: Device and Network Information
text: The network address, an identifier of the installation, the approximate place that follows from the address, the kind of device and
  system, and the language it is set to.

# 3.2 B
title: Usage and Log Information
text: Which pages and screens are opened and when, from where, crashes and errors; and the security log: sign-ins, failed sign-ins and
  sessions.

# 3.2 C
title: Cookies and Similar Technologies
text: Cookies, local storage and the like, for the purposes of section 8.

# 3.3
title: Information We Receive From Third Parties
text: Some of what we hold comes from others.

# 3.3 A
title: Payment Processors and Financial Partners
text: Whether a payment method holds, where a payment or payout stands, signs of fraud, and what the books need.

# 3.3 B
title: Identity Verification and Compliance Providers
text: The result: verified, not verified, or to be looked at by a person.

# 3.3 C
title: Integrations and Connected Tools
text: What a tool you connect sends us, within the permissions you gave it.

# 3.3 D
title: Marketing and Analytics Partners
text: How you found us, and how a campaign did.

# 3.3 E
title: Public or Professional Sources
text: Where the law allows it, what stands in public professional networks, for recruiting and against fraud.

# 4
title: How We Use Information
text: We use what we hold for these purposes and no others.

# 4.1
title: Provide and Operate the Services
text: To keep your account, to let people find, hire and write to each other, to run managed projects, and to connect the tools you ask for.

# 4.2
title: Payments, Payouts, Fees, and Accounting
text: To take and pay out money, to reckon fees, to settle refunds and disputes, and to keep the books.

# 4.3
title: Safety, Security, and Integrity
text: To protect people and the marketplace from fraud, abuse and intrusion, to check identities, and to hold everybody to the rules.

# 4.4
title: Customer Support and Communications
text: To answer you, and to tell you what you need to know about your account and the service.

# 4.5
title: Improve, Analyze, and Develop the Services
text: To understand how the service is used, to find mistakes and to develop it further. Where it can be done with counts alone, it is.

# 4.6
title: Marketing and Advertising
text: To send news to those who want it, and to learn which of our advertising works. Every mail has a link that ends it.

# 4.7
title: Legal Obligations and Compliance
text: To do what laws and authorities oblige us to do, and to defend rights.

# 4.8
title: Legal Bases for Processing
text: In the European Economic Area, the United Kingdom and where the law is alike:
  ~
  - Contract: sections 4.1, 4.2 and 4.4.
  - Legitimate interests: sections 4.3 and 4.5. You may object; we then stop unless our reasons weigh more, and tell you which.
  - Consent: section 4.6, and whatever needs it under section 8. You may withdraw it as easily as you gave it.
  - Legal obligation: section 4.7, and the books in section 4.2.

# 5
title: How We Disclose and Share Information
text: Nobody gets a copy of everything. This is who gets what.

# 5.1
title: Sharing Between Marketplace Users
text: A marketplace in which nobody could see anybody would not be one.

# 5.1 A
title: Employers/Clients may see information about Freelancers and Vendors
text: Your profile with the name you display, your photo, skills, samples, rates, availability and your place in general; the proposals and
  answers you send them; what you write to them and deliver; your reviews and your history here.

# 5.1 B
title: Freelancers and Vendors may see information about Employers/Clients
text: Job posts, the company's name, trade and place, messages, instructions and feedback, and whether the work is funded and paid.

# 5.1 C
title: Public or Semi-Public Information
text: A public profile can be read by anybody, and search engines may list it. Both have a switch in your settings.

# 5.2
title: Service Providers and Contractors
text: Companies that work for us and may use data for that alone: hosting, support tools, email delivery, security and identity
  verification, payment and payout, audits.

# 5.3
title: Integrations and Connected Tools
text: A tool you connect gets what you allow it to read. You can disconnect it at any time.

# 5.4
title: Professional Advisors
text: Lawyers, auditors, accountants and insurers, as far as their work for us takes it.

# 5.5
title: Legal, Safety, and Rights Protection
text: Authorities, where the law obliges us; others, where somebody's rights, property or safety would suffer otherwise.

# 5.6
title: Business Transfers
text: If the business or a part of it is sold or merged, data goes with it under the promises made here. We tell you before.

# 5.7
title: Advertising Partners
text: If you allow it, identifiers and facts about devices go to advertising partners so that they can tell which campaigns work. See
  sections 9 and 11 for how to stop it.

# 5.8
title: With Your Direction or Consent
text: Whoever you ask us to share something with.
)notes";

} // namespace ot::sandbox
