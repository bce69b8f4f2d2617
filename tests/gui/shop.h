#pragma once

#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "tests/gui/sample_messages.h"
#include "tests/store/store_fixture.h"
#include "ui/theme/theme.h"
#include "ui/ui_context.h"

#include <QUuid>

namespace Tandem::Test {

/// A workspace with one linked, coexisting number and what panes need to live in.
class Shop
{
public:
    explicit Shop(const QDateTime &now = QDateTime(QDate(2026, 11, 23), QTime(10, 0)))
    {
        workspace.clock->advance(Millis(now.toMSecsSinceEpoch() - toEpochMillis(workspace.clock->now())));
        Number number;
        number.phoneNumberId = Testing::shop.phoneNumberId;
        number.wabaId = Testing::shop.wabaId;
        number.displayPhone = Testing::shop.displayPhone;
        number.verifiedName = QStringLiteral("Shop Shanghai");
        number.state = NumberState::Linked;
        number.coexistence = true;
        number.onboardedAt = workspace.clock->now() - std::chrono::hours(24);
        numberId = waitFor(workspace->numbers().upsert(number)).value_or(NumberId{});
        feed = std::make_unique<ChangeFeed>(workspace.store());
        context = std::make_unique<UiContext>(UiContext{workspace.store(), *feed, nullptr, *workspace.clock, theme, settings});
        settings.setValue(UserSettings::Key::AgentName, QStringLiteral("Ana"));
    }

    /// One live or historical customer or phone message.
    MessageEvent event(const Message &message, const QString &phone, MessageSource source)
    {
        MessageEvent e;
        e.number = Testing::shop;
        e.peer = Testing::phonePeer(phone, names.value(phone));
        e.wamid = phone + message.wamid;
        e.direction = message.direction;
        e.source = source;
        e.timestamp = message.timestamp;
        e.type = message.type;
        e.text = message.edits.isEmpty() ? message.text : message.edits.first().text;
        if (message.media.state == MediaState::Over14Days || message.media.state == MediaState::Placeholder) {
            e.type = QStringLiteral("media_placeholder"); // the history says no more of them
        } else if (message.media.state != MediaState::None) {
            e.media = message.media.ref;
        }
        if (message.quote) e.replyTo = phone + message.quote->wamid;
        e.error = message.error;
        e.payload = message.payload;
        return e;
    }
    /// Puts a sample in as the platform and our own sends would: customers live, the phone as echoes, ours by the outbox.
    void play(const QList<Message> &messages, const QString &phone)
    {
        for (const auto &message : messages) {
            workspace.clock->advance(message.timestamp - workspace.clock->now());
            if (message.direction == Direction::In) {
                workspace.apply({event(message, phone, message.media.state == MediaState::Over14Days || message.media.state == MediaState::Placeholder ? MessageSource::History : MessageSource::Live)});
            } else if (message.origin == Origin::Agent) {
                reply(message, phone);
            } else {
                workspace.apply({event(message, phone, MessageSource::Echo)});
            }
            decorate(message, phone);
        }
    }
    /// Many plain messages at once, both directions, one a minute, the newest now.
    void fill(int count, const QString &phone, MessageSource source = MessageSource::History)
    {
        std::vector<Event> slice;
        static const QStringList texts{QStringLiteral("Is the blue one still there?"), QStringLiteral("您好，已经发货了，单号 SF1409773120，预计明天送达，请注意查收。"),
            QStringLiteral("ok"), QStringLiteral("Could you send the invoice again, please? The accountant asks for the tax number and the full address of the company, as it stands in the register."),
            QStringLiteral("مرحبا، هل تم شحن طلبي؟"), QStringLiteral("👍"), QStringLiteral("谢谢！"), QStringLiteral("See https://example.com/orders/88231 for *all* the details.")};
        const auto now = workspace.clock->now();
        for (int i = 0; i < count; ++i) {
            const bool in = i % 3 != 1;
            auto e = Testing::textEvent(QStringLiteral("%1.fill.%2").arg(phone).arg(m_filled++), phone, 0, texts.at(i * 7 % texts.size()) + QStringLiteral(" %1").arg(i), in ? Direction::In : Direction::Out, source);
            e.peer.profileName = names.value(phone);
            e.timestamp = now - std::chrono::minutes(count - i);
            slice.push_back(e);
            if (slice.size() == 2000) {
                workspace.apply(std::move(slice));
                slice.clear();
            }
        }
        workspace.apply(std::move(slice));
    }
    void live(const QString &phone, const QString &text)
    {
        workspace.clock->advance(Millis(1000));
        auto e = Testing::textEvent(QStringLiteral("%1.live.%2").arg(phone).arg(m_filled++), phone, 0, text);
        e.timestamp = workspace.clock->now();
        workspace.apply({e});
    }
    [[nodiscard]] ConversationRow row(const QString &phone)
    {
        ConversationFilter all;
        all.state.reset();
        for (const auto &row : workspace.inbox(all, 200)) {
            if (row.identity.contains(phone)) return row;
        }
        return {};
    }
    [[nodiscard]] QList<Message> newest(const QString &phone, int count = 50)
    {
        const auto page = waitFor(workspace->messages().newest(row(phone).id, count));
        return page ? page->messages : QList<Message>();
    }

    Testing::Workspace workspace;
    QHash<QString, QString> names{{QStringLiteral("8613812345678"), QStringLiteral("Li Wei 李伟")}};
    NumberId numberId;
    Theme theme;
    UserSettings settings{QString()};
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<UiContext> context;

private:
    static void must(const FutureResult<bool> &done)
    {
        if (const auto result = waitFor(done); !result) qFatal("shop: %s", qPrintable(result.error().detail));
    }
    void reply(const Message &message, const QString &phone)
    {
        OutboxItem item;
        item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        item.numberId = numberId;
        item.phoneNumberId = Testing::shop.phoneNumberId;
        item.conversationId = row(phone).id;
        item.toPhone = phone;
        item.type = message.type;
        item.text = message.text;
        item.content = {{QStringLiteral("body"), message.text}};
        item.queuedAt = message.timestamp;
        auto &outbox = workspace->outbox();
        const auto id = waitFor(outbox.enqueue(item, message.author));
        if (!id) qFatal("enqueue: %s %s", qPrintable(id.error().text), qPrintable(id.error().detail));
        if (message.status == MessageStatus::Queued) return;
        must(outbox.claim(*id, 1));
        if (message.outboxState == OutboxState::Failed) {
            must(outbox.failed(*id, 1, message.error));
        } else if (message.outboxState == OutboxState::Cancelled) {
            must(outbox.failed(*id, 1, message.error));
            must(outbox.cancel(*id));
        } else if (message.status == MessageStatus::Unknown) {
            must(outbox.unknown(*id, 1));
        } else {
            must(outbox.accepted(*id, 1, phone + message.wamid, phone, {}));
        }
    }
    void decorate(const Message &message, const QString &phone)
    {
        std::vector<Event> more;
        if (message.direction == Direction::Out && message.status >= MessageStatus::Delivered) {
            more.push_back(Testing::statusEvent(phone + message.wamid, message.status, toEpochSeconds(message.timestamp) + 5));
        }
        for (const auto &reaction : message.reactions) {
            const bool ours = reaction.from == QLatin1StringView("business");
            more.push_back(ReactionEvent{Testing::shop, Testing::phonePeer(phone), ours ? Direction::Out : Direction::In, MessageSource::Live,
                phone + message.wamid + reaction.from, phone + message.wamid, reaction.emoji, message.timestamp + Millis(5000)});
        }
        if (message.isEdited()) {
            more.push_back(EditEvent{Testing::shop, Testing::phonePeer(phone), message.direction, MessageSource::Live, phone + message.wamid + QLatin1Char('e'),
                phone + message.wamid, message.timestamp + Millis(9000), QStringLiteral("text"), message.text, {}, {}});
        }
        if (message.revoked) {
            more.push_back(RevokeEvent{Testing::shop, Testing::phonePeer(phone), message.direction, phone + message.wamid + QLatin1Char('r'),
                phone + message.wamid, message.timestamp + Millis(9000)});
        }
        if (!more.empty()) workspace.apply(std::move(more));
    }

    int m_filled = 0;
};

} // namespace Tandem::Test
