#pragma once

#include "core/gateway/gateway.h"
#include "core/secrets/memory_secret_store.h"
#include "core/store/store.h"
#include "tests/support/fake_platform.h"
#include "tests/support/gateway_process.h"

#include <QTemporaryDir>

#include <atomic>

namespace Tandem::Testing {

/// The system's clock, with a wall time that a test can push on.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return m_real.now() + Millis(m_shiftMs); }
    [[nodiscard]] MonoTime monotonic() const override { return m_real.monotonic() + Micros(m_monoShiftMs * 1000); }
    void shift(Millis by) { m_shiftMs += by.count(); }
    void shiftBoth(Millis by)
    {
        m_shiftMs += by.count();
        m_monoShiftMs += by.count();
    }

private:
    SystemClock m_real;
    std::atomic<qint64> m_shiftMs{0};
    std::atomic<qint64> m_monoShiftMs{0};
};

/// One file as the platform got it.
struct UploadSeen
{
    qint64 atUs = 0;
    QByteArray token;
    QByteArray mime;
    QByteArray filename;
    QByteArray bytes;
    QString id; ///< given; empty when refused
};

/// A gateway in this process with a store and a platform on loopback, for what conversations carry besides text.
class ContentWorld
{
public:
    static constexpr auto Customer = "16505551234";

    ContentWorld();
    ~ContentWorld();

    void start();
    void start(const GatewayConfig &config);
    void stopGateway() { gateway.reset(); }
    int post(const QByteArray &body);
    /// The customer writes; waits until it is there.
    void customerWrites(const QString &wamid, const QString &from = QString::fromLatin1(Customer), Seconds ago = Seconds(30));

    [[nodiscard]] OutboxItem text(const QString &body, const QString &to = QString::fromLatin1(Customer)) const;
    /// A message of this type with a file of these bytes, kept in the media folder.
    [[nodiscard]] OutboxItem file(const QString &type, const QByteArray &bytes, const QString &mime, const QString &name);
    [[nodiscard]] OutboxId queue(const OutboxItem &item);
    [[nodiscard]] OutboxItem row(OutboxId id);
    [[nodiscard]] Number number();
    [[nodiscard]] QList<Message> messages();
    [[nodiscard]] Message message(const QString &wamid);
    [[nodiscard]] ConversationId conversation(const QString &from = QString::fromLatin1(Customer));
    [[nodiscard]] QList<UploadSeen> uploads() const;

    using UploadScript = std::function<Behaviour(const UploadSeen &, int index)>;
    void setUploadScript(UploadScript script);
    /// For all other paths; asked after uploads.
    void setRoute(FakePlatform::Route route);

    QTemporaryDir dir;
    std::shared_ptr<ShiftedClock> clock;
    MemorySecretStore secrets;
    std::unique_ptr<FakePlatform> platform;
    std::unique_ptr<Store> store;
    std::unique_ptr<Gateway> gateway;

private:
    [[nodiscard]] bool route(const HttpRequest &request, const HttpReply &reply);

    mutable std::mutex m_mutex;
    QList<UploadSeen> m_uploads;
    UploadScript m_uploadScript;
    FakePlatform::Route m_route;
};

[[nodiscard]] HttpResponse jsonAnswer(const QJsonObject &object, int status = 200);
[[nodiscard]] qint64 nowSeconds();

} // namespace Tandem::Testing
