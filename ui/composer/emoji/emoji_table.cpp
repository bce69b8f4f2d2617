#include "ui/composer/emoji/emoji_table.h"

#include <QFile>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// 0: no fit. The name counts more than other words, its start more than the rest.
int scoreOf(const QStringList &words, const QString &query)
{
    int best = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto at = words.at(i).indexOf(query, 0, Qt::CaseInsensitive);
        if (at < 0) continue;
        const bool start = at == 0 || words.at(i).at(at - 1) == u' ';
        const bool latin = query.at(0).unicode() < 0x2e80;
        if (latin && !start && query.size() < 3) continue; // two letters inside a word find too much
        int score = start ? 40 : 10;
        if (words.at(i).size() == query.size()) score += 40;
        if (i == 0) score += 20;
        best = std::max(best, score);
    }
    return best;
}

} // namespace

QString Emoji::name(bool inChinese) const
{
    return inChinese && !chinese.isEmpty() ? chinese.first() : english.value(0);
}

QString Emoji::toned(int tone) const
{
    return tone < 1 ? text : tones.value(tone - 1, text);
}

const EmojiTable &emojiTable()
{
    static const EmojiTable table;
    return table;
}

EmojiTable::EmojiTable()
{
    QFile file(u":/emoji/emoji.tsv"_s);
    if (!file.open(QIODevice::ReadOnly)) return;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    m_all.reserve(lines.size());
    for (const auto &line : lines) {
        const auto fields = line.split(u'\t');
        if (fields.size() != 5) continue;
        Emoji emoji{fields.at(0), fields.at(1).toInt(), fields.at(2).split(u' ', Qt::SkipEmptyParts),
            fields.at(3).split(u'|', Qt::SkipEmptyParts), fields.at(4).split(u'|', Qt::SkipEmptyParts)};
        m_places.insert(emoji.text, int(m_all.size()));
        for (const auto &tone : std::as_const(emoji.tones)) m_places.insert(tone, int(m_all.size()));
        m_all.append(std::move(emoji));
    }
}

QList<int> EmojiTable::search(const QString &query) const
{
    const auto words = query.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) return {};
    QList<std::pair<int, int>> found; // minus score, place: the sort keeps Unicode's order among equals
    for (int i = 0; i < m_all.size(); ++i) {
        int total = 0;
        for (const auto &word : words) {
            const int score = std::max(scoreOf(m_all.at(i).english, word), scoreOf(m_all.at(i).chinese, word));
            total = score == 0 ? -1'000'000 : total + score;
        }
        if (total > 0) found.append({-total, i});
    }
    std::sort(found.begin(), found.end());
    QList<int> result;
    for (const auto &[score, place] : std::as_const(found)) result.append(place);
    return result;
}

int EmojiTable::indexOf(const QString &text) const { return m_places.value(text, -1); }

} // namespace Tandem
