#include "core/gateway/commands/command_runner.h"

#include "core/base/log.h"
#include "core/gateway/team/number_lease.h"
#include "core/gateway/templates/template_fetcher.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int atOnce = 4; ///< read marks and typing
constexpr int aLook = 50;
constexpr Millis lookEvery = 30s;

bool isSilence(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout || error.code == ErrorCode::Cancelled;
}

bool isCourtesy(CommandKind kind)
{
    return kind == CommandKind::MarkRead || kind == CommandKind::Typing;
}

Millis backOff(int times)
{
    return std::min<Millis>(Millis(1000) * (1 << std::clamp(times, 0, 6)), 60s);
}

} // namespace

CommandRunner::CommandRunner(const SendContext &context, TemplateFetcher &templates, QObject *parent)
    : QObject(parent), m_context(context), m_templates(templates)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CommandRunner::look);
}

void CommandRunner::start()
{
    numbersChanged();
}

void CommandRunner::wake()
{
    look();
}

void CommandRunner::tokensChanged()
{
    look();
}

void CommandRunner::numbersChanged()
{
    onFinished(this, m_context.store.numbers().all(), [this](const Result<QList<Number>> &numbers) {
        if (m_stopped) return;
        if (numbers) {
            for (const auto &number : *numbers) m_numbers.insert(number.id, number);
        }
        look();
    });
}

void CommandRunner::look()
{
    if (m_stopped) return;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_again = false;
    m_settled.clear();
    onFinished(this, m_context.store.commands().due(m_context.clock->now(), aLook), [this](const Result<QList<Command>> &due) {
        m_looking = false;
        if (m_stopped) return;
        if (due) take(*due);
        if (m_again) return look();
        arm();
    });
}

void CommandRunner::take(const QList<Command> &due)
{
    int courtesies = int(std::ranges::count(m_underWay, Lane::Courtesy));
    for (const auto &command : due) {
        // What was read before an outcome was written may still name its row: it would be done twice.
        if (m_underWay.contains(command.id) || m_settled.contains(command.id)) continue;
        if (const auto number = m_numbers.constFind(command.numberId); number == m_numbers.cend() || number->sendingPaused) continue;
        if (!m_context.leases.isMine(command.numberId)) continue;
        const auto lane = laneOf(command.kind);
        if (lane == Lane::Courtesy && courtesies >= atOnce) continue;
        if (lane == Lane::Block && m_blocking.contains(command.numberId)) continue;
        if (lane == Lane::Courtesy) ++courtesies;
        if (lane == Lane::Block) m_blocking.insert(command.numberId);
        m_underWay.insert(command.id, lane);
        begin(command);
    }
}

CommandRunner::Lane CommandRunner::laneOf(CommandKind kind)
{
    if (isCourtesy(kind)) return Lane::Courtesy;
    return kind == CommandKind::SyncTemplates ? Lane::Templates : Lane::Block;
}

QString CommandRunner::conversationKey(const Command &command)
{
    const auto conversation = command.body.value(u"conversation"_s).toVariant().toString();
    return conversation.isEmpty() ? command.body.value(u"wamid"_s).toString() : conversation;
}

void CommandRunner::begin(const Command &command)
{
    if (command.kind == CommandKind::SyncTemplates) return syncTemplates(command);
    if (isWorthless(command)) return done(command);
    onFinished(this, m_context.tokens.token(command.phoneNumberId), [this, command](const Result<Secret> &token) {
        if (m_stopped) return;
        if (token && !token->isEmpty()) return perform(command, *token);
        // Not the command's fault: it waits for the number to be linked here.
        if (command.kind == CommandKind::Typing) return done(command);
        tryAgain(command, {}, 60s, false);
    });
}

/// Marks that would say something false or nothing new by now.
bool CommandRunner::isWorthless(const Command &command) const
{
    if (!isCourtesy(command.kind)) return false;
    const auto number = m_numbers.value(command.numberId);
    // The platform can't show typing without marking the message as read.
    if (number.readReceipts == ReadReceipts::Never) return true;
    const auto age = m_context.clock->now() - command.createdAt;
    if (command.kind == CommandKind::MarkRead) return age > ReadableFor;
    if (!number.typingIndicator || age > TypingLife) return true;
    const auto last = m_typed.constFind(conversationKey(command));
    return last != m_typed.cend() && m_context.clock->monotonic() - *last < TypingShown;
}

void CommandRunner::perform(const Command &command, const Secret &token)
{
    if (isCourtesy(command.kind)) return markRead(command, token);
    block(command, token);
}

void CommandRunner::markRead(const Command &command, const Secret &token)
{
    const bool typing = command.kind == CommandKind::Typing;
    if (typing) {
        const auto now = m_context.clock->monotonic();
        m_typed.removeIf([now](const auto &entry) { return now - entry.value() >= TypingShown; });
        m_typed.insert(conversationKey(command), now);
    }
    onFinished(this, m_context.provider.markRead(command.phoneNumberId, command.body.value(u"wamid"_s).toString(), typing, token),
        [this, command](const Result<bool> &answer) { answered(command, answer); });
}

void CommandRunner::block(const Command &command, const Secret &token)
{
    const auto phone = command.body.value(u"phone"_s).toString();
    const auto bsuid = command.body.value(u"bsuid"_s).toString();
    const auto future = command.kind == CommandKind::Block ? m_context.provider.block(command.phoneNumberId, phone, bsuid, token)
                                                           : m_context.provider.unblock(command.phoneNumberId, phone, bsuid, token);
    onFinished(this, future, [this, command](const Result<bool> &answer) { answered(command, answer); });
}

void CommandRunner::syncTemplates(const Command &command)
{
    auto waba = command.body.value(u"waba"_s).toString();
    if (waba.isEmpty()) waba = m_numbers.value(command.numberId).wabaId;
    // The list's own row tells how it went; a run that got no answer goes on by itself.
    m_templates.run(waba, [this, command](const Result<> &outcome) {
        if (m_stopped) return;
        if (outcome) return done(command);
        fail(command, outcome.error().platformCode, outcome.error().text);
    });
}

void CommandRunner::answered(const Command &command, const Result<bool> &answer)
{
    if (m_stopped) return;
    if (answer) {
        m_silences = 0;
        Q_EMIT reachable(true);
        return done(command);
    }
    const auto &error = answer.error();
    qCInfo(lcGraph, "command %lld: %s %d", static_cast<long long>(command.id.value), qUtf8Printable(word(error.code)), error.platformCode);
    if (command.kind == CommandKind::Typing) m_typed.remove(conversationKey(command));
    if (isSilence(error)) {
        Q_EMIT reachable(false);
        if (command.kind == CommandKind::Typing) return done(command);
        return tryAgain(command, error, backOff(m_silences++), false);
    }
    Q_EMIT reachable(true);
    refused(command, error);
}

void CommandRunner::refused(const Command &command, const Error &error)
{
    const auto advice = Meta::adviceFor(error.platformCode);
    if ((error.code == ErrorCode::Platform || error.code == ErrorCode::Auth) && advice.stopsNumber) {
        m_context.tokens.forget(command.phoneNumberId);
        (void)m_context.store.numbers().setHealth(command.numberId, error.platformCode, Meta::wordsFor(advice), true);
        m_numbers[command.numberId].sendingPaused = true;
        return tryAgain(command, error, 60s, false);
    }
    if (command.kind == CommandKind::Typing) return done(command);
    if (error.code == ErrorCode::Usage) return fail(command, 0, error.text);
    if (error.code == ErrorCode::Auth && error.platformCode == 0) return tryAgain(command, error, 60s, true);
    switch (advice.kind) {
    case Meta::ErrorClass::Rate:
    case Meta::ErrorClass::Pair: return tryAgain(command, error, 60s, true);
    case Meta::ErrorClass::Retry:
    case Meta::ErrorClass::Ambiguous: return tryAgain(command, error, backOff(m_tries.value(command.id)), true);
    case Meta::ErrorClass::Auth:
    case Meta::ErrorClass::Permanent: break;
    }
    // An answer without the platform's word says nothing about the request.
    if (error.platformCode == 0) return tryAgain(command, error, backOff(m_tries.value(command.id)), true);
    fail(command, error.platformCode, error.text);
}

void CommandRunner::tryAgain(const Command &command, const Error &error, Millis after, bool counts)
{
    if (counts && ++m_tries[command.id] > MaxTries) return fail(command, error.platformCode, error.text);
    m_later.insert(command.id, m_context.clock->monotonic() + Micros(after));
    onFinished(this, m_context.store.commands().retryAt(command.id, m_context.clock->now() + after),
        [this, command](const Result<bool> &written) { recorded(command, written); });
}

void CommandRunner::done(const Command &command)
{
    onFinished(this, m_context.store.commands().done(command.id), [this, command](const Result<bool> &written) { recorded(command, written); });
    m_tries.remove(command.id);
}

void CommandRunner::fail(const Command &command, int code, const QString &text)
{
    // Nobody waits for the outcome of a courtesy; a message too old to be marked is no news for the agent.
    if (isCourtesy(command.kind)) return done(command);
    m_tries.remove(command.id);
    onFinished(this, m_context.store.commands().failed(command.id, code, text), [this, command](const Result<bool> &written) { recorded(command, written); });
}

void CommandRunner::recorded(const Command &command, const Result<bool> &written)
{
    if (m_stopped) return;
    const auto release = [this, command] {
        m_underWay.remove(command.id);
        if (m_looking) m_settled.insert(command.id);
        if (laneOf(command.kind) == Lane::Block) m_blocking.remove(command.numberId);
        look();
    };
    // The row stays due when the database did not take the outcome; asking again at once would only go in circles.
    if (written) release();
    else QTimer::singleShot(1000, this, release);
}

/// Looks again when the first row is due, and now and then for what other programs have done.
void CommandRunner::arm()
{
    const auto now = m_context.clock->monotonic();
    m_later.removeIf([now](const auto &entry) { return entry.value() <= now; });
    auto next = now + Micros(lookEvery);
    for (const auto &when : std::as_const(m_later)) next = std::min(next, when);
    // The store's clock counts whole milliseconds.
    m_timer.start(std::chrono::ceil<Millis>(next - now) + 2ms);
}

void CommandRunner::replyAccepted(NumberId number, ConversationId conversation)
{
    onFinished(this, m_context.store.messages().newest(conversation, aLook), [this, number, conversation](const Result<MessagePage> &page) {
        if (m_stopped || !page) return;
        const auto newest = std::find_if(page->messages.crbegin(), page->messages.crend(), [](const Message &message) {
            return message.direction == Direction::In && message.source == MessageSource::Live && !message.wamid.isEmpty();
        });
        if (newest == page->messages.crend()) return;
        const QJsonObject body{{u"conversation"_s, conversation.value}, {u"wamid"_s, newest->wamid}};
        (void)m_context.store.commands().enqueue(number, CommandKind::MarkRead, body);
    });
}

void CommandRunner::stop()
{
    m_stopped = true;
    m_timer.stop();
}

} // namespace Tandem
