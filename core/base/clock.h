#pragma once

#include <QString>

#include <chrono>

namespace Tandem {

using Millis = std::chrono::milliseconds;
using Micros = std::chrono::microseconds;
using Seconds = std::chrono::seconds;
/// Wall clock, UTC. What the database and the wire speak; may step.
using UtcTime = std::chrono::time_point<std::chrono::system_clock, Millis>;
/// Monotonic clock, for pacing and time-outs; never steps.
using MonoTime = std::chrono::time_point<std::chrono::steady_clock, Micros>;

[[nodiscard]] constexpr UtcTime fromEpochMillis(qint64 ms) { return UtcTime{Millis{ms}}; }
[[nodiscard]] constexpr UtcTime fromEpochSeconds(qint64 s) { return UtcTime{Millis{s * 1000}}; }
[[nodiscard]] constexpr qint64 toEpochMillis(UtcTime t) { return t.time_since_epoch().count(); }
[[nodiscard]] constexpr qint64 toEpochSeconds(UtcTime t)
{
    return std::chrono::floor<Seconds>(t.time_since_epoch()).count();
}
/// "2026-11-23T14:05:09Z"; milliseconds are written only when they are not zero.
[[nodiscard]] QString toIso(UtcTime t);
/// Reads ISO-8601 with zone; false in *ok when it is not one.
[[nodiscard]] UtcTime fromIso(const QString &text, bool *ok = nullptr);

/// The time, injected so that rules can be tested without waiting.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime now() const = 0;
    [[nodiscard]] virtual MonoTime monotonic() const = 0;
    /// Monotonic too, with an origin of its own, and it goes on while the computer sleeps: for what others count meanwhile.
    [[nodiscard]] virtual MonoTime throughSleep() const { return monotonic(); }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override;
    [[nodiscard]] MonoTime monotonic() const override;
    [[nodiscard]] MonoTime throughSleep() const override;
};

} // namespace Tandem
