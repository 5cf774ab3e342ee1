// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sandbox_process.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <csignal>

#include <sys/prctl.h>

namespace ot::test {

namespace {

constexpr int kStartMilliseconds = 30'000;
constexpr int kStopMilliseconds = 10'000;

} // namespace

SandboxProcess::SandboxProcess(const QStringList& arguments)
    : m_arguments(arguments)
{
    start();
}

SandboxProcess::~SandboxProcess()
{
    stop();
}

void SandboxProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // A test that is killed takes its sandbox with it.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    QStringList arguments { QStringLiteral("--data"), m_data.path(), QStringLiteral("--control"),
        QStringLiteral("--port"), QString::number(m_url.isEmpty() ? 0 : m_url.port()) };
    m_process->start(QStringLiteral(OPENTRAIN_SANDBOX_BINARY), arguments + m_arguments);
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead(kStartMilliseconds))
            qFatal("the sandbox did not start: %s", qPrintable(m_process->errorString()));
    }
    m_url = QUrl(
        QJsonDocument::fromJson(m_process->readLine()).object().value(QLatin1String("url")).toString());
    if (!m_url.isValid() || m_url.isEmpty())
        qFatal("the sandbox did not say where it is");
}

void SandboxProcess::stop()
{
    if (!m_process)
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(kStopMilliseconds))
        m_process->kill();
    m_process.reset();
}

void SandboxProcess::kill()
{
    m_process->kill();
    m_process->waitForFinished(kStopMilliseconds);
    m_process.reset();
}

void SandboxProcess::restart()
{
    stop();
    start();
}

QString SandboxProcess::tokenFile(const QString& account) const
{
    return m_data.path() + QLatin1Char('/') + account + QStringLiteral(".token");
}

QString SandboxProcess::token(const QString& account) const
{
    QFile file(tokenFile(account));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sandbox left no token");
    return QString::fromUtf8(file.readAll().trimmed());
}

QByteArray SandboxProcess::control(const QByteArray& json) const
{
    return request("POST", QStringLiteral("/control"), {}, json, nullptr);
}

QByteArray SandboxProcess::request(const QByteArray& verb, const QString& pathAndQuery,
    const QByteArray& token, const QByteArray& body, int* status) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_url.toString() + pathAndQuery));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, verb, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (status != nullptr)
        *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

} // namespace ot::test
