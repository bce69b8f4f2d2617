#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <optional>

namespace Tandem {

/// Whether the owner's phone has been quiet for so long that the platform may end the coexistence.
///
/// Source: Meta's *account_update* page (PARTNER_REMOVED with PRIMARY_INACTIVITY after about 14 days); vendors ask to open
/// the app every 13 days, so the warning comes then. We see messages sent on the phone, not that it was opened, so
/// "overdue" is a reason to look, not a verdict.
class ActivityWatch
{
public:
    enum class Level { Unknown, Fine, Warning, Overdue };
    static constexpr Seconds WarnAfter{13 * 86400};
    static constexpr Seconds LostAfter{14 * 86400};

    /// The newest sign of life: an echo, or linking itself (which needs the phone).
    [[nodiscard]] static constexpr std::optional<UtcTime> lastSign(std::optional<UtcTime> echo, std::optional<UtcTime> onboardedAt)
    {
        if (!echo) return onboardedAt;
        return onboardedAt ? std::max(*echo, *onboardedAt) : *echo;
    }
    [[nodiscard]] static constexpr Level level(std::optional<UtcTime> lastSign, UtcTime now)
    {
        if (!lastSign) return Level::Unknown;
        if (now - *lastSign >= LostAfter) return Level::Overdue;
        return now - *lastSign >= WarnAfter ? Level::Warning : Level::Fine;
    }
    /// When the level changes next by the mere passing of time; nullopt when it will not.
    [[nodiscard]] static constexpr std::optional<UtcTime> nextChange(std::optional<UtcTime> lastSign, UtcTime now)
    {
        switch (level(lastSign, now)) {
        case Level::Fine: return *lastSign + WarnAfter;
        case Level::Warning: return *lastSign + LostAfter;
        case Level::Unknown:
        case Level::Overdue: break;
        }
        return std::nullopt;
    }
};

} // namespace Tandem
