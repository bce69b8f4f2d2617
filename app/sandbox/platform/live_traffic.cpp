#include "app/sandbox/platform/live_traffic.h"

#include "app/sandbox/platform/deliveries.h"
#include "app/sandbox/platform/events.h"
#include "app/sandbox/world/scenario.h"
#include "app/sandbox/world/script.h"

#include <algorithm>
#include <cmath>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

LiveTraffic::LiveTraffic(
    World &world, Events &events, Deliveries &deliveries, const QString &scenario, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_events(events)
    , m_scenario(scenario)
    , m_random(seed + 99)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveTraffic::customerWrites);
    connect(&events, &Events::linkedNumber, this, &LiveTraffic::begin);
    connect(&deliveries, &Deliveries::apiMessage, this, &LiveTraffic::answer);
}

void LiveTraffic::begin(const QString &phoneNumberId)
{
    if (!m_numbers.contains(phoneNumberId)) m_numbers.append(phoneNumberId);
    m_beganMicros = monotonicMicros();
    scheduleNext();
}

void LiveTraffic::setScenario(const QString &scenario)
{
    m_scenario = scenario;
    m_beganMicros = monotonicMicros();
    scheduleNext();
}

void LiveTraffic::scheduleNext()
{
    if (m_scenario == "quiet"_L1 || m_scenario == "every_type"_L1 || m_numbers.isEmpty()) {
        m_timer.stop();
    } else if (m_scenario == "storm"_L1) {
        m_timer.start(50);
    } else {
        const bool first = monotonicMicros() - m_beganMicros < 60'000'000;
        m_timer.start(first ? 3000 + m_random.bounded(4000) : 50'000 + m_random.bounded(70'000));
    }
}

Thread *LiveTraffic::anybody(Account &account, bool recent)
{
    if (account.threads.isEmpty()) return nullptr;
    const int most = recent ? std::min<int>(16, int(account.threads.size())) : int(account.threads.size());
    return &account.threads[m_random.bounded(most)];
}

void LiveTraffic::customerWrites()
{
    scheduleNext();
    Account *account = m_world.account(m_numbers[m_random.bounded(int(m_numbers.size()))]);
    if (account == nullptr || !account->linked || !account->subscribed) return;
    Thread *thread = anybody(*account, m_scenario == "shop"_L1);
    if (thread == nullptr) return;
    const Customer &customer = thread->customer;
    const QString first = customer.language == "zh"_L1 ? customer.name : customer.name.section(u' ', 0, 0);
    Message draft;
    const QString text = Script::of(customer.language).opening(first, m_random);
    Scenario::dress(m_world, draft, {}, text, 0);
    m_events.customerSends(*account, *thread, draft);
}

void LiveTraffic::answer(const QString &phoneNumberId, const QString &key)
{
    const QString who = phoneNumberId + u'/' + key;
    if (m_scenario != "shop"_L1 || m_answering.contains(who) || m_random.bounded(100) >= 55) return;
    m_answering.insert(who);
    QTimer::singleShot(7000 + m_random.bounded(9000), this, [this, who, phoneNumberId, key] {
        m_answering.remove(who);
        Account *account = m_world.account(phoneNumberId);
        Thread *thread = account == nullptr ? nullptr : m_world.thread(*account, key);
        if (thread == nullptr || !account->linked || thread->customer.created) return;
        static const QHash<QString, QStringList> words{
            {u"en"_s,
                {u"Thank you, that helps!"_s, u"Perfect, thanks"_s, u"Great, I'll let you know tomorrow"_s, u"👍"_s,
                    u"That was quick, thank you 🙏"_s}},
            {u"zh"_s, {u"好的，谢谢"_s, u"明白了，谢谢！"_s, u"回复好快，谢谢🙏"_s, u"👌"_s, u"好，我明天告诉您"_s}},
            {u"es"_s, {u"¡Muchas gracias!"_s, u"Perfecto, gracias"_s}},
            {u"pt"_s, {u"Obrigada!"_s, u"Perfeito, obrigado"_s}}, {u"ar"_s, {u"شكراً جزيلاً"_s, u"تمام، شكراً"_s}}};
        const QStringList choice = words.value(thread->customer.language);
        if (choice.isEmpty()) return;
        Message draft;
        Scenario::dress(m_world, draft, {}, choice[m_random.bounded(int(choice.size()))], 0);
        m_events.customerSends(*account, *thread, draft);
    });
}

void LiveTraffic::phoneTypes(const QString &phoneNumberId, double perSecond, double seconds)
{
    scheduleTyping(phoneNumberId, std::max(0.01, perSecond), monotonicMicros() + qint64(seconds * 1e6));
}

void LiveTraffic::scheduleTyping(const QString &phoneNumberId, double perSecond, qint64 untilMicros)
{
    const int wait = int(-std::log(1.0 - m_random.generateDouble()) * 1000.0 / perSecond);
    QTimer::singleShot(wait, Qt::PreciseTimer, this, [this, phoneNumberId, perSecond, untilMicros] {
        Account *account = m_world.account(phoneNumberId);
        if (account == nullptr || monotonicMicros() > untilMicros) return;
        if (Thread *thread = anybody(*account, true); thread != nullptr) {
            static const QStringList words{u"On it!"_s, u"Yes, still here until six"_s, u"Just packed it 📦"_s,
                u"好的，马上"_s, u"I'll call you in a minute"_s};
            Message draft;
            Scenario::dress(m_world, draft, {}, words[m_random.bounded(int(words.size()))], 0);
            m_events.phoneSends(*account, *thread, draft);
        }
        scheduleTyping(phoneNumberId, perSecond, untilMicros);
    });
}

} // namespace Tandem::Sandbox
