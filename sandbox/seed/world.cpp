// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/world.h"

namespace ot::sandbox {

void AccountWriter::add(const char* type, const QJsonObject& object)
{
    const QString id = object.value(QLatin1String("id")).toString();
    account.records.push_back({ QString::fromUtf8(type), id, object });
}

qint64 AccountWriter::time(const QString& text) const
{
    if (text == QLatin1String("now"))
        return now;
    if (text.startsWith(QLatin1String("in ")))
        return now + durationOf(text.mid(3));
    return now - durationOf(text);
}

QJsonValue AccountWriter::isoOrNull(const QString& text) const
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(isoTime(time(text)));
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

qint64 durationOf(const QString& text)
{
    QString number = text;
    qint64 unit = kMinute;
    if (text.endsWith(QLatin1Char('d')))
        unit = kDay;
    else if (text.endsWith(QLatin1Char('h')))
        unit = kHour;
    else if (text.endsWith(QLatin1Char('s')))
        unit = kSecond;
    if (!text.isEmpty() && text.back().isLetter())
        number.chop(1);
    bool good = false;
    const double count = number.toDouble(&good);
    if (!good)
        qFatal("seed: not a length of time: %s", qUtf8Printable(text));
    return qRound64(count * static_cast<double>(unit));
}

QString userIdOf(const QString& displayName)
{
    QString id = QStringLiteral("u_");
    const QString first = displayName.section(QLatin1Char(' '), 0, 0);
    const QString plain = first.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar character : plain) {
        if (character >= QLatin1Char('a') && character <= QLatin1Char('z'))
            id += character;
    }
    return id;
}

} // namespace ot::sandbox
