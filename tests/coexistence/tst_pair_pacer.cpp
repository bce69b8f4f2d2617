#include "core/coexistence/pair_pacer.h"
#include "tests/coexistence/cases.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace std::chrono_literals;

namespace {

constexpr auto Agent = SendPriority::Agent;
constexpr auto Bulk = SendPriority::Bulk;
constexpr MonoTime Start{Micros(5'000'000)};
constexpr auto Margin = PairPacer::Margin;
constexpr auto Step = PairPacer::Options().interval;

int take(PairPacer &pacer, const QString &recipient, MonoTime now, SendPriority priority = Agent)
{
    int taken = 0;
    while (pacer.tryAcquire(recipient, now, priority)) {
        pacer.finished(recipient, now, true);
        ++taken;
    }
    return taken;
}

MonoTime mono(qint64 us) { return MonoTime(Micros(us)); }

/// A burst ends the margin short of the full debt: the last one of it goes that much later.
int takeBurst(PairPacer &pacer, const QString &recipient, MonoTime now, SendPriority priority = Agent)
{
    const int most = take(pacer, recipient, now, priority);
    return most + take(pacer, recipient, now + Margin, priority);
}

/// The platform's side: refuses what passes a burst of 45 paid back at one per 6 s, by arrival.
class PairPlatform
{
public:
    bool accepts(qint64 arrival)
    {
        const qint64 paid = std::max(m_paidUntil, arrival) + 6'000'000;
        if (paid - arrival > 45 * 6'000'000LL) return false;
        m_paidUntil = paid;
        return true;
    }

private:
    qint64 m_paidUntil = 0;
};

/// One recipient gets all it can for some minutes, with answers in any order.
QString floodOne(quint64 seed)
{
    Dice dice(seed);
    PairPacer pacer;
    std::multimap<qint64, bool> agenda; // time, is an answer
    std::vector<qint64> arrivals;
    const qint64 rtt = dice.oneOf<qint64>({1'000, 300'000, 4'000'000});
    qint64 now = dice.between(0, 1'000'000);
    int inFlight = 0;
    const int most = int(dice.oneOf<qint64>({1, 2, 10, 100}));
    const qint64 end = now + 500'000'000;
    while (now < end) {
        while (inFlight < most && pacer.tryAcquire(u"a"_s, mono(now), Agent)) {
            const qint64 took = dice.between(0, rtt);
            arrivals.push_back(now + dice.between(0, took));
            agenda.emplace(now + took, true);
            ++inFlight;
        }
        if (inFlight < most) {
            const qint64 next = pacer.nextChance(u"a"_s, mono(now), Agent).time_since_epoch().count();
            if (next <= now) return u"nextChance and tryAcquire disagree"_s;
            agenda.emplace(next, false);
        }
        now = agenda.begin()->first;
        const bool answer = agenda.begin()->second;
        agenda.erase(agenda.begin());
        if (!answer) continue;
        pacer.finished(u"a"_s, mono(now), true);
        --inFlight;
    }
    std::sort(arrivals.begin(), arrivals.end());
    PairPlatform platform;
    for (const qint64 arrival : arrivals) {
        if (!platform.accepts(arrival)) return u"131056 at %1"_s.arg(arrival);
    }
    PairPlatform another; // its clock is slow, and its stamps are up to 8 ms off
    const qint64 first = arrivals.front();
    for (const qint64 arrival : arrivals) {
        const qint64 stamp = first + (arrival - first) * 9'995 / 10'000 + dice.between(-8'000, 8'000);
        if (!another.accepts(stamp)) return u"131056 by the platform's clock at %1"_s.arg(arrival);
    }
    const auto least = 45 + (500 - 30) / 6 - 10;
    return qsizetype(arrivals.size()) >= least || rtt * 10 > 10'000'000 || most == 1
        ? QString() : u"only %1 sent"_s.arg(arrivals.size());
}

} // namespace

class TestPairPacer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void burstOf45ThenOnePer6Seconds()
    {
        PairPacer pacer;
        QCOMPARE(take(pacer, u"a"_s, Start), 44);
        QCOMPARE(pacer.nextChance(u"a"_s, Start, Agent), Start + Margin);
        QCOMPARE(take(pacer, u"a"_s, Start + Margin), 1);
        QCOMPARE(pacer.nextChance(u"a"_s, Start + Margin, Agent), Start + Step + Margin);
        QCOMPARE(take(pacer, u"a"_s, Start + Step + Margin - 1us), 0);
        for (int i = 1; i <= 20; ++i) QCOMPARE(take(pacer, u"a"_s, Start + i * Step + Margin), 1);
        QCOMPARE(takeBurst(pacer, u"b"_s, Start), 45);
        // Paid back in full: the burst is there again.
        QCOMPARE(takeBurst(pacer, u"a"_s, Start + 65 * Step), 45);
    }

    void neverCloserThanSixSecondsByAnyClock()
    {
        PairPacer pacer;
        (void)takeBurst(pacer, u"a"_s, Start);
        MonoTime now = pacer.nextChance(u"a"_s, Start + Margin, Agent);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(take(pacer, u"a"_s, now), 1);
            const auto next = pacer.nextChance(u"a"_s, now, Agent);
            // A clock that is 500 ppm slow and stamps the two messages 10 ms closer together.
            const auto seen = double((next - now).count()) * 0.9995 - 10'000;
            QVERIFY2(seen >= 6'000'000, qPrintable(QString::number(seen)));
            now = next;
        }
    }

    void bulkKeepsToTen()
    {
        PairPacer pacer;
        QCOMPARE(takeBurst(pacer, u"a"_s, Start, Bulk), 10);
        QCOMPARE(take(pacer, u"a"_s, Start + Margin, Agent), 35);
        QCOMPARE(pacer.nextChance(u"a"_s, Start + Margin, Bulk), Start + 36 * Step + Margin);
    }

    void aRefusalStopsOnlyThatRecipient()
    {
        PairPacer pacer;
        MonoTime now = Start;
        for (const Seconds wait : {1s, 4s, 16s, 64s, 256s, 256s}) {
            QVERIFY(pacer.tryAcquire(u"a"_s, now, Agent));
            pacer.finished(u"a"_s, now, false);
            QCOMPARE(pacer.refusedByPair(u"a"_s, now), now + wait);
            QVERIFY(!pacer.tryAcquire(u"a"_s, now + wait - 1us, Agent));
            QVERIFY(pacer.tryAcquire(u"b"_s, now, Agent));
            pacer.finished(u"b"_s, now, true);
            now += wait;
        }
        QVERIFY(pacer.tryAcquire(u"a"_s, now, Agent));
        pacer.finished(u"a"_s, now, true);
        QCOMPARE(pacer.refusedByPair(u"a"_s, now), now + 1s); // an accepted one ends the back-off
    }

    void refusalsOfOneBurstAreOne()
    {
        PairPacer pacer;
        QCOMPARE(pacer.refusedByPair(u"a"_s, Start), Start + 1s);
        QCOMPARE(pacer.refusedByPair(u"a"_s, Start + 900ms), Start + 1s);
        QCOMPARE(pacer.refusedByPair(u"a"_s, Start + 1s), Start + 5s);
    }

    void aCancelledSendCostsNothing()
    {
        PairPacer pacer;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(pacer.tryAcquire(u"a"_s, Start, Agent));
            pacer.cancelled(u"a"_s, Start);
        }
        QCOMPARE(pacer.remembered(), 0);
        pacer.cancelled(u"a"_s, Start);
        pacer.finished(u"nobody"_s, Start, true);
        QCOMPARE(takeBurst(pacer, u"a"_s, Start), 45);
    }

    void memoryIsBounded()
    {
        PairPacer pacer;
        qsizetype most = 0;
        MonoTime now = Start;
        for (int i = 0; i < 200'000; ++i) {
            const auto recipient = QString::number(i);
            QVERIFY(pacer.tryAcquire(recipient, now, Agent));
            if (i % 10) pacer.finished(recipient, now, true); // the others are never given back
            if (i % 1000 == 0) pacer.refusedByPair(recipient, now);
            now += 50ms;
            most = std::max(most, pacer.remembered());
        }
        // 20 a second: 6 s of debt, ten minutes of the forgotten tenth, an hour of the refused thousandth, doubled.
        QVERIFY2(most < 4000, qPrintable(QString::number(most)));
    }

    void thePlatformNeverRefusesWhateverTheNetworkDoes()
    {
        forAllSeeds(20, 1000, floodOne);
    }

    void refusalOfOneDelaysNoOther()
    {
        forAllSeeds(21, 1000, [](quint64 seed) {
            Dice dice(seed);
            PairPacer pacer;
            MonoTime now = Start;
            std::vector<int> burst(20, 0);
            for (int i = 0; i < 200; ++i) {
                now += Micros(dice.between(0, 50'000));
                if (dice.chance(30)) (void)pacer.refusedByPair(u"a"_s, now);
                const auto other = size_t(dice.between(0, 19));
                if (burst[other]++ >= 45) continue;
                const auto recipient = u"b%1"_s.arg(other);
                if (pacer.nextChance(recipient, now, Agent) != now) return u"%1 waits for a"_s.arg(recipient);
                if (!pacer.tryAcquire(recipient, now, Agent)) return u"%1 refused"_s.arg(recipient);
                pacer.finished(recipient, now, true);
            }
            return QString();
        });
    }
};

QTEST_GUILESS_MAIN(TestPairPacer)
#include "tst_pair_pacer.moc"
