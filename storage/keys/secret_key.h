// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/result.h"

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <span>

namespace ot::storage {

// A 256-bit key in memory that is locked, kept out of core dumps and wiped when the object goes (libsodium).
// Move-only, so that no copy is made by accident. Any thread, one at a time.
class SecretKey {
public:
    static constexpr std::size_t kBytes = 32;

    // A fresh key from the operating system's random source.
    static SecretKey generate();
    // Takes a key over from bytes read from the keychain; the source is not wiped. Errors: BadInput for any
    // other length.
    static Result<SecretKey> fromBytes(std::span<const unsigned char> bytes);

    SecretKey(SecretKey&&) noexcept = default;
    SecretKey& operator=(SecretKey&&) noexcept = default;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey() = default;

    [[nodiscard]] std::span<const unsigned char> bytes() const;
    [[nodiscard]] SecretKey clone() const;

    // The first eight bytes of a keyed hash, kept beside the wrapped key. It tells a wrong key from a damaged
    // store, which SQLCipher itself answers alike, and gives nothing away about the key.
    [[nodiscard]] QByteArray checkValue() const;

private:
    struct Wiped {
        void operator()(unsigned char* bytes) const;
    };
    explicit SecretKey(std::unique_ptr<unsigned char[], Wiped> bytes);
    static std::unique_ptr<unsigned char[], Wiped> allocate();

    std::unique_ptr<unsigned char[], Wiped> m_bytes;
};

} // namespace ot::storage
