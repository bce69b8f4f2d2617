#pragma once

#include "core/gateway/link/link_inspection.h"
#include "core/gateway/link/link_parts.h"
#include "core/gateway/link/link_trouble.h"

#include <QObject>
#include <QTimer>

namespace Tandem {

/// One link request on its way through the steps. Each step is durable before the next begins, so run() goes on after a
/// crash wherever the row stands. The once-only calls are marked in the row before they leave and are never repeated
/// unless they provably did not leave or were refused for being too fast.
class LinkJob final : public QObject
{
    Q_OBJECT
public:
    LinkJob(LinkRequest request, const LinkParts &parts, const LinkConfig &config, QObject *parent);

    void run();
    /// Takes no further step; the row stays as it is.
    void halt();
    [[nodiscard]] const LinkRequest &request() const { return m_row; }
    /// The row as it stands in the store now: a person may have chosen a number.
    void follow(const LinkRequest &stored);
    /// Takes the page's answer; false when this request does not wait for one (any more).
    bool take(const LinkReturn &answer);
    /// The state token's time is over.
    [[nodiscard]] bool isExpired() const;

Q_SIGNALS:
    void numberLinked(const QString &phoneNumberId);
    void ended(); ///< done, failed or cancelled: durable

private:
    enum class Sync { Contacts, History };

    void prepare();
    void waitForOwner();
    void recoverToken();
    void exchange();
    void keepToken(const Secret &token);
    void inspect();
    void judgeFound(const QList<LinkFound> &found);
    void chooseAmong(const QList<LinkFound> &found, const QList<Number> &known);
    void settle(const LinkFound &found);
    void subscribe();
    void subscribeWith(const QString &overrideUrl);
    void check();
    void storeNumber(const PhoneNumberInfo &info);
    void sync(Sync kind);
    void callSync(Sync kind);
    void judgeSync(Sync kind, const Result<QString> &reply);
    void unmark(Sync kind, const Error &error);
    void afterSync(Sync kind);
    void setHistory(HistoryState state, std::function<void()> then);
    void conclude();

    void withToken(const QString &key, std::function<void()> then);
    void enter(LinkStep step);
    void fail(const LinkTrouble &trouble);
    void again(const Error &error);
    /// Writes the row; `then` runs only when it is durable and nobody has cancelled.
    void persist(std::function<void()> then);
    [[nodiscard]] QString transientKey() const;

    LinkRequest m_row;
    const LinkParts m_parts;
    const LinkConfig m_config;
    Secret m_token;
    QString m_code;
    MonoTime m_codeArrived{};
    QTimer m_wait;
    int m_turn = 0; ///< grows with each write of the row; only the newest one's continuation runs
    int m_tries = 0;
    int m_checks = 0;
    bool m_stopped = false;
};

} // namespace Tandem
