#pragma once

#include "core/base/result.h"
#include "core/providers/meta/interactive_content.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Tandem {

/// A message with something to press, while it is written. Pure.
struct InteractiveDraft
{
    enum class Kind { Buttons, List, Link, AskLocation };
    struct Row
    {
        QString title;
        QString description;
        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Section
    {
        QString title;
        QList<Row> rows;
        friend bool operator==(const Section &, const Section &) = default;
    };

    static constexpr int MostButtons = Meta::InteractiveLimits::Buttons;
    static constexpr int MostRows = Meta::InteractiveLimits::Rows; ///< in all sections together
    static constexpr int ButtonTitle = Meta::InteractiveLimits::Label;
    static constexpr int RowTitle = Meta::InteractiveLimits::RowTitle;
    static constexpr int RowDescription = Meta::InteractiveLimits::RowText;
    static constexpr int HeaderText = Meta::InteractiveLimits::Header;
    static constexpr int FooterText = Meta::InteractiveLimits::Footer;

    Kind kind = Kind::Buttons;
    QString header; ///< optional; of buttons, lists and links
    QString body;
    QString footer; ///< optional; the same
    QStringList buttons; ///< reply buttons
    QString label; ///< of the button that opens the list or the link
    QList<Section> sections;
    QString url;

    /// A queued one, to be changed: what request() made. nullopt: of a kind that is not written here.
    [[nodiscard]] static std::optional<InteractiveDraft> of(const QJsonObject &content);
    /// What is missing or too much, translated; empty when it may go.
    [[nodiscard]] QString problem() const;
    /// The `interactive` object of the request. Errors: Usage, while something is wrong.
    [[nodiscard]] Result<QJsonObject> request() const;
    /// The same of an unfinished draft, for its preview.
    [[nodiscard]] QJsonObject sketch() const;
    friend bool operator==(const InteractiveDraft &, const InteractiveDraft &) = default;
};

} // namespace Tandem
