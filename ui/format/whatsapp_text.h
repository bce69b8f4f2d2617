#pragma once

#include <QFlags>
#include <QList>
#include <QString>
#include <QUrl>

namespace Tandem {

enum class TextStyle { Bold = 1, Italic = 2, Strike = 4, Mono = 8 };
Q_DECLARE_FLAGS(TextStyles, TextStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(TextStyles)

/// Positions are UTF-16 units of FormattedText::text.
struct TextSpan
{
    int start = 0;
    int length = 0;
    TextStyles styles;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

struct TextLink
{
    int start = 0;
    int length = 0;
    QUrl url; ///< http, https, mailto or tel only
    friend bool operator==(const TextLink &, const TextLink &) = default;
};

struct FormattedText
{
    QString text; ///< plain, markers taken out
    QList<TextSpan> spans;
    QList<TextLink> links;
    bool shortened = false; ///< there is more than `limit` allowed
};

/// What a person typed, with *bold*, _italic_, ~strike~, `code` and ```code``` as spans and addresses as links. The
/// result stays plain text: nothing in it can become markup. Longer than `limit` UTF-16 units: cut at a word.
[[nodiscard]] FormattedText formatWhatsAppText(const QString &raw, int limit = 65536);

/// Without control characters and broken surrogate pairs, which fonts draw as noise; line ends become '\n'.
[[nodiscard]] QString cleanText(const QString &raw);

/// Where a link leads, for people: the host in its ASCII (punycode) form, the mail address or the phone number.
[[nodiscard]] QString linkTarget(const QUrl &url);

} // namespace Tandem
