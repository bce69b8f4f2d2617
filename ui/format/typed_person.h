#pragma once

#include "core/domain/contact.h"

#include <QString>

/// Whom somebody typed: a phone number in any usual form, a username or WhatsApp's own id of a person. Pure; any thread.
namespace Tandem::Format {

struct TypedPerson
{
    enum class Kind { Nothing, Phone, Username, Bsuid, Wrong };
    Kind kind = Kind::Nothing;
    Peer peer; ///< one identity, normalised
    QString problem; ///< of Wrong, in words
    QString shown; ///< how the person reads it back
};

/// "+86 138-1234-5678", "0086 138…", "(86) 138…" → digits; "@Mei.Design", "mei.design" → username, lower case;
/// "us.1349…" → "US.1349…". E.164 has 7 to 15 digits and never begins with 0.
[[nodiscard]] TypedPerson typedPerson(const QString &typed);

} // namespace Tandem::Format
