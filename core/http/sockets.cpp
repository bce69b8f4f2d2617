#include "core/http/sockets.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tandem::Sockets {
namespace {

quint16 boundPort(int socket)
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) != 0) return 0;
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<sockaddr_in6 *>(&address)->sin6_port);
    return ntohs(reinterpret_cast<sockaddr_in *>(&address)->sin_port);
}

Error listenError(int number)
{
    const auto detail = QString::fromLocal8Bit(std::strerror(number));
    if (number == EADDRINUSE) {
        return Error::of(ErrorCode::AddressInUse,
            QCoreApplication::translate("HttpServer", "Another program already listens on this address and port."), detail);
    }
    return Error::of(ErrorCode::Network,
        QCoreApplication::translate("HttpServer", "Cannot listen on this address: %1").arg(detail), detail);
}

/// One address of the host; the descriptor, or minus the errno.
int bindOne(const addrinfo &info)
{
    const int fd = socket(info.ai_family, info.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, info.ai_protocol);
    if (fd < 0) return -errno;
    const int on = 1;
    // Lets a restart take the port while old connections still linger; Linux still refuses a second listener.
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, info.ai_addr, info.ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0) return fd;
    const int why = errno;
    close(fd);
    return -why;
}

} // namespace

Result<Listening> listenOn(const QString &host, quint16 port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const auto name = host.toUtf8();
    const auto service = QByteArray::number(port);
    if (getaddrinfo(name.isEmpty() ? nullptr : name.constData(), service.constData(), &hints, &found) != 0) {
        return failure(listenError(EADDRNOTAVAIL));
    }
    int result = -EADDRNOTAVAIL;
    for (const addrinfo *info = found; info && result < 0; info = info->ai_next) result = bindOne(*info);
    freeaddrinfo(found);
    if (result < 0) return failure(listenError(-result));
    return Listening{result, boundPort(result)};
}

void sendNow(int socket, QByteArrayView bytes)
{
    [[maybe_unused]] const auto sent = send(socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void cut(int socket)
{
    shutdown(socket, SHUT_RDWR);
}

void endSending(int socket)
{
    shutdown(socket, SHUT_WR);
}

int duplicate(int socket)
{
    return fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

void closeSocket(int socket)
{
    close(socket);
}

bool drain(int socket, qint64 &drained)
{
    std::array<char, 65536> scrap;
    for (int round = 0; round < 32; ++round) {
        const auto got = recv(socket, scrap.data(), scrap.size(), MSG_DONTWAIT);
        if (got > 0) {
            drained += got;
            continue;
        }
        return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    }
    return true;
}

} // namespace Tandem::Sockets
