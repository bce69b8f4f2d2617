#pragma once

#include "core/templates/template_form.h"

namespace Tandem::TemplateFields {

inline constexpr qsizetype HeaderLimit = 60; ///< characters of the filled-in text
inline constexpr qsizetype BodyLimit = 1024;
inline constexpr qsizetype OfferBodyLimit = 600;
inline constexpr qsizetype CodeLimit = 15;
inline constexpr qsizetype PayloadLimit = 128;
inline constexpr qsizetype UrlLimit = 2000;

[[nodiscard]] bool isAuthentication(const MessageTemplate &definition);
/// Parameters with names instead of numbers, whether or not the list said so.
[[nodiscard]] bool isNamed(const MessageTemplate &definition, const TemplateParts &parts);
[[nodiscard]] qsizetype bodyLimit(const TemplateParts &parts);
/// The fields in the order in which the bubble shows them.
[[nodiscard]] QList<TemplateField> of(const MessageTemplate &definition, const TemplateParts &parts);
/// Why it can't be sent from here; empty when it can.
[[nodiscard]] QString obstacle(const MessageTemplate &definition, const TemplateParts &parts);

/// Where the header text's value stands: a named parameter that the body has too is filled in once.
[[nodiscard]] QString headerTextKey(const TemplateParts &parts);
[[nodiscard]] QString bodyKey(const QString &placeholder);
[[nodiscard]] QString buttonKey(qsizetype index);
inline constexpr QLatin1StringView HeaderKey("header");
inline constexpr QLatin1StringView LatitudeKey("header.latitude");
inline constexpr QLatin1StringView LongitudeKey("header.longitude");
inline constexpr QLatin1StringView PlaceNameKey("header.name");
inline constexpr QLatin1StringView PlaceAddressKey("header.address");
inline constexpr QLatin1StringView CodeKey("code");
inline constexpr QLatin1StringView OfferKey("offer.ends");

} // namespace Tandem::TemplateFields
