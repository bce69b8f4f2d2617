#include "app/sandbox/world/scenario.h"

#include "app/sandbox/world/pictures.h"
#include "app/sandbox/world/world.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr int messagesInAll = 6600;
static constexpr qint64 day = 86'400;

QString Scenario::wamid(quint32 seed, const QString &text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(seed) + '/' + text.toUtf8());
    return u"wamid.HBgL"_s + QString::fromLatin1(hash.result().left(30).toBase64());
}

Scenario::Scenario(World &world, Account &account)
    : m_world(world)
    , m_account(account)
{
    quint32 folded = world.seed() * 7919U + 17;
    for (const QChar c : account.digits)
        folded = folded * 31U + c.unicode();
    m_random.seed(folded);
}

void Scenario::fill()
{
    const QList<Person> people = readPeople(m_world);
    int weights = 0;
    for (const Person &person : people)
        weights += person.weight;
    for (const Person &person : people) {
        Thread thread;
        thread.customer = person.customer;
        lay(thread, person, rehearse(person, std::max(12, messagesInAll * person.weight / std::max(1, weights))));
        m_world.addThread(m_account, std::move(thread));
    }
}

QList<QList<Line>> Scenario::rehearse(const Person &person, int messages)
{
    const Script &script = Script::of(person.customer.language);
    const QString first
        = person.customer.language == "zh"_L1 ? person.customer.name : person.customer.name.section(u' ', 0, 0);
    QList<int> order;
    QList<QList<Line>> talks;
    int said = 0;
    while (said < messages && !script.dialogues().isEmpty()) {
        if (order.isEmpty()) {
            for (int i = 0; i < script.dialogues().size(); ++i)
                order.append(i);
            for (qsizetype i = order.size() - 1; i > 0; --i)
                order.swapItemsAt(i, m_random.bounded(int(i) + 1));
        }
        talks.append(script.perform(script.dialogues()[order.takeFirst()], first, m_random));
        said += int(talks.last().size());
    }
    // The newest talk of somebody who wrote lately ends with an open question, so that there is something to answer.
    if (person.lastDaysAgo < 1.0 && !talks.isEmpty()) {
        QList<Line> &last = talks.last();
        const auto open
            = [&] { return last.last().customer && last.last().attachment.isEmpty() && !last.last().later; };
        last.resize(std::min<qsizetype>(last.size(), 1 + m_random.bounded(5)));
        while (last.size() > 1 && !open())
            last.removeLast();
    }
    return talks;
}

/// Shops sleep: a second at night moves back to the evening before.
qint64 Scenario::intoTheDay(qint64 second) const
{
    const int hour = QDateTime::fromSecsSinceEpoch(second).time().hour();
    if (hour >= 9 && hour < 20) return second;
    return second - (hour < 9 ? hour + 5 : hour - 18) * 3600;
}

void Scenario::lay(Thread &thread, const Person &person, const QList<QList<Line>> &talks)
{
    const qint64 linked = m_account.createdMs / 1000;
    const qint64 oldest = linked - 179 * day;
    qint64 end = linked - std::max<qint64>(90, qint64(person.lastDaysAgo * day));
    const qint64 share = std::max<qint64>(4 * 3600, (end - oldest) / std::max<qsizetype>(1, talks.size()));
    QList<Message> backwards;
    int index = 0;
    for (auto talk = talks.rbegin(); talk != talks.rend(); ++talk) {
        qint64 at = end;
        for (auto line = talk->rbegin(); line != talk->rend(); ++line) {
            Message message;
            message.id = wamid(m_world.seed(), u"%1/%2/%3"_s.arg(m_account.digits, person.customer.key()).arg(++index));
            message.author = line->customer ? Author::Customer : Author::Phone;
            message.timestamp = std::max(at, oldest - 3600 + index);
            message.status = u"read"_s;
            if (!line->customer && backwards.size() < 2)
                message.status = m_random.bounded(2) == 0 ? u"delivered"_s : u"read"_s;
            dress(m_world, message, line->attachment, line->text, m_random.generate());
            backwards.append(message);
            at -= line->later ? 20 * 3600 + m_random.bounded(40 * 3600)
                              : 20 + m_random.bounded(m_random.bounded(4) == 0 ? 900 : 150);
            if (line->later) at = intoTheDay(at);
        }
        end = intoTheDay(at - share * (35 + m_random.bounded(90)) / 100);
    }
    std::reverse(backwards.begin(), backwards.end());
    std::stable_sort(backwards.begin(), backwards.end(),
        [](const Message &a, const Message &b) { return a.timestamp < b.timestamp; });
    thread.messages = std::move(backwards);
}

void Scenario::dress(
    World &world, Message &message, const QString &attachment, const QString &text, quint32 pictureSeed)
{
    if (attachment.isEmpty()) {
        message.type = u"text"_s;
        message.content = {{u"body"_s, text}};
        return;
    }
    if (attachment == "location"_L1) {
        message.type = u"location"_s;
        message.content = {{u"latitude"_s, 51.4545 + double(pictureSeed % 900) / 10'000.0},
            {u"longitude"_s, -2.5879 + double(pictureSeed % 700) / 10'000.0}, {u"name"_s, u"Mill Street"_s},
            {u"address"_s, u"Mill Street Market"_s}};
        return;
    }
    QString recipe = attachment;
    if (recipe.count(u':') == 0) recipe += u":any"_s;
    recipe += u':' + QString::number(pictureSeed % 100'000);
    message.mediaId = world.numericId(u"media/"_s + message.id, 16);
    world.media.addRecipe(message.mediaId, recipe, world.nowMs());
    const QString kind = recipe.section(u':', 0, 0);
    message.type = MediaShelf::typeOf(Pictures::mimeOf(recipe));
    if (message.type == "audio"_L1) message.content.insert(u"voice"_s, kind == "voice"_L1);
    if (message.type == "sticker"_L1) message.content.insert(u"animated"_s, kind == "animated"_L1);
    if (message.type == "document"_L1) message.content.insert(u"filename"_s, Pictures::fileNameOf(recipe));
    const bool captioned = message.type != "audio"_L1 && message.type != "sticker"_L1;
    if (captioned && !text.isEmpty()) message.content.insert(u"caption"_s, text);
}

} // namespace Tandem::Sandbox
