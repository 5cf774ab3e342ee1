// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile_lock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ot::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

constexpr int kRaiseMilliseconds = 1000;
constexpr char kRaise[] = "raise";

// The socket's name says nothing about the profile's place, and is short enough for the system.
QString socketName(const QString& profileDirectory)
{
    const QByteArray hash = QCryptographicHash::hash(
        QDir(profileDirectory).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    const QString name = QStringLiteral("opentrain-") + QString::fromLatin1(hash.toHex().left(16));
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? name : runtime + QLatin1Char('/') + name;
}

void askToRaise(const QString& profileDirectory)
{
    QLocalSocket socket;
    socket.connectToServer(socketName(profileDirectory));
    if (!socket.waitForConnected(kRaiseMilliseconds))
        return;
    socket.write(kRaise);
    socket.waitForBytesWritten(kRaiseMilliseconds);
}

} // namespace

ProfileLock::ProfileLock(int descriptor)
    : m_descriptor(descriptor)
    , m_server(this)
{
}

ProfileLock::~ProfileLock()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<ProfileLock>> ProfileLock::acquire(const QString& profileDirectory)
{
    if (!QDir().mkpath(profileDirectory)
        || ::chmod(QFile::encodeName(profileDirectory).constData(), S_IRWXU) != 0) {
        return Error { ErrorCode::StoreReadOnly,
            Text::tr(
                "The folder %1 can't be written to, so nothing could be kept. Choose another with --profile.")
                .arg(profileDirectory),
            QStringLiteral("profile: errno %1").arg(errno) };
    }
    const QString path = profileDirectory + QStringLiteral("/lock");
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        return Error { errno == EROFS || errno == EACCES ? ErrorCode::StoreReadOnly : ErrorCode::StoreIo,
            Text::tr(
                "The folder %1 can't be written to, so nothing could be kept. Choose another with --profile.")
                .arg(profileDirectory),
            QStringLiteral("lock: errno %1").arg(errno) };
    }
    std::unique_ptr<ProfileLock> lock(new ProfileLock(descriptor)); // the constructor is private
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        askToRaise(profileDirectory);
        return Error { ErrorCode::StoreBusy,
            Text::tr("OpenTrain Desktop is running already with this profile; its window was asked to come "
                     "forward."),
            QStringLiteral("flock: errno %1").arg(errno) };
    }
    lock->listen(profileDirectory);
    return lock;
}

void ProfileLock::listen(const QString& profileDirectory)
{
    const QString name = socketName(profileDirectory);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(name); // left by a process that was killed; the lock says that it is gone
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->read(sizeof kRaise) == QByteArray(kRaise))
                    Q_EMIT raiseRequested();
                socket->disconnectFromServer();
            });
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    // Without the socket the program works; a second start then only says that the first is running.
    m_server.listen(name);
}

} // namespace ot::app
