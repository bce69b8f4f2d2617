#include "core/http/sockets.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <system_error>

#ifdef Q_OS_WIN
#    include <winsock2.h>
#    include <ws2tcpip.h>
#else
#    include <fcntl.h>
#    include <netdb.h>
#    include <netinet/in.h>
#    include <sys/socket.h>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem::Sockets {
namespace {

// The systems' own words for the same calls.
#ifdef Q_OS_WIN

using Native = SOCKET;
using Length = int;
constexpr int bothWays = SD_BOTH;
constexpr int outwards = SD_SEND;
constexpr int atOnce = 0; // libmicrohttpd's sockets never block, and their copies share that
constexpr int addressInUse = WSAEADDRINUSE;
constexpr int noSuchAddress = WSAEADDRNOTAVAIL;

int lastError() { return WSAGetLastError(); }
bool isForLater(int error) { return error == WSAEWOULDBLOCK || error == WSAEINTR; }
void closeNative(Native socket) { closesocket(socket); }

/// Winsock is counted: one start for this library, never taken back because sockets live until the program's end.
bool isReady()
{
    static const bool started = [] {
        WSADATA data;
        return WSAStartup(MAKEWORD(2, 2), &data) == 0;
    }();
    return started;
}

bool prepare(Native socket)
{
    // SO_REUSEADDR would let another program take the port over; this option keeps it ours.
    const BOOL on = TRUE;
    u_long never = 1;
    return setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&on), sizeof on) == 0
        && ioctlsocket(socket, FIONBIO, &never) == 0;
}

Native copyOf(Native socket)
{
    WSAPROTOCOL_INFOW info;
    if (WSADuplicateSocketW(socket, GetCurrentProcessId(), &info) != 0) return INVALID_SOCKET;
    return WSASocketW(FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, FROM_PROTOCOL_INFO, &info, 0, WSA_FLAG_OVERLAPPED);
}

#else

using Native = int;
using Length = size_t;
constexpr int bothWays = SHUT_RDWR;
constexpr int outwards = SHUT_WR;
#    ifdef MSG_NOSIGNAL
constexpr int atOnce = MSG_DONTWAIT | MSG_NOSIGNAL;
#    else
constexpr int atOnce = MSG_DONTWAIT; // the programs ignore SIGPIPE
#    endif
constexpr int addressInUse = EADDRINUSE;
constexpr int noSuchAddress = EADDRNOTAVAIL;

int lastError() { return errno; }
bool isForLater(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }
void closeNative(Native socket) { close(socket); }
bool isReady() { return true; }

bool prepare(Native socket)
{
    // Lets a restart take the port while old connections still linger; a second listener is still refused.
    const int on = 1;
    return setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0
        && fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 && fcntl(socket, F_SETFL, O_NONBLOCK) == 0;
}

Native copyOf(Native socket) { return fcntl(socket, F_DUPFD_CLOEXEC, 0); }

#endif

Native native(Socket socket) { return static_cast<Native>(socket); }

quint16 boundPort(Native socket)
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) != 0) return 0;
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<sockaddr_in6 *>(&address)->sin6_port);
    return ntohs(reinterpret_cast<sockaddr_in *>(&address)->sin_port);
}

Error listenError(int number)
{
    const auto detail = QString::fromLocal8Bit(std::system_category().message(number));
    if (number == addressInUse) {
        return Error::of(ErrorCode::AddressInUse,
            QCoreApplication::translate("HttpServer", "Another program already listens on this address and port."), detail);
    }
    return Error::of(ErrorCode::Network,
        QCoreApplication::translate("HttpServer", "Cannot listen on this address: %1").arg(detail), detail);
}

/// One address of the host; `why` is the system's error when there is no socket.
Socket bindOne(const addrinfo &info, int &why)
{
    const auto made = Socket(socket(info.ai_family, info.ai_socktype, info.ai_protocol));
    if (made == noSocket) {
        why = lastError();
        return noSocket;
    }
    const auto length = static_cast<socklen_t>(info.ai_addrlen);
    if (prepare(native(made)) && bind(native(made), info.ai_addr, length) == 0 && listen(native(made), SOMAXCONN) == 0) return made;
    why = lastError();
    closeNative(native(made));
    return noSocket;
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
    if (!isReady() || getaddrinfo(name.isEmpty() ? nullptr : name.constData(), service.constData(), &hints, &found) != 0) {
        return failure(listenError(noSuchAddress));
    }
    Socket bound = noSocket;
    int why = noSuchAddress;
    for (const addrinfo *info = found; info && bound == noSocket; info = info->ai_next) bound = bindOne(*info, why);
    freeaddrinfo(found);
    if (bound == noSocket) return failure(listenError(why));
    return Listening{bound, boundPort(native(bound))};
}

void sendNow(Socket socket, QByteArrayView bytes)
{
    [[maybe_unused]] const auto sent = send(native(socket), bytes.data(), Length(bytes.size()), atOnce);
}

void cut(Socket socket)
{
    shutdown(native(socket), bothWays);
}

void endSending(Socket socket)
{
    shutdown(native(socket), outwards);
}

Socket duplicate(Socket socket)
{
    return Socket(copyOf(native(socket)));
}

void closeSocket(Socket socket)
{
    closeNative(native(socket));
}

bool drain(Socket socket, qint64 &drained)
{
    std::array<char, 65536> scrap;
    for (int round = 0; round < 32; ++round) {
        const auto got = recv(native(socket), scrap.data(), Length(scrap.size()), atOnce);
        if (got > 0) {
            drained += got;
            continue;
        }
        return got < 0 && isForLater(lastError());
    }
    return true;
}

} // namespace Tandem::Sockets
