#pragma once

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tandem::Meta {

// Lenient readers: the wire gives numbers as strings, strings as numbers, and leaves out what it promised.

/// A string, or a number written out; empty for anything else.
[[nodiscard]] QString textOf(const QJsonValue &value);
[[nodiscard]] QString textAt(const QJsonObject &object, QLatin1StringView key);
/// An integer, or a string that holds one.
[[nodiscard]] std::optional<qint64> integerOf(const QJsonValue &value);
[[nodiscard]] int intAt(const QJsonObject &object, QLatin1StringView key, int otherwise = 0);
/// Seconds (or milliseconds) since 1970 as string or number; nullopt outside the years 1970–9999.
[[nodiscard]] std::optional<UtcTime> timeOf(const QJsonValue &value);
/// true, "true", 1 or "1"; nullopt when absent or something else.
[[nodiscard]] std::optional<bool> flagOf(const QJsonValue &value);
/// The array, or a lone object as an array of one.
[[nodiscard]] QJsonArray listAt(const QJsonObject &object, QLatin1StringView key);

/// The same value without NUL characters and with lone surrogates replaced by U+FFFD, so that every string can be
/// written as UTF-8 and stored by any database. Shares the input when there is nothing to do.
[[nodiscard]] QJsonValue cleaned(const QJsonValue &value);
[[nodiscard]] QString cleanedText(const QString &text);

/// The digits of a phone number however it is formatted; empty when the text is not a phone number.
[[nodiscard]] QString phoneDigits(QStringView text);
/// 64 lower-case hex characters from hex or (URL-safe) base64; empty when it is neither.
[[nodiscard]] QString sha256Hex(const QString &wire);

} // namespace Tandem::Meta
