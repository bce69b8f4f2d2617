#include "ui/composer/templates/template_words.h"

#include "core/coexistence/send_cost.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::TemplateWords)
};

} // namespace

QString templateLanguage(const QString &code)
{
    const QLocale locale(code);
    if (locale.language() == QLocale::C) return code;
    const bool country = code.contains(u'_');
    // 简体 and 繁體 say more than the country does.
    if (locale.language() == QLocale::Chinese) return code == "zh_CN"_L1 ? u"简体中文"_s : code == "zh_HK"_L1 ? u"繁體中文（香港）"_s : u"繁體中文"_s;
    // Of languages with many countries the system names the country's form: "American English".
    static const QHash<QLocale::Language, QString> plain{{QLocale::English, u"English"_s}, {QLocale::Spanish, u"Español"_s},
        {QLocale::Portuguese, u"Português"_s}, {QLocale::French, u"Français"_s}, {QLocale::German, u"Deutsch"_s}, {QLocale::Arabic, u"العربية"_s}};
    auto name = plain.value(locale.language(), locale.nativeLanguageName());
    if (!name.isEmpty()) name[0] = name.at(0).toUpper();
    return country ? u"%1 (%2)"_s.arg(name, locale.nativeTerritoryName()) : name;
}

QString templateCategory(const QString &category)
{
    // The cost line says the same word in the middle of a sentence.
    auto name = SendCost::categoryName(category);
    if (!name.isEmpty()) name[0] = name.at(0).toUpper();
    return name;
}

QString templateStatus(const QString &status)
{
    const QHash<QString, QString> words{{u"APPROVED"_s, Words::tr("Approved")}, {u"PENDING"_s, Words::tr("In review")}, {u"REJECTED"_s, Words::tr("Rejected")},
        {u"PAUSED"_s, Words::tr("Paused")}, {u"DISABLED"_s, Words::tr("Disabled")}, {u"IN_APPEAL"_s, Words::tr("In appeal")},
        {u"FLAGGED"_s, Words::tr("Flagged")}, {u"LIMIT_EXCEEDED"_s, Words::tr("Limit reached")}, {u"ARCHIVED"_s, Words::tr("Archived")},
        {u"PENDING_DELETION"_s, Words::tr("Being deleted")}, {u"LOCKED"_s, Words::tr("Locked")}};
    return words.value(status.toUpper(), status);
}

} // namespace Tandem
