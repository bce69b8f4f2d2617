#pragma once

#include "core/base/clock.h"
#include "core/domain/number.h"

#include <QList>

#include <array>
#include <map>
#include <optional>

namespace Tandem {

/// The six months of history that a number shares once, and how far they have come.
///
/// Source: Meta's *history* webhook page: 180 days before onboarding; phase 0 = day 0–1, 1 = day 1–90, 2 = day 90–180;
/// `chunk_order` orders the chunks of a phase from 1 and they may come in any order; `progress` 100 ends the whole sync;
/// phases without messages produce no chunk; 2593109 says that the owner declined. The sync has to be asked for within
/// 24 hours of onboarding (2593108 after) and only once (2593107).
class HistoryWindow
{
public:
    static constexpr Seconds Length{180 * 86400};
    static constexpr Seconds RequestWithin{24 * 3600};
    /// The sync "takes minutes" while the phone's app is open; after so long without a chunk a person should look at it.
    static constexpr Seconds StalledAfter{15 * 60};

    [[nodiscard]] static constexpr bool covers(UtcTime timestamp, UtcTime onboardedAt)
    {
        return timestamp >= onboardedAt - Length && timestamp <= onboardedAt;
    }
    /// 0, 1 or 2; nullopt outside the 180 days.
    [[nodiscard]] static std::optional<int> phaseOf(UtcTime timestamp, UtcTime onboardedAt);
    [[nodiscard]] static constexpr bool mayRequest(UtcTime onboardedAt, UtcTime now)
    {
        return now < onboardedAt + RequestWithin;
    }

    // What came, in any order and any number of times: the outcome depends only on the set.
    void requested(UtcTime at);
    void declined();
    /// A chunk with an impossible phase counts for the last phase, an impossible progress is cut to 0–100.
    void chunk(int phase, int chunkOrder, int progress, qint64 messages, UtcTime receivedAt);

    [[nodiscard]] HistoryProgress progress(UtcTime now) const;
    /// Chunk numbers of this phase that must exist because later ones came.
    [[nodiscard]] QList<int> missingChunks(int phase) const;

private:
    struct Phase
    {
        std::map<int, qint64> messagesOfChunk;
        int progress = 0;
    };
    [[nodiscard]] HistoryState state(UtcTime now, int percent) const;

    std::array<Phase, 3> m_phases;
    std::optional<UtcTime> m_requestedAt;
    std::optional<UtcTime> m_lastChunkAt;
    bool m_declined = false;
};

} // namespace Tandem
