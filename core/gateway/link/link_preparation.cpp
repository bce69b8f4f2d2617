#include "core/gateway/link/link_preparation.h"

#include "core/gateway/link/public_address.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

const QString accountObject = u"whatsapp_business_account"_s;

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

const SubscriptionInfo *accountSubscription(const QList<SubscriptionInfo> &subscriptions)
{
    const auto found = std::find_if(subscriptions.begin(), subscriptions.end(),
        [](const SubscriptionInfo &s) { return s.object == accountObject && !s.callbackUrl.isEmpty(); });
    return found == subscriptions.end() ? nullptr : &*found;
}

QStringList missingIn(const QStringList &fields)
{
    QStringList missing = LinkPreparation::neededFields();
    missing.removeIf([&fields](const QString &field) { return fields.contains(field); });
    return missing;
}

} // namespace

LinkPreparation::LinkPreparation(const LinkParts &parts, const LinkConfig &config, QObject *parent)
    : QObject(parent), m_parts(parts), m_config(config)
{
}

QStringList LinkPreparation::neededFields()
{
    return {u"messages"_s, u"history"_s, u"smb_app_state_sync"_s, u"smb_message_echoes"_s, u"account_update"_s,
        u"message_template_status_update"_s};
}

bool LinkPreparation::leadsTo(const QList<SubscriptionInfo> &subscriptions, const QString &callback)
{
    const SubscriptionInfo *subscription = accountSubscription(subscriptions);
    return subscription && subscription->active && subscription->callbackUrl == callback;
}

void LinkPreparation::start(Done done)
{
    m_done = std::move(done);
    if (m_config.appId.isEmpty() || m_config.appSecret.isEmpty() || m_config.verifyToken.isEmpty() || m_config.configId.isEmpty()) {
        return end(LinkTrouble{LinkFailure::PlatformError,
            tr("The Meta app is not set up yet: app id, configuration id, app secret and verify token are needed. Fill them in under Settings.")});
    }
    if (!m_config.publicUrl.isValid() || m_config.publicUrl.host().isEmpty()) {
        return end(LinkTrouble{LinkFailure::PublicAddressUnreachable, tr("No public address is set.")});
    }
    if (m_config.publicUrl.scheme() != "https"_L1 && !isLoopback(m_config.publicUrl)) {
        return end(LinkTrouble{LinkFailure::PublicAddressUnreachable, tr("The public address must begin with https.")});
    }
    // Behind a router without NAT loopback the call would fail although the platform's calls arrive.
    m_config.trustPublicUrl ? checkSubscription() : checkAddress();
}

void LinkPreparation::checkAddress()
{
    onFinished(this, checkPublicAddress(m_parts.transport, m_config.address(u"/webhooks/meta"_s), m_config.verifyToken),
        [this](const Result<bool> &answered) {
            if (answered) return checkSubscription();
            end(LinkTrouble{LinkFailure::PublicAddressUnreachable, answered.error().text});
        });
}

void LinkPreparation::checkSubscription()
{
    onFinished(this, m_parts.provider.appSubscriptions(m_config.appId, m_config.appSecret),
        [this](const Result<QList<SubscriptionInfo>> &subscriptions) {
            if (subscriptions) return judge(*subscriptions);
            const Error &error = subscriptions.error();
            if (isTransient(error)) return end(LinkTrouble{LinkFailure::NetworkDown, error.text, error.platformCode});
            end(LinkTrouble{LinkFailure::PlatformError,
                tr("The platform does not accept the app's id and secret. Check them under Settings."), error.platformCode});
        });
}

void LinkPreparation::judge(const QList<SubscriptionInfo> &subscriptions)
{
    const SubscriptionInfo *subscription = accountSubscription(subscriptions);
    if (!subscription || !subscription->active) return subscribe(neededFields());
    const QStringList missing = missingIn(subscription->fields);
    if (missing.isEmpty()) return end(std::nullopt);
    if (subscription->callbackUrl == m_config.callback()) return subscribe(subscription->fields + missing);
    // Another system takes this app's webhooks: its address stays, and only its owner can add fields there.
    end(LinkTrouble{LinkFailure::SubscriptionMissing,
        tr("The app's webhooks go to another address and lack these fields: %1. Add them in the app's dashboard, under WhatsApp, Configuration.")
            .arg(missing.join(u", "_s))});
}

void LinkPreparation::subscribe(const QStringList &fields)
{
    onFinished(this, m_parts.provider.subscribeApp(m_config.appId, m_config.appSecret, m_config.callback(), m_config.verifyToken, fields),
        [this](const Result<bool> &done) {
            if (done) return end(std::nullopt);
            const Error &error = done.error();
            if (error.code == ErrorCode::Network) return end(LinkTrouble{LinkFailure::NetworkDown, error.text, error.platformCode});
            end(LinkTrouble{LinkFailure::SubscriptionMissing,
                tr("Tandem could not set the app's webhooks (%1) Set them by hand: address %2, fields %3.")
                    .arg(error.text, m_config.callback(), neededFields().join(u", "_s)),
                error.platformCode});
        });
}

void LinkPreparation::end(std::optional<LinkTrouble> trouble)
{
    const auto done = std::exchange(m_done, {});
    if (done) done(std::move(trouble));
}

} // namespace Tandem
