#pragma once

#include "core/store/store.h"
#include "tests/store/store_fixture.h"

#include <QImage>
#include <QPainter>

namespace Tandem::Testing {

/// A morning in a small shop with two numbers: what the windows are looked at and tested with.
class SampleInbox
{
public:
    static constexpr qint64 Now = 1'795'427'100; // Monday, 23 November 2026, 09:45 UTC

    SampleInbox() : m_clock(std::make_shared<FixedClock>(fromEpochSeconds(Now)))
    {
        m_store = std::move(*Store::open({QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("inbox.db")), {}, true, true}, m_clock));
    }
    /// In another place, as a team's gateway would fill it.
    explicit SampleInbox(const StoreOptions &place) : m_clock(std::make_shared<FixedClock>(fromEpochSeconds(Now)))
    {
        auto opened = Store::open(place, m_clock);
        if (!opened) qFatal("open: %s", qPrintable(opened.error().detail));
        m_store = std::move(*opened);
    }

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] FixedClock &clock() { return *m_clock; }
    [[nodiscard]] std::shared_ptr<FixedClock> sharedClock() const { return m_clock; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("inbox.db")); }

    void fill()
    {
        addNumber(shanghai, QStringLiteral("Li Trading Shanghai"), true, 0);
        addNumber(shenzhen, QStringLiteral("Shop Shenzhen"), true, 1);
        m_events.push_back(HistoryChunkEvent{shenzhen, 1, 4, 62, 400});
        liWei();
        others();
        older();
        flush();
        answerAsAgent();
    }
    /// A live message of a customer, applied at once.
    void receive(const QString &phone, const QString &text, qint64 second = Now)
    {
        m_events.push_back(message(shanghai, phone, {}, second, text));
        flush();
    }
    void apply(Event event)
    {
        m_events.push_back(std::move(event));
        flush();
    }
    [[nodiscard]] ConversationRow conversation(const QString &title)
    {
        ConversationFilter all;
        all.state.reset();
        const auto page = waitFor(m_store->conversations().page(all, std::nullopt, 200)).value();
        for (const auto &row : page.rows) {
            if (row.title == title) return row;
        }
        return {};
    }

    const EventNumber shanghai{QStringLiteral("600000000000001"), QStringLiteral("700000000000001"), QStringLiteral("+86 138 0013 8000")};
    const EventNumber shenzhen{QStringLiteral("600000000000002"), QStringLiteral("700000000000001"), QStringLiteral("+86 139 2222 1818")};

private:
    static constexpr qint64 minute = 60;
    static constexpr qint64 hour = 3600;
    static constexpr qint64 day = 86'400;

    void addNumber(const EventNumber &number, const QString &name, bool coexistence, int)
    {
        Number n;
        n.phoneNumberId = number.phoneNumberId;
        n.wabaId = number.wabaId;
        n.displayPhone = number.displayPhone;
        n.verifiedName = name;
        n.state = NumberState::Linked;
        n.coexistence = coexistence;
        n.onboardedAt = fromEpochSeconds(Now - 20 * day);
        n.quality = QStringLiteral("GREEN");
        if (!waitFor(m_store->numbers().upsert(n))) qFatal("upsert");
    }
    MessageEvent message(const EventNumber &number, const QString &phone, const QString &name, qint64 second, const QString &text,
        Direction direction = Direction::In, MessageSource source = MessageSource::Live)
    {
        auto event = textEvent(QStringLiteral("wamid.sample%1").arg(++m_serial), phone, second, text, direction, source);
        event.number = number;
        event.peer.profileName = name;
        return event;
    }
    void in(const EventNumber &number, const QString &phone, const QString &name, qint64 second, const QString &text)
    {
        m_events.push_back(message(number, phone, name, second, text));
    }
    void echo(const EventNumber &number, const QString &phone, const QString &name, qint64 second, const QString &text,
        MessageStatus status = MessageStatus::Read)
    {
        auto event = message(number, phone, name, second, text, Direction::Out, MessageSource::Echo);
        m_events.push_back(event);
        StatusEvent ticks = statusEvent(event.wamid, status, second + 5);
        ticks.number = number;
        m_events.push_back(ticks);
    }
    void picture(const EventNumber &number, const QString &phone, qint64 second, int hue, const QString &caption = {},
        Direction direction = Direction::In)
    {
        auto event = message(number, phone, {}, second, caption, direction, direction == Direction::In ? MessageSource::Live : MessageSource::Echo);
        event.type = QStringLiteral("image");
        MediaRef ref;
        ref.id = QStringLiteral("media%1").arg(m_serial);
        ref.mime = QStringLiteral("image/png");
        event.media = ref;
        event.payload = {};
        m_events.push_back(event);
        m_pictures.append({event.wamid, hue});
    }
    void liWei();
    void others();
    void older();
    void answerAsAgent();
    void flush();
    void storePictures();

    QTemporaryDir m_folder;
    std::shared_ptr<FixedClock> m_clock;
    std::unique_ptr<Store> m_store;
    std::vector<Event> m_events;
    QList<std::pair<QString, int>> m_pictures;
    int m_serial = 0;
};

} // namespace Tandem::Testing
