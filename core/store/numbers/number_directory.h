#pragma once

#include "core/domain/number.h"
#include "core/providers/events.h"
#include "core/store/sql/database.h"

#include <QHash>
#include <QSet>

namespace Tandem {

/// The numbers of the workspace while a batch works: finds the number an event belongs to, notes what the event says
/// of the number, writes it back once.
class NumberDirectory
{
public:
    explicit NumberDirectory(Writing &writing) : m_w(writing) {}

    [[nodiscard]] Result<> load(); ///< also anew, before anything was noted
    void begin(DeliveryId delivery); ///< what follows is said by this one
    /// Numbers that an event may turn out to be about, as far as they are known.
    [[nodiscard]] QSet<qint64> mayMean(const EventNumber &event) const;
    [[nodiscard]] QSet<qint64> everyone() const;
    /// Without metadata: the only number of its WABA, else the number `unknown` (see WaitingValues).
    [[nodiscard]] Result<NumberId> numberOf(const EventNumber &event);
    void sawEcho(NumberId number, UtcTime at);
    void sawCoexistence(NumberId number);
    void sawChunk(NumberId number, const HistoryChunkEvent &chunk);
    void sawDeclined(NumberId number);
    void addAccountFact(const AccountEvent &event);
    [[nodiscard]] Result<> write();
    [[nodiscard]] QHash<qint64, std::optional<UtcTime>> onboarded() const;
    /// True when a number was seen first, or got its WABA.
    [[nodiscard]] bool someoneGotNamed() const;
    [[nodiscard]] bool someoneWaits() const { return m_someoneWaits; } ///< a value went to the number `unknown`

private:
    struct Entry
    {
        NumberId id;
        QString phoneNumberId, wabaId, displayPhone;
        bool linkedHere = false; ///< its ids were set here, not learned from webhooks
        std::optional<UtcTime> onboardedAt, lastPhone;
        bool coexistence = false;
        HistoryState history = HistoryState::None;
        bool seen = false, chunk = false, complete = false, declined = false, named = false;
    };
    Entry *entry(NumberId id);
    void learn(Entry &entry, const EventNumber &event);
    [[nodiscard]] Result<> writeChunks();
    [[nodiscard]] Result<> writeAccountFacts();

    [[nodiscard]] Result<UtcTime> arrivalOf(DeliveryId delivery);

    Writing &m_w;
    DeliveryId m_delivery;
    QList<Entry> m_entries;
    QHash<QString, NumberId> m_resolved;
    QHash<QString, std::pair<NumberId, HistoryChunkEvent>> m_chunks;
    std::vector<std::pair<DeliveryId, const AccountEvent *>> m_accountEvents;
    bool m_someoneWaits = false;
};

} // namespace Tandem
