#include "app/sandbox/world/world.h"

#include "app/sandbox/world/scenario.h"
#include "core/base/clock.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QString onlyDigits(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') digits += c;
    }
    return digits;
}

QString formatPhone(const QString &digits)
{
    if (digits.size() == 11 && digits.startsWith(u'1'))
        return u"+1 %1-%2-%3"_s.arg(digits.mid(1, 3), digits.mid(4, 3), digits.mid(7));
    if (digits.startsWith("86"_L1) && digits.size() == 13)
        return u"+86 %1 %2 %3"_s.arg(digits.mid(2, 3), digits.mid(5, 4), digits.mid(9));
    QString text = u"+"_s + digits.left(2);
    for (qsizetype i = 2; i < digits.size(); i += 3)
        text += u' ' + digits.mid(i, 3);
    return text;
}

qint64 monotonicMicros()
{
    return SystemClock().monotonic().time_since_epoch().count();
}

World::World(quint32 seed, QString appSecret, AppSubscription appSubscription)
    : subscription(std::move(appSubscription))
    , m_seed(seed)
    , m_appSecret(std::move(appSecret))
{
}

World::~World() = default;

qint64 World::nowMs() const
{
    return toEpochMillis(SystemClock().now()) + m_offsetMs;
}

void World::advance(qint64 seconds)
{
    m_offsetMs += seconds * 1000;
    touch();
}

QString World::secretText(int bytes)
{
    QByteArray raw(bytes, Qt::Uninitialized);
    for (char &byte : raw)
        byte = char(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString World::numericId(const QString &text, int digits) const
{
    const QByteArray hash
        = QCryptographicHash::hash(QByteArray::number(m_seed) + '/' + text.toUtf8(), QCryptographicHash::Sha256);
    QString id;
    for (const char byte : hash) {
        id += QChar(u'0' + uchar(byte) % 10);
        if (id.size() == digits) break;
    }
    if (id.startsWith(u'0')) id[0] = u'7';
    return id;
}

QString World::userIdFor(const QString &text, const QString &country) const
{
    return country + u'.' + numericId(u"bsuid/"_s + text, 17);
}

Account &World::ensureAccount(const QString &digits, qint64 createdMs)
{
    if (Account *known = accountByDigits(digits)) return *known;
    auto account = std::make_unique<Account>();
    account->digits = digits;
    account->display = formatPhone(digits);
    account->phoneNumberId = u"6"_s + numericId(u"phone/"_s + digits, 14);
    account->wabaId = u"7"_s + numericId(u"waba/"_s + digits, 14);
    account->businessId = u"8"_s + numericId(u"business/"_s + digits, 14);
    account->name = u"Lumen & Leaf"_s;
    account->createdMs = createdMs == 0 ? nowMs() : createdMs;
    m_accounts.push_back(std::move(account));
    Scenario(*this, *m_accounts.back()).fill();
    touch();
    return *m_accounts.back();
}

Account *World::account(const QString &phoneNumberId)
{
    for (const auto &account : m_accounts) {
        if (account->phoneNumberId == phoneNumberId) return account.get();
    }
    return nullptr;
}

Account *World::accountByDigits(const QString &digits)
{
    for (const auto &account : m_accounts) {
        if (account->digits == digits) return account.get();
    }
    return nullptr;
}

Account *World::accountByWaba(const QString &wabaId)
{
    for (const auto &account : m_accounts) {
        if (account->wabaId == wabaId) return account.get();
    }
    return nullptr;
}

Account *World::accountByAny(const QString &idOrDigits)
{
    if (idOrDigits.isEmpty()) return m_accounts.empty() ? nullptr : m_accounts.front().get();
    if (Account *byId = account(idOrDigits)) return byId;
    return accountByDigits(onlyDigits(idOrDigits));
}

void World::link(Account &account, bool shareHistory, const QString &name, const QString &website)
{
    account.linked = true;
    account.offboarded = false;
    account.onboardedMs = nowMs();
    account.sharesHistory = shareHistory;
    account.contactsRequested = false;
    account.historyRequested = false;
    account.subscribed = false;
    account.overrideUrl.clear();
    if (!name.isEmpty()) account.name = name;
    account.website = website;
    for (Thread &thread : account.threads) {
        thread.lastInboundMs = 0;
        for (Message &message : thread.messages) {
            message.changed = message.changed || message.live;
            message.live = false;
        }
    }
    touch();
}

Thread *World::thread(Account &account, const QString &phoneOrUserId)
{
    const auto it = account.threadByKey.constFind(phoneOrUserId);
    return it == account.threadByKey.cend() ? nullptr : &account.threads[*it];
}

void World::addThread(Account &account, Thread thread)
{
    const int index = int(account.threads.size());
    for (const QString &key : {thread.customer.phone, thread.customer.userId}) {
        if (!key.isEmpty()) account.threadByKey.insert(key, index);
    }
    for (const Message &message : thread.messages)
        account.threadByMessage.insert(message.id, index);
    account.threads.append(std::move(thread));
}

Thread &World::ensureThread(Account &account, const QString &phoneOrUserId, const QString &name)
{
    const bool userId = phoneOrUserId.contains(u'.');
    const QString key = userId ? phoneOrUserId : onlyDigits(phoneOrUserId);
    if (Thread *known = thread(account, key)) return *known;
    Thread stranger;
    stranger.customer.created = true;
    stranger.customer.phone = userId ? QString() : key;
    stranger.customer.userId = userId ? key : userIdFor(key, u"US"_s);
    stranger.customer.name = name.isEmpty() ? u"Customer "_s + key.right(4) : name;
    stranger.customer.language = u"en"_s;
    addThread(account, std::move(stranger));
    touch();
    return account.threads.last();
}

Message &World::append(Account &account, Thread &thread, Message message)
{
    account.threadByMessage.insert(message.id, account.threadByKey.value(thread.customer.key()));
    // Mostly at the end; a script may let somebody write earlier.
    auto after = thread.messages.end();
    while (after != thread.messages.begin() && std::prev(after)->timestamp > message.timestamp)
        --after;
    const auto place = thread.messages.insert(after, std::move(message));
    touch();
    return *place;
}

World::Found World::find(Account &account, const QString &wamid)
{
    const auto it = account.threadByMessage.constFind(wamid);
    if (it == account.threadByMessage.cend()) return {};
    Thread &thread = account.threads[*it];
    for (auto message = thread.messages.rbegin(); message != thread.messages.rend(); ++message) {
        if (message->id == wamid) return {&thread, &*message};
    }
    return {};
}

void World::rename(Account &account, Thread &thread, const QString &phone, const QString &userId)
{
    const int index = account.threadByKey.value(thread.customer.key());
    if (thread.customer.wasKey.isEmpty()) thread.customer.wasKey = thread.customer.key();
    if (!phone.isEmpty()) thread.customer.phone = phone;
    if (!userId.isEmpty()) thread.customer.userId = userId;
    for (const QString &key : {thread.customer.phone, thread.customer.userId}) {
        if (!key.isEmpty()) account.threadByKey.insert(key, index);
    }
    touch();
}

QString World::newWamid()
{
    return Scenario::wamid(m_seed, u"live/%1/%2"_s.arg(nowMs()).arg(++wamidCounter));
}

QString World::issueCode(const QString &wabaId)
{
    const Code code{u"AQ"_s + secretText(96), wabaId, nowMs()};
    m_codes.insert(code.value, code);
    return code.value;
}

std::optional<QString> World::redeem(const QString &code)
{
    const auto it = m_codes.constFind(code);
    if (it == m_codes.cend()) return {};
    const Code found = *it;
    m_codes.erase(it);
    if (nowMs() - found.issuedMs > 30'000) return {};
    return found.wabaId;
}

Token &World::issueToken(const QString &wabaId, const QString &appId)
{
    const QString value = u"EAA"_s + secretText(120);
    touch();
    return *m_tokens.insert(value, Token{value, appId, wabaId, nowMs(), false});
}

Token *World::token(const QString &value)
{
    const auto it = m_tokens.find(value);
    return it == m_tokens.end() ? nullptr : &*it;
}

} // namespace Tandem::Sandbox
