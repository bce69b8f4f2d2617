#include "ui/format/whatsapp_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// What becomes of each character of the raw text.
struct Mark
{
    TextStyles styles;
    int link = -1; ///< index of its link
    bool removed = false; ///< a marker that took effect
    bool guarded = false; ///< inside code or a link: markers are only characters here
};

bool isWordCharacter(QChar c)
{
    // Chinese, Japanese and Korean are written without spaces, so their letters don't hold a marker back.
    if (!c.isLetterOrNumber()) return false;
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo: return false;
    default: return true;
    }
}

void markCode(const QString &text, QStringView fence, bool lines, std::vector<Mark> &marks)
{
    const auto width = int(fence.size());
    for (qsizetype open = text.indexOf(fence); open >= 0; open = text.indexOf(fence, open)) {
        const auto close = text.indexOf(fence, open + width);
        if (close < 0) return;
        const bool empty = close == open + width;
        const bool broken = !lines && QStringView(text).mid(open, close - open).contains(u'\n');
        if (empty || broken || marks.at(size_t(open)).guarded) {
            open += width;
            continue;
        }
        for (auto i = open; i < close + width; ++i) {
            auto &mark = marks.at(size_t(i));
            mark.guarded = true;
            mark.removed = i < open + width || i >= close;
            mark.styles |= TextStyle::Mono;
        }
        open = close + width;
    }
}

/// Sentences end in punctuation that is not part of the address; a closing bracket belongs to it only with its opening.
qsizetype trimmedLength(QStringView link)
{
    auto length = link.size();
    while (length > 0) {
        const QChar last = link.at(length - 1);
        if (QStringView(u".,;:!?'*_~").contains(last)) {
            --length;
        } else if (last == u')' && !link.left(length).contains(u'(')) {
            --length;
        } else {
            break;
        }
    }
    return length;
}

QUrl urlFor(const QString &text)
{
    if (text.startsWith(u'+')) {
        QString digits;
        std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
        return digits.size() >= 7 && digits.size() <= 15 ? QUrl(u"tel:+"_s + digits) : QUrl();
    }
    const bool web = text.startsWith("http"_L1, Qt::CaseInsensitive) || text.startsWith("www."_L1, Qt::CaseInsensitive);
    if (!web) return QUrl((text.startsWith("mailto:"_L1, Qt::CaseInsensitive) ? QString() : u"mailto:"_s) + text, QUrl::StrictMode);
    const QUrl url((text.startsWith("www."_L1, Qt::CaseInsensitive) ? u"https://"_s : QString()) + text, QUrl::StrictMode);
    return url.host().isEmpty() ? QUrl() : url;
}

QList<QUrl> markLinks(const QString &text, std::vector<Mark> &marks)
{
    // ASCII only on purpose: a look-alike host never becomes clickable, and Chinese text after an address stays text.
    static const QRegularExpression address(
        uR"((?<![A-Za-z0-9@._/])(?:(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+|(?:mailto:)?[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+|\+\d[\d ()\-]{5,18}\d))"_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<QUrl> urls;
    auto found = address.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const auto start = match.capturedStart();
        if (marks.at(size_t(start)).guarded) continue;
        const auto length = trimmedLength(match.capturedView());
        const auto url = urlFor(text.mid(start, length));
        if (!url.isValid() || url.isEmpty()) continue;
        for (auto i = start; i < start + length; ++i) {
            marks.at(size_t(i)).link = int(urls.size());
            marks.at(size_t(i)).guarded = true;
        }
        urls.append(url);
    }
    return urls;
}

bool opens(const QString &text, qsizetype at)
{
    if (at + 1 >= text.size()) return false;
    const QChar next = text.at(at + 1);
    return !next.isSpace() && next != text.at(at) && (at == 0 || (!isWordCharacter(text.at(at - 1)) && text.at(at - 1) != text.at(at)));
}

bool closes(const QString &text, qsizetype at)
{
    const bool endOfWord = at + 1 == text.size() || (!isWordCharacter(text.at(at + 1)) && text.at(at + 1) != text.at(at));
    return endOfWord && !text.at(at - 1).isSpace();
}

void markStyle(const QString &text, QChar marker, TextStyle style, std::vector<Mark> &marks)
{
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\n') open = -1;
        if (text.at(i) != marker || marks.at(size_t(i)).guarded) continue;
        if (open >= 0 && i > open + 1 && closes(text, i)) {
            marks.at(size_t(open)).removed = marks.at(size_t(i)).removed = true;
            for (auto inside = open + 1; inside < i; ++inside) marks.at(size_t(inside)).styles |= style;
            open = -1;
        } else if (opens(text, i)) {
            open = i;
        }
    }
}

void append(FormattedText &result, QChar c, const Mark &mark, const QList<QUrl> &urls)
{
    const int at = int(result.text.size());
    result.text.append(c);
    if (mark.styles) {
        if (!result.spans.isEmpty() && result.spans.last().styles == mark.styles
            && result.spans.last().start + result.spans.last().length == at) {
            ++result.spans.last().length;
        } else {
            result.spans.append({at, 1, mark.styles});
        }
    }
    if (mark.link < 0) return;
    if (!result.links.isEmpty() && result.links.last().url == urls.at(mark.link)
        && result.links.last().start + result.links.last().length == at) {
        ++result.links.last().length;
    } else {
        result.links.append({at, 1, urls.at(mark.link)});
    }
}

} // namespace

QString cleanText(const QString &raw)
{
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        if (c.isHighSurrogate() && i + 1 < raw.size() && raw.at(i + 1).isLowSurrogate()) {
            text.append(c);
            text.append(raw.at(++i));
        } else if (c.isSurrogate()) {
            text.append(QChar::ReplacementCharacter);
        } else if (c == u'\r') {
            if (i + 1 == raw.size() || raw.at(i + 1) != u'\n') text.append(u'\n');
        } else if (c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control) {
            text.append(c == QChar::ParagraphSeparator ? QChar(u'\n') : c);
        }
    }
    return text;
}

FormattedText formatWhatsAppText(const QString &raw, int limit)
{
    FormattedText result;
    auto text = cleanText(raw.size() > limit ? raw.left(limit) : raw);
    while (text.endsWith(u'\n') || text.endsWith(u' ')) text.chop(1);
    if (raw.size() > limit) {
        result.shortened = true;
        const auto word = text.lastIndexOf(u' ');
        if (word > limit - 80) text.truncate(word);
        if (!text.isEmpty() && text.back().isHighSurrogate()) text.chop(1);
        text += u'…';
    }
    std::vector<Mark> marks(size_t(text.size()), Mark{});
    markCode(text, u"```", true, marks);
    markCode(text, u"`", false, marks);
    const auto urls = markLinks(text, marks);
    markStyle(text, u'*', TextStyle::Bold, marks);
    markStyle(text, u'_', TextStyle::Italic, marks);
    markStyle(text, u'~', TextStyle::Strike, marks);
    result.text.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto &mark = marks.at(size_t(i));
        if (!mark.removed) append(result, text.at(i), mark, urls);
    }
    return result;
}

QString linkTarget(const QUrl &url)
{
    if (url.scheme() == "mailto"_L1 || url.scheme() == "tel"_L1) return url.path();
    return url.host(QUrl::FullyEncoded);
}

} // namespace Tandem
