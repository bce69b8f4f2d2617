#include "ui/numbers/use/usage_words.h"

#include "core/coexistence/send_cost.h"
#include "ui/numbers/number_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::UsageWords {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::UsageWords)
};

QString senderName(Origin origin)
{
    switch (origin) {
    case Origin::Phone: return Words::tr("Typed on the phone");
    case Origin::Agent: return Words::tr("Written here");
    case Origin::Bot: return Words::tr("Automatic replies");
    case Origin::Campaign: return Words::tr("Campaigns");
    case Origin::Api: return Words::tr("Other programs");
    case Origin::Customer:
    case Origin::Unknown: break;
    }
    return Words::tr("Sender not known");
}

QString categoryName(const QString &category)
{
    return category.isEmpty() ? Words::tr("price not told yet") : SendCost::categoryName(category);
}

} // namespace

QList<Line> lines(const QList<UsageRow> &rows, NumberId number, QDate month)
{
    QList<Line> all;
    for (const auto &row : rows) {
        if (row.numberId != number || row.month != month || row.messages == 0) continue;
        // What the phone sends has no price at the platform, so it has no category to tell either.
        const bool phone = row.origin == Origin::Phone && row.category.isEmpty();
        Line line;
        line.name = phone ? senderName(row.origin) : Words::tr("%1 · %2", "who sent, category").arg(senderName(row.origin), categoryName(row.category));
        line.billed = row.billable;
        line.messages = row.messages;
        const auto count = NumberWords::count(row.messages);
        if (row.billable) line.value = Words::tr("%1 billed").arg(count);
        else line.value = row.category.isEmpty() && !phone ? count : Words::tr("%1 free").arg(count);
        all.append(line);
    }
    std::stable_sort(all.begin(), all.end(), [](const Line &a, const Line &b) { return a.billed < b.billed; });
    return all;
}

QString summary(const QList<Line> &lines)
{
    qint64 billed = 0;
    qint64 free = 0;
    for (const auto &line : lines) (line.billed ? billed : free) += line.messages;
    if (billed + free == 0) return Words::tr("Nothing sent");
    return Words::tr("%1 billed · %2 not billed").arg(NumberWords::count(billed), NumberWords::count(free));
}

QString monthName(QDate month)
{
    return QLocale().toString(month, QLocale().language() == QLocale::Chinese ? u"yyyy年M月"_s : u"MMMM yyyy"_s);
}

} // namespace Tandem::UsageWords
