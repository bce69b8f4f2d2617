#pragma once

#include "ui/timeline/bubbles/bubble_layout.h"

#include <QFontMetricsF>

namespace Tandem {

/// The bubble while it is built: its parts stack themselves on it from top to bottom, then it gets its common width.
/// Lengths are logical pixels from the bubble's content corner.
class BubbleStack
{
public:
    using Color = Theme::Color;
    /// Shaped text that has no place yet.
    struct Block
    {
        std::unique_ptr<QTextLayout> layout;
        qreal width = 0;
        qreal height = 0;
        qreal lastLine = 0; ///< natural width of the last line
        bool rightToLeft = false;
    };

    static constexpr int ShortText = 1500; ///< longer texts are folded until asked for
    static constexpr int PictureInset = BubbleStyle::PadX - Theme::Grid; ///< pictures reach closer to the edge than text

    BubbleStack(const Message &message, const BubbleInput &input, const BubbleStyle &style);

    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] const Message &last() const { return m_input.album.empty() ? m_message : *m_input.album.back(); } ///< whose time is shown
    /// A deleted message shows what it said only when asked.
    [[nodiscard]] bool isHidden() const { return m_message.revoked && !m_input.editsShown; }
    [[nodiscard]] const BubbleInput &input() const { return m_input; }
    [[nodiscard]] const BubbleStyle &style() const { return m_style; }
    [[nodiscard]] const BubbleContent &content() const { return m_content; }
    [[nodiscard]] const BubbleLayout &layout() const { return *m_out; }
    [[nodiscard]] qreal limit() const { return m_limit; } ///< widest content allowed
    [[nodiscard]] qreal width() const { return m_width; } ///< widest content so far
    [[nodiscard]] qreal y() const { return m_y; } ///< where the next part begins
    [[nodiscard]] qreal smallHeight() const { return m_smallMetrics.height(); }
    [[nodiscard]] qreal smallWidth(const QString &text) const { return m_smallMetrics.horizontalAdvance(text); }
    [[nodiscard]] qreal buttonHeight() const; ///< of addButton's

    void moveTo(qreal y) { m_y = y; }
    void skip(qreal size) { m_y += size; }
    void gap(qreal size) { m_y += m_y > 0 ? size : 0; } ///< none at the top
    void grow(qreal width) { m_width = std::max(m_width, std::ceil(width)); }

    [[nodiscard]] Block shape(const QString &text, const QFont &font, qreal width, int maxLines = 0,
        const QList<QTextLayout::FormatRange> &formats = {}) const;
    /// Adds shaped text at the current place and goes below it; returns its index.
    int place(Block block, qreal x, Color color);
    /// A small line with an icon before it.
    void addNote(const QString &icon, const QString &text, Color color, std::optional<Color> iconColor = std::nullopt);
    /// Words to press at the current place, which does not move; returns their width.
    qreal addButton(const QString &text, BubbleAction action, qreal x, bool framed, int index = 0);
    void addIcon(const QRectF &rect, const QString &name, Color color) { m_out->m_icons.push_back({rect, name, color}); }
    void addBox(const BubbleLayout::BoxPart &box) { m_out->m_boxes.push_back(box); }
    void addArea(const QRectF &rect, BubbleAction action, bool stretch = false) { m_out->m_buttons.push_back({rect, action, false, stretch, 0, 0, {}}); }
    void addChip(BubbleLayout::ChipPart chip) { m_out->m_chips.push_back(std::move(chip)); }
    void addButtonArea(const BubbleLayout::ButtonPart &button) { m_out->m_buttons.push_back(button); }
    void addPicture(const BubbleLayout::PicturePart &picture) { m_out->m_pictures.push_back(picture); }
    void addAvatar(const BubbleLayout::AvatarPart &avatar) { m_out->m_avatars.push_back(avatar); }
    void setSound(const BubbleLayout::SoundPart &sound) { m_out->m_sound = sound; }
    void setPlace(const BubbleLayout::PlacePart &place) { m_out->m_place = place; }
    void setFile(const BubbleLayout::FilePart &file) { m_out->m_file = file; }
    void centreText(int index) { m_centred.push_back(index); } ///< in the bubble's width, once that is known
    void alignEnd(int index) { m_atEnd.push_back(index); } ///< its right edge at the content's
    void centreIcon(int text) { m_beside.emplace_back(int(m_out->m_icons.size()) - 1, text); } ///< the newest icon, before that text
    void setBody(int index, FormattedText text);
    void setMeta(const BubbleLayout::Meta &meta) { m_out->m_meta = meta; }
    void setDashed() { m_out->m_dashed = true; }
    void setFrame(bool frame) { m_out->m_frame = frame; }

    /// Where the last line of text ends when the time may stand beside it.
    [[nodiscard]] std::optional<qreal> openLine() const { return m_openLine; }
    void setOpenLine(std::optional<qreal> end) { m_openLine = end; }

    void finish(); ///< after all parts but the reactions: widths, frame, height
    void addBelow(int height) { m_out->m_height += height; } ///< after finish(): hangs below the frame
    [[nodiscard]] std::unique_ptr<BubbleLayout> take() { return std::move(m_out); }

private:
    [[nodiscard]] Color fill() const;
    void alignTexts();
    void placeMeta();

    const Message &m_message;
    const BubbleInput &m_input;
    const BubbleStyle &m_style;
    BubbleContent m_content;
    std::unique_ptr<BubbleLayout> m_out;
    QFontMetricsF m_smallMetrics;
    qreal m_limit = 0;
    qreal m_width = 0;
    qreal m_y = 0;
    std::optional<qreal> m_openLine;
    std::vector<int> m_centred;
    std::vector<int> m_atEnd;
    std::vector<std::pair<int, int>> m_beside;
    std::vector<std::pair<int, qreal>> m_rightToLeft; ///< texts to move to the right edge, with the width they were shaped for
};

} // namespace Tandem
