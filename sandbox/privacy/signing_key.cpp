// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/signing_key.h"

#include "sandbox/api/answers.h"
#include "sandbox/json.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <sodium.h>

namespace ot::sandbox {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kKeyIdCharacters = 16;

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

const unsigned char* bytesOf(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

QString writeKey(const QString& path, const QByteArray& seed, const QString& now)
{
    QSaveFile file(path);
    const QByteArray content = jsonBytes({ { QStringLiteral("createdAt"), now },
                                   { QStringLiteral("seed"), QString::fromLatin1(seed.toBase64(kBase64)) } })
        + '\n';
    // The mode is set before a byte of the key is in the file.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return QStringLiteral("%1 could not be written: %2").arg(path, file.errorString());
    return {};
}

} // namespace

QString SigningKey::load(const QString& directory, const QString& now)
{
    if (sodium_init() < 0)
        return QStringLiteral("libsodium could not be initialised.");
    const QString path = directory + QStringLiteral("/export-key.json");
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonObject key = jsonObject(file.readAll());
        const QByteArray seed
            = QByteArray::fromBase64(key.value(QLatin1String("seed")).toString().toLatin1(), kBase64);
        if (seed.size() != crypto_sign_SEEDBYTES)
            return QStringLiteral("%1 holds no key.").arg(path);
        m_createdAt = key.value(QLatin1String("createdAt")).toString();
        derive(seed);
        return {};
    }
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    randombytes_buf(seed.data(), static_cast<size_t>(seed.size()));
    m_createdAt = now;
    derive(seed);
    return writeKey(path, seed, now);
}

void SigningKey::derive(const QByteArray& seed)
{
    m_publicKey.resize(crypto_sign_PUBLICKEYBYTES);
    m_secretKey.resize(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(bytesOf(m_publicKey), bytesOf(m_secretKey), bytesOf(seed));
    const QByteArray hash = QCryptographicHash::hash(m_publicKey, QCryptographicHash::Sha256).toHex();
    m_keyId = QString::fromLatin1(hash.left(kKeyIdCharacters));
}

QByteArray SigningKey::sign(const QByteArray& message) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(message),
        static_cast<unsigned long long>(message.size()), bytesOf(m_secretKey));
    return signature.toBase64(kBase64);
}

HttpResponse SigningKey::keysAnswer() const
{
    const QJsonObject key {
        { QStringLiteral("keyId"), m_keyId },
        { QStringLiteral("algorithm"), QStringLiteral("Ed25519") },
        { QStringLiteral("publicKey"), QString::fromLatin1(m_publicKey.toBase64(kBase64)) },
        { QStringLiteral("createdAt"), m_createdAt },
    };
    return jsonAnswer({ { QStringLiteral("keys"), QJsonArray { key } } });
}

} // namespace ot::sandbox
