// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace ot {

// What went wrong, told apart by what the user or the caller can do about it.
enum class ErrorCode {
    Internal, // a defect of ours
    Cancelled, // the caller gave up; nothing is shown
    BadInput, // the value can't be accepted; says which and why
    Decode, // what a server or a file said does not have the described shape
    NotFound,
    // The store
    StoreWrongKey,
    StoreCorrupt,
    StoreNewer, // written by a newer version of the program
    StoreNotEncrypted,
    StoreFull,
    StoreReadOnly,
    StoreBusy, // another process holds it
    StoreForeign, // its folder or a file in it is another user's, or a link
    StoreNetwork, // it lies on another machine's disk
    StoreIo,
    StoreClosed,
    // Key custody
    KeychainMissing, // no service answers
    KeychainLocked,
    KeychainDenied,
    KeyMissing, // the service answers and does not have our key
    KeyForeign, // a key is there and it is not this vault's
    PassphraseNeeded,
    PassphraseWrong,
    // The network and the server
    Offline,
    Timeout,
    Tls,
    NotTheServer, // an answer that no server of ours gives: a captive portal, HTML, a cut-off body
    Unauthorized,
    Forbidden,
    Conflict,
    CursorExpired,
    RateLimited,
    ServerFault,
    Rejected,
};

// An error as a value. `message` is a sentence for the user, already translated. `detail` is for the log:
// codes, places and sizes, never personal data, tokens or keys.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;

    friend bool operator==(const Error&, const Error&) = default;
};

// Stands for "done" where there is no value to hand back.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

// Either a value or the error that kept it from being made. Reading the wrong one is a defect, and asserted.
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result() = default; // for containers and futures; holds a default value
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point of the type
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor): as above, `return error;`
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const&
    {
        Q_ASSERT(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T& value() &
    {
        Q_ASSERT(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        Q_ASSERT(ok());
        return std::move(std::get<0>(m_state));
    }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }

    [[nodiscard]] const Error& error() const
    {
        Q_ASSERT(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

using Outcome = Result<Done>;

inline Outcome success()
{
    return Done {};
}

} // namespace ot
