#pragma once

#include "core/base/clock.h"

namespace Tandem {

/// Lets a transfer's progress through at most ten times a second, its end always.
class ProgressGate
{
public:
    static constexpr Millis Interval{100};

    [[nodiscard]] bool passes(MonoTime now, qint64 moved, qint64 total)
    {
        const bool first = m_last == MonoTime{};
        const bool ended = total > 0 && moved >= total && m_moved < total;
        if (!first && !ended && now - m_last < Interval) return false;
        if (!first && moved == m_moved) return false;
        m_last = now;
        m_moved = moved;
        return true;
    }

private:
    MonoTime m_last{};
    qint64 m_moved = 0;
};

} // namespace Tandem
