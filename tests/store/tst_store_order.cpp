#include "tests/store/event_soup.h"

#include <algorithm>

using namespace Tandem;
using namespace Tandem::Testing;

/// I2: any multiset, permutation and slicing of deliveries gives the same export, byte for byte.
/// TANDEM_SHUFFLES sets how many (20 by default, a thousand in the long run); seeds are printed.
class StoreOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shufflesGiveTheSameBytes();
};

namespace {

/// What WhatsApp said of customers, as their timelines show it; no part of the export either.
QList<QByteArray> notices(Workspace &w)
{
    QList<QByteArray> all;
    for (const auto &row : w.inbox()) {
        const auto page = waitFor(w->messages().newest(row.id, 200));
        for (const auto &m : page->messages) {
            if (!m.isEvent()) continue;
            const auto said = QJsonDocument(m.payload).toJson(QJsonDocument::Compact);
            all.append(row.identity.toUtf8() + ' ' + QByteArray::number(toEpochMillis(m.timestamp)) + ' ' + said);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

QList<QByteArray> exportOf(const std::vector<Event> &events, std::mt19937 *random)
{
    Workspace w;
    for (std::size_t from = 0; from < events.size();) {
        const std::size_t count = random ? 1 + (*random)() % 40 : events.size();
        const auto to = std::min(events.size(), from + count);
        if (!w.apply({events.begin() + qsizetype(from), events.begin() + qsizetype(to)})) return {};
        from = to;
    }
    const auto report = w->exporter().doctor();
    if (!report || !report->problems.isEmpty()) return {};
    // Prices are no part of the export, but as free of order.
    QHash<NumberId, QString> names;
    const auto numbers = waitFor(w->numbers().all());
    for (const auto &number : *numbers) names.insert(number.id, number.phoneNumberId);
    QList<QByteArray> prices;
    const auto usage = waitFor(w->usage().byMonth(QDate(2025, 10, 1), QDate(2025, 12, 1)));
    for (const auto &row : *usage) {
        prices.append(QStringLiteral("%1 %2 %3 %4 %5").arg(names.value(row.numberId), row.month.toString(Qt::ISODate), row.category).arg(row.billable).arg(row.messages).toUtf8());
    }
    std::sort(prices.begin(), prices.end());
    return w.lines() + prices + notices(w);
}

} // namespace

void StoreOrderTest::shufflesGiveTheSameBytes()
{
    const int count = std::max(1, qEnvironmentVariableIsSet("TANDEM_SHUFFLES") ? qEnvironmentVariableIntValue("TANDEM_SHUFFLES") : 20);
    const auto base = quint32(qEnvironmentVariableIsSet("TANDEM_SEED") ? qEnvironmentVariableIntValue("TANDEM_SEED") : 7000);
    for (int i = 0; i < count; ++i) {
        const quint32 seed = base + quint32(i);
        std::mt19937 random(seed);
        auto events = EventSoup(seed / 10).events();
        const auto expected = exportOf(events, nullptr);
        QVERIFY2(expected.size() > 60, qPrintable(QStringLiteral("seed %1").arg(seed)));
        for (int extra = 0; extra < 30; ++extra) events.push_back(events[random() % events.size()]);
        std::shuffle(events.begin(), events.end(), random);
        const auto got = exportOf(events, &random);
        for (qsizetype line = 0; line < std::max(expected.size(), got.size()); ++line) {
            if (expected.value(line) == got.value(line)) continue;
            qWarning("seed %u, line %lld\n  sorted   %s\n  shuffled %s", seed, (long long)line, expected.value(line).constData(), got.value(line).constData());
            QFAIL("the order of deliveries changed the tables");
        }
    }
}

QTEST_GUILESS_MAIN(StoreOrderTest)
#include "tst_store_order.moc"
