// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading what a browser, or anything else on this computer, sends to the address a sign-in comes back to.
// Pure, so that it can be fuzzed; Qt Core value types only.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace ot::sync {

struct RedirectRequest {
    enum class Kind {
        Incomplete, // the head has not ended yet
        Malformed, // no HTTP, another host's name, a parameter twice, a broken escape
        WrongMethod, // anything but GET
        ElsewherePath, // a favicon, a guess
        Answer, // the authorization server's answer, whatever is in it
    };

    Kind kind = Kind::Incomplete;
    QMap<QString, QString> parameters; // of an Answer
};

inline constexpr qsizetype kLargestRedirectRequest = qsizetype(16) * 1024; // bytes of the head

// `authority` is the host and port that the redirect address names ("127.0.0.1:49152"): a request for another
// name came here by a trick of the name system. `path` is the only one that is answered.
[[nodiscard]] RedirectRequest readRedirectRequest(
    const QByteArray& received, const QByteArray& authority, const QByteArray& path);

} // namespace ot::sync
