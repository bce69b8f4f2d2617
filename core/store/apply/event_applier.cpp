#include "core/store/apply/event_applier.h"

#include "core/store/apply/assignment_rules.h"
#include "core/store/apply/conversation_deriver.h"
#include "core/store/apply/waiting_values.h"
#include "core/store/outbox/outbox_holds.h"
#include "core/store/outbox/outbox_settler.h"
#include "core/store/rows.h"
#include "core/store/sql/locks.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// The event's own id, or a digest of what it says where the wire gave none.
QString keyOf(const QString &wamid, const QString &said)
{
    if (!wamid.isEmpty()) return wamid;
    return QString::fromLatin1(QCryptographicHash::hash(said.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

QJsonObject toJson(const MediaRef &m)
{
    return {{u"id"_s, m.id}, {u"url"_s, m.url}, {u"mime"_s, m.mime}, {u"sha256"_s, m.sha256}, {u"filename"_s, m.filename},
        {u"voice"_s, m.voice}, {u"animated"_s, m.animated}};
}

} // namespace

void EventApplier::linkIfTwo(NumberId number, const Peer &peer)
{
    // One identity tells nothing new, and a status alone must not make a contact.
    const int known = !peer.phone.isEmpty() + !peer.bsuid.isEmpty() + !peer.parentBsuid.isEmpty() + !peer.username.isEmpty();
    if (known >= 2) m_contacts.add(number, peer);
}

void EventApplier::collect(NumberId number, const MessageEvent &event)
{
    m_messageEvents.emplace_back(number, &event);
    m_contacts.add(number, event.peer);
    m_contacts.addProfileName(number, event.peer, event.timestamp);
    m_messages.want(number, event.wamid);
    const MessageBatch::Key key{number.value, event.wamid};
    if (const auto *first = m_peerOfMessage.value(key)) {
        m_contacts.link(number, *first, event.peer);
    } else if (event.peer.hasIdentity()) {
        m_peerOfMessage.insert(key, &event.peer);
    }
    if (event.source == MessageSource::Echo) m_numbers.sawEcho(number, event.timestamp);
    if (event.source == MessageSource::History) m_numbers.sawCoexistence(number);
}

void EventApplier::collect(NumberId number, const StatusEvent &event)
{
    linkIfTwo(number, event.peer);
    QJsonObject body{{u"status"_s, word(event.status)}};
    if (event.error.code != 0) {
        body["code"_L1] = event.error.code;
        body["title"_L1] = event.error.title;
        body["details"_L1] = event.error.details;
    }
    if (!event.pricing.isEmpty()) body["pricing"_L1] = event.pricing;
    if (!event.conversation.isEmpty()) body["conversation"_L1] = event.conversation;
    m_messages.addFact(number, event.wamid, {u"status"_s, event.word, toEpochMillis(event.timestamp), body});
    if (!event.opaque.isEmpty() || event.status == MessageStatus::Failed) m_opaqueStatuses.emplace_back(number, &event);
}

void EventApplier::collect(NumberId number, const EditEvent &event)
{
    linkIfTwo(number, event.peer);
    QJsonObject body{{u"text"_s, event.text}, {u"type"_s, event.type}, {u"out"_s, event.direction == Direction::Out}};
    if (!event.payload.isEmpty()) body["payload"_L1] = event.payload;
    if (event.media) body["media"_L1] = toJson(*event.media);
    m_messages.addFact(number, event.targetWamid,
        {u"edit"_s, keyOf(event.wamid, event.text), toEpochMillis(event.timestamp), body});
    if (event.direction == Direction::Out && event.source != MessageSource::History) m_numbers.sawEcho(number, event.timestamp);
}

void EventApplier::collect(NumberId number, const RevokeEvent &event)
{
    linkIfTwo(number, event.peer);
    m_messages.addFact(number, event.targetWamid, {u"revoke"_s, u""_s, toEpochMillis(event.timestamp), {}});
    if (event.direction == Direction::Out) m_numbers.sawEcho(number, event.timestamp);
}

void EventApplier::collect(NumberId number, const ReactionEvent &event)
{
    linkIfTwo(number, event.peer);
    const bool out = event.direction == Direction::Out;
    const auto key = keyOf(event.wamid, (out ? u"out|"_s : u"in|"_s) + event.emoji);
    m_messages.addFact(number, event.targetWamid,
        {u"reaction"_s, key, toEpochMillis(event.timestamp), {{u"out"_s, out}, {u"emoji"_s, event.emoji}}});
}

void EventApplier::collect(NumberId number, const IdentityEvent &event)
{
    if (const auto &peer = SystemEvents::peerOf(event); peer.hasIdentity()) m_contacts.add(number, peer);
    m_contacts.link(number, event.before, event.after);
    m_contacts.retire(number, event.before, event.after, event.timestamp);
    m_system.add(number, event);
}

void EventApplier::collect(NumberId number, const ContactEvent &event)
{
    m_contacts.addBookEntry(number, event.peer, event.fullName.isEmpty() ? event.firstName : event.fullName, event.removed, event.timestamp);
    m_numbers.sawCoexistence(number);
}

void EventApplier::collect(NumberId number, const ProfileEvent &event)
{
    if (event.peer.hasIdentity()) m_contacts.add(number, event.peer);
    m_contacts.addProfileName(number, event.peer, event.timestamp);
}

void EventApplier::collect(NumberId number, const HistoryChunkEvent &event) { m_numbers.sawChunk(number, event); }
void EventApplier::collect(NumberId number, const HistoryDeclinedEvent &) { m_numbers.sawDeclined(number); }
void EventApplier::collect(NumberId, const NumberErrorEvent &) { }
void EventApplier::collect(NumberId, const UnknownEvent &) { }

Result<> EventApplier::collect(const Said &said)
{
    m_numbers.begin(said.delivery);
    for (const auto &event : said.events) {
        if (const auto *account = std::get_if<AccountEvent>(&event)) {
            m_numbers.addAccountFact(*account);
            if (account->number.phoneNumberId.isEmpty()) continue;
        }
        const auto number = std::visit([this](const auto &e) { return m_numbers.numberOf(e.number); }, event);
        if (!number) return failure(number.error());
        std::visit([&](const auto &e) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(e)>, AccountEvent>) collect(*number, e);
        }, event);
    }
    return {};
}

Result<> EventApplier::apply(const std::vector<Said> &all)
{
    TANDEM_TRY(m_numbers.load());
    TANDEM_TRY(lockNumbersOf(all));
    for (const auto &said : all) TANDEM_TRY(collect(said));
    TANDEM_TRY(m_contacts.resolve());
    TANDEM_TRY(m_system.write(m_contacts));
    TANDEM_TRY(settleOutbox());
    TANDEM_TRY(m_messages.load());
    TANDEM_TRY(mergeMessages());
    TANDEM_TRY(m_messages.write(m_numbers.onboarded(), &m_contacts));
    TANDEM_TRY(m_numbers.write());
    TANDEM_TRY(deriveConversations());
    // Another program may have named a number while its values were put down as waiting.
    const bool look = m_numbers.someoneGotNamed() || (m_numbers.someoneWaits() && m_w.db.dialect().isServer());
    return look ? WaitingValues(m_w).replayFound() : Result<>();
}

Result<> EventApplier::deriveConversations()
{
    ConversationDeriver conversations(m_w);
    auto touched = m_messages.touchedConversations() + m_settled;
    for (const auto id : m_contacts.mergedConversations()) touched.insert(ConversationId{id});
    TANDEM_TRY(lockConversations(m_w.db, touched));
    TANDEM_TRY(conversations.reopen(m_messages.reopened()));
    TANDEM_TRY(AssignmentRules(m_w).apply(m_messages.reopened()));
    TANDEM_TRY(conversations.derive(touched));
    if (m_messages.reopened().isEmpty()) return {};
    return OutboxHolds(m_w).releaseAnswered(m_messages.reopened());
}

Result<> EventApplier::lockNumbersOf(const std::vector<Said> &all)
{
    if (!m_w.db.dialect().isServer()) return {};
    QSet<qint64> numbers;
    for (const auto &said : all) {
        for (const auto &event : said.events) {
            const bool account = std::holds_alternative<AccountEvent>(event);
            numbers += account ? m_numbers.everyone() : std::visit([this](const auto &e) { return m_numbers.mayMean(e.number); }, event);
        }
    }
    TANDEM_TRY(lockNumbers(m_w.db, numbers));
    return m_numbers.load(); // as the last one who held them left them
}

Result<> EventApplier::settleOutbox()
{
    OutboxSettler settler(m_w);
    for (const auto &[number, status] : m_opaqueStatuses) TANDEM_TRY(settler.settle(number, *status));
    m_settled = settler.touched();
    return {};
}

Result<> EventApplier::mergeMessages()
{
    QSet<qint64> contacts;
    for (const auto &[number, event] : m_messageEvents) contacts.insert(m_contacts.contactOf(number, event->peer).value);
    TANDEM_TRY(m_contacts.openConversations(contacts));
    for (const auto &[number, event] : m_messageEvents) TANDEM_TRY(applyMessage(number, *event));
    return {};
}

Result<> EventApplier::applyMessage(NumberId number, const MessageEvent &event)
{
    auto contact = m_contacts.contactOf(number, event.peer);
    auto *row = m_messages.find(number, event.wamid);
    if (!row) {
        row = &m_messages.create(number, event.wamid);
        row->conversation = m_contacts.conversationOf(contact);
        row->contact = contact;
    }
    row->merge(event);
    if (!event.peer.hasIdentity()) return {};
    const bool sameContact = row->contact ? m_contacts.isSame(row->contact, contact) : !m_contacts.homeOf(contact);
    if (row->conversation == m_contacts.conversationOf(contact) && sameContact) return {};
    return m_messages.reunite(*row, m_contacts, contact);
}

} // namespace Tandem
