#pragma once

#include "core/coexistence/send_pacer.h"
#include "tests/coexistence/cases.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

// A world of its own, in integer microseconds: a backlog of sends, a network that delays and loses, a phone whose echoes
// come late, doubled and in disorder, a platform that counts and refuses, crashes and stepped clocks. It judges the pacer by
// its own records and shares nothing with it but the types of its calls.

struct Scene
{
    quint64 seed = 1;
    int limit = 5;
    qint64 duration = 30'000'000;
    qint64 timeout = 10'000'000;
    qint64 rttLow = 20'000;
    qint64 rttHigh = 400'000;
    qint64 claimHigh = 5'000; ///< between grant and first byte
    int maxInFlight = 4;
    int bulkPercent = 0; ///< of the backlog; 100: bulk only
    int lossPercent = 0; ///< no response; the request arrives late or never
    int cancelPercent = 0; ///< never written
    int forgottenPercent = 0; ///< the ticket is never given back
    int phoneMessages = 0;
    qint64 echoDelayHigh = 10'000'000;
    int echoTwicePercent = 0;
    bool phoneTypesInBursts = false; ///< eight messages 3–8 s apart, then minutes of nothing; echoes median 1.5 s, now and then 10 s
    std::vector<std::pair<qint64, int>> limitChanges; ///< at, new limit
    std::vector<qint64> crashes;
    qint64 clockStep = 0; ///< wall clock, applied at each crash
    int hiddenLimit = 0; ///< the platform refuses above it; 0: it only counts
};

class PacerSimulation
{
public:
    explicit PacerSimulation(const Scene &scene);
    /// Empty, or the first rule that was broken.
    [[nodiscard]] QString run();

    int sent = 0;
    int refused = 0; ///< 130429 answers
    int refusedAfterMinute = 0;
    int sentAfterMinute = 0;
    qint64 lastArrival = 0;
    qint64 firstArrival = -1;
    qint64 overLimitMoments = 0; ///< as the pacer counts them
    qint64 trueMomentsOver = 0; ///< as the platform's side counts them: seconds in which phone and API passed the limit
    [[nodiscard]] double meanPerSecond() const;

private:
    struct Record
    {
        Tandem::SendPacer::Ticket ticket;
        qint64 grant = 0;
        int life = 0; ///< which run of the program
        bool bulk = false;
        bool cancelled = false;
        std::optional<qint64> written;
        std::optional<qint64> arrival; ///< at the platform; drawn when written
        std::optional<qint64> knownEnd; ///< what the program knows
        qint64 latestEnd = 0;
        bool refusal = false;
        qint64 wallWritten = 0;
        std::optional<qint64> wallDone;
    };
    struct PhoneMessage
    {
        qint64 at = 0;
        qint64 second = 0; ///< start of its second on the platform's clock
        QString wamid;
        std::vector<qint64> known; ///< when echoes of it arrived
    };
    using Step = std::function<void()>;

    void at(qint64 time, Step step);
    void pump();
    void grant(const Tandem::SendPacer::Ticket &ticket, bool bulk);
    void write(size_t index);
    void respond(size_t index);
    void crash();
    void scriptPhone();
    void hearPhone(qint64 time);
    void countTrueMoments();
    template<typename Match>
    [[nodiscard]] int count(qint64 from, Match match) const;
    [[nodiscard]] qint64 longestSlot() const;
    [[nodiscard]] int inFlight() const;
    [[nodiscard]] int limitNow(qint64 since) const;
    [[nodiscard]] int allowed(qint64 t, bool bulk) const;
    [[nodiscard]] int ours(qint64 from) const;
    [[nodiscard]] bool ruleAllows(qint64 t, qint64 since, bool bulk) const;
    void fail(const QString &why);
    void checkWindows();

    const Scene m_scene;
    Dice m_dice;
    std::unique_ptr<Tandem::SendPacer> m_pacer;
    qint64 m_now = 0;
    qint64 m_wallOffset = 1'000'000'000;
    int m_life = 0;
    bool m_down = false;
    qint64 m_heldUntil = 0; ///< first second after a restart, or the pause after a refusal
    bool m_backedOff = false;
    std::optional<bool> m_nextIsBulk;
    qint64 m_nextWake = -1;
    std::vector<std::pair<qint64, int>> m_limits; ///< since, limit
    std::vector<Record> m_records;
    std::vector<PhoneMessage> m_phone;
    std::multimap<qint64, Step> m_agenda;
    std::vector<qint64> m_platform; ///< arrivals, for its own count
    QString m_fault;
};
