#include "ui/timeline/bubbles/bubble_builder.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr int ShortText = 1500; ///< longer texts are folded until asked for
constexpr qreal LineGap = 2;
constexpr int PictureInset = BubbleStyle::PadX - Theme::Grid; ///< pictures reach closer to the edge than text

bool isEmoji(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x200D || c == 0xFE0F || c == 0x2B50 || c == 0x2764;
}

/// One to three emoji and nothing else: drawn larger, as people expect.
bool isFewEmoji(const QString &text)
{
    if (text.isEmpty() || text.size() > 24) return false;
    const auto points = text.toUcs4();
    if (!std::all_of(points.begin(), points.end(), [](auto c) { return isEmoji(c); })) return false;
    QTextBoundaryFinder clusters(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (clusters.toNextBoundary() >= 0) ++count;
    return count <= 3;
}

} // namespace

BubbleBuilder::BubbleBuilder(const Message &message, const BubbleInput &input, const BubbleStyle &style)
    : m_message(message), m_input(input), m_style(style), m_what(contentOf(message)), m_out(new BubbleLayout), m_smallMetrics(style.small)
{
    const qreal room = input.width - 2 * BubbleStyle::Margin - 2 * BubbleStyle::PadX;
    m_limit = std::floor(std::clamp(room * 0.78, 120.0, qreal(BubbleStyle::MaxWidth)));
    if (m_what.form == ContentForm::Image && !m_what.sticker) {
        m_limit = std::min(m_limit, qreal(BubbleStyle::PictureWidth - 2 * PictureInset));
    }
}

std::unique_ptr<BubbleLayout> BubbleBuilder::build()
{
    addHeader();
    addRevokedNote();
    addQuote();
    addContent();
    addEdits();
    addFooter();
    addMeta();
    finish();
    addReactions();
    return std::move(m_out);
}

BubbleBuilder::Block BubbleBuilder::shape(const QString &text, const QFont &font, qreal width, int maxLines,
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

int BubbleBuilder::place(Block block, qreal x, Color color)
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

void BubbleBuilder::addNote(const QString &icon, const QString &text, Color color)
{
    constexpr qreal indent = BubbleStyle::IconSize + 6;
    const auto top = m_y;
    place(shape(text, m_style.small, m_limit - indent), indent, color);
    const auto offset = std::floor((m_smallMetrics.height() - BubbleStyle::IconSize) / 2);
    m_out->m_icons.push_back({QRectF(0, top + std::max(0.0, offset), BubbleStyle::IconSize, BubbleStyle::IconSize), icon, color});
}

void BubbleBuilder::addHeader()
{
    if (m_message.direction == Direction::In) return;
    addNote(originIcon(m_message.origin), originName(m_message), Color::Muted);
    if (m_message.origin == Origin::Phone) m_out->m_icons.back().color = Color::PhoneAccent;
}

void BubbleBuilder::addRevokedNote()
{
    if (!m_message.revoked) return;
    gap(BubbleStyle::Gap / 2.0);
    const bool customer = m_message.direction == Direction::In;
    addNote(u"trash"_s, customer ? Words::tr("Deleted by the customer") : Words::tr("Deleted on the phone"), Color::Error);
}

QString BubbleBuilder::quoteAuthor() const
{
    const auto &quote = *m_message.quote;
    if (quote.direction == Direction::In) return m_input.customerName.isEmpty() ? Words::tr("Customer") : m_input.customerName;
    Message quoted;
    quoted.origin = quote.origin;
    return originName(quoted);
}

void BubbleBuilder::addQuote()
{
    if (!m_message.quote) return;
    gap(BubbleStyle::Gap);
    constexpr qreal indent = 11;
    const auto &quote = *m_message.quote;
    const bool known = quote.messageId.isValid();
    const auto top = m_y;
    m_y += 5;
    auto text = formatWhatsAppText(quote.text, 200).text.simplified();
    if (text.isEmpty()) text = known ? kindName(quote.type) : Words::tr("A message that is not here");
    if (known) {
        const auto color = quote.direction == Direction::Out && quote.origin == Origin::Phone ? Color::PhoneAccent : Color::Accent;
        place(shape(quoteAuthor(), m_style.smallStrong, m_limit - indent - 10, 1), indent, color);
        m_y += 1;
    }
    place(shape(text, m_style.small, m_limit - indent - 10, 2), indent, Color::Muted);
    m_y += 5;
    const auto barColor = known && quote.origin == Origin::Phone && quote.direction == Direction::Out ? Color::PhoneAccent : Color::Accent;
    m_out->m_boxes.push_back({QRectF(0, top, 0, m_y - top), 4, Color::Text, 0.055, false, true});
    m_out->m_boxes.push_back({QRectF(0, top, 3, m_y - top), 1.5, barColor, 1, false, false});
    if (known) m_out->m_buttons.push_back({QRectF(0, top, 0, m_y - top), BubbleAction::GoToQuote, false, true});
    grow(m_content + 10);
    m_y += 2;
}

void BubbleBuilder::addContent()
{
    switch (m_what.form) {
    case ContentForm::Stays: addStays(); break;
    case ContentForm::Image: addPicture(); break;
    case ContentForm::Card: addCard(); break;
    case ContentForm::Text: break;
    }
    addBody();
}

void BubbleBuilder::addStays()
{
    gap(BubbleStyle::Gap);
    constexpr qreal indent = 26;
    const auto top = m_y;
    m_y += 3;
    place(shape(m_what.title, m_style.body, m_limit - indent), indent, Color::Muted);
    m_y += 3;
    m_out->m_icons.push_back({QRectF(0, top + 4, 16, 16), m_what.icon, Color::Muted});
    m_out->m_dashed = true;
}

void BubbleBuilder::addPicture()
{
    BubbleLayout::PicturePart picture;
    picture.sticker = m_what.sticker;
    if (m_what.sticker) {
        gap(BubbleStyle::Gap);
        picture.rect = QRectF(0, m_y, BubbleStyle::StickerSize, BubbleStyle::StickerSize);
        m_out->m_frame = m_y > 0 || !m_what.body.isEmpty();
        grow(picture.rect.width());
        m_y = picture.rect.bottom();
    } else {
        const qreal width = m_limit + 2 * PictureInset;
        qreal height = std::floor(width * BubbleStyle::PictureHeight / BubbleStyle::PictureWidth);
        if (!m_input.pictureSize.isEmpty()) {
            height = std::floor(std::clamp(width * m_input.pictureSize.height() / m_input.pictureSize.width(), width * 0.5, width * 1.3));
        }
        const bool first = m_y <= 0;
        gap(BubbleStyle::Gap);
        picture.rect = QRectF(-PictureInset, first ? -BubbleStyle::Gap : m_y, width, height);
        grow(m_limit);
        m_y = picture.rect.bottom();
    }
    if (m_message.media.state == MediaState::Available) {
        m_out->m_buttons.push_back({picture.rect, BubbleAction::ShowMedia, false, false});
    } else {
        const bool failed = m_message.media.state == MediaState::Failed;
        auto label = shape(m_what.detail, m_style.small, picture.rect.width() - 24, 3);
        const qreal x = std::floor(picture.rect.center().x() - label.width / 2);
        const auto bottom = m_y;
        m_y = std::floor(picture.rect.center().y() + 8);
        place(std::move(label), x, failed ? Color::Error : Color::Muted);
        const QRectF icon(picture.rect.center().x() - 12, picture.rect.center().y() - 26, 24, 24);
        m_out->m_icons.push_back({icon, failed ? u"error"_s : m_what.icon, failed ? Color::Error : Color::Muted});
        if (failed) m_out->m_buttons.push_back({picture.rect, BubbleAction::FetchMedia, false, false});
        m_y = bottom;
    }
    m_out->m_picture = picture;
}

void BubbleBuilder::addCard()
{
    gap(BubbleStyle::Gap + 2);
    constexpr qreal indent = BubbleStyle::CardIcon + 12;
    const auto top = m_y;
    m_out->m_boxes.push_back({QRectF(0, top, BubbleStyle::CardIcon, BubbleStyle::CardIcon), Theme::Radius, Color::Text, 0.07, false, false});
    m_out->m_icons.push_back({QRectF(10, top + 10, 20, 20), m_what.icon, Color::Accent});
    auto title = shape(cleanText(m_what.title), m_style.strong, m_limit - indent, 2);
    const auto failed = m_message.media.state == MediaState::Failed;
    auto detail = m_what.detail.isEmpty() ? Block{} : shape(m_what.detail, m_style.small, m_limit - indent, 2);
    const qreal stack = title.height + (detail.layout ? detail.height + 2 : 0);
    m_y += std::max(0.0, std::floor((BubbleStyle::CardIcon - stack) / 2));
    place(std::move(title), indent, Color::Text);
    if (detail.layout) {
        m_y += 2;
        place(std::move(detail), indent, failed ? Color::Error : Color::Muted);
    }
    m_y = std::max(m_y, top + BubbleStyle::CardIcon);
    for (const auto &line : m_what.lines) {
        m_y += BubbleStyle::Gap;
        place(shape(cleanText(line), m_style.body, m_limit, 2), 0, Color::Text);
    }
    if (m_what.canFetchAgain) {
        m_y += BubbleStyle::Gap;
        addButton(Words::tr("Load again"), BubbleAction::FetchMedia, indent, false);
        m_y += m_smallMetrics.height() + 8;
    }
}

QList<QTextLayout::FormatRange> BubbleBuilder::formats(const FormattedText &text) const
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&ranges](int start, int length, const QTextCharFormat &format) { ranges.append({start, length, format}); };
    for (const auto &span : text.spans) {
        QTextCharFormat format;
        if (span.styles.testFlag(TextStyle::Mono)) {
            format.setFontFamilies(QStringList{QFontInfo(m_style.mono).family()} + m_style.body.families().mid(1));
            format.setFontFixedPitch(true);
            format.setBackground(m_style.color(Color::Text, 0.06));
        }
        if (span.styles.testFlag(TextStyle::Bold)) format.setFontWeight(QFont::DemiBold);
        if (span.styles.testFlag(TextStyle::Italic)) format.setFontItalic(true);
        if (span.styles.testFlag(TextStyle::Strike)) format.setFontStrikeOut(true);
        add(span.start, span.length, format);
    }
    for (const auto &link : text.links) {
        QTextCharFormat format;
        format.setForeground(m_style.color(Color::Accent));
        format.setFontUnderline(true);
        add(link.start, link.length, format);
    }
    if (m_message.revoked && !text.text.isEmpty()) {
        QTextCharFormat struck;
        struck.setFontStrikeOut(true);
        add(0, int(text.text.size()), struck);
    }
    return ranges;
}

void BubbleBuilder::addBody()
{
    if (m_what.body.isEmpty()) return;
    auto text = formatWhatsAppText(m_what.body, m_input.textExpanded ? 65536 : ShortText);
    if (text.text.isEmpty()) return;
    if (m_out->m_picture && !m_out->m_picture->sticker) m_y += 2;
    gap(BubbleStyle::Gap);
    const bool large = m_what.form == ContentForm::Text && !m_message.revoked && isFewEmoji(text.text);
    auto block = shape(text.text, large ? m_style.emoji : m_style.body, m_limit, 0, formats(text));
    if (!block.rightToLeft && !text.shortened) m_lastLine = block.lastLine;
    m_out->m_body = place(std::move(block), 0, m_message.revoked ? Color::Muted : Color::Text);
    if (text.shortened) {
        m_y += BubbleStyle::Gap;
        addButton(Words::tr("Read all"), BubbleAction::ReadMore, 0, false);
        m_y += m_smallMetrics.height() + 8;
    }
    m_out->m_formatted = std::move(text);
}

void BubbleBuilder::addEdits()
{
    if (!m_input.editsShown || m_message.edits.isEmpty()) return;
    m_lastLine = -1;
    for (const auto &edit : m_message.edits) {
        gap(BubbleStyle::Gap * 2);
        const auto top = m_y;
        place(shape(Words::tr("Until %1").arg(clockTime(edit.timestamp)), m_style.small, m_limit - 10, 1), 10, Color::Muted);
        place(shape(formatWhatsAppText(edit.text, ShortText).text, m_style.body, m_limit - 10), 10, Color::Muted);
        m_out->m_boxes.push_back({QRectF(0, top, 2, m_y - top), 1, Color::Muted, 0.5, false, false});
    }
}

qreal BubbleBuilder::addButton(const QString &text, BubbleAction action, qreal x, bool framed)
{
    auto block = shape(text, m_style.smallStrong, m_limit, 1);
    const qreal pad = framed ? 10 : 0;
    const QRectF rect(x, m_y, block.width + 2 * pad, std::ceil(m_smallMetrics.height()) + 8);
    const auto color = action == BubbleAction::Discard ? Color::Text : Color::Accent;
    const auto y = m_y;
    m_y += 4;
    place(std::move(block), x + pad, color);
    m_y = y;
    grow(rect.right());
    m_out->m_buttons.push_back({rect, action, framed, false});
    return rect.width();
}

void BubbleBuilder::addFooter()
{
    QString words = failureWords(m_message);
    auto color = Color::Error;
    auto icon = u"error"_s;
    const bool ours = m_message.outboxId.isValid();
    bool choice = ours && (m_message.outboxState == OutboxState::Failed || m_message.status == MessageStatus::Failed);
    if (m_message.outboxState == OutboxState::Cancelled) {
        words = Words::tr("Discarded, not sent.");
        color = Color::Muted;
        icon = u"ban"_s;
        choice = false;
    } else if (m_message.status == MessageStatus::Unknown) {
        words = Words::tr("May have been sent: the connection broke before WhatsApp answered. Look on the phone before you send it again.");
        color = Color::Warning;
        icon = u"warning"_s;
        choice = ours;
    } else if (m_input.stale) {
        words = Words::tr("Has waited for hours. Is it still right?");
        color = Color::Warning;
        icon = u"clock"_s;
        choice = ours;
    }
    if (words.isEmpty()) return;
    m_lastLine = -1;
    gap(BubbleStyle::Gap + 2);
    addNote(icon, words, color);
    if (!choice) return;
    m_y += BubbleStyle::Gap + 2;
    const auto again = m_message.status == MessageStatus::Failed ? Words::tr("Try again") : Words::tr("Send again");
    const qreal width = addButton(m_input.stale ? Words::tr("Send now") : again, BubbleAction::SendAgain, 0, true);
    addButton(Words::tr("Discard"), BubbleAction::Discard, width + 8, true);
    m_y += std::ceil(m_smallMetrics.height()) + 8;
}

Tick BubbleBuilder::tick() const
{
    if (m_message.direction == Direction::In || m_message.outboxState == OutboxState::Cancelled) return Tick::None;
    switch (m_message.status) {
    case MessageStatus::None: return Tick::None;
    case MessageStatus::Queued: return Tick::Clock;
    case MessageStatus::Unknown: return Tick::Doubt;
    case MessageStatus::Accepted:
    case MessageStatus::Sent: return Tick::One;
    case MessageStatus::Failed: return Tick::Failed;
    case MessageStatus::Delivered: return Tick::Two;
    case MessageStatus::Read:
    case MessageStatus::Played: return Tick::Read;
    }
    return Tick::None;
}

void BubbleBuilder::addMeta()
{
    auto &meta = m_out->m_meta;
    meta.tick = tick();
    meta.text = clockTime(m_message.timestamp);
    if (m_message.isEdited()) meta.text = Words::tr("edited") + u" · "_s + meta.text;
    const qreal width = std::ceil(m_smallMetrics.horizontalAdvance(meta.text)) + (meta.tick == Tick::None ? 0 : BubbleStyle::TickWidth + 4);
    const qreal height = std::ceil(m_smallMetrics.height());
    meta.onPicture = m_out->m_picture && m_what.body.isEmpty() && m_lastLine < 0 && m_out->m_picture->rect.bottom() >= m_y;
    const bool beside = m_lastLine >= 0 && m_lastLine + 12 + width <= m_limit;
    if (meta.onPicture) {
        m_y = m_out->m_picture->rect.bottom() - height - 6;
    } else if (beside) {
        m_y -= height - 2; // lower than the line's own base, as if it hung on it
        grow(m_lastLine + 12 + width);
    } else {
        m_y += 2;
    }
    grow(width);
    meta.rect = QRectF(0, m_y, width, height);
    m_y += height;
    if (meta.onPicture) m_y = m_out->m_picture->rect.bottom();
}

void BubbleBuilder::finish()
{
    auto &out = *m_out;
    for (const auto &[index, width] : m_rightToLeft) out.m_texts[size_t(index)].pos.rx() += m_content - width;
    for (auto &box : out.m_boxes) {
        if (box.stretch) box.rect.setWidth(m_content);
    }
    for (auto &button : out.m_buttons) {
        if (button.stretch) button.rect.setWidth(m_content);
    }
    auto &meta = out.m_meta;
    const bool picture = out.m_picture && !out.m_picture->sticker;
    if (picture) out.m_picture->rect.setWidth(m_content + 2 * PictureInset);
    meta.rect.moveRight(meta.onPicture ? out.m_picture->rect.right() - 10 : m_content);
    meta.pos = QPointF(meta.rect.left(), meta.rect.top() + m_smallMetrics.ascent());
    meta.tickPos = QPointF(meta.rect.right() - BubbleStyle::TickWidth, meta.rect.center().y());
    if (m_message.isEdited()) out.m_buttons.push_back({meta.rect, BubbleAction::ToggleEdits, false, false});

    const qreal width = m_content + 2 * BubbleStyle::PadX;
    const bool left = (m_message.direction == Direction::In) != m_style.mirrored;
    const qreal x = left ? BubbleStyle::Margin : m_input.width - BubbleStyle::Margin - width;
    const qreal bottomPad = picture && meta.onPicture ? Theme::Grid : BubbleStyle::PadY;
    out.m_bubble = QRectF(x, 0, width, std::ceil(m_y) + BubbleStyle::PadY + bottomPad);
    out.m_origin = QPointF(x + BubbleStyle::PadX, BubbleStyle::PadY);
    out.m_fill = fill();
    out.m_height = int(std::ceil(out.m_bubble.bottom()));
}

void BubbleBuilder::addReactions()
{
    if (m_message.reactions.isEmpty()) return;
    QStringList order;
    QHash<QString, int> counts;
    for (const auto &reaction : m_message.reactions) {
        const auto emoji = cleanText(reaction.emoji).left(16);
        if (emoji.isEmpty()) continue;
        if (++counts[emoji] == 1) order.append(emoji);
    }
    auto &out = *m_out;
    qreal x = out.m_bubble.left() + BubbleStyle::PadX;
    for (const auto &emoji : order) {
        const auto text = counts.value(emoji) > 1 ? u"%1 %2"_s.arg(emoji).arg(counts.value(emoji)) : emoji;
        auto block = shape(text, m_style.small, 160, 1);
        const qreal width = std::ceil(block.width) + 16;
        out.m_chips.push_back({std::move(block.layout), {x, out.m_bubble.bottom() - 7}, Color::Text});
        x += width + 4;
    }
    if (!out.m_chips.empty()) out.m_height += BubbleStyle::ChipHeight - 7;
}

Theme::Color BubbleBuilder::fill() const
{
    if (m_message.direction == Direction::In) return Color::BubbleCustomer;
    switch (m_message.origin) {
    case Origin::Phone: return Color::BubblePhone;
    case Origin::Unknown: return Color::Chip;
    default: return Color::BubbleAgent;
    }
}

} // namespace Tandem
