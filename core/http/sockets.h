#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>

namespace Tandem::Sockets {

// The few socket calls that libmicrohttpd leaves to us; the only file of this room that knows the system's sockets.

struct Listening
{
    int socket = -1;
    quint16 port = 0;
};

/// Binds and listens, never sharing the port with another program. Errors: AddressInUse, Network (no such address).
[[nodiscard]] Result<Listening> listenOn(const QString &host, quint16 port);
/// Sends what fits without waiting; for the few bytes of a refusal.
void sendNow(int socket, QByteArrayView bytes);
/// Ends both directions, so that the thread polling the socket sees its end; the descriptor stays valid.
void cut(int socket);
/// Ends our direction only: the peer reads our answer and then the end.
void endSending(int socket);
/// A second descriptor of the same connection, −1 when there is none.
[[nodiscard]] int duplicate(int socket);
void closeSocket(int socket);
/// Throws away what has arrived; false once the peer has closed. Adds the bytes to `drained`.
[[nodiscard]] bool drain(int socket, qint64 &drained);

} // namespace Tandem::Sockets
