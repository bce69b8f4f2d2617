#include "app/sandbox/scenes/every_type.h"

#include "app/sandbox/platform/events.h"
#include "app/sandbox/world/json.h"

#include <QFile>
#include <QTimer>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr int secondsBetween = 35;
static constexpr int secondsBetweenActs = 4;
static constexpr int asksAgainMs = 400;

EveryType::EveryType(World &world, Events &events, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_events(events)
    , m_reader(world)
{
}

static QJsonObject readScene()
{
    QFile file(u":/sandbox/scenario/every_type.json"_s);
    return file.open(QIODevice::ReadOnly) ? parseObject(file.readAll()) : QJsonObject();
}

/// What the step says in that language stands beside it, under the language's name.
static QJsonObject inLanguage(QJsonObject step, const QString &language)
{
    const QJsonValue other = step.value(language);
    if (other.isString()) step.insert(u"text"_s, other);
    QJsonObject say = step.value(u"say"_s).toObject();
    const QJsonObject words = other.toObject();
    for (auto it = words.begin(); it != words.end(); ++it)
        say.insert(it.key(), it.value());
    if (!words.isEmpty()) step.insert(u"say"_s, say);
    return step;
}

void EveryType::say(Account &account, const QString &key, const QJsonObject &step, qint64 secondsAgo, QJsonObject &ids)
{
    QJsonObject input = step[u"say"].toObject();
    if (input.contains(u"reply_to"_s)) input.insert(u"reply_to"_s, ids[input[u"reply_to"].toString()]);
    input.insert(u"seconds_ago"_s, secondsAgo);
    const auto draft = m_reader.read(account, input);
    Thread *thread = m_world.thread(account, key);
    if (!draft || thread == nullptr) return;
    const bool byPhone = step[u"as"].toString() == "phone"_L1;
    const Message &message
        = byPhone ? m_events.phoneSends(account, *thread, *draft) : m_events.customerSends(account, *thread, *draft);
    ids.insert(step[u"name"].toString(), message.id);
}

void EveryType::act(Account &account, const QJsonObject &step, const QJsonObject &ids)
{
    const QString what = step[u"do"].toString();
    const QString id = ids[step[u"of"].toString()].toString();
    const bool byPhone = step[u"as"].toString() == "phone"_L1;
    const QString text = step[u"text"].toString();
    if (what == "edit"_L1)
        byPhone ? m_events.phoneEdits(account, id, text) : m_events.customerEdits(account, id, text);
    else if (what == "delete"_L1)
        byPhone ? m_events.phoneDeletes(account, id) : m_events.customerDeletes(account, id);
    else if (what == "react"_L1)
        byPhone ? m_events.phoneReacts(account, id, text) : m_events.customerReacts(account, id, text);
    else if (what == "reveal"_L1)
        m_events.reveal(account, id);
    else if (what == "change_device"_L1)
        m_events.changesDevice(account, *m_world.find(account, id).thread);
}

QJsonObject EveryType::play(Account &account, const QString &customerKey, const QString &language)
{
    const QJsonObject scene = readScene();
    const QString whose = language.isEmpty() ? u"customer"_s : u"customer_"_s + language;
    const QJsonObject person = scene[scene.contains(whose) ? whose : u"customer"_s].toObject();
    const QString key = customerKey.isEmpty() ? person[u"phone"].toString() : customerKey;
    Thread &thread = m_world.ensureThread(account, key, person[u"name"].toString());
    if (customerKey.isEmpty()) thread.customer.username = person[u"username"].toString();
    const QJsonArray steps = scene[u"steps"].toArray();
    const auto said = std::count_if(
        steps.begin(), steps.end(), [](const QJsonValue &step) { return step.toObject().contains(u"say"_s); });
    qint64 left = said;
    qint64 later = 0;
    const qint64 now = m_world.now();
    QJsonObject ids;
    for (const QJsonValue &value : steps) {
        const QJsonObject step = inLanguage(value.toObject(), language);
        if (step.contains(u"say"_s)) {
            say(account, key, step, --left * secondsBetween, ids);
            later = 0;
            continue;
        }
        // Two edits or reactions within a second could not be told apart by their times.
        later += secondsBetweenActs;
        const World::Moment moment(m_world, now - left * secondsBetween + later);
        act(account, step, ids);
    }
    return {{u"key"_s, key}, {u"ids"_s, ids}};
}

void EveryType::playWhenSubscribed(const QString &phoneNumberId)
{
    Account *account = m_world.account(phoneNumberId);
    if (account == nullptr || !account->linked) return;
    if (account->subscribed) {
        (void)play(*account, {});
        return;
    }
    QTimer::singleShot(asksAgainMs, this, [this, phoneNumberId] { playWhenSubscribed(phoneNumberId); });
}

} // namespace Tandem::Sandbox
