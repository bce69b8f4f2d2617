#pragma once

#include "core/domain/message.h"
#include "ui/format/message_content.h"
#include "ui/format/whatsapp_text.h"
#include "ui/timeline/bubbles/bubble_style.h"

#include <QRectF>
#include <QSize>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <vector>

namespace Tandem {

/// What a click on a part of a bubble asks for.
enum class BubbleAction { None, OpenLink, SelectText, GoToQuote, ToggleEdits, ReadMore, SendAgain, Discard, FetchMedia, ShowMedia };
enum class Tick { None, Clock, One, Two, Read, Doubt, Failed };

/// What, beside the message, decides how a bubble is laid out.
struct BubbleInput
{
    int width = 0; ///< of the viewport
    bool editsShown = false;
    bool textExpanded = false;
    bool stale = false; ///< queued for so long that a person must confirm it
    QSize pictureSize; ///< natural size of the picture, when known before the first layout; else 4:3 is kept free
    QString customerName; ///< for quotes
};

struct BubbleHit
{
    BubbleAction action = BubbleAction::None;
    int cursor = -1; ///< position in the body's text, −1 outside
    QUrl url;
    QRectF rect; ///< of the part, in row coordinates
};

/// One message laid out for one width and style. Coordinates are relative to the row's top left, parts' positions to
/// the bubble's `origin`. Immutable once built; costs text shaping, so it is cached per (message, width, style).
class BubbleLayout
{
public:
    struct TextPart
    {
        std::unique_ptr<QTextLayout> layout;
        QPointF pos;
        Theme::Color color = Theme::Color::Text;
    };
    struct IconPart
    {
        QRectF rect;
        QString name;
        Theme::Color color = Theme::Color::Muted;
    };
    struct BoxPart
    {
        QRectF rect;
        qreal radius = 0;
        Theme::Color fill = Theme::Color::Text;
        qreal alpha = 1;
        bool dashed = false; ///< an outline instead of a fill
        bool stretch = false; ///< as wide as the bubble's content
    };
    struct ButtonPart
    {
        QRectF rect;
        BubbleAction action = BubbleAction::None;
        bool framed = false;
        bool stretch = false; ///< no text of its own: an area to press
    };
    struct PicturePart
    {
        QRectF rect;
        bool sticker = false;
    };
    struct Meta
    {
        QPointF pos; ///< baseline's left end
        QString text;
        QPointF tickPos;
        Tick tick = Tick::None;
        QRectF rect;
        bool onPicture = false;
    };

    [[nodiscard]] static std::unique_ptr<BubbleLayout> build(const Message &message, const BubbleInput &input, const BubbleStyle &style);
    /// Without shaping text: for rows far from the viewport.
    [[nodiscard]] static int estimateHeight(const Message &message, int width, const BubbleStyle &style);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] const QRectF &bubble() const { return m_bubble; }
    [[nodiscard]] QPointF origin() const { return m_origin; }
    [[nodiscard]] BubbleHit hit(QPointF point) const;
    /// Nearest position in the body's text, for dragging a selection; −1 without text.
    [[nodiscard]] int cursorAt(QPointF point) const;
    [[nodiscard]] const FormattedText &body() const { return m_formatted; }
    [[nodiscard]] bool selectable() const { return m_body >= 0; }

    // For the painter.
    [[nodiscard]] const std::vector<TextPart> &texts() const { return m_texts; }
    [[nodiscard]] const std::vector<IconPart> &icons() const { return m_icons; }
    [[nodiscard]] const std::vector<BoxPart> &boxes() const { return m_boxes; }
    [[nodiscard]] const std::vector<ButtonPart> &buttons() const { return m_buttons; }
    [[nodiscard]] const std::vector<TextPart> &chips() const { return m_chips; }
    [[nodiscard]] const std::optional<PicturePart> &picture() const { return m_picture; }
    [[nodiscard]] const Meta &meta() const { return m_meta; }
    [[nodiscard]] int bodyIndex() const { return m_body; }
    [[nodiscard]] Theme::Color fill() const { return m_fill; }
    [[nodiscard]] bool hasFrame() const { return m_frame; } ///< false: only its parts are drawn (stickers)
    [[nodiscard]] bool isDashed() const { return m_dashed; }

private:
    friend class BubbleStack;
    BubbleLayout() = default;

    std::vector<TextPart> m_texts;
    std::vector<IconPart> m_icons;
    std::vector<BoxPart> m_boxes;
    std::vector<ButtonPart> m_buttons;
    std::vector<TextPart> m_chips; ///< reactions; `pos` is the chip's top left in row coordinates
    std::optional<PicturePart> m_picture;
    Meta m_meta;
    FormattedText m_formatted;
    QRectF m_bubble;
    QPointF m_origin;
    int m_height = 0;
    int m_body = -1; ///< index in m_texts
    Theme::Color m_fill = Theme::Color::BubbleCustomer;
    bool m_frame = true;
    bool m_dashed = false;
};

} // namespace Tandem
