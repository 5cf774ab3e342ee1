// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the jobs say. Hand-written jobs are cards of these keys; those in (brackets) may be left out:
//
//     by       the employer          domain   one of jobDomainNotes()     pay      see below
//     work     what the job is       does     one thing to do, repeated   asks     one requirement, repeated
//     (in)     countries             (for)    languages                   (level)  experience
//     (tool)   labelling software    (paid)   how it is paid              (key)    its name for proposals and
//     contracts (age)    minutes since posting (status) other than OPEN             (lang)   whose headings:
//     en es ja ar zh hi de pt
//
// pay: "hour USD 38", "hours EUR 18 26" (a range), "fixed USD 1200", "label USD 0.06".
#pragma once

namespace ot::sandbox {

extern const char* const kNewestJobNotes; // the newest, in this order, each with its age
extern const char* const kNewJobNotes; // the next newest, in this order
extern const char* const kOlderJobNotes; // spread over the weeks before
extern const char* const kWorldJobNotes; // in other languages than English, spread as well
extern const char* const
    kEarlierJobNotes; // what the contracts and closed proposals are about, each with its age

/// Domains: category, data, label types, tools, skills, levels of experience, and sentences for jobs derived
/// from templates.
extern const char* const kJobDomainNotes;
/// Templates: one job for each "of" of a card, with %1 in its texts replaced by it.
extern const char* const kJobTemplateNotes;
extern const char* const kMoreJobTemplateNotes;

} // namespace ot::sandbox
