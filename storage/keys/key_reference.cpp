// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keys/key_reference.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace ot::storage {

namespace {

constexpr char kFileName[] = "keyref.json";
constexpr int kFormat = 1;
constexpr qint64 kLargestFile = 16 * 1024;

// Gives this file's sentences their context for translators.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}
QByteArray unhex(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

std::optional<PassphraseWrap> readWrap(const QJsonValue& wrap)
{
    if (!wrap.isObject())
        return std::nullopt;
    const QJsonObject sealed = wrap.toObject();
    return PassphraseWrap { unhex(sealed.value(QLatin1String("salt"))),
        static_cast<quint64>(qMax(qint64(0), sealed.value(QLatin1String("operations")).toInteger())),
        static_cast<quint64>(qMax(qint64(0), sealed.value(QLatin1String("memoryBytes")).toInteger())),
        unhex(sealed.value(QLatin1String("nonce"))), unhex(sealed.value(QLatin1String("sealedKey"))) };
}

QJsonObject written(const PassphraseWrap& wrap)
{
    return { { QStringLiteral("salt"), hex(wrap.salt) },
        { QStringLiteral("operations"), qint64(wrap.operations) },
        { QStringLiteral("memoryBytes"), qint64(wrap.memoryBytes) },
        { QStringLiteral("nonce"), hex(wrap.nonce) }, { QStringLiteral("sealedKey"), hex(wrap.sealedKey) } };
}

Error damaged(const QString& detail)
{
    return { ErrorCode::Decode,
        Text::tr("The file that says where the vault's key is kept is damaged. The vault was left as it is."),
        detail };
}

} // namespace

QString KeyReference::pathIn(const QString& directory)
{
    return directory + QLatin1Char('/') + QLatin1String(kFileName);
}

Result<KeyReference> KeyReference::load(const QString& directory)
{
    QFile file(pathIn(directory));
    if (!file.exists())
        return Error { ErrorCode::NotFound, Text::tr("There is no vault in this folder."),
            QStringLiteral("no key reference") };
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorCode::StoreIo, Text::tr("The disk does not let the vault be read or written."),
            file.errorString() };
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargestFile)).object();
    if (object.value(QLatin1String("format")).toInt() != kFormat)
        return damaged(QStringLiteral("format"));
    KeyReference reference;
    reference.keyId = object.value(QLatin1String("keyId")).toString();
    reference.inKeychain = object.value(QLatin1String("inKeychain")).toBool();
    reference.checkValue = unhex(object.value(QLatin1String("checkValue")));
    if (reference.keyId.isEmpty() || reference.checkValue.isEmpty())
        return damaged(QStringLiteral("members missing"));
    reference.passphrase = readWrap(object.value(QLatin1String("passphrase")));
    reference.recovery = readWrap(object.value(QLatin1String("recovery")));
    return reference;
}

Outcome KeyReference::save(const QString& directory) const
{
    QJsonObject object { { QStringLiteral("format"), kFormat }, { QStringLiteral("keyId"), keyId },
        { QStringLiteral("inKeychain"), inKeychain }, { QStringLiteral("checkValue"), hex(checkValue) } };
    if (passphrase)
        object.insert(QStringLiteral("passphrase"), written(*passphrase));
    if (recovery)
        object.insert(QStringLiteral("recovery"), written(*recovery));
    QSaveFile file(pathIn(directory));
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    if (isWritten)
        return success();
    return Error { ErrorCode::StoreReadOnly,
        Text::tr("The folder of the vault can't be written to, so nothing new can be kept."),
        file.errorString() };
}

} // namespace ot::storage
