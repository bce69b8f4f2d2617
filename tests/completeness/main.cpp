#include "tests/completeness/completeness_run.h"

#include <QApplication>
#include <QTextStream>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

QString cell(const Outcome &outcome)
{
    const auto mark = [](bool yes) { return yes ? u"✓"_s : u"✗"_s; };
    return mark(outcome.received) + mark(outcome.stored) + mark(outcome.shown);
}

} // namespace

/// Prints the README's tables of what Tandem does with each kind of webhook, from real runs over HTTP; 1 when a mark is missing.
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QTextStream out(stdout);
    CompletenessRun run;
    bool whole = run.noticesWhatIsMissing();
    if (!whole) out << "The checks notice nothing.\n";
    const auto take = [&whole](const Outcome &outcome) {
        whole = whole && outcome.whole();
        return cell(outcome);
    };
    out << "✓✓✓ = received, stored, shown.\n\n| Content | Customer | Phone (echo) | History |\n|---|---|---|---|\n";
    for (const auto &each : contentCases()) {
        out << "| " << each.name << " | " << take(run.fromCustomer(each)) << " | " << (each.customerOnly ? u"–"_s : take(run.fromPhone(each)))
            << " | " << (each.liveOnly ? u"–"_s : take(run.fromHistory(each))) << " |\n";
        out.flush();
    }
    out << "\n| Change | received, stored, shown |\n|---|---|\n";
    for (const auto &change : run.changes()) out << "| " << change.name << " | " << take(change.outcome) << " |\n";
    return whole ? 0 : 1;
}
