// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/recovery_code.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace ot::storage {

namespace {

// Crockford's base 32: no I, L, O and U.
constexpr char kSymbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kRandomBytes = 19;
constexpr std::size_t kAllBytes = kRandomBytes + 1;
constexpr qsizetype kLetters = 32;
constexpr qsizetype kGroup = 4;
constexpr unsigned kBitsPerLetter = 5;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

using Bytes = std::array<unsigned char, kAllBytes>;

unsigned char checkOf(const Bytes& bytes)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash {};
    crypto_generichash(hash.data(), hash.size(), bytes.data(), kRandomBytes, nullptr, 0);
    return hash.front();
}

QString printed(const Bytes& bytes)
{
    QString code;
    unsigned buffer = 0;
    unsigned bits = 0;
    qsizetype letters = 0;
    for (const unsigned char byte : bytes) {
        buffer = (buffer << 8U) | byte;
        bits += 8;
        while (bits >= kBitsPerLetter) {
            bits -= kBitsPerLetter;
            if (letters > 0 && letters % kGroup == 0)
                code += u'-';
            code += QLatin1Char(kSymbols[(buffer >> bits) & 31U]);
            ++letters;
        }
    }
    return code;
}

// The letter's five bits, or nothing.
std::optional<unsigned> valueOf(QChar letter)
{
    const char upper = letter.toUpper().toLatin1();
    const char read = upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
    for (unsigned value = 0; value < 32; ++value) {
        if (read == kSymbols[value])
            return value;
    }
    return std::nullopt;
}

Error mistyped(const QString& sentence)
{
    return { ErrorCode::BadInput, sentence, QStringLiteral("recovery code") };
}

} // namespace

QString newRecoveryCode()
{
    Bytes bytes {};
    randombytes_buf(bytes.data(), kRandomBytes);
    bytes.back() = checkOf(bytes);
    QString code = printed(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return code;
}

Result<QString> readRecoveryCode(const QString& typed)
{
    Bytes bytes {};
    std::size_t filled = 0;
    unsigned buffer = 0;
    unsigned bits = 0;
    qsizetype letters = 0;
    for (const QChar letter : typed) {
        if (letter.isSpace() || letter == u'-' || letter.category() == QChar::Punctuation_Dash)
            continue;
        const std::optional<unsigned> value = valueOf(letter);
        if (!value)
            return mistyped(Text::tr("A recovery code has letters and digits only, and no U."));
        if (++letters > kLetters)
            break;
        buffer = (buffer << kBitsPerLetter) | *value;
        bits += kBitsPerLetter;
        if (bits >= 8) {
            bits -= 8;
            bytes.at(filled++) = static_cast<unsigned char>(buffer >> bits);
        }
    }
    if (letters != kLetters)
        return mistyped(Text::tr("A recovery code has 32 letters and digits, in eight groups of four."));
    if (bytes.back() != checkOf(bytes))
        return mistyped(Text::tr("There is a slip in this recovery code. Compare it with your copy."));
    return printed(bytes);
}

} // namespace ot::storage
