#pragma once

#include <QString>

namespace Tandem {

/// What kind of thing went wrong; callers branch on this, never on texts.
enum class ErrorCode {
    Usage,            ///< the caller's input is wrong; nothing was done
    NotFound,         ///< the named thing does not exist
    Refused,          ///< a rule forbids it now (window closed, number not linked); nothing was queued
    Database,         ///< the database refused or failed
    DatabaseBusy,     ///< another process holds it; trying again helps
    DatabaseCorrupt,  ///< the file is damaged
    DatabaseReadOnly, ///< the file or folder cannot be written
    DatabaseNewer,    ///< made by a newer version of Tandem
    DatabaseOlder,    ///< of an older version, and this program may not update it
    DatabaseFull,     ///< no room left
    Network,          ///< never reached the server: a definite non-send
    Timeout,          ///< sent, no answer: the outcome is unknown
    Ambiguous,        ///< answered, but the answer does not tell whether it was done (5xx, cut reply)
    Platform,         ///< the platform refused; `Error::platformCode` tells why
    Auth,             ///< token or permission; a person has to act
    Protocol,         ///< the other side spoke what we do not understand
    Secret,           ///< keychain or credentials file
    AddressInUse,     ///< the port is taken
    Io,               ///< file system
    Cancelled,
    Internal,
};

/// An error as a value. `text` is for the user and already translated; `detail` is for logs and never holds
/// message text, phone numbers, tokens or secrets.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString text;
    QString detail;
    bool retryable = false;
    int platformCode = 0; ///< Graph `error.code`, 0 when there is none

    [[nodiscard]] static Error of(ErrorCode code, QString text, QString detail = {});
    [[nodiscard]] static Error retry(ErrorCode code, QString text, QString detail = {});
    friend bool operator==(const Error &, const Error &) = default;
};

/// Stable word for logs and command lines ("database_busy").
[[nodiscard]] QString word(ErrorCode code);

} // namespace Tandem
