#include "ui/timeline/bubbles/bubble_layout.h"

#include <algorithm>
#include <cmath>

namespace Tandem {
namespace {

/// Lines that a text will take, by counting: wide characters twice.
int estimateLines(const QString &text, int limit, qreal characterWidth)
{
    const int perLine = std::max(8, int(limit / characterWidth));
    int lines = 1;
    int used = 0;
    const auto end = std::min<qsizetype>(text.size(), 1500);
    for (qsizetype i = 0; i < end; ++i) {
        const auto c = text.at(i);
        used += c.unicode() >= 0x2E80 && !c.isLowSurrogate() ? 2 : 1;
        if (c == u'\n' || used > perLine) {
            ++lines;
            used = 0;
        }
    }
    return lines;
}

} // namespace

int BubbleLayout::estimateHeight(const Message &message, int width, const BubbleStyle &style, QSize picture)
{
    const QFontMetricsF body(style.body);
    const QFontMetricsF small(style.small);
    const auto limit = int(std::min(qreal(BubbleStyle::MaxWidth), (width - 2 * BubbleStyle::Margin) * 0.78));
    qreal height = 2 * BubbleStyle::PadY;
    if (message.direction == Direction::Out) height += small.height() + BubbleStyle::Gap;
    if (message.quote) height += 2 * small.height() + 16;
    if (message.status == MessageStatus::Failed || message.status == MessageStatus::Unknown) height += 3 * small.height() + 24;
    if (message.media.state == MediaState::Over14Days) {
        height += body.height() + small.height() + 12;
    } else if (message.type == QLatin1StringView("image") || message.type == QLatin1StringView("video")) {
        height += pictureHeight(BubbleStyle::PictureWidth, picture);
    } else if (message.type == QLatin1StringView("sticker")) {
        height += BubbleStyle::StickerSize;
    } else if (message.type != QLatin1StringView("text")) {
        height += BubbleStyle::CardIcon + small.height();
    }
    if (!message.text.isEmpty()) {
        height += estimateLines(message.text, limit, body.averageCharWidth()) * (body.height() + 2);
    }
    if (!message.reactions.isEmpty()) height += BubbleStyle::ChipHeight - 7;
    return int(height);
}

qreal BubbleLayout::pictureHeight(qreal width, QSize natural)
{
    if (natural.isEmpty()) return std::floor(width * BubbleStyle::PictureHeight / BubbleStyle::PictureWidth);
    return std::floor(std::clamp(width * natural.height() / natural.width(), width * 0.5, width * 1.3));
}

QRectF BubbleLayout::memberRect(int member) const
{
    for (const auto &picture : m_pictures) {
        if (picture.cell && picture.member == member) return picture.rect.translated(m_origin);
    }
    return m_bubble;
}

bool BubbleLayout::hitPart(QPointF point, BubbleHit &result) const
{
    for (const auto &chip : m_chips) {
        if (!chip.rect.contains(point)) continue;
        result.action = BubbleAction::React;
        result.emoji = chip.emoji;
        result.member = chip.member;
        result.rect = chip.rect;
        return true;
    }
    const auto local = point - m_origin;
    for (auto button = m_buttons.rbegin(); button != m_buttons.rend(); ++button) {
        if (!button->rect.contains(local)) continue;
        result.action = button->action;
        result.rect = button->rect.translated(m_origin);
        result.index = button->index;
        result.member = button->member;
        result.url = button->url;
        if (button->rect.width() > 0) result.fraction = (local.x() - button->rect.left()) / button->rect.width();
        return true;
    }
    return false;
}

BubbleHit BubbleLayout::hit(QPointF point) const
{
    BubbleHit result;
    if (hitPart(point, result) || !m_bubble.contains(point)) return result;
    const auto local = point - m_origin;
    if (m_body < 0) return result;
    const auto &part = m_texts.at(size_t(m_body));
    const auto area = part.layout->boundingRect().translated(part.pos);
    if (!area.adjusted(-4, -2, 4, 2).contains(local)) return result;
    result.action = BubbleAction::SelectText;
    result.cursor = cursorAt(point);
    for (const auto &link : m_formatted.links) {
        // A cursor stands between two characters: one past the link's end is still on its last one.
        if (result.cursor < link.start || result.cursor > link.start + link.length) continue;
        result.action = BubbleAction::OpenLink;
        result.url = link.url;
        result.rect = area.translated(m_origin);
    }
    return result;
}

int BubbleLayout::cursorAt(QPointF point) const
{
    if (m_body < 0) return -1;
    const auto &part = m_texts.at(size_t(m_body));
    const auto local = point - m_origin - part.pos;
    const int lines = part.layout->lineCount();
    for (int i = 0; i < lines; ++i) {
        const auto line = part.layout->lineAt(i);
        if (local.y() < line.y() + line.height() || i == lines - 1) return line.xToCursor(local.x());
    }
    return 0;
}

} // namespace Tandem
