#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Tandem {

/// When a conversation is to come back, as a person types it in English or Chinese: "tomorrow 9", "next tue 3pm",
/// "in 2 hours", "nov 30 14:00", "明天下午3点", "下周二 15:00", "两小时后", "周五上午". A day without a time is at nine; "next"
/// and 下 mean the week that begins on the coming Monday; a bare hour from 1 to 6 is in the afternoon. Hours and minutes
/// count real time, days the calendar; a time that the clocks jump over is an hour later. nullopt: not understood, or over.
[[nodiscard]] std::optional<QDateTime> parseSnoozeTime(const QString &typed, const QDateTime &localNow);

} // namespace Tandem
