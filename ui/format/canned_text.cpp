#include "ui/format/canned_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::CannedText {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::CannedText)
};

struct Variable
{
    QString key; ///< "contact.name", "?Order number"
    QString fallback;
};

const QRegularExpression &pattern()
{
    static const QRegularExpression braces(u"\\{\\{\\s*([^{}|]+?)\\s*(?:\\|([^{}]*))?\\}\\}"_s);
    return braces;
}

Variable variableOf(const QRegularExpressionMatch &match)
{
    return {match.captured(1).simplified(), match.captured(2).trimmed()};
}

/// What the facts of a conversation answer, by variable.
QHash<QString, QString> known(const CannedFacts &facts)
{
    const QLocale locale;
    const auto first = facts.contactName.section(u' ', 0, 0, QString::SectionSkipEmpty);
    return {{u"contact.name"_s, facts.contactName}, {u"contact.first_name"_s, first}, {u"contact.phone"_s, facts.contactPhone},
        {u"number.name"_s, facts.numberName}, {u"agent.name"_s, facts.agentName},
        {u"date"_s, locale.toString(facts.now.date(), QLocale::ShortFormat)}, {u"time"_s, locale.toString(facts.now.time(), QLocale::ShortFormat)}};
}

/// Empty when only the person can tell.
QString valueOf(const Variable &variable, const QHash<QString, QString> &facts)
{
    if (variable.key.startsWith(u'?')) return {};
    const auto value = facts.value(variable.key.toLower()).simplified();
    return value.isEmpty() ? variable.fallback : value;
}

QString labelOf(const Variable &variable)
{
    if (variable.key.startsWith(u'?')) return variable.key.mid(1).trimmed();
    const auto all = variables();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const CannedVariable &v) { return v.key == variable.key.toLower(); });
    return found == all.cend() ? variable.key : found->label;
}

} // namespace

QList<CannedVariable> variables()
{
    return {{u"contact.name"_s, Words::tr("Customer’s name")}, {u"contact.first_name"_s, Words::tr("Customer’s first name")},
        {u"contact.phone"_s, Words::tr("Customer’s phone number")}, {u"number.name"_s, Words::tr("Name of this number")},
        {u"agent.name"_s, Words::tr("Your name")}, {u"date"_s, Words::tr("Date")}, {u"time"_s, Words::tr("Time")}};
}

QList<CannedQuestion> questions(const QString &body, const CannedFacts &facts)
{
    const auto all = known(facts);
    QList<CannedQuestion> result;
    for (auto it = pattern().globalMatch(body); it.hasNext();) {
        const auto variable = variableOf(it.next());
        if (!valueOf(variable, all).isEmpty()) continue;
        const CannedQuestion question{variable.key, labelOf(variable)};
        if (!result.contains(question)) result.append(question);
    }
    return result;
}

std::optional<QString> fill(const QString &body, const CannedFacts &facts, const QHash<QString, QString> &answers)
{
    const auto all = known(facts);
    QString result;
    qsizetype from = 0;
    for (auto it = pattern().globalMatch(body); it.hasNext();) {
        const auto match = it.next();
        const auto variable = variableOf(match);
        auto value = valueOf(variable, all);
        if (value.isEmpty()) value = answers.value(variable.key).trimmed();
        // A question may name what to take when nobody answers it.
        if (value.isEmpty()) value = variable.fallback;
        if (value.isEmpty()) return std::nullopt;
        result += body.mid(from, match.capturedStart() - from) + value;
        from = match.capturedEnd();
    }
    return result + body.mid(from);
}

QStringList unknownVariables(const QString &body)
{
    const auto all = known({});
    QStringList result;
    for (auto it = pattern().globalMatch(body); it.hasNext();) {
        const auto match = it.next();
        const auto key = variableOf(match).key;
        if (!key.startsWith(u'?') && !all.contains(key.toLower()) && !result.contains(match.captured())) result.append(match.captured());
    }
    return result;
}

} // namespace Tandem::CannedText
