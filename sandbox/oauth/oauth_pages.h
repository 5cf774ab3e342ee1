// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages a person sees in the browser while signing in. Plain HTML without scripts, so that they work in
// any browser and with any assistive technology.
#pragma once

#include "sandbox/http/http_message.h"

namespace ot::sandbox {

struct SignInPage {
    QString request; // the sign-in's id, carried in a hidden field
    QString clientName;
    QString email; // as it was typed before
    QString problem; // shown as an alert; empty the first time
};

struct ConsentPage {
    QString request;
    QString clientName;
    QString accountName;
    QString email;
    QStringList scopes;
    QString redirectOrigin; // where the form's answer may lead to
};

[[nodiscard]] HttpResponse signInPage(const SignInPage& page);
[[nodiscard]] HttpResponse consentPage(const ConsentPage& page);
/// An end of the road: what went wrong and what to do.
[[nodiscard]] HttpResponse problemPage(int status, const QString& title, const QString& text);

/// What a scope lets a client do, in a sentence for people.
[[nodiscard]] QString scopeSentence(const QString& scope);

} // namespace ot::sandbox
