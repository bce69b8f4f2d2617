#pragma once

#include "core/base/clock.h"
#include "core/domain/media.h"

#include <optional>

namespace Tandem {

/// Which media of the imported history can still come, to the second.
///
/// Source: Meta's *history* webhook page (asset ids follow only for media sent within 14 days of onboarding). *Older*
/// means timestamp < onboarded_at − 1,209,600 s; equality is inside.
class MediaSyncPolicy
{
public:
    static constexpr Seconds Window{1'209'600}; ///< 14 days

    /// The oldest moment whose media can still come.
    [[nodiscard]] static constexpr UtcTime cutoff(UtcTime onboardedAt) { return onboardedAt - Window; }
    [[nodiscard]] static constexpr bool isOver14Days(UtcTime timestamp, UtcTime onboardedAt)
    {
        return timestamp < cutoff(onboardedAt);
    }
    /// What a placeholder of the history stands for: Over14Days when it stays on the phone for ever, else Placeholder.
    /// While the onboarding moment is unknown nothing is called too old.
    [[nodiscard]] static constexpr MediaState stateOfPlaceholder(UtcTime timestamp, std::optional<UtcTime> onboardedAt)
    {
        return onboardedAt && isOver14Days(timestamp, *onboardedAt) ? MediaState::Over14Days : MediaState::Placeholder;
    }
};

} // namespace Tandem
