#pragma once

#include "core/base/result.h"
#include "core/store/sql/session.h"

#include <QByteArray>

namespace Tandem {

/// What a SQLSTATE means to us. `message` goes to the log only for kinds of errors whose words hold no row's values.
[[nodiscard]] Error postgresError(const QByteArray &state, const QByteArray &message);
[[nodiscard]] Trouble postgresTrouble(const QByteArray &state);
/// The connection could not be made. `state` may be empty; `tls`: it failed while encryption was being agreed on.
[[nodiscard]] Error postgresConnectError(const QByteArray &state, bool tls);
[[nodiscard]] Error postgresLost();
/// The server itself refuses name, password or role; not: it could not prove who it is.
[[nodiscard]] bool refusesLogin(const Error &error);

} // namespace Tandem
