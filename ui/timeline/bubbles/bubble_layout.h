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
enum class BubbleAction {
    None, OpenLink, SelectText, GoToQuote, ToggleEdits, ReadMore, SendAgain, Discard, FetchMedia, ShowMedia,
    PlayMedia, SeekMedia, CycleSpeed, OpenFile, SaveFile, OpenPlace, SaveContact, StartChat, NextStep, SendNow, React,
};
enum class Tick { None, Clock, One, Two, Read, Doubt, Failed };

/// What, beside the message, decides how a bubble is laid out.
struct BubbleInput
{
    int width = 0; ///< of the viewport
    bool editsShown = false; ///< earlier texts, what a deleted message said, an unknown type's content
    bool textExpanded = false;
    bool stale = false; ///< queued for so long that a person must confirm it
    QSize pictureSize; ///< natural size of the picture, when known before the first layout; else 4:3 is kept free
    QString customerName; ///< for quotes
    std::vector<const Message *> album; ///< this message and those drawn with it as one grid; empty: alone
    UtcTime now; ///< for "try again from …"
};

struct BubbleHit
{
    BubbleAction action = BubbleAction::None;
    int cursor = -1; ///< position in the body's text, −1 outside
    QUrl url;
    QRectF rect; ///< of the part, in row coordinates
    int index = 0; ///< which contact
    int member = 0; ///< which message of an album
    qreal fraction = 0; ///< where in a recording
    QString emoji; ///< of a reaction
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
        int index = 0;
        int member = 0;
        QUrl url;
    };
    struct PicturePart
    {
        QRectF rect;
        bool sticker = false;
        bool video = false;
        bool cell = false; ///< of an album: filled whatever is cut off
        int member = 0;
    };
    struct SoundPart
    {
        QRectF play;
        QRectF wave;
        QRectF time;
        QRectF speed;
    };
    struct PlacePart
    {
        QRectF rect;
        double latitude = 0;
        double longitude = 0;
    };
    struct FilePart
    {
        QRectF rect;
        QString suffix; ///< "PDF"; empty: the icon alone
        bool dangerous = false;
    };
    struct AvatarPart
    {
        QRectF rect;
        QString initials;
        qint64 seed = 0;
    };
    struct ChipPart ///< a reaction; in row coordinates
    {
        QRectF rect;
        std::unique_ptr<QTextLayout> text;
        QString emoji;
        bool own = false;
        int member = 0;
    };
    struct Meta
    {
        QPointF pos; ///< baseline's left end
        QString text;
        QPointF tickPos;
        Tick tick = Tick::None;
        QRectF rect;
        bool onPicture = false;
        bool starred = false;
    };

    [[nodiscard]] static std::unique_ptr<BubbleLayout> build(const Message &message, const BubbleInput &input, const BubbleStyle &style);
    /// Without shaping text: for rows far from the viewport.
    [[nodiscard]] static int estimateHeight(const Message &message, int width, const BubbleStyle &style, QSize picture = {});

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
    [[nodiscard]] const std::vector<ChipPart> &chips() const { return m_chips; }
    [[nodiscard]] const std::vector<PicturePart> &pictures() const { return m_pictures; }
    [[nodiscard]] const std::optional<SoundPart> &sound() const { return m_sound; }
    [[nodiscard]] const std::optional<PlacePart> &place() const { return m_place; }
    [[nodiscard]] const std::optional<FilePart> &file() const { return m_file; }
    [[nodiscard]] const std::vector<AvatarPart> &avatars() const { return m_avatars; }
    /// A member of an album, or the whole bubble; in row coordinates.
    [[nodiscard]] QRectF memberRect(int member) const;
    [[nodiscard]] const Meta &meta() const { return m_meta; }
    [[nodiscard]] int bodyIndex() const { return m_body; }
    [[nodiscard]] Theme::Color fill() const { return m_fill; }
    [[nodiscard]] bool hasFrame() const { return m_frame; } ///< false: only its parts are drawn (stickers)
    [[nodiscard]] bool isDashed() const { return m_dashed; }

    /// Of a picture's box of that width: its own shape within bounds, else 4:3.
    [[nodiscard]] static qreal pictureHeight(qreal width, QSize natural);

private:
    friend class BubbleStack;
    bool hitPart(QPointF point, BubbleHit &result) const;
    BubbleLayout() = default;

    std::vector<TextPart> m_texts;
    std::vector<IconPart> m_icons;
    std::vector<BoxPart> m_boxes;
    std::vector<ButtonPart> m_buttons;
    std::vector<ChipPart> m_chips;
    std::vector<PicturePart> m_pictures;
    std::optional<SoundPart> m_sound;
    std::optional<PlacePart> m_place;
    std::optional<FilePart> m_file;
    std::vector<AvatarPart> m_avatars;
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
