#include "ui/timeline/bubbles/content/body_part.h"

#include "ui/format/content/note_row.h"
#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

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

QList<QTextLayout::FormatRange> formatsOf(const FormattedText &text, const BubbleStyle &style, bool revoked)
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&ranges](int start, int length, const QTextCharFormat &format) { ranges.append({start, length, format}); };
    for (const auto &span : text.spans) {
        QTextCharFormat format;
        if (span.styles.testFlag(TextStyle::Mono)) {
            format.setFontFamilies(QStringList{QFontInfo(style.mono).family()} + style.body.families().mid(1));
            format.setFontFixedPitch(true);
            format.setBackground(style.color(Theme::Color::Text, 0.06));
        }
        if (span.styles.testFlag(TextStyle::Bold)) format.setFontWeight(QFont::DemiBold);
        if (span.styles.testFlag(TextStyle::Italic)) format.setFontItalic(true);
        if (span.styles.testFlag(TextStyle::Strike)) format.setFontStrikeOut(true);
        add(span.start, span.length, format);
    }
    for (const auto &link : text.links) {
        QTextCharFormat format;
        format.setForeground(style.color(Theme::Color::Accent));
        format.setFontUnderline(true);
        add(link.start, link.length, format);
    }
    if (revoked && !text.text.isEmpty()) {
        QTextCharFormat struck;
        struck.setFontStrikeOut(true);
        add(0, int(text.text.size()), struck);
    }
    return ranges;
}

void addMentions(QList<QTextLayout::FormatRange> &formats, const QString &text, const BubbleStyle &style)
{
    QTextCharFormat named;
    named.setFontWeight(QFont::DemiBold);
    named.setForeground(style.color(Theme::Color::Accent));
    for (const auto &span : mentionsIn(text)) formats.append({span.start, span.length, named});
}

} // namespace

using Color = Theme::Color;

void BodyPart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    const auto &style = stack.style();
    if (!content.heading.isEmpty()) {
        stack.gap(BubbleStyle::Gap);
        auto block = stack.shape(content.heading, style.strong, stack.limit(), 3);
        if (!block.rightToLeft && content.body.isEmpty()) stack.setOpenLine(block.lastLine);
        stack.place(std::move(block), 0, Color::Text);
    }
    if (!content.body.isEmpty()) addText(stack);
    addRest(stack);
}

void BodyPart::addRest(BubbleStack &stack)
{
    const auto &content = stack.content();
    const bool own = content.form == ContentForm::Text; // cards place their own lines
    for (const auto &line : own ? content.lines : QStringList()) {
        stack.gap(2);
        auto block = stack.shape(line, stack.style().body, stack.limit(), 3);
        stack.setOpenLine(block.rightToLeft ? std::nullopt : std::optional(block.lastLine));
        stack.place(std::move(block), 0, Color::Text);
    }
    if (content.footer.isEmpty()) return;
    stack.gap(BubbleStyle::Gap);
    auto block = stack.shape(content.footer, stack.style().small, stack.limit(), 3);
    stack.setOpenLine(block.rightToLeft ? std::nullopt : std::optional(block.lastLine));
    stack.place(std::move(block), 0, Color::Muted);
}

void BodyPart::addText(BubbleStack &stack)
{
    const auto &content = stack.content();
    const auto &style = stack.style();
    const bool revoked = stack.message().revoked;
    auto text = formatWhatsAppText(content.body, stack.input().textExpanded ? 65536 : BubbleStack::ShortText);
    if (text.text.isEmpty()) return;
    if (const auto &pictures = stack.layout().pictures(); !pictures.empty() && !pictures.front().sticker) stack.skip(2);
    if (stack.layout().file()) stack.skip(BubbleStyle::Gap); // apart from the buttons
    stack.gap(BubbleStyle::Gap);
    auto formats = formatsOf(text, style, revoked);
    if (isNote(stack.message())) addMentions(formats, text.text, style);
    const bool large = content.form == ContentForm::Text && !revoked && isFewEmoji(text.text);
    stack.setOpenLine(std::nullopt); // of what stood above
    auto block = stack.shape(text.text, large ? style.emoji : style.body, stack.limit(), 0, formats);
    if (!block.rightToLeft && !text.shortened) stack.setOpenLine(block.lastLine);
    const int index = stack.place(std::move(block), 0, revoked ? Color::Muted : Color::Text);
    if (text.shortened) {
        stack.skip(BubbleStyle::Gap);
        stack.addButton(Words::tr("Read all"), BubbleAction::ReadMore, 0, false);
        stack.skip(stack.buttonHeight());
    }
    stack.setBody(index, std::move(text));
}

} // namespace Tandem
