#pragma once

#include "core/providers/events.h"
#include "core/store/apply/contact_resolver.h"
#include "core/store/apply/message_batch.h"
#include "core/store/numbers/number_directory.h"
#include "core/store/people/system_events.h"

#include <vector>

namespace Tandem {

/// Applies a slice of events in one transaction. Every rule works on sets: facts are kept under natural keys and
/// columns are derived from them, so any order, number and slicing of deliveries gives the same tables.
class EventApplier
{
public:
    /// What one delivery says; its id is invalid when the events came by no webhook.
    struct Said
    {
        DeliveryId delivery;
        const std::vector<Event> &events;
    };
    explicit EventApplier(Writing &writing)
        : m_w(writing), m_numbers(writing), m_contacts(writing), m_messages(writing), m_system(writing) {}
    [[nodiscard]] Result<> apply(const std::vector<Said> &all);

private:
    // first pass: what is named
    void collect(NumberId number, const MessageEvent &event);
    void collect(NumberId number, const StatusEvent &event);
    void collect(NumberId number, const EditEvent &event);
    void collect(NumberId number, const RevokeEvent &event);
    void collect(NumberId number, const ReactionEvent &event);
    void collect(NumberId number, const IdentityEvent &event);
    void collect(NumberId number, const ContactEvent &event);
    void collect(NumberId number, const ProfileEvent &event);
    void collect(NumberId number, const HistoryChunkEvent &event);
    void collect(NumberId number, const HistoryDeclinedEvent &event);
    void collect(NumberId number, const NumberErrorEvent &event);
    void collect(NumberId number, const UnknownEvent &event);
    void linkIfTwo(NumberId number, const Peer &peer);

    [[nodiscard]] Result<> lockNumbersOf(const std::vector<Said> &all);
    [[nodiscard]] Result<> collect(const Said &said);
    [[nodiscard]] Result<> deriveConversations();
    [[nodiscard]] Result<> settleOutbox();
    [[nodiscard]] Result<> mergeMessages();
    [[nodiscard]] Result<> applyMessage(NumberId number, const MessageEvent &event);

    Writing &m_w;
    NumberDirectory m_numbers;
    ContactResolver m_contacts;
    MessageBatch m_messages;
    SystemEvents m_system;
    std::vector<std::pair<NumberId, const MessageEvent *>> m_messageEvents;
    QHash<MessageBatch::Key, const Peer *> m_peerOfMessage;
    std::vector<std::pair<NumberId, const StatusEvent *>> m_opaqueStatuses;
    QSet<ConversationId> m_settled;
};

} // namespace Tandem
