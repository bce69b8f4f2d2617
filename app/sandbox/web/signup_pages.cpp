#include "app/sandbox/web/signup_pages.h"

#include "app/sandbox/platform/events.h"
#include "app/sandbox/web/page_files.h"
#include "app/sandbox/web/qr_code.h"
#include "app/sandbox/world/world.h"

#include <QTimer>
#include <QUrlQuery>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr qint64 codeLifeMs = 30'000;
static constexpr int linkingMs = 1800;

SignupPages::SignupPages(World &world, Events &events, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_events(events)
{
}

bool SignupPages::handle(const Exchange &exchange)
{
    const QString path = exchange.path();
    if (path == "/sdk.js"_L1 || path.endsWith("/sdk.js"_L1)) {
        PageFiles::serve(exchange, u"sdk.js"_s);
    } else if (path == "/signup"_L1 && exchange.is("GET")) {
        PageFiles::serve(exchange, u"signup.html"_s);
    } else if (path.endsWith("/dialog/oauth"_L1) && exchange.is("GET")) {
        dialog(exchange);
    } else if (path == "/signup/code.svg"_L1) {
        sendCode(exchange);
    } else if (path == "/_signup/state"_L1) {
        const auto it = m_world.signups.find(exchange.query("id"));
        if (it == m_world.signups.end())
            exchange.refuse(u"no such sign-up"_s, 404);
        else
            exchange.json(describe(*it));
    } else if (path.startsWith("/_signup/"_L1) && exchange.is("POST")) {
        post(exchange, path.mid(9));
    } else {
        return false;
    }
    return true;
}

void SignupPages::dialog(const Exchange &exchange)
{
    QUrlQuery query;
    for (const auto &[name, value] : exchange.request.query)
        query.addQueryItem(
            QString::fromUtf8(name), QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(value))));
    exchange.answer(
        {302, {}, "text/plain", {{"Location", "/signup?" + query.toString(QUrl::FullyEncoded).toLatin1()}}});
}

void SignupPages::sendCode(const Exchange &exchange)
{
    const auto it = m_world.signups.find(exchange.query("id"));
    if (it == m_world.signups.end()) return exchange.refuse(u"no such sign-up"_s, 404);
    renewCode(*it);
    exchange.answer({200, qrCodeSvg(it->scanCode.toUtf8()), "image/svg+xml", {{"Cache-Control", "no-store"}}});
}

void SignupPages::renewCode(Signup &signup) const
{
    if (signup.step != "scan"_L1 || m_world.nowMs() - signup.scanCodeMs <= codeLifeMs) return;
    signup.scanCode = u"TANDEM-PRACTICE:"_s + World::secretText(24);
    signup.scanCodeMs = m_world.nowMs();
}

QJsonObject SignupPages::describe(Signup &signup)
{
    renewCode(signup);
    QJsonObject state{{u"id"_s, signup.id}, {u"step"_s, signup.step}, {u"number"_s, formatPhone(signup.digits)},
        {u"code_version"_s, signup.scanCodeMs},
        {u"code_seconds_left"_s, std::max<qint64>(0, (codeLifeMs - (m_world.nowMs() - signup.scanCodeMs)) / 1000)},
        {u"autopilot"_s, m_autopilot}};
    if (const Account *account = m_world.account(signup.phoneNumberId)) {
        state.insert(u"name"_s, account->name);
        state.insert(u"shares_history"_s, account->sharesHistory);
        if (signup.step == "done"_L1) {
            state.insert(u"code"_s, signup.code);
            state.insert(u"waba_id"_s, account->wabaId);
        }
    } else if (const Account *first = m_world.accountByAny({})) {
        state.insert(u"suggested_number"_s, first->display);
    }
    put(state, u"redirect_uri"_s, signup.redirectUri);
    put(state, u"state"_s, signup.state);
    return state;
}

void SignupPages::start(const Exchange &exchange, const QJsonObject &input)
{
    Signup signup;
    signup.id = World::secretText(12);
    signup.appId = input[u"app_id"].toString();
    signup.redirectUri = input[u"redirect_uri"].toString();
    signup.state = input[u"state"].toString();
    signup.startedMs = m_world.nowMs();
    exchange.json(describe(*m_world.signups.insert(signup.id, signup)));
}

void SignupPages::post(const Exchange &exchange, const QString &step)
{
    const QJsonObject input = exchange.input();
    if (step == "start"_L1) return start(exchange, input);
    const auto it = m_world.signups.find(input[u"id"].toString());
    if (it == m_world.signups.end()) return exchange.refuse(u"no such sign-up"_s, 404);
    Signup &signup = *it;
    if (signup.step == "done"_L1 || signup.step == "linking"_L1) return exchange.json(describe(signup));
    if (step == "login"_L1) {
        signup.step = u"number"_s;
    } else if (step == "number"_L1) {
        return takeNumber(exchange, signup, input[u"number"].toString());
    } else if (step == "business"_L1 && signup.step == "business"_L1) {
        Account *account = m_world.account(signup.phoneNumberId);
        if (account == nullptr || input[u"name"].toString().trimmed().isEmpty()) return exchange.refuse(u"name"_s);
        account->name = input[u"name"].toString().trimmed();
        account->website = input[u"website"].toString().trimmed();
        signup.step = u"confirm"_s;
    } else if (step == "confirm"_L1 && signup.step == "confirm"_L1) {
        signup.step = u"linking"_s;
        QTimer::singleShot(linkingMs, this, [this, id = signup.id] { finish(id); });
    } else if (step == "back"_L1 && signup.step == "scan"_L1) {
        signup.step = u"number"_s;
    } else if (step == "back"_L1 && signup.step == "confirm"_L1) {
        signup.step = u"business"_s;
    } else if (step == "cancel"_L1) {
        signup.step = u"cancelled"_s;
    } else {
        return exchange.refuse(u"this is not the next step"_s, 409);
    }
    exchange.json(describe(signup));
}

void SignupPages::takeNumber(const Exchange &exchange, Signup &signup, const QString &number)
{
    const QString digits = onlyDigits(number);
    if (digits.size() < 8 || digits.size() > 15) return exchange.refuse(u"number"_s);
    const Account *known = m_world.accountByDigits(digits);
    if (known != nullptr && known->linked) return exchange.refuse(u"linked"_s, 409);
    signup.digits = digits;
    signup.phoneNumberId = m_world.ensureAccount(digits).phoneNumberId;
    signup.step = u"scan"_s;
    signup.scanCodeMs = 0;
    exchange.json(describe(signup));
}

const Signup *SignupPages::waiting(const QString &number) const
{
    const Signup *newest = nullptr;
    for (const Signup &signup : std::as_const(m_world.signups)) {
        const bool open = signup.step == "scan"_L1 || signup.step == "phone"_L1;
        if (!open || (!number.isEmpty() && signup.digits != number && signup.phoneNumberId != number)) continue;
        if (newest == nullptr || signup.startedMs > newest->startedMs) newest = &signup;
    }
    return newest;
}

QString SignupPages::scan(const QString &number, std::optional<bool> shareHistory)
{
    const Signup *found = waiting(number);
    if (found == nullptr) return u"no sign-up is waiting for a phone"_s;
    Signup &signup = m_world.signups[found->id];
    signup.step = shareHistory ? u"business"_s : u"phone"_s;
    Account *account = m_world.account(signup.phoneNumberId);
    if (account != nullptr && shareHistory) account->sharesHistory = *shareHistory;
    m_world.touch();
    return {};
}

void SignupPages::finish(const QString &id)
{
    const auto it = m_world.signups.find(id);
    if (it == m_world.signups.end() || it->step != "linking"_L1) return;
    Account *account = m_world.account(it->phoneNumberId);
    if (account == nullptr) return;
    m_world.link(*account, account->sharesHistory, account->name, account->website);
    it->code = m_world.issueCode(account->wabaId);
    it->step = u"done"_s;
    m_events.linked(*account);
}

Account &SignupPages::linkNow(const QString &digits, bool shareHistory, const QString &name)
{
    Account &account = m_world.ensureAccount(digits);
    if (account.linked) return account;
    m_world.link(account, shareHistory, name, {});
    account.subscribed = true;
    account.subscribedApp = u"practice"_s;
    m_events.linked(account);
    return account;
}

} // namespace Tandem::Sandbox
