// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/secret_key.h"

#include <QCoreApplication>

#include <sodium.h>

#include <cstring>
#include <new>

namespace ot::storage {

namespace {

constexpr std::size_t kCheckBytes = 8;

// sodium_init is idempotent and safe to call from several threads; it fails only where no random source can
// be read.
void requireSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised: no random source");
}

} // namespace

void SecretKey::Wiped::operator()(unsigned char* bytes) const
{
    sodium_free(bytes);
}

SecretKey::SecretKey(std::unique_ptr<unsigned char[], Wiped> bytes)
    : m_bytes(std::move(bytes))
{
}

std::unique_ptr<unsigned char[], SecretKey::Wiped> SecretKey::allocate()
{
    requireSodium();
    // Guarded and locked pages, left out of core dumps.
    auto* bytes = static_cast<unsigned char*>(sodium_malloc(kBytes));
    if (bytes == nullptr)
        throw std::bad_alloc();
    return std::unique_ptr<unsigned char[], Wiped>(bytes);
}

SecretKey SecretKey::generate()
{
    auto bytes = allocate();
    randombytes_buf(bytes.get(), kBytes);
    return SecretKey(std::move(bytes));
}

Result<SecretKey> SecretKey::fromBytes(std::span<const unsigned char> source)
{
    if (source.size() != kBytes) {
        return Error { ErrorCode::BadInput,
            QCoreApplication::translate("Vault", "The key that was found is not a key of this program."),
            QStringLiteral("key of %1 bytes").arg(source.size()) };
    }
    auto bytes = allocate();
    std::memcpy(bytes.get(), source.data(), kBytes);
    return SecretKey(std::move(bytes));
}

std::span<const unsigned char> SecretKey::bytes() const
{
    return { m_bytes.get(), kBytes };
}

SecretKey SecretKey::clone() const
{
    auto copy = allocate();
    std::memcpy(copy.get(), m_bytes.get(), kBytes);
    return SecretKey(std::move(copy));
}

QByteArray SecretKey::checkValue() const
{
    static constexpr char kContext[] = "opentrain vault key check";
    unsigned char hash[crypto_generichash_BYTES_MIN] = {};
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(kContext),
        sizeof kContext - 1, m_bytes.get(), kBytes);
    return QByteArray(reinterpret_cast<const char*>(hash), static_cast<qsizetype>(kCheckBytes));
}

} // namespace ot::storage
