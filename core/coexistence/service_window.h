#pragma once

#include "core/base/clock.h"
#include "core/domain/message.h"

#include <algorithm>
#include <optional>

namespace Tandem {

/// The 24 hours in which free-form replies may be sent through the API.
///
/// Source: Meta's *customer service window* (opened and refreshed by a customer's message, 131047 outside) and its
/// coexistence page: messages of the history and messages sent on the phone never open, extend or affect it.
/// Counted from the message's own timestamp, because webhooks may be days late.
class ServiceWindow
{
public:
    static constexpr Seconds Length{24 * 3600};

    [[nodiscard]] static constexpr bool opens(MessageSource source, Direction direction)
    {
        return source == MessageSource::Live && direction == Direction::In;
    }

    /// Any order: the newest opening message counts.
    constexpr void note(MessageSource source, Direction direction, UtcTime timestamp)
    {
        if (opens(source, direction)) m_opened = std::max(m_opened.value_or(timestamp), timestamp);
    }
    [[nodiscard]] constexpr std::optional<UtcTime> expiresAt() const
    {
        return m_opened ? std::optional(*m_opened + Length) : std::nullopt;
    }
    [[nodiscard]] constexpr bool isOpen(UtcTime now) const { return m_opened && now < *m_opened + Length; }
    /// Zero once closed.
    [[nodiscard]] constexpr Millis remaining(UtcTime now) const
    {
        return isOpen(now) ? *m_opened + Length - now : Millis{0};
    }

private:
    std::optional<UtcTime> m_opened;
};

} // namespace Tandem
