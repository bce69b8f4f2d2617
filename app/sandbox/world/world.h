#pragma once

#include "app/sandbox/world/media_shelf.h"
#include "app/sandbox/world/model.h"
#include "app/sandbox/world/template_book.h"

#include <QObject>

#include <deque>
#include <memory>

namespace Tandem::Sandbox {

/// The app's webhook subscription, as its dashboard would show it.
struct AppSubscription
{
    QString callbackUrl;
    QString verifyToken;
    QStringList fields;
    bool active = true;
};

/// Everything the platform knows. Main thread only; holds no timers and speaks to nobody.
class World : public QObject
{
    Q_OBJECT
public:
    World(quint32 seed, QString appSecret, AppSubscription subscription);
    ~World() override;

    [[nodiscard]] qint64 nowMs() const;
    /// The second that what happens carries.
    [[nodiscard]] qint64 now() const { return m_pretended.value_or(nowMs() / 1000); }
    /// Lets what a script does carry another second while it lives; links and limits keep the real time.
    class Moment
    {
    public:
        Moment(World &world, qint64 second)
            : m_world(world)
        {
            m_world.m_pretended = second;
        }
        ~Moment() { m_world.m_pretended.reset(); }
        Q_DISABLE_COPY_MOVE(Moment)

    private:
        World &m_world;
    };
    /// Moves the platform's clock forward, to see windows close and links die without waiting.
    void advance(qint64 seconds);
    [[nodiscard]] qint64 clockOffsetMs() const { return m_offsetMs; }
    void setClockOffsetMs(qint64 ms) { m_offsetMs = ms; }

    [[nodiscard]] quint32 seed() const { return m_seed; }
    [[nodiscard]] const QString &appSecret() const { return m_appSecret; }

    /// The number on the owner's phone; made with its past when it is not known yet.
    Account &ensureAccount(const QString &digits, qint64 createdMs = 0);
    [[nodiscard]] Account *account(const QString &phoneNumberId);
    [[nodiscard]] Account *accountByDigits(const QString &digits);
    [[nodiscard]] Account *accountByWaba(const QString &wabaId);
    /// By id or digits; empty: the first one.
    [[nodiscard]] Account *accountByAny(const QString &idOrDigits);
    [[nodiscard]] std::deque<std::unique_ptr<Account>> &accounts() { return m_accounts; }

    /// Joins the number to the API. Once-only calls become available again and all that was written is the past now.
    void link(Account &account, bool shareHistory, const QString &name, const QString &website);

    [[nodiscard]] Thread *thread(Account &account, const QString &phoneOrUserId);
    /// The customer with this phone or BSUID; a stranger is made when there is none.
    Thread &ensureThread(Account &account, const QString &phoneOrUserId, const QString &name = {});
    void addThread(Account &account, Thread thread);
    Message &append(Account &account, Thread &thread, Message message);
    struct Found
    {
        Thread *thread = nullptr;
        Message *message = nullptr;
    };
    [[nodiscard]] Found find(Account &account, const QString &wamid);
    [[nodiscard]] QString newWamid();
    /// The customer is somebody else to the platform from now on; empty: that part stays. Old keys still lead here.
    void rename(Account &account, Thread &thread, const QString &phone, const QString &userId);

    [[nodiscard]] QString issueCode(const QString &wabaId);
    /// The WABA of an unspent code no older than 30 seconds; the code is spent.
    [[nodiscard]] std::optional<QString> redeem(const QString &code);
    [[nodiscard]] Token &issueToken(const QString &wabaId, const QString &appId);
    [[nodiscard]] Token *token(const QString &value);
    [[nodiscard]] QHash<QString, Token> &tokens() { return m_tokens; }

    QHash<QString, Signup> signups;
    AppSubscription subscription;
    MediaShelf media;
    TemplateBook templates;
    int mostBlocked = 64'000; ///< a blocklist holds no more
    qint64 wamidCounter = 0;

    /// Stable digits drawn from the seed and a text: the same workspace gives the same ids.
    [[nodiscard]] QString numericId(const QString &text, int digits) const;
    [[nodiscard]] QString userIdFor(const QString &text, const QString &country) const;
    [[nodiscard]] static QString secretText(int bytes);
    void touch() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed(); ///< something worth keeping; may come often

private:
    quint32 m_seed;
    QString m_appSecret;
    qint64 m_offsetMs = 0;
    std::optional<qint64> m_pretended;
    std::deque<std::unique_ptr<Account>> m_accounts;
    QHash<QString, Token> m_tokens;
    QHash<QString, Code> m_codes;
};

/// "+1 555-078-3881" from "15550783881": the platform shows numbers formatted.
[[nodiscard]] QString formatPhone(const QString &digits);
[[nodiscard]] QString onlyDigits(const QString &text);
[[nodiscard]] qint64 monotonicMicros();

} // namespace Tandem::Sandbox
