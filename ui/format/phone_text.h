#pragma once

#include <QString>

/// Names and phone numbers as people read them. Pure; any thread.
namespace Tandem::Format {

/// "8613812345678" or "+8613812345678" → "+86 138 1234 5678". Digits that start with no known country code are
/// grouped in threes; text that holds no digits comes back unchanged.
[[nodiscard]] QString phone(const QString &digits);
/// An identity of ConversationRow: phones grouped, usernames and BSUIDs as they are.
[[nodiscard]] QString identity(const QString &identity);
/// One or two letters for an avatar: "Li Wei" → "LW", "李伟" → "李", "@noor" → "N", "+86…" → "" (draw a person).
[[nodiscard]] QString initials(const QString &name);
[[nodiscard]] QString count(qint64 n); ///< "1,204"
[[nodiscard]] QString shortCount(qint64 n); ///< "99+" from a hundred on, for badges

} // namespace Tandem::Format
