// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sandbox_process.h"
#include "tests/support/web_browser.h"

namespace ot::test {

// The sandbox's sample trainer in front of a web browser.
class SandboxPerson {
public:
    explicit SandboxPerson(const SandboxProcess& sandbox)
        : m_sandbox(sandbox)
    {
    }

    // Signs in at this address and answers the question; gives the last page, which is the program's own.
    WebPage goThrough(const QUrl& address, bool allows = true);
    // The same, but gives the address that the browser would go back to.
    QUrl answerFor(const QUrl& address, bool allows = true);

    [[nodiscard]] WebBrowser& browser() { return m_browser; }

private:
    [[nodiscard]] QString credential(const char* name) const;

    const SandboxProcess& m_sandbox;
    WebBrowser m_browser;
};

} // namespace ot::test
