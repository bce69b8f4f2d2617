#include "ui/composer/canned/canned_text.h"

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

struct Known
{
    QString label;
    QString value;
};

QHash<QString, Known> known(const CannedFacts &facts)
{
    const QLocale locale;
    const auto first = facts.contactName.section(u' ', 0, 0, QString::SectionSkipEmpty);
    return {{u"contact.name"_s, {Words::tr("Customer's name"), facts.contactName}},
        {u"contact.first_name"_s, {Words::tr("Customer's first name"), first}},
        {u"contact.phone"_s, {Words::tr("Customer's phone number"), facts.contactPhone}},
        {u"number.name"_s, {Words::tr("Name of this number"), facts.numberName}},
        {u"agent.name"_s, {Words::tr("Your name"), facts.agentName}},
        {u"date"_s, {Words::tr("Date"), locale.toString(facts.now.date(), QLocale::ShortFormat)}},
        {u"time"_s, {Words::tr("Time"), locale.toString(facts.now.time(), QLocale::ShortFormat)}}};
}

/// Empty when only the person can tell.
QString valueOf(const Variable &variable, const QHash<QString, Known> &facts)
{
    if (variable.key.startsWith(u'?')) return {};
    const auto value = facts.value(variable.key.toLower()).value.simplified();
    return value.isEmpty() ? variable.fallback : value;
}

QString labelOf(const Variable &variable, const QHash<QString, Known> &facts)
{
    if (variable.key.startsWith(u'?')) return variable.key.mid(1).trimmed();
    const auto label = facts.value(variable.key.toLower()).label;
    return label.isEmpty() ? variable.key : label;
}

} // namespace

QList<CannedQuestion> questions(const QString &body, const CannedFacts &facts)
{
    const auto all = known(facts);
    QList<CannedQuestion> result;
    for (auto it = pattern().globalMatch(body); it.hasNext();) {
        const auto variable = variableOf(it.next());
        if (!valueOf(variable, all).isEmpty()) continue;
        const CannedQuestion question{variable.key, labelOf(variable, all)};
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
        const auto key = variableOf(it.next()).key;
        if (!key.startsWith(u'?') && !all.contains(key.toLower()) && !result.contains(key)) result.append(key);
    }
    return result;
}

} // namespace Tandem::CannedText
