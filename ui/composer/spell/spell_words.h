#pragma once

#include <QList>
#include <QString>

namespace Tandem {

struct SpellWord
{
    int start = 0;
    QString text;
    friend bool operator==(const SpellWord &, const SpellWord &) = default;
};

/// The words of a line that a dictionary can judge: letters of spaced scripts. Addresses, @names, words with digits,
/// canned variables and Chinese, Japanese, Korean or Thai text are left out. Pure.
[[nodiscard]] QList<SpellWord> spellWords(const QString &line);

} // namespace Tandem
