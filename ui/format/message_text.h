#pragma once

#include "core/domain/conversation.h"
#include "core/domain/message.h"
#include "core/domain/number.h"

#include <QString>

/// Previews and numbers in words. Pure; any thread. Remote text stays plain text.
namespace Tandem::Format {

/// How a row of the list shows the newest message: an optional icon, a lead word in its own colour and the text.
struct Preview
{
    enum class Mark { None, Draft, Failed, Unknown, Queued, Accepted, Sent, Delivered, Read, Phone };
    Mark mark = Mark::None;
    QString lead; ///< "Draft:", "You:", "Phone:"; may be empty
    QString text; ///< one line
    QString icon; ///< type icon before the text, empty for plain text
};
[[nodiscard]] Preview preview(const ConversationRow &row);
/// The same as one line for screen readers and notifications.
[[nodiscard]] QString previewLine(const ConversationRow &row);

[[nodiscard]] QString numberName(const Number &number); ///< verified name, else the pretty phone
[[nodiscard]] QString numberState(NumberState state); ///< "Connected", "Disconnected on the phone"
[[nodiscard]] QString phaseName(int phase); ///< history phase 0, 1, 2: "Today and yesterday", "Days 2–90", "Days 91–180"

} // namespace Tandem::Format
