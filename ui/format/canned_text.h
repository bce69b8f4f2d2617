#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Tandem {

/// What the variables of a canned reply stand for in one conversation.
struct CannedFacts
{
    QString contactName; ///< empty when the customer's name is not known
    QString contactPhone; ///< as people write it
    QString numberName;
    QString agentName;
    QDateTime now; ///< local
};

/// Something that only the person knows: a {{?Question}}, or a variable that is empty here and has no fallback.
struct CannedQuestion
{
    QString key; ///< as it stands in the text
    QString label;
    friend bool operator==(const CannedQuestion &, const CannedQuestion &) = default;
};

/// Something that a canned reply may name.
struct CannedVariable
{
    QString key;
    QString label; ///< translated
};

/// What a canned reply becomes. Variables: {{contact.name|there}} (a name and, after the bar, a fallback),
/// {{contact.first_name}}, {{contact.phone}}, {{number.name}}, {{agent.name}}, {{date}}, {{time}}; {{?Question}} asks.
/// Nothing ever resolves to an empty text: what is empty and has no fallback is asked. Pure.
namespace CannedText {

[[nodiscard]] QList<CannedVariable> variables();
/// Each once, in the order of the text.
[[nodiscard]] QList<CannedQuestion> questions(const QString &body, const CannedFacts &facts);
/// nullopt while an answer (by CannedQuestion::key) is missing or empty.
[[nodiscard]] std::optional<QString> fill(const QString &body, const CannedFacts &facts, const QHash<QString, QString> &answers = {});
/// "{{…}}" that are neither variables nor questions, as they stand: whoever sends the reply is asked for them.
[[nodiscard]] QStringList unknownVariables(const QString &body);

} // namespace CannedText
} // namespace Tandem
