#pragma once

#include "core/base/result.h"

#include <QString>

namespace Tandem {

/// What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 7677), computed here so that the clear text is in no statement
/// and in no server's log. Errors: Usage when the password is shorter than 8 characters.
[[nodiscard]] Result<QString> scramVerifier(const QString &login, const QString &password);

} // namespace Tandem
