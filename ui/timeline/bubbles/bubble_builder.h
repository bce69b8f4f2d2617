#pragma once

#include "ui/timeline/bubbles/bubble_layout.h"

#include <QFontMetricsF>

namespace Tandem {

/// Stacks the parts of one bubble from top to bottom, then gives them their common width. Used by BubbleLayout::build.
class BubbleBuilder
{
public:
    BubbleBuilder(const Message &message, const BubbleInput &input, const BubbleStyle &style);
    [[nodiscard]] std::unique_ptr<BubbleLayout> build();

private:
    using Color = Theme::Color;
    struct Block
    {
        std::unique_ptr<QTextLayout> layout;
        qreal width = 0;
        qreal height = 0;
        qreal lastLine = 0; ///< natural width of the last line
        bool rightToLeft = false;
    };

    void addHeader();
    void addRevokedNote();
    void addQuote();
    void addContent();
    void addStays();
    void addPicture();
    void addCard();
    void addBody();
    void addEdits();
    void addFooter();
    void addMeta();
    void addReactions();
    void finish();

    [[nodiscard]] Block shape(const QString &text, const QFont &font, qreal width, int maxLines = 0,
        const QList<QTextLayout::FormatRange> &formats = {}) const;
    /// Adds shaped text at the current place; returns its index.
    int place(Block block, qreal x, Color color);
    void addNote(const QString &icon, const QString &text, Color color);
    qreal addButton(const QString &text, BubbleAction action, qreal x, bool framed);
    void gap(qreal size) { m_y += m_y > 0 ? size : 0; }
    void grow(qreal width) { m_content = std::max(m_content, std::ceil(width)); }
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const FormattedText &text) const;
    [[nodiscard]] Tick tick() const;
    [[nodiscard]] Color fill() const;
    [[nodiscard]] QString quoteAuthor() const;

    const Message &m_message;
    const BubbleInput &m_input;
    const BubbleStyle &m_style;
    BubbleContent m_what;
    std::unique_ptr<BubbleLayout> m_out;
    QFontMetricsF m_smallMetrics;
    qreal m_limit = 0; ///< widest content allowed
    qreal m_content = 0; ///< widest content so far
    qreal m_y = 0;
    qreal m_lastLine = -1; ///< end of the body's last line when the time may stand beside it
    std::vector<std::pair<int, qreal>> m_rightToLeft; ///< texts to move to the right edge, with the width they were shaped for
};

} // namespace Tandem
