// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <cstdio>

#include <sys/stat.h>

namespace ot::app {

namespace {

constexpr std::size_t kFileBytes = std::size_t(2) * 1024 * 1024;
constexpr std::size_t kFiles = 5;
constexpr qsizetype kLongestLine = 2000;

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        return spdlog::level::critical;
    }
    return spdlog::level::info;
}

void handleMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString category = QLatin1String(context.category ? context.category : "default");
    const std::string line = redacted(category + QStringLiteral(": ") + message).toStdString();
    spdlog::log(levelOf(type), "{}", line);
    if (type == QtFatalMsg) {
        // The last words also go where a terminal or the journal shows them.
        std::fprintf(stderr, "%s\n", line.c_str());
    }
}

} // namespace

QString redacted(const QString& line)
{
    static const QRegularExpression kToken(
        QStringLiteral(R"(\bot_[a-z]{3}_[A-Za-z0-9_\-]+|\bwhsec_\w+|(?i:bearer)\s+\S+)"));
    static const QRegularExpression kAddress(QStringLiteral(R"([^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+)"));
    static const QRegularExpression kHome(QStringLiteral(R"((/home|/Users|/root)(/[^\s"']*)?)"));
    static const QRegularExpression kHexKey(QStringLiteral(R"(\b[0-9A-Fa-f]{32,}\b)"));
    QString safe = line.left(kLongestLine);
    safe.replace(kToken, QStringLiteral("[token]"));
    safe.replace(kAddress, QStringLiteral("[address]"));
    safe.replace(kHome, QStringLiteral("[path]"));
    safe.replace(kHexKey, QStringLiteral("[hex]"));
    for (QChar& character : safe) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = QLatin1Char(' ');
    }
    return safe;
}

void startLog(const QString& profileDirectory)
{
    const QString directory = profileDirectory + QStringLiteral("/log");
    if (!QDir().mkpath(directory))
        return; // without a folder the program says what is wrong itself, on its own way
    ::chmod(QFile::encodeName(directory).constData(), S_IRWXU);
    const mode_t before = ::umask(S_IRWXG | S_IRWXO);
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(directory + QStringLiteral("/opentrain-desktop.log")).toStdString(), kFileBytes,
            kFiles);
        auto logger = std::make_shared<spdlog::logger>("opentrain", std::move(sink));
        logger->set_level(spdlog::level::info);
        logger->flush_on(spdlog::level::info);
        // A full disk must not take the program with it, nor fill the terminal.
        logger->set_error_handler([](const std::string&) {});
        spdlog::set_default_logger(std::move(logger));
    } catch (const spdlog::spdlog_ex&) {
        spdlog::set_level(spdlog::level::off);
    }
    ::umask(before);
    qInstallMessageHandler(handleMessage);
}

} // namespace ot::app
