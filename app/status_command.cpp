// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_command.h"

#include "app/account_list.h"
#include "storage/when_done.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace ot::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)
};

} // namespace

StatusCommand::StatusCommand(const CommandLine& line, QObject* parent)
    : QObject(parent)
    , m_line(line)
{
}

void StatusCommand::start()
{
    const AccountList accounts(m_line.profile);
    const Result<QString> id
        = m_line.account.isEmpty() ? Result<QString>(accounts.lastUsed()) : accounts.find(m_line.account);
    if (!id) {
        end(id.error());
        return;
    }
    if (!id->isEmpty())
        m_directory = accounts.directoryOf(*id);
    if (m_directory.isEmpty()) {
        end(Error { ErrorCode::NotFound, Text::tr("There is no account in this profile."), {} });
        return;
    }
    m_custody = std::make_unique<storage::KeyCustody>(m_directory);
    whenDone(m_custody->unlock(), this, [this](const Result<storage::SharedKey>& key) { takeKey(key); });
}

void StatusCommand::takeKey(const Result<storage::SharedKey>& key)
{
    if (!key) {
        QFile file(m_line.passphraseFile);
        if (!m_triedPassphrase && !m_line.passphraseFile.isEmpty() && file.open(QIODevice::ReadOnly)) {
            m_triedPassphrase = true;
            whenDone(m_custody->unlockWithPassphrase(QString::fromUtf8(file.readAll()).trimmed()), this,
                [this](const Result<storage::SharedKey>& again) { takeKey(again); });
            return;
        }
        end(key.error());
        return;
    }
    m_vault = std::make_unique<storage::Vault>();
    whenDone(m_vault->open(m_directory, (*key)->clone(), false), this, [this](const Outcome& opened) {
        if (!opened) {
            end(opened.error());
            return;
        }
        whenDone(
            loadStatusReport(*m_vault), this, [this](const Result<StatusReport>& report) { end(report); });
    });
}

void StatusCommand::end(const Result<StatusReport>& report)
{
    if (report)
        std::fputs(QJsonDocument(report->toJson()).toJson().constData(), stdout);
    else
        std::fputs(QStringLiteral("opentrain-desktop: %1\n").arg(report.error().message).toUtf8().constData(),
            stderr);
    const int status = report ? 0 : 1;
    QMetaObject::invokeMethod(
        qApp, [status] { QCoreApplication::exit(status); }, Qt::QueuedConnection);
}

} // namespace ot::app
