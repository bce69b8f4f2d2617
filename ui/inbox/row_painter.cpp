#include "ui/inbox/row_painter.h"

#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using C = Theme::Color;
using Mark = Format::Preview::Mark;

constexpr int stripeWidth = 3;
constexpr int avatarLeft = 16;
constexpr int textLeft = avatarLeft + Theme::AvatarSize + 12;
constexpr int rightMargin = 16;
constexpr int iconSide = 16;
constexpr int pillHeight = 18;
constexpr int badgeSide = 16;
constexpr int faceSide = 18; ///< the assignee's
constexpr int dotSide = 7; ///< a label
constexpr int mostDots = 4;
constexpr qreal ringGap = 3;
constexpr qreal ringWidth = 2;

struct MarkLook
{
    const char16_t *icon = nullptr; ///< null: none
    C color = C::Muted;
};

MarkLook lookOf(Mark mark)
{
    switch (mark) {
    case Mark::Draft: return {u"edit", C::Accent};
    case Mark::Failed: return {u"error", C::Error};
    case Mark::Unknown: return {u"warning", C::Warning};
    case Mark::Queued: return {u"clock", C::Muted};
    case Mark::Accepted:
    case Mark::Sent: return {u"check", C::Muted};
    case Mark::Delivered: return {u"check-double", C::Muted};
    case Mark::Read: return {u"check-double", C::Accent};
    case Mark::Phone: return {u"phone", C::PhoneAccent};
    case Mark::None: break;
    }
    return {};
}

} // namespace

struct RowPainter::Line
{
    QPainter &painter;
    const Theme &theme;
    QRect row; ///< the whole row, for mirroring
    QRect free; ///< what is left, in left-to-right coordinates
    Qt::LayoutDirection direction;

    [[nodiscard]] QRect placed(const QRect &r) const { return QStyle::visualRect(direction, row, r); }

    void iconAtStart(const QString &name, const QColor &color, int gap)
    {
        const QRect box(free.left(), free.top() + (free.height() - iconSide) / 2, iconSide, iconSide);
        Paint::icon(painter, theme, placed(box), name, color);
        free.setLeft(free.left() + iconSide + gap);
    }
    void textAtStart(const QString &text, const QFont &font, const QColor &color, int gap)
    {
        const QFontMetrics metrics(font);
        const auto shown = metrics.elidedText(text, Qt::ElideRight, free.width());
        painter.setFont(font);
        painter.setPen(color);
        const auto side = QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter);
        painter.drawText(placed(free), int(side) | Qt::TextSingleLine, shown);
        free.setLeft(free.left() + metrics.horizontalAdvance(shown) + gap);
    }
    void textAtEnd(const QString &text, const QFont &font, const QColor &color, int gap)
    {
        const int width = QFontMetrics(font).horizontalAdvance(text) + 1;
        const QRect box(free.right() - width + 1, free.top(), width, free.height());
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(placed(box), int(Qt::AlignCenter) | Qt::TextSingleLine, text);
        free.setRight(box.left() - gap);
    }
};

RowPainter::RowPainter(const Theme &theme) : m_theme(theme) { }

QColor RowPainter::ground(const RowStyle &style) const
{
    if (style.selected) return m_theme.color(C::Selection);
    return m_theme.color(style.hovered ? C::Hover : C::Panel);
}

void RowPainter::paint(QPainter &painter, const QRect &rect, const ConversationRow &row, const RowStyle &style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // each text reads its own way, wherever the row is mirrored
    paintGround(painter, rect, row, style);
    paintAvatar(painter, rect, row, style);
    const int width = rect.width() - textLeft - rightMargin;
    Line title{painter, m_theme, rect, {rect.left() + textLeft, rect.top() + 12, width, 22}, style.direction};
    paintTitle(title, row, style);
    Line preview{painter, m_theme, rect, {rect.left() + textLeft, rect.top() + 34, width, 20}, style.direction};
    paintPreview(preview, row, style);
    painter.restore();
}

void RowPainter::paintGround(QPainter &painter, const QRect &rect, const ConversationRow &row, const RowStyle &style) const
{
    painter.setPen(Qt::NoPen);
    if (style.selected || style.hovered) {
        const QRectF card = QRectF(rect).adjusted(6, 1, -6, -1);
        painter.setBrush(ground(style));
        painter.drawRoundedRect(card, Theme::Radius, Theme::Radius);
        if (style.selected && style.focused) Paint::focusRing(painter, m_theme, card, Theme::Radius - 1);
    }
    const QRect stripe(rect.left(), rect.top() + 14, stripeWidth, rect.height() - 28);
    painter.setBrush(m_theme.stripe(row.colorIndex));
    painter.drawRoundedRect(QStyle::visualRect(style.direction, rect, stripe), 1.5, 1.5);
}

void RowPainter::paintAvatar(QPainter &painter, const QRect &rect, const ConversationRow &row, const RowStyle &style) const
{
    const int top = rect.top() + (rect.height() - Theme::AvatarSize) / 2;
    const QRect box = QStyle::visualRect(style.direction, rect, {rect.left() + avatarLeft, top, Theme::AvatarSize, Theme::AvatarSize});
    const auto phase = Format::windowPhase(row.windowExpiresAt, style.now);
    using enum Format::WindowPhase;
    QRectF disc(box);
    if (phase == Open || phase == Closing) {
        // The ring runs down with the 24-hour window; the header says the same in words.
        const auto left = std::chrono::duration<double>(*row.windowExpiresAt - style.now).count();
        const auto share = std::clamp(left / (24 * 3600.0), 0.02, 1.0);
        const auto ring = disc.adjusted(ringWidth / 2, ringWidth / 2, -ringWidth / 2, -ringWidth / 2);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(style.selected || style.hovered ? C::Panel : C::Chip), ringWidth));
        painter.drawEllipse(ring);
        painter.setPen(QPen(m_theme.color(phase == Closing ? C::Warning : C::Accent), ringWidth, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring, 90 * 16, int(-share * 360 * 16));
        const auto inset = ringGap + 1;
        disc.adjust(inset, inset, -inset, -inset);
    }
    Paint::avatar(painter, m_theme, disc, row.contactId.value, Format::initials(row.title));
    if (row.coexistence) {
        const int x = style.direction == Qt::RightToLeft ? box.left() - 3 : box.right() - badgeSide + 4;
        Paint::badge(painter, m_theme, {qreal(x), qreal(box.bottom() - badgeSide + 4), badgeSide, badgeSide}, ground(style));
    }
}

void RowPainter::paintTitle(Line &line, const ConversationRow &row, const RowStyle &style) const
{
    const bool unread = row.unread > 0;
    if (row.lastMessageAt) {
        auto font = m_theme.font(Theme::Text::Small);
        if (unread) font.setWeight(QFont::DemiBold);
        line.textAtEnd(Format::listTime(*row.lastMessageAt, style.now), font, m_theme.color(unread ? C::Accent : C::Muted), 8);
    }
    if (!style.labels.isEmpty()) {
        // Points before the time: their names stand in the contact's panel.
        const int count = std::min(int(style.labels.size()), mostDots);
        for (int i = count - 1; i >= 0; --i) {
            const QRect box(line.free.right() - dotSide, line.free.top() + (line.free.height() - dotSide) / 2 + 1, dotSide, dotSide);
            line.painter.setPen(Qt::NoPen);
            line.painter.setBrush(m_theme.stripe(style.labels.at(i)));
            line.painter.drawEllipse(line.placed(box));
            line.free.setRight(box.left() - 3);
        }
        line.free.setRight(line.free.right() - 4);
    }
    if (row.blocked) line.iconAtStart(u"ban"_s, m_theme.color(C::Error), 4);
    line.textAtStart(Format::identity(row.title), m_theme.font(Theme::Text::BodyStrong), m_theme.color(C::Text), 0);
}

void RowPainter::paintTeam(Line &line, const ConversationRow &row, const RowStyle &style) const
{
    const auto iconAtEnd = [&](const QString &name, C color) {
        const QRect box(line.free.right() - 14, line.free.top() + (line.free.height() - 15) / 2, 15, 15);
        Paint::icon(line.painter, m_theme, line.placed(box), name, m_theme.color(color));
        line.free.setRight(box.left() - 6);
    };
    if (style.team && row.assignee) {
        const QRect box(line.free.right() - faceSide + 1, line.free.top() + (line.free.height() - faceSide) / 2, faceSide, faceSide);
        Paint::avatar(line.painter, m_theme, line.placed(box), row.assignee->value, Format::initials(row.assigneeName));
        line.free.setRight(box.left() - 6);
    }
    if (row.mentioned) iconAtEnd(u"at"_s, C::Accent);
    if (row.state == ConversationState::Snoozed && row.snoozedUntil) {
        line.textAtEnd(Format::comingTime(*row.snoozedUntil, style.now), m_theme.font(Theme::Text::Small), m_theme.color(C::Muted), 2);
        iconAtEnd(u"calendar-clock"_s, C::Muted);
    } else if (row.state == ConversationState::Pending) {
        iconAtEnd(u"pause"_s, C::Muted);
    }
}

void RowPainter::paintPreview(Line &line, const ConversationRow &row, const RowStyle &style) const
{
    paintTeam(line, row, style);
    if (row.unread > 0) {
        auto font = m_theme.font(Theme::Text::Small);
        font.setWeight(QFont::DemiBold);
        const auto text = Format::shortCount(row.unread);
        const int width = int(Paint::pillWidth(text, font, pillHeight));
        const QRect box(line.free.right() - width + 1, line.free.top() + (line.free.height() - pillHeight) / 2, width, pillHeight);
        Paint::pill(line.painter, line.placed(box), text, font, m_theme.color(C::Accent), m_theme.color(C::OnAccent));
        line.free.setRight(box.left() - 8);
    }
    if (row.hasFailed && row.previewStatus != MessageStatus::Failed && row.previewStatus != MessageStatus::Unknown) {
        const QRect box(line.free.right() - iconSide + 1, line.free.top() + (line.free.height() - iconSide) / 2, iconSide, iconSide);
        Paint::icon(line.painter, m_theme, line.placed(box), u"error"_s, m_theme.color(C::Error));
        line.free.setRight(box.left() - 8);
    }
    if (Format::windowPhase(row.windowExpiresAt, style.now) == Format::WindowPhase::Closing) {
        const auto left = Format::shortSpan(*row.windowExpiresAt - style.now);
        line.textAtEnd(left, m_theme.font(Theme::Text::Small), m_theme.color(C::Warning), 2);
        const QRect box(line.free.right() - 13, line.free.top() + (line.free.height() - 14) / 2, 14, 14);
        Paint::icon(line.painter, m_theme, line.placed(box), u"hourglass"_s, m_theme.color(C::Warning));
        line.free.setRight(box.left() - 8);
    }
    const auto preview = Format::preview(row);
    const auto look = lookOf(preview.mark);
    if (look.icon) line.iconAtStart(QString::fromUtf16(look.icon), m_theme.color(look.color), 4);
    // Ticks and the phone say "ours" already; only what they cannot say is written out.
    const bool saysMore = preview.mark == Mark::None || preview.mark == Mark::Draft || preview.mark == Mark::Failed
        || preview.mark == Mark::Unknown || row.previewOrigin != Origin::Agent;
    const auto leadColor = m_theme.color(look.icon && preview.mark != Mark::Delivered && preview.mark != Mark::Sent ? look.color : C::Muted);
    if (!preview.lead.isEmpty() && saysMore && preview.mark != Mark::Phone) {
        line.textAtStart(preview.lead, m_theme.font(Theme::Text::Body), leadColor, 4);
    }
    if (!preview.icon.isEmpty()) line.iconAtStart(preview.icon, m_theme.color(C::Muted), 4);
    const bool strong = row.unread > 0 && preview.mark == Mark::None;
    line.textAtStart(preview.text, m_theme.font(Theme::Text::Body), m_theme.color(strong ? C::Text : C::Muted), 0);
}

} // namespace Tandem
