#include "core/gateway/link/link_inspection.h"

using namespace Qt::StringLiterals;

namespace Tandem {

LinkInspection::LinkInspection(const LinkParts &parts, const LinkConfig &config, const Secret &token, QObject *parent)
    : QObject(parent), m_parts(parts), m_config(config), m_token(token)
{
}

void LinkInspection::start(const QString &wabaHint, Done done)
{
    m_wabaHint = wabaHint;
    m_done = std::move(done);
    onFinished(this, m_parts.provider.debugToken(m_config.appId, m_config.appSecret, m_token), [this](const Result<TokenInfo> &info) {
        if (info) return judge(*info);
        if (isTransient(info.error())) {
            m_outcome.again = info.error();
        } else {
            m_outcome.trouble = troubleOf(info.error());
        }
        end();
    });
}

void LinkInspection::judge(const TokenInfo &info)
{
    const auto lacks = [&info](const QString &scope) { return !info.scopes.isEmpty() && !info.scopes.contains(scope); };
    if (!info.valid || (!info.appId.isEmpty() && info.appId != m_config.appId)) {
        m_outcome.trouble = LinkTrouble{LinkFailure::WrongAccount, tr("The sign-up was finished for another app. Check the app id and the configuration id.")};
        return end();
    }
    if (lacks(u"whatsapp_business_management"_s) || lacks(u"whatsapp_business_messaging"_s)) {
        m_outcome.trouble = LinkTrouble{LinkFailure::NoPermission, tr("The page was finished without the two permissions that Tandem needs.")};
        return end();
    }
    if (!m_wabaHint.isEmpty() && !info.wabaIds.isEmpty() && !info.wabaIds.contains(m_wabaHint)) {
        m_outcome.trouble = LinkTrouble{LinkFailure::WrongAccount, tr("The permission was given for another business account than the one on the page.")};
        return end();
    }
    m_wabas = m_wabaHint.isEmpty() ? info.wabaIds : QStringList{m_wabaHint};
    m_wabas.removeDuplicates();
    nextWaba();
}

void LinkInspection::nextWaba()
{
    if (m_wabas.isEmpty()) return end();
    const QString waba = m_wabas.takeFirst();
    onFinished(this, m_parts.provider.phoneNumbers(waba, m_token), [this, waba](const Result<QList<PhoneNumberInfo>> &numbers) {
        if (numbers) {
            for (const PhoneNumberInfo &number : *numbers) m_outcome.found.append({waba, number});
        } else if (isTransient(numbers.error())) {
            m_outcome.again = numbers.error();
            return end();
        } else if (m_wabas.isEmpty() && m_outcome.found.isEmpty()) {
            m_outcome.trouble = troubleOf(numbers.error());
        }
        nextWaba();
    });
}

void LinkInspection::end()
{
    const auto done = std::exchange(m_done, {});
    if (done) done(m_outcome);
}

} // namespace Tandem
