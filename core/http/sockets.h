#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace Tandem::Sockets {

// The few socket calls that libmicrohttpd leaves to us; the only file of this room that knows the system's sockets.

using Socket = qintptr; ///< holds a POSIX descriptor as well as a Winsock handle
constexpr Socket noSocket = -1;

struct Listening
{
    Socket socket = noSocket;
    quint16 port = 0;
};

/// Binds and listens, never sharing the port with another program. Errors: AddressInUse, Network (no such address).
[[nodiscard]] Result<Listening> listenOn(const QString &host, quint16 port);
/// Sends what fits without waiting; for the few bytes of a refusal.
void sendNow(Socket socket, QByteArrayView bytes);
/// Ends both directions, so that the thread polling the socket sees its end; the descriptor stays valid.
void cut(Socket socket);
/// Ends our direction only: the peer reads our answer and then the end.
void endSending(Socket socket);
/// A second handle of the same connection, noSocket when there is none.
[[nodiscard]] Socket duplicate(Socket socket);
void closeSocket(Socket socket);
/// Throws away what has arrived; false once the peer has closed. Adds the bytes to `drained`.
[[nodiscard]] bool drain(Socket socket, qint64 &drained);

} // namespace Tandem::Sockets
