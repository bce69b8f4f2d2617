#pragma once

#include "core/domain/template.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace Tandem {

/// A template's components, found by their names whatever their case.
struct TemplateParts
{
    QJsonObject header;
    QJsonObject body;
    QJsonObject footer;
    QJsonObject offer; ///< limited_time_offer
    QJsonArray buttons;
    QStringList others; ///< types of components that are none of these, upper case

    [[nodiscard]] static TemplateParts of(const QJsonArray &components);

    [[nodiscard]] QString headerFormat() const; ///< "" | TEXT | IMAGE | VIDEO | DOCUMENT | LOCATION | …
    [[nodiscard]] QString headerText() const;
    [[nodiscard]] QString bodyText() const;
    [[nodiscard]] QString footerText() const;
    [[nodiscard]] bool offerEnds() const;
    [[nodiscard]] QString offerText() const;
    [[nodiscard]] static QString buttonType(const QJsonObject &button); ///< QUICK_REPLY | URL | …
    friend bool operator==(const TemplateParts &, const TemplateParts &) = default;
};

namespace Placeholders {

/// The names between double braces, each once: positional ones by number, named ones as they come.
[[nodiscard]] QStringList in(const QString &text);
/// The text with every placeholder replaced; `valueOf` gives what stands for a name, empty leaves the placeholder.
[[nodiscard]] QString filled(const QString &text, const std::function<QString(const QString &)> &valueOf);
/// The characters around the placeholders.
[[nodiscard]] qsizetype fixedLength(const QString &text);
/// The value that `name` had when the template was approved; `key` is header_text or body_text.
[[nodiscard]] QString example(const QJsonObject &component, const QString &key, const QString &name, qsizetype index);

} // namespace Placeholders
} // namespace Tandem
