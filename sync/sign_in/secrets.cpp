// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sign_in/secrets.h"

#include <QCryptographicHash>

#include <array>

#include <sodium.h>

namespace ot::sync {

namespace {

constexpr auto kForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray randomSecret()
{
    if (sodium_init() < 0)
        qFatal("libsodium has no random source");
    std::array<char, 32> bytes {};
    randombytes_buf(bytes.data(), bytes.size());
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64(kForm);
}

QByteArray challengeOf(const QByteArray& verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kForm);
}

bool isSameSecret(const QByteArray& left, const QByteArray& right)
{
    return left.size() == right.size()
        && sodium_memcmp(left.constData(), right.constData(), std::size_t(left.size())) == 0;
}

} // namespace ot::sync
