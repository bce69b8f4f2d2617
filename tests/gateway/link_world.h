#pragma once

#include "core/gateway/link/link_service.h"
#include "core/secrets/memory_secret_store.h"

#include <QHash>
#include <QPromise>
#include <QSet>

namespace Tandem::Test {

class ManualClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return m_now; }
    [[nodiscard]] MonoTime monotonic() const override { return MonoTime(std::chrono::duration_cast<Micros>(m_now.time_since_epoch())); }
    void advance(Millis by) { m_now += by; }

private:
    UtcTime m_now = fromEpochSeconds(1'795'442'400);
};

/// Everything around LinkService, in memory: stores, secrets, platform and public address. Every durable write and every
/// call to the platform is a numbered operation; the power can fail just before or just after any of them.
class LinkWorld final : public LinkStore, public NumberStore
{
public:
    LinkWorld();
    ~LinkWorld() override;

    // The power.
    int crashAt = 0; ///< the operation at which it fails; 0 never
    bool afterEffect = false; ///< fail after the operation did its work, before its answer
    [[nodiscard]] bool dead() const { return m_dead; }
    [[nodiscard]] int operations() const { return m_operations; }
    /// A new program on the same disk and platform.
    void restart();

    // What the platform and the network do: errors to give, first to last, by the call's name; then it works.
    QHash<QString, QList<Error>> errors;
    Meta::GraphAnswer address; ///< an empty body stands for the right challenge
    TokenInfo token;
    QList<SubscriptionInfo> subscriptions;
    QHash<QString, QList<PhoneNumberInfo>> phoneNumbers; ///< by WABA

    // What was done.
    qint64 fence = 0; ///< of the lease as it stands; who writes with another is refused
    QStringList calls; ///< "send", "requestSync history", …
    [[nodiscard]] int count(const QString &call) const { return int(calls.count(call)); }
    QString overrideUrl;
    QStringList subscribedFields;
    QHash<LinkRequestId, LinkRequest> rows;
    QList<LinkStep> steps; ///< each new step in the order written
    QHash<QString, Number> stored;
    QStringList linked; ///< from LinkService::numberLinked
    MemorySecretStore secretsOnDisk;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    LinkConfig config;

    [[nodiscard]] LinkService &service() { return *m_service; }
    [[nodiscard]] LinkRequest row() const { return rows.value(LinkRequestId{1}); }
    /// Events run until `condition` holds or the power fails; false after two seconds.
    [[nodiscard]] bool until(const std::function<bool()> &condition);
    /// Begins request 1 and waits until the page may open (or it ended).
    void begin();
    /// The page hands over its code.
    LinkPageState returnCode(LinkReturn from = {});
    [[nodiscard]] bool finished() const;
    /// From the beginning, or after a crash from wherever the row stands, to its end or to a person's choice.
    void run();

    template<typename T>
    FutureResult<T> operation(std::function<Result<T>()> effect);
    template<typename T>
    FutureResult<T> platform(const QString &name, std::function<Result<T>()> effect);

    // LinkStore
    FutureResult<LinkRequestId> create() override;
    FutureResult<LinkRequest> get(LinkRequestId id) override;
    FutureResult<LinkRequest> byState(const QString &state) override;
    FutureResult<QList<LinkRequest>> unfinished() override;
    FutureResult<bool> update(const LinkRequest &request, qint64 fence) override;
    FutureResult<bool> choose(LinkRequestId id, const QString &phoneNumberId) override;
    FutureResult<bool> cancel(LinkRequestId id) override;
    // NumberStore
    FutureResult<QList<Number>> all() override;
    FutureResult<Number> byPhoneNumberId(const QString &phoneNumberId) override;
    FutureResult<NumberId> upsert(const Number &number) override;
    FutureResult<bool> setState(NumberId id, NumberState state) override;
    FutureResult<bool> setLimit(NumberId id, int perSecond) override;
    FutureResult<bool> setHealth(NumberId id, int code, const QString &text, bool pauseSending) override;
    FutureResult<bool> setHistory(NumberId id, HistoryState state) override;
    FutureResult<bool> setPolicy(NumberId id, ReadReceipts receipts, bool typing) override;

private:
    class Platform;
    class Keyring;
    class Address;
    bool fails();

    int m_operations = 0;
    bool m_dead = false;
    std::vector<std::shared_ptr<void>> m_unanswered;
    std::unique_ptr<Platform> m_platform;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<LinkService> m_service;
};

template<typename T>
FutureResult<T> LinkWorld::operation(std::function<Result<T>()> effect)
{
    const auto silence = [this] {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_unanswered.push_back(promise);
        return promise->future();
    };
    if (m_dead) return silence();
    if (!fails()) return readyFuture<T>(effect());
    if (afterEffect) (void)effect();
    return silence();
}

template<typename T>
FutureResult<T> LinkWorld::platform(const QString &name, std::function<Result<T>()> effect)
{
    return operation<T>([this, name, effect]() -> Result<T> {
        calls.append(name);
        if (auto &list = errors[name]; !list.isEmpty()) return failure(list.takeFirst());
        return effect();
    });
}

} // namespace Tandem::Test
