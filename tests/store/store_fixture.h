#pragma once

#include "core/domain/words.h"
#include "core/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

namespace Tandem::Testing {

/// A clock that stands still until it is moved.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(UtcTime start = fromEpochSeconds(1'764'000'000)) : m_ms(toEpochMillis(start)) {}
    UtcTime now() const override { return fromEpochMillis(m_ms); }
    MonoTime monotonic() const override { return MonoTime{std::chrono::duration_cast<Micros>(now().time_since_epoch())}; }
    void advance(Millis by) { m_ms += by.count(); }

private:
    std::atomic<qint64> m_ms; // the store's threads read it
};

inline const EventNumber shop{QStringLiteral("600000000000001"), QStringLiteral("700000000000001"), QStringLiteral("15550783881")};

inline Peer phonePeer(const QString &phone, const QString &name = {})
{
    Peer peer;
    peer.phone = phone;
    peer.profileName = name;
    return peer;
}

/// A text message; the defaults are a live customer message.
inline MessageEvent textEvent(const QString &wamid, const QString &phone, qint64 second, const QString &text,
    Direction direction = Direction::In, MessageSource source = MessageSource::Live)
{
    MessageEvent event;
    event.number = shop;
    event.peer = phonePeer(phone);
    event.wamid = wamid;
    event.direction = direction;
    event.source = source;
    event.timestamp = fromEpochSeconds(second);
    event.type = QStringLiteral("text");
    event.text = text;
    event.payload = QJsonObject{{QStringLiteral("text"), QJsonObject{{QStringLiteral("body"), text}}}};
    return event;
}

inline StatusEvent statusEvent(const QString &wamid, MessageStatus status, qint64 second, const QString &opaque = {})
{
    StatusEvent event;
    event.number = shop;
    event.wamid = wamid;
    event.status = status;
    event.word = word(status);
    event.timestamp = fromEpochSeconds(second);
    event.opaque = opaque;
    return event;
}

/// Where a test's workspace lies when it isn't a file; gone with the object.
class ServerPlace
{
public:
    virtual ~ServerPlace() = default;
    [[nodiscard]] virtual QString url() const = 0;
};
/// Set by server_places.cpp where the tests run on PostgreSQL.
inline std::unique_ptr<ServerPlace> (*makeServerPlace)() = nullptr;

/// A store in a temporary folder, or in a database of its own on a throw-away server.
class Workspace
{
public:
    Workspace() : m_place(makeServerPlace ? makeServerPlace() : nullptr) { reopen(); }

    void reopen(bool exclusive = true)
    {
        m_store.reset();
        auto opened = Store::open(options(exclusive), clock);
        if (!opened) qFatal("cannot open: %s %s", qPrintable(word(opened.error().code)), qPrintable(opened.error().detail));
        m_store = std::move(*opened);
    }
    void close() { m_store.reset(); }
    [[nodiscard]] StoreOptions options(bool exclusive = true) const
    {
        return {m_place ? m_place->url() : QStringLiteral("sqlite:") + path(), m_folder.filePath(QStringLiteral("media")), exclusive, true};
    }
    [[nodiscard]] bool onServer() const { return m_place != nullptr; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("tandem.db")); }
    [[nodiscard]] Store &store() { return *m_store; }
    Store *operator->() { return m_store.get(); }

    DeliveryId append(const QByteArray &body)
    {
        // Shared: the store's thread may still be in finish() when the waiting one goes on.
        const auto promise = std::make_shared<QPromise<Result<DeliveryId>>>();
        promise->start();
        m_store->deliveries().append(QStringLiteral("meta"), body, [promise](Result<DeliveryId> id) {
            promise->addResult(std::move(id));
            promise->finish();
        });
        auto id = waitFor(promise->future());
        return id ? *id : DeliveryId{};
    }
    bool apply(std::vector<Event> events, bool last = false, DeliveryId delivery = {})
    {
        const auto done = waitFor(m_store->events().apply(delivery, std::move(events), last, {}));
        if (!done) qWarning("apply: %s", qPrintable(done.error().detail));
        return done.has_value();
    }
    NumberId link(const QString &phoneNumberId = shop.phoneNumberId)
    {
        Number number;
        number.phoneNumberId = phoneNumberId;
        number.wabaId = shop.wabaId;
        number.displayPhone = shop.displayPhone;
        number.state = NumberState::Linked;
        number.onboardedAt = fromEpochSeconds(1'763'000'000);
        return waitFor(m_store->numbers().upsert(number)).value_or(NumberId{});
    }
    /// Some bytes where the file of this name belongs, as if they had been kept here.
    void placeFile(const QString &sha256Hex)
    {
        QFile file(m_store->media().pathFor(sha256Hex));
        if (!file.open(QIODevice::WriteOnly) || file.write("bytes") != 5) qFatal("cannot write a media file");
    }
    [[nodiscard]] QList<QByteArray> lines(const QByteArray &kind = {})
    {
        QList<QByteArray> all;
        const auto done = m_store->exporter().jsonLines([&](const QByteArray &line) {
            if (kind.isEmpty() || line.contains("\"kind\":\"" + kind + '"')) all.append(line);
            return true;
        });
        if (!done) qWarning("export: %s", qPrintable(done.error().detail));
        return all;
    }
    [[nodiscard]] QList<QJsonObject> objects(const QByteArray &kind)
    {
        QList<QJsonObject> all;
        for (const auto &line : lines(kind)) all.append(QJsonDocument::fromJson(line).object());
        return all;
    }
    [[nodiscard]] QJsonObject message(const QString &wamid)
    {
        for (const auto &line : objects("message")) {
            if (line[QStringLiteral("wamid")].toString() == wamid) return line;
        }
        return {};
    }
    [[nodiscard]] QList<ConversationRow> inbox(const ConversationFilter &filter = {}, int limit = 50)
    {
        const auto page = waitFor(m_store->conversations().page(filter, {}, limit));
        return page ? page->rows : QList<ConversationRow>();
    }

    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerPlace> m_place;
    std::unique_ptr<Store> m_store;
};

} // namespace Tandem::Testing
