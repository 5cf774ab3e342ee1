// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/passphrase_wrap.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace ot::storage {

namespace {

constexpr quint64 kOperations = 3;
constexpr quint64 kMemoryBytes = quint64(256) * 1024 * 1024;
constexpr quint64 kSmallMemoryBytes = quint64(64) * 1024 * 1024; // where 256 MiB can't be had
// A doctored file must not be able to exhaust the machine.
constexpr quint64 kMostOperations = 10;
constexpr quint64 kMostMemoryBytes = quint64(1024) * 1024 * 1024;

const unsigned char* data(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}
unsigned char* data(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

// What is authenticated beside the key: the vault's own name and the parameters.
QByteArray associated(const PassphraseWrap& wrap, const QByteArray& context)
{
    return context + '|' + wrap.salt.toHex() + '|' + QByteArray::number(wrap.operations) + '|'
        + QByteArray::number(wrap.memoryBytes);
}

// A key of the passphrase, wiped when it goes.
class DerivedKey {
public:
    DerivedKey() = default;
    ~DerivedKey() { sodium_memzero(m_bytes.data(), m_bytes.size()); }
    DerivedKey(const DerivedKey&) = delete;
    DerivedKey& operator=(const DerivedKey&) = delete;

    bool derive(const QString& passphrase, const PassphraseWrap& wrap)
    {
        QByteArray utf8 = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
        const int failed = crypto_pwhash(m_bytes.data(), m_bytes.size(), utf8.constData(),
            static_cast<unsigned long long>(utf8.size()), data(wrap.salt), wrap.operations, wrap.memoryBytes,
            crypto_pwhash_ALG_ARGON2ID13);
        sodium_memzero(utf8.data(), static_cast<std::size_t>(utf8.size()));
        return failed == 0;
    }
    [[nodiscard]] const unsigned char* bytes() const { return m_bytes.data(); }

private:
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> m_bytes {};
};

} // namespace

Result<PassphraseWrap> wrapKey(const SecretKey& key, const QString& passphrase, const QByteArray& context)
{
    PassphraseWrap wrap;
    wrap.salt.resize(crypto_pwhash_SALTBYTES);
    randombytes_buf(data(wrap.salt), crypto_pwhash_SALTBYTES);
    wrap.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(data(wrap.nonce), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    wrap.operations = kOperations;
    wrap.memoryBytes = kMemoryBytes;
    DerivedKey derived;
    if (!derived.derive(passphrase, wrap)) {
        wrap.memoryBytes = kSmallMemoryBytes;
        if (!derived.derive(passphrase, wrap)) {
            return Error { ErrorCode::Internal,
                QCoreApplication::translate(
                    "Vault", "There is not enough memory to protect the key with a passphrase."),
                QStringLiteral("argon2id") };
        }
    }
    wrap.sealedKey.resize(SecretKey::kBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    const QByteArray bound = associated(wrap, context);
    crypto_aead_xchacha20poly1305_ietf_encrypt(data(wrap.sealedKey), nullptr, key.bytes().data(),
        SecretKey::kBytes, data(bound), static_cast<unsigned long long>(bound.size()), nullptr,
        data(wrap.nonce), derived.bytes());
    return wrap;
}

Result<SecretKey> unwrapKey(const PassphraseWrap& wrap, const QString& passphrase, const QByteArray& context)
{
    const bool sane = wrap.salt.size() == crypto_pwhash_SALTBYTES
        && wrap.nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        && wrap.sealedKey.size() == qsizetype(SecretKey::kBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES)
        && wrap.operations >= 1 && wrap.operations <= kMostOperations
        && wrap.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN && wrap.memoryBytes <= kMostMemoryBytes;
    if (!sane) {
        return Error { ErrorCode::Decode,
            QCoreApplication::translate("Vault",
                "The file that says where the vault's key is kept is damaged. The vault was left as it is."),
            QStringLiteral("wrap parameters") };
    }
    DerivedKey derived;
    if (!derived.derive(passphrase, wrap)) {
        return Error { ErrorCode::Internal,
            QCoreApplication::translate("Vault", "There is not enough memory to check the passphrase."),
            QStringLiteral("argon2id") };
    }
    std::array<unsigned char, SecretKey::kBytes> opened {};
    const QByteArray bound = associated(wrap, context);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(opened.data(), nullptr, nullptr,
        data(wrap.sealedKey), static_cast<unsigned long long>(wrap.sealedKey.size()), data(bound),
        static_cast<unsigned long long>(bound.size()), data(wrap.nonce), derived.bytes());
    if (failed != 0) {
        return Error { ErrorCode::PassphraseWrong,
            QCoreApplication::translate("Vault", "This is not the passphrase."),
            QStringLiteral("authentication failed") };
    }
    Result<SecretKey> key = SecretKey::fromBytes(opened);
    sodium_memzero(opened.data(), opened.size());
    return key;
}

bool isOutdated(const PassphraseWrap& wrap)
{
    // Where memory is short, less of it was taken on purpose.
    return wrap.operations < kOperations || wrap.memoryBytes < kSmallMemoryBytes;
}

} // namespace ot::storage
