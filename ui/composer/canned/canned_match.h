#pragma once

#include "core/domain/canned_reply.h"

#include <QList>
#include <QString>

#include <optional>

namespace Tandem {

/// A "/" that is being typed, and what follows it up to the caret.
struct SlashQuery
{
    int start = 0; ///< of the slash
    QString text; ///< without it
    friend bool operator==(const SlashQuery &, const SlashQuery &) = default;
};

/// The query at the caret, wherever in the text that is: a slash at the start, after a space or after a Chinese or other
/// unspaced character. Addresses ("https://…"), fractions ("1/2") and pairs ("and/or") are none.
[[nodiscard]] std::optional<SlashQuery> slashQueryAt(const QString &text, int caret);

/// Those that fit, best first: the shortcut counts more than the title, the title more than the text.
[[nodiscard]] QList<CannedReply> matchCanned(const QList<CannedReply> &all, const QString &query);

} // namespace Tandem
