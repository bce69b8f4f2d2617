#pragma once

#include "core/gateway/link/link_parts.h"
#include "core/gateway/link/link_trouble.h"

#include <QObject>

#include <functional>

namespace Tandem {

/// What must be true before Meta's page opens, because after it everything happens once: the app is known, our public
/// address answers from outside, and the app's webhook subscription carries the six fields.
class LinkPreparation final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(std::optional<LinkTrouble>)>;
    LinkPreparation(const LinkParts &parts, const LinkConfig &config, QObject *parent);

    /// `done` comes once, unless this object goes first.
    void start(Done done);

    /// The fields that linking and the inbox need.
    [[nodiscard]] static QStringList neededFields();
    /// True when the app's own subscription already comes to `callback`.
    [[nodiscard]] static bool leadsTo(const QList<SubscriptionInfo> &subscriptions, const QString &callback);

private:
    void checkAddress();
    void checkSubscription();
    void judge(const QList<SubscriptionInfo> &subscriptions);
    void subscribe(const QStringList &fields);
    void end(std::optional<LinkTrouble> trouble);

    const LinkParts m_parts;
    const LinkConfig m_config;
    Done m_done;
};

} // namespace Tandem
