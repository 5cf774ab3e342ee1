// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/options.h"

#include "sandbox/clock.h"

#include <QHash>

#include <cmath>
#include <functional>

namespace ot::sandbox {

namespace {

using Setter = std::function<bool(Options&, const QString&)>;

bool setSpeed(Options& options, const QString& value)
{
    bool isNumber = false;
    options.speed = value.toDouble(&isNumber);
    return isNumber && std::isfinite(options.speed) && options.speed >= 0 && options.speed <= 10'000;
}

bool setPort(Options& options, const QString& value)
{
    bool isNumber = false;
    options.port = value.toUShort(&isNumber);
    return isNumber;
}

bool setSeed(Options& options, const QString& value)
{
    bool isNumber = false;
    options.seed = value.toULongLong(&isNumber);
    return isNumber;
}

bool setNow(Options& options, const QString& value)
{
    options.now = parseIsoTime(value);
    return options.now.has_value();
}

bool setScale(Options& options, const QString& value)
{
    const std::optional<Scale> scale = parseScale(value);
    options.scale = scale.value_or(Scale {});
    return scale.has_value();
}

bool setCapabilities(Options& options, const QString& value)
{
    options.publicOnly = value == QLatin1String("public");
    return options.publicOnly || value == QLatin1String("full");
}

bool setData(Options& options, const QString& value)
{
    options.dataDirectory = value;
    return !value.isEmpty();
}

} // namespace

OptionsResult parseOptions(const QStringList& arguments)
{
    static const QHash<QString, Setter> kWithValue {
        { QStringLiteral("--data"), setData },
        { QStringLiteral("--port"), setPort },
        { QStringLiteral("--seed"), setSeed },
        { QStringLiteral("--speed"), setSpeed },
        { QStringLiteral("--now"), setNow },
        { QStringLiteral("--scale"), setScale },
        { QStringLiteral("--capabilities"), setCapabilities },
    };
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments.at(i).section(QLatin1Char('='), 0, 0);
        if (name == QLatin1String("--control")) {
            options.control = true;
        } else if (name == QLatin1String("--reset")) {
            options.reset = true;
        } else if (const auto setter = kWithValue.constFind(name); setter != kWithValue.constEnd()) {
            const bool joined = arguments.at(i).contains(QLatin1Char('='));
            if (!joined && i + 1 >= arguments.size())
                return { std::nullopt, QStringLiteral("%1 needs a value.").arg(name) };
            const QString value = joined ? arguments.at(i).section(QLatin1Char('='), 1) : arguments.at(++i);
            if (!(*setter)(options, value))
                return { std::nullopt, QStringLiteral("\"%1\" is no value for %2.").arg(value, name) };
        } else {
            return { std::nullopt, QStringLiteral("There is no option %1.").arg(arguments.at(i)) };
        }
    }
    if (options.dataDirectory.isEmpty())
        return { std::nullopt,
            QStringLiteral("--data is needed: the directory to keep the marketplace in.") };
    return { options, {} };
}

QString usageText()
{
    return QStringLiteral(
        "Usage: opentrain-sandbox --data DIR [options]\n"
        "A local marketplace server, for trying the client out and for tests.\n\n"
        "  --data DIR     where the marketplace and its tokens are kept\n"
        "  --port N       the port on 127.0.0.1 (0, the default: any free one)\n"
        "  --seed N       which marketplace a new directory gets (default 1)\n"
        "  --speed X      how fast employers act (default 1; 0: not by themselves)\n"
        "  --now TIME     the time it is, ISO 8601 (default: now)\n"
        "  --scale jobs=N,messages=N\n"
        "                 how many jobs and messages there are to be, for measuring\n"
        "  --capabilities full|public\n"
        "                 what the server offers: everything (the default), or only the published API\n"
        "  --reset        start over with a new marketplace\n"
        "  --control      offer POST /control, with which tests make things happen and go wrong\n");
}

} // namespace ot::sandbox
