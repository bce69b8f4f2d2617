#pragma once

#include "tests/store/soup_words.h"
#include "tests/store/store_fixture.h"

#include <random>
#include <vector>

namespace Tandem::Testing {

/// A small world in events: every kind, overlapping identities, the same messages by several ways, facts about messages
/// that never come. Its order carries no meaning, so any shuffle, repetition and slicing must give the same tables.
class EventSoup
{
public:
    explicit EventSoup(quint32 seed) : m_random(seed) { fill(); }
    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }

private:
    int dice(int sides) { return int(m_random() % unsigned(sides)); }
    bool chance(int percent) { return dice(100) < percent; }

    /// A random part of a customer's identities, never none.
    Peer peer(int customer)
    {
        Peer all;
        const auto n = QString::number(customer);
        if (chance(70)) all.phone = QStringLiteral("1650000") + n;
        if (chance(40) || all.phone.isEmpty()) all.bsuid = QStringLiteral("US.") + n;
        if (chance(15)) all.parentBsuid = QStringLiteral("US.ENT.") + n;
        if (chance(20)) all.username = QStringLiteral("user") + n;
        if (chance(30)) all.profileName = QStringLiteral("Name ") + n + QLatin1Char(char('a' + dice(3)));
        return all;
    }
    EventNumber number(int customer)
    {
        // Customers 0–5 write to the first number, the others to the second one.
        if (customer < 6) return shop;
        return {QStringLiteral("600000000000002"), QStringLiteral("700000000000002"), QStringLiteral("15550783882")};
    }

    void addMessage(int i)
    {
        const int customer = i % 9;
        MessageEvent event;
        event.number = number(customer);
        event.wamid = QStringLiteral("wamid.%1").arg(i);
        event.timestamp = fromEpochSeconds(1'762'000'000 + i * 37 - i % 3);
        event.direction = i % 2 ? Direction::Out : Direction::In;
        const int kind = dice(8);
        const QString type = typeOf(kind);
        const bool media = kind < 4;
        const int ways = chance(30) ? 2 : 1;
        for (int way = 0; way < ways; ++way) {
            event.peer = peer(customer);
            const bool history = chance(50);
            event.source = history ? MessageSource::History : event.direction == Direction::Out ? MessageSource::Echo : MessageSource::Live;
            event.status = history ? MessageStatus(int(MessageStatus::Sent) + dice(5)) : MessageStatus::None;
            event.type = media && history && way == 0 ? QStringLiteral("media_placeholder") : type;
            event.media.reset();
            event.error = {};
            event.text = type == QStringLiteral("text") || type == QStringLiteral("image") ? QStringLiteral("words %1 你好 %2").arg(i).arg(way) : QString();
            if (media && event.type == type) event.media = mediaOf(i, type);
            if (!history && chance(20)) { // 131060: what it was comes later, or never
                event.type = chance(50) ? QStringLiteral("unsupported") : QStringLiteral("errors");
                event.error = {131060, QStringLiteral("This message is currently unavailable."), {}};
                event.text.clear();
                event.media.reset();
            }
            event.replyTo = chance(20) ? QStringLiteral("wamid.%1").arg(dice(60)) : QString();
            event.payload = QJsonObject{{event.type, QJsonObject{{QStringLiteral("body"), event.text}}}};
            if (chance(20)) event.payload[QStringLiteral("context")] = QJsonObject{{QStringLiteral("forwarded"), true}};
            m_events.push_back(event);
        }
    }
    void addFacts(int i)
    {
        const auto target = QStringLiteral("wamid.%1").arg(dice(70)); // some of them never come
        const int customer = target.mid(6).toInt() % 9;
        const auto at = fromEpochSeconds(1'762'010'000 + dice(40));
        const auto own = QStringLiteral("fact.%1").arg(i);
        switch (dice(5)) {
        case 0: {
            auto status = statusEvent(target, MessageStatus(int(MessageStatus::Sent) + dice(5)), toEpochSeconds(at));
            status.number = number(customer);
            status.peer = peer(customer);
            if (chance(60)) {
                status.pricing = QJsonObject{{QStringLiteral("category"), chance(50) ? QStringLiteral("service") : QStringLiteral("utility")},
                    {QStringLiteral("billable"), chance(50)}};
            }
            if (status.status == MessageStatus::Failed) status.error = {131026 + dice(2), QStringLiteral("undeliverable"), {}};
            m_events.push_back(status);
            break;
        }
        case 1: {
            EditEvent edit;
            edit.number = number(customer);
            edit.wamid = own;
            edit.targetWamid = target;
            edit.timestamp = at;
            edit.type = QStringLiteral("text");
            edit.text = QStringLiteral("edited %1").arg(i);
            if (chance(50)) { // a caption's edit names the picture again
                edit.type = QStringLiteral("image");
                edit.media = mediaOf(target.mid(6).toInt(), edit.type);
            }
            edit.payload = QJsonObject{{edit.type, QJsonObject{{QStringLiteral("body"), edit.text}}}, {QStringLiteral("context"), QJsonObject{{QStringLiteral("id"), QStringLiteral("M0")}}}};
            m_events.push_back(edit);
            break;
        }
        case 2: {
            RevokeEvent revoke;
            revoke.number = number(customer);
            revoke.wamid = own;
            revoke.targetWamid = target;
            revoke.timestamp = at;
            m_events.push_back(revoke);
            break;
        }
        default: {
            ReactionEvent reaction;
            reaction.number = number(customer);
            reaction.wamid = own;
            reaction.targetWamid = target;
            reaction.direction = chance(30) ? Direction::Out : Direction::In;
            reaction.emoji = chance(25) ? QString() : chance(50) ? QStringLiteral("👍") : QStringLiteral("😂");
            reaction.timestamp = at;
            m_events.push_back(reaction);
        }
        }
    }
    void addPeople(int customer)
    {
        for (int i = 0; i < 2; ++i) {
            ContactEvent book;
            book.number = number(customer);
            book.peer = peer(customer);
            book.peer.profileName.clear();
            book.removed = chance(25);
            book.fullName = book.removed ? QString() : QStringLiteral("Book %1 %2").arg(customer).arg(i);
            book.timestamp = fromEpochSeconds(1'762'000'500 + dice(3));
            m_events.push_back(book);
        }
        if (chance(30)) {
            IdentityEvent moved;
            moved.number = number(customer);
            moved.before = peer(customer);
            moved.after.phone = QStringLiteral("1650999") + QString::number(customer);
            moved.wamid = QStringLiteral("sys.%1").arg(customer);
            moved.kind = QStringLiteral("user_changed_number");
            moved.timestamp = fromEpochSeconds(1'762'000'900);
            m_events.push_back(moved);
            if (chance(50)) { // told by two ways that don't say quite the same
                moved.body = QStringLiteral("User A changed");
                moved.timestamp = fromEpochSeconds(1'762'000'900 - dice(2));
                m_events.push_back(moved);
            }
        }
    }
    void addDevice(int customer)
    {
        IdentityEvent device;
        device.number = number(customer);
        device.before = device.after = peer(customer);
        device.wamid = QStringLiteral("sys.device.%1").arg(customer);
        device.kind = QStringLiteral("customer_identity_changed");
        device.timestamp = fromEpochSeconds(1'762'000'700 + customer);
        m_events.push_back(device);
    }
    void addAccounts()
    {
        const char *words[] = {"PARTNER_REMOVED", "ACCOUNT_OFFBOARDED", "ACCOUNT_RECONNECTED", "DISABLED_UPDATE", "ACCOUNT_RESTRICTION"};
        for (int i = 0; i < 4; ++i) {
            AccountEvent event;
            event.number.wabaId = i % 2 ? shop.wabaId : QStringLiteral("700000000000002");
            event.field = QStringLiteral("account_update");
            event.event = QString::fromLatin1(words[dice(5)]);
            event.timestamp = fromEpochSeconds(1'762'020'000 + dice(4));
            event.reason = QStringLiteral("PRIMARY_INACTIVITY");
            m_events.push_back(event);
        }
        for (int phase = 0; phase < 3; ++phase) {
            m_events.push_back(HistoryChunkEvent{shop, phase, 1 + dice(2), 30 * (phase + 1), 10});
        }
    }
    void fill()
    {
        for (int i = 0; i < 60; ++i) addMessage(i);
        for (int i = 0; i < 90; ++i) addFacts(i);
        for (int customer = 0; customer < 9; ++customer) addPeople(customer);
        for (int customer = 0; customer < 9; customer += 2) addDevice(customer);
        addAccounts();
    }

    std::mt19937 m_random;
    std::vector<Event> m_events;
};

} // namespace Tandem::Testing
