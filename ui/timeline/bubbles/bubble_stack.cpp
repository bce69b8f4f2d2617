#include "ui/timeline/bubbles/bubble_stack.h"

#include "ui/format/content/note_row.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr qreal LineGap = 2;
constexpr qreal ButtonPad = 4;

} // namespace

BubbleStack::BubbleStack(const Message &message, const BubbleInput &input, const BubbleStyle &style)
    : m_message(message), m_input(input), m_style(style), m_content(contentOf(message)), m_out(new BubbleLayout), m_smallMetrics(style.small)
{
    const qreal room = input.width - 2 * BubbleStyle::Margin - 2 * BubbleStyle::PadX;
    m_limit = std::floor(std::clamp(room * 0.78, 120.0, qreal(BubbleStyle::MaxWidth)));
    if (isHidden()) m_content = BubbleContent{};
    for (const auto *member : input.album) {
        if (!member->text.isEmpty()) m_content.body = member->text;
    }
    const bool picture = (m_content.form == ContentForm::Image && !m_content.sticker) || m_content.form == ContentForm::Video
        || m_content.form == ContentForm::Place || m_content.form == ContentForm::Sound;
    if (picture) m_limit = std::min(m_limit, qreal(BubbleStyle::PictureWidth - 2 * PictureInset));
}

qreal BubbleStack::buttonHeight() const { return std::ceil(m_smallMetrics.height()) + 2 * ButtonPad; }

BubbleStack::Block BubbleStack::shape(const QString &text, const QFont &font, qreal width, int maxLines,
    const QList<QTextLayout::FormatRange> &formats) const
{
    Block block;
    auto shown = text;
    shown.replace(u'\n', QChar(QChar::LineSeparator));
    block.layout = std::make_unique<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Each text runs its own way, whatever the interface does.
    block.rightToLeft = text.isRightToLeft();
    option.setTextDirection(block.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(block.rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    block.layout->setTextOption(option);
    block.layout->setCacheEnabled(true);
    block.layout->setFormats(formats);
    block.layout->beginLayout();
    int lines = 0;
    int lastStart = 0;
    for (auto line = block.layout->createLine(); line.isValid() && (maxLines == 0 || lines < maxLines); line = block.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, block.height});
        block.height += line.height() + LineGap;
        block.lastLine = line.naturalTextWidth();
        block.width = std::max(block.width, block.lastLine);
        lastStart = line.textStart();
        ++lines;
    }
    block.layout->endLayout();
    block.height = std::max(0.0, block.height - LineGap);
    const auto last = lines > 0 ? block.layout->lineAt(lines - 1) : QTextLine();
    if (maxLines > 0 && last.isValid() && last.textStart() + last.textLength() < shown.size()) {
        const auto rest = shown.mid(lastStart, 400).replace(QChar(QChar::LineSeparator), u' ');
        return shape(shown.left(lastStart) + QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width - 1), font, width);
    }
    return block;
}

int BubbleStack::place(Block block, qreal x, Color color)
{
    grow(x + block.width);
    const int index = int(m_out->m_texts.size());
    if (block.rightToLeft && block.layout->lineCount() > 0) {
        m_rightToLeft.emplace_back(index, x + block.layout->lineAt(0).width());
    }
    const auto height = block.height;
    m_out->m_texts.push_back({std::move(block.layout), {x, m_y}, color});
    m_y += height;
    return index;
}

void BubbleStack::addNote(const QString &icon, const QString &text, Color color, std::optional<Color> iconColor)
{
    constexpr qreal indent = BubbleStyle::IconSize + 6;
    const auto top = m_y;
    place(shape(text, m_style.small, m_limit - indent), indent, color);
    const auto offset = std::floor((m_smallMetrics.height() - BubbleStyle::IconSize) / 2);
    addIcon(QRectF(0, top + std::max(0.0, offset), BubbleStyle::IconSize, BubbleStyle::IconSize), icon, iconColor.value_or(color));
}

qreal BubbleStack::addButton(const QString &text, BubbleAction action, qreal x, bool framed, int index)
{
    auto block = shape(text, m_style.smallStrong, m_limit, 1);
    const qreal pad = framed ? 10 : 0;
    const QRectF rect(x, m_y, block.width + 2 * pad, buttonHeight());
    const auto color = action == BubbleAction::Discard ? Color::Text : Color::Accent;
    m_y += ButtonPad;
    place(std::move(block), x + pad, color);
    m_y = rect.top();
    grow(rect.right());
    m_out->m_buttons.push_back({rect, action, framed, false, index, 0, {}});
    return rect.width();
}

void BubbleStack::setBody(int index, FormattedText text)
{
    m_out->m_body = index;
    m_out->m_formatted = std::move(text);
}

void BubbleStack::alignTexts()
{
    auto &out = *m_out;
    for (const auto &[index, width] : m_rightToLeft) out.m_texts[size_t(index)].pos.rx() += m_width - width;
    const auto widthOf = [&out](int index) { return out.m_texts[size_t(index)].layout->lineAt(0).naturalTextWidth(); };
    for (const int index : m_centred) out.m_texts[size_t(index)].pos.setX(std::floor((m_width - widthOf(index)) / 2));
    for (const int index : m_atEnd) out.m_texts[size_t(index)].pos.setX(std::floor(m_width - widthOf(index)));
    for (const auto &[icon, text] : m_beside) {
        auto &rect = out.m_icons[size_t(icon)].rect;
        rect.moveLeft(out.m_texts[size_t(text)].pos.x() - rect.width() - 6);
    }
}

void BubbleStack::placeMeta()
{
    auto &out = *m_out;
    auto &meta = out.m_meta;
    if (meta.text.isEmpty()) return;
    meta.rect.moveRight(meta.onPicture ? out.m_pictures.back().rect.right() - 10 : m_width);
    const qreal star = meta.starred ? BubbleStyle::IconSize : 0;
    meta.pos = QPointF(meta.rect.left() + star, meta.rect.top() + m_smallMetrics.ascent());
    meta.tickPos = QPointF(meta.rect.right() - BubbleStyle::TickWidth, meta.rect.center().y());
    if (m_message.isEdited()) out.m_buttons.push_back({meta.rect, BubbleAction::ToggleEdits, false, false, 0, 0, {}});
}

void BubbleStack::finish()
{
    auto &out = *m_out;
    alignTexts();
    for (auto &box : out.m_boxes) {
        if (box.stretch) box.rect.setWidth(m_width);
    }
    for (auto &button : out.m_buttons) {
        if (button.stretch) button.rect.setWidth(m_width);
    }
    const bool picture = out.m_pictures.size() == 1 && !out.m_pictures.front().sticker;
    if (picture) {
        out.m_pictures.front().rect.setWidth(m_width + 2 * PictureInset);
        for (auto &button : out.m_buttons) {
            if (button.action == BubbleAction::PlayMedia && !out.m_sound) button.rect = out.m_pictures.front().rect;
        }
    }
    if (out.m_place) out.m_place->rect.setWidth(m_width + 2 * PictureInset);
    placeMeta();

    const qreal width = m_width + 2 * BubbleStyle::PadX;
    const bool left = (m_message.direction == Direction::In) != m_style.mirrored;
    qreal x = left ? BubbleStyle::Margin : m_input.width - BubbleStyle::Margin - width;
    if (m_content.form == ContentForm::System || isNote(m_message)) x = std::floor((m_input.width - width) / 2);
    const bool album = m_input.album.size() > 1;
    const bool flush = out.m_meta.onPicture && (picture || album) && m_y <= out.m_pictures.back().rect.bottom() + 1;
    const qreal bottomPad = flush ? Theme::Grid : BubbleStyle::PadY;
    out.m_bubble = QRectF(x, 0, width, std::ceil(m_y) + BubbleStyle::PadY + bottomPad);
    out.m_origin = QPointF(x + BubbleStyle::PadX, BubbleStyle::PadY);
    out.m_fill = fill();
    out.m_height = int(std::ceil(out.m_bubble.bottom()));
}

Theme::Color BubbleStack::fill() const
{
    if (isNote(m_message)) return Color::BubbleNote;
    if (m_content.form == ContentForm::System) return Color::Chip;
    if (m_message.direction == Direction::In) return Color::BubbleCustomer;
    switch (m_message.origin) {
    case Origin::Phone: return Color::BubblePhone;
    case Origin::Unknown: return Color::Chip;
    default: return Color::BubbleAgent;
    }
}

} // namespace Tandem
