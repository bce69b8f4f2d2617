#include "core/coexistence/send_pacer.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace std::chrono_literals;

namespace {

constexpr auto Agent = SendPriority::Agent;
constexpr auto Bulk = SendPriority::Bulk;
constexpr MonoTime Start{Micros(5'000'000)};
constexpr Micros Free = 1s + 1ms + 1us; ///< after its answer a slot is free again

/// How many slots can be had at this moment; each is answered at once.
int take(SendPacer &pacer, MonoTime now, SendPriority priority = Agent)
{
    int taken = 0;
    while (const auto ticket = pacer.tryAcquire(now, priority)) {
        pacer.finished(*ticket, now);
        ++taken;
    }
    return taken;
}

} // namespace

class TestSendPacer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesFiveThenWaitsASecond()
    {
        SendPacer pacer;
        QCOMPARE(take(pacer, Start), 5);
        QCOMPARE(pacer.nextChance(Start, Agent), Start + Free);
        QCOMPARE(take(pacer, Start + Free - 1us), 0);
        QCOMPARE(take(pacer, Start + Free), 5);
    }

    void aSlotLastsUntilASecondAfterItsAnswer()
    {
        SendPacer pacer(SendPacer::Options{.limit = 1});
        const auto ticket = pacer.tryAcquire(Start, Agent);
        QVERIFY(ticket);
        QVERIFY(!pacer.tryAcquire(Start + 3s, Agent));
        pacer.finished(*ticket, Start + 3s);
        QCOMPARE(pacer.nextChance(Start + 3s, Agent), Start + 3s + Free);
        QVERIFY(pacer.tryAcquire(Start + 3s + Free, Agent));
    }

    void withoutAnAnswerASlotIsHeldToItsTimeOutAndASecond()
    {
        SendPacer pacer(SendPacer::Options{.limit = 1, .timeout = 10s});
        const auto ticket = pacer.tryAcquire(Start, Agent);
        pacer.written(*ticket, Start + 2s);
        QCOMPARE(pacer.nextChance(Start + 3s, Agent), Start + 2s + 10s + 1s + Free);
        pacer.timedOut(*ticket, Start + 4s);
        QCOMPARE(pacer.nextChance(Start + 4s, Agent), Start + 4s + 1s + Free);
    }

    void aCancelledSlotWasNeverUsed()
    {
        SendPacer pacer(SendPacer::Options{.limit = 1});
        pacer.cancelled(*pacer.tryAcquire(Start, Agent));
        QVERIFY(pacer.tryAcquire(Start, Agent));
    }

    void aTicketIsGivenBackOnce()
    {
        SendPacer pacer(SendPacer::Options{.limit = 1});
        const auto ticket = pacer.tryAcquire(Start, Agent);
        pacer.finished(*ticket, Start);
        pacer.finished(*ticket, Start + 900ms);
        pacer.timedOut(*ticket, Start + 900ms);
        pacer.written(*ticket, Start + 900ms);
        QVERIFY(pacer.tryAcquire(Start + Free, Agent));
    }

    void keepsTwoForThePhoneWhileItIsActive()
    {
        SendPacer pacer;
        pacer.echo(Start, Start - 500ms, u"wamid.E");
        // The echo may have happened as late as start + 0.5 s: within the last second it uses the reserve up.
        QCOMPARE(take(pacer, Start), 3);
        QCOMPARE(pacer.snapshot(Start).phone, 1);
        QCOMPARE(pacer.snapshot(Start).reserve, 1);
        QCOMPARE(take(pacer, Start + 10s), 3);
        QCOMPARE(pacer.snapshot(Start + 10s).reserve, 2);
        const auto quiet = Start - 500ms + 1s + 120s;
        QCOMPARE(take(pacer, quiet - 1us), 3);
        QCOMPARE(pacer.nextChance(quiet - 1us, Agent), quiet);
        QCOMPARE(take(pacer, quiet), 2); // the other three were just used
    }

    void moreEchoesThanTheReserveTakeMore()
    {
        SendPacer pacer;
        for (int i = 0; i < 3; ++i) pacer.echo(Start, Start, u"e%1"_s.arg(i));
        QCOMPARE(take(pacer, Start), 2);
        for (int i = 3; i < 50; ++i) pacer.echo(Start, Start, u"e%1"_s.arg(i));
        QCOMPARE(take(pacer, Start + 1s), 0); // two of the last second are more than the one that is always left
        QCOMPARE(take(pacer, Start + Free), 1);
        QCOMPARE(take(pacer, Start + 2s), 0);
        QCOMPARE(take(pacer, Start + Free + Free), 3); // the echoes are past, the reserve stays
    }

    void anEchoCountsOnceAndOurOwnMessageNever()
    {
        SendPacer pacer;
        const auto ticket = pacer.tryAcquire(Start, Agent);
        pacer.finished(*ticket, Start, u"wamid.OWN");
        pacer.echo(Start, Start, u"wamid.OWN");
        QCOMPARE(pacer.snapshot(Start).phone, 0);
        QCOMPARE(pacer.snapshot(Start).reserve, 0);
        pacer.echo(Start, Start, u"wamid.E");
        pacer.echo(Start, Start, u"wamid.E");
        QCOMPARE(pacer.snapshot(Start).phone, 1);
        // The other order: the echo first, then the answer that tells whose message it was.
        const auto second = pacer.tryAcquire(Start, Agent);
        pacer.echo(Start, Start, u"wamid.TWO");
        pacer.finished(*second, Start, u"wamid.TWO");
        QCOMPARE(pacer.snapshot(Start).phone, 1);
    }

    void anEchoFromTheFutureIsOfNow()
    {
        SendPacer pacer;
        pacer.echo(Start, Start + 3600s, u"wamid.E");
        QCOMPARE(take(pacer, Start), 3);
        QCOMPARE(take(pacer, Start + 1s + 120s), 5);
    }

    void anOldEchoWakesNoReserve()
    {
        SendPacer pacer;
        pacer.echo(Start, Start - 3600s, u"wamid.E");
        QCOMPARE(take(pacer, Start), 5);
        QCOMPARE(pacer.snapshot(Start).overLimitMoments, 0);
    }

    void bulkLeavesTwoForPeople()
    {
        SendPacer pacer;
        QCOMPARE(take(pacer, Start, Bulk), 3);
        QCOMPARE(take(pacer, Start, Agent), 2);
        QCOMPARE(take(pacer, Start + Free, Agent), 5);
        QCOMPARE(take(pacer, Start + Free, Bulk), 0);
        pacer.echo(Start + 10s, Start, u"wamid.E");
        QCOMPARE(take(pacer, Start + 10s, Bulk), 1);
    }

    void bulkIsNotStarvedByASmallLimit()
    {
        SendPacer pacer(SendPacer::Options{.limit = 2});
        QCOMPARE(take(pacer, Start, Bulk), 1);
        QCOMPARE(pacer.nextChance(Start, Bulk), Start + 3s + 1ms + 1us);
        QCOMPARE(take(pacer, Start, Agent), 1);
        QCOMPARE(take(pacer, Start + 2s, Bulk), 0);
        QCOMPARE(take(pacer, Start + 4s, Bulk), 1);
    }

    void aThousandBulkSendsDoNotDelayAReply()
    {
        SendPacer pacer;
        MonoTime now = Start;
        int waited = 0;
        for (int sent = 0; sent < 1000;) {
            if (pacer.tryAcquire(now, Bulk)) {
                ++sent; // its answer takes 31 s: the worst bulk can do
            } else if (sent % 50 == 0 && pacer.nextChance(now, Agent) > now + 1s) {
                ++waited;
            }
            now += 300ms;
        }
        QCOMPARE(waited, 0);
    }

    void backsOffAndRecovers()
    {
        SendPacer pacer(SendPacer::Options{.limit = 20});
        pacer.refusedByRate(Start);
        QVERIFY(pacer.snapshot(Start).paused);
        QCOMPARE(pacer.snapshot(Start).limit, 10);
        QCOMPARE(pacer.nextChance(Start, Agent), Start + 1s);
        QCOMPARE(take(pacer, Start + 1s), 10);
        QCOMPARE(take(pacer, Start + 29s), 10);
        QCOMPARE(take(pacer, Start + 31s), 12);
        QCOMPARE(take(pacer, Start + 121s), 18);
        QCOMPARE(take(pacer, Start + 151s), 20);
        QCOMPARE(pacer.snapshot(Start + 151s).rateRefusals, 1);
    }

    void pausesDoubleUpToAMinute()
    {
        SendPacer pacer(SendPacer::Options{.limit = 20});
        MonoTime now = Start;
        for (const Seconds pause : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
            pacer.refusedByRate(now);
            QCOMPARE(pacer.nextChance(now, Agent), now + pause);
            now += pause;
        }
        QCOMPARE(pacer.snapshot(now).limit, 1); // a pause is no sign that more would be taken
        // Half a minute without a refusal after a pause: the next one is short again.
        now += 31s;
        pacer.refusedByRate(now);
        QCOMPARE(pacer.nextChance(now, Agent), now + 1s);
    }

    void refusalsOfOneBurstAreOneIncident()
    {
        SendPacer pacer;
        const auto first = pacer.tryAcquire(Start, Agent);
        const auto second = pacer.tryAcquire(Start, Agent);
        pacer.finished(*first, Start + 100ms);
        pacer.refusedByRate(Start + 100ms, first);
        pacer.finished(*second, Start + 5s);
        pacer.refusedByRate(Start + 5s, second);
        QCOMPARE(pacer.snapshot(Start + 5s).limit, 2);
        QVERIFY(!pacer.snapshot(Start + 5s).paused);
        QCOMPARE(pacer.snapshot(Start + 5s).rateRefusals, 2);
    }

    void aRaisedLimitWaitsASecond()
    {
        SendPacer pacer;
        QCOMPARE(take(pacer, Start), 5);
        pacer.setLimit(Start + 100ms, 20);
        QCOMPARE(pacer.snapshot(Start + 100ms).limit, 5);
        QCOMPARE(take(pacer, Start + 200ms), 0);
        QCOMPARE(pacer.nextChance(Start + 200ms, Agent), Start + Free);
        QCOMPARE(take(pacer, Start + 100ms + Free), 20);
        pacer.setLimit(Start + 2s, 5);
        QCOMPARE(take(pacer, Start + 2s), 0);
        QCOMPARE(take(pacer, Start + 3s), 5);
    }

    void limitsAreClamped()
    {
        SendPacer none(SendPacer::Options{.limit = 0});
        QCOMPARE(take(none, Start), 1);
        SendPacer many(SendPacer::Options{.limit = 1000});
        QCOMPARE(take(many, Start), 80);
        many.setLimit(Start + 5s, -3);
        QCOMPARE(take(many, Start + 10s), 1);
    }

    void restoreHoldsASecondAndSendsWithoutAnswer()
    {
        SendPacer pacer(SendPacer::Options{.timeout = 10s});
        pacer.restore(Start, {{Start - 300ms, Start - 100ms}, {Start - 4s, std::nullopt}, {Start - 40s, std::nullopt}});
        QCOMPARE(pacer.snapshot(Start).used, 2);
        QCOMPARE(pacer.nextChance(Start, Agent), Start + 1s + 1ms);
        QCOMPARE(take(pacer, Start + 2s), 4);
        QCOMPARE(take(pacer, Start - 4s + 11s + Free), 5);
    }

    void restoreBearsASteppedClock()
    {
        SendPacer pacer(SendPacer::Options{.limit = 3, .timeout = 10s});
        // The wall clock went back an hour: the log lies in the future.
        pacer.restore(Start, {{Start + 3600s, Start + 3601s}, {Start + 3602s, std::nullopt}});
        QCOMPARE(take(pacer, Start + 1s), 0);
        QCOMPARE(take(pacer, Start + Free), 2);
        QCOMPARE(take(pacer, Start + 11s + Free), 3);
    }

    void timeNeverRunsBackwards()
    {
        SendPacer pacer;
        QCOMPARE(take(pacer, Start), 5);
        QCOMPARE(take(pacer, Start - 10s), 0);
        QVERIFY(pacer.nextChance(Start - 10s, Agent) > Start);
    }

    void countsMomentsOverTheLimitOnce()
    {
        SendPacer pacer;
        QCOMPARE(take(pacer, Start + 100ms), 5);
        pacer.echo(Start + 4s, Start, u"wamid.1");
        QCOMPARE(pacer.snapshot(Start + 4s).overLimitMoments, 1);
        pacer.echo(Start + 4s, Start, u"wamid.2");
        pacer.echo(Start + 4s, Start, u"wamid.1");
        QCOMPARE(pacer.snapshot(Start + 4s).overLimitMoments, 1);
        pacer.echo(Start + 4s, Start + 2s, u"wamid.3"); // nothing of ours in that second
        QCOMPARE(pacer.snapshot(Start + 4s).overLimitMoments, 1);
    }

    void countsMomentsAcrossTwoSeconds()
    {
        // The phone's message may have been the last of its second and ours the first of the next one.
        SendPacer pacer;
        QCOMPARE(take(pacer, Start + 1200ms), 5);
        pacer.echo(Start + 3s, Start, u"wamid.1");
        QCOMPARE(pacer.snapshot(Start + 3s).overLimitMoments, 1);
        // Granted although an echo of the last second is known by then: the rule leaves it room, so nothing is over.
        SendPacer knowing;
        knowing.echo(Start + 900ms, Start, u"wamid.1");
        QVERIFY(take(knowing, Start + 1200ms) < 5);
        QCOMPARE(knowing.snapshot(Start + 3s).overLimitMoments, 0);
        // Too far away to share a second, wherever in its second it was.
        SendPacer far;
        QCOMPARE(take(far, Start + 2100ms), 5);
        far.echo(Start + 4s, Start, u"wamid.1");
        QCOMPARE(far.snapshot(Start + 4s).overLimitMoments, 0);
    }

    void holdsWithManyThreads()
    {
        SendPacer pacer(SendPacer::Options{.limit = 50});
        const SystemClock clock;
        const MonoTime until = clock.monotonic() + 300ms;
        std::atomic<int> sent = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                while (clock.monotonic() < until) {
                    if (const auto ticket = pacer.tryAcquire(clock.monotonic(), i % 2 ? Agent : Bulk)) {
                        pacer.written(*ticket, clock.monotonic());
                        pacer.finished(*ticket, clock.monotonic(), QString::number(++sent));
                    }
                    pacer.echo(clock.monotonic(), clock.monotonic() - 5s, u"wamid.E");
                    if (pacer.snapshot(clock.monotonic()).used > 50) sent = 1000;
                    std::this_thread::yield();
                }
            });
        }
        for (auto &thread : threads) thread.join();
        QCOMPARE(sent.load(), 48); // the reserve for the phone stays free
    }
};

QTEST_GUILESS_MAIN(TestSendPacer)
#include "tst_send_pacer.moc"
