#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Tandem {

/// One emoji as Unicode lists it.
struct Emoji
{
    QString text;
    int group = 0; ///< 0–8, in Unicode's order
    QStringList tones; ///< from light to dark; empty when it has none
    QStringList english; ///< words to find it by, its name first
    QStringList chinese;

    [[nodiscard]] QString name(bool inChinese) const;
    [[nodiscard]] QString toned(int tone) const; ///< 0: as listed, 1–5
};

/// All emoji with their names, from Unicode's emoji list and CLDR's annotations. Pure; read once.
class EmojiTable
{
public:
    static constexpr int Groups = 9;
    EmojiTable(); ///< a few milliseconds

    [[nodiscard]] const QList<Emoji> &all() const { return m_all; }
    /// By English or Chinese words, whichever the query is in; best first.
    [[nodiscard]] QList<int> search(const QString &query) const;
    [[nodiscard]] int indexOf(const QString &text) const; ///< −1; any skin tone is found too

private:
    QList<Emoji> m_all;
    QHash<QString, int> m_places;
};

/// The table, read with its first use and never changed: constant data like a font.
[[nodiscard]] const EmojiTable &emojiTable();

} // namespace Tandem
