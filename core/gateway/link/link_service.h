#pragma once

#include "core/domain/link.h"
#include "core/gateway/link/link_parts.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace Tandem {

class LinkJob;

/// What became of a request that came from the link page.
enum class LinkPageState {
    Open,    ///< the page may start the sign-up
    Taken,   ///< the answer was accepted; it may not come again
    Used,    ///< an answer was accepted before, or the request has ended
    Expired, ///< the state token's 30 minutes are over
    Unknown, ///< no such state token
    Busy,    ///< the request is still being prepared, or the database can't be read: ask again
};

/// Links numbers: works on the link requests in the store, from the public address check to the once-only sync, and
/// goes on after a crash where each row stands. Lives in the gateway thread; the stores, secrets and provider outlive it.
class LinkService final : public QObject
{
    Q_OBJECT
public:
    /// `transport` is for the look at our own public address; empty: the real network.
    LinkService(LinkStore &links, NumberStore &numbers, SecretStore &secrets, Provider &provider, std::shared_ptr<const Clock> clock,
        QObject *parent = nullptr, std::unique_ptr<Meta::GraphTransport> transport = nullptr);
    ~LinkService() override;

    /// Before the first wake(), and on every change; requests under way keep what they began with.
    void configure(const LinkConfig &config) { m_config = config; }
    [[nodiscard]] const LinkConfig &config() const { return m_config; }
    /// Serves the requests from now on, under this lease of what belongs to no one number.
    void lead(qint64 fence);
    /// The lease is lost: a call on the wire may finish, nothing follows it.
    void pause();
    /// Looks at the store: new requests, chosen numbers, cancelled ones.
    void wake();

    /// Whether the page of this state token may be shown.
    void look(const QString &state, std::function<void(LinkPageState)> answer);
    /// The page's one answer. `answer` tells whether it was accepted.
    void take(const LinkReturn &from, std::function<void(LinkPageState)> answer);

Q_SIGNALS:
    /// Linked and its token stored under "token/<phone_number_id>".
    void numberLinked(const QString &phoneNumberId);

private:
    void follow(const QList<LinkRequest> &unfinished);
    LinkJob &adopt(const LinkRequest &request);
    [[nodiscard]] LinkJob *jobOf(const QString &state) const;
    [[nodiscard]] static LinkPageState stateOf(const LinkJob &job);
    void find(const QString &state, std::function<void(LinkJob *, LinkPageState)> found);

    std::unique_ptr<Meta::GraphTransport> m_transport;
    LinkParts m_parts;
    LinkConfig m_config;
    QHash<LinkRequestId, LinkJob *> m_jobs;
    bool m_paused = false;
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace Tandem
