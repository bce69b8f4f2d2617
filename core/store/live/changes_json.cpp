#include "core/store/live/changes_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

template<typename Container>
QJsonArray ids(const Container &container)
{
    QJsonArray array;
    for (const auto &id : container) array.append(id.value);
    return array;
}

} // namespace

QString toJson(const Changes &changes)
{
    QJsonObject body;
    if (!changes.conversations.isEmpty()) body["conversations"_L1] = ids(changes.conversations);
    if (!changes.numbers.isEmpty()) body["numbers"_L1] = ids(changes.numbers);
    if (!changes.liveCustomerMessages.isEmpty()) body["live"_L1] = ids(changes.liveCustomerMessages);
    if (changes.outbox) body["outbox"_L1] = true;
    if (changes.linkRequests) body["links"_L1] = true;
    if (changes.media) body["media"_L1] = true;
    if (changes.deliveries) body["deliveries"_L1] = true;
    if (changes.templates) body["templates"_L1] = true;
    if (changes.commands) body["commands"_L1] = true;
    if (changes.cannedReplies) body["canned"_L1] = true;
    if (changes.team) body["team"_L1] = true;
    if (!changes.presence.isEmpty()) body["presence"_L1] = ids(changes.presence);
    if (changes.all) body["all"_L1] = true;
    return QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Changes changesFromJson(const QString &json)
{
    const auto body = QJsonDocument::fromJson(json.toUtf8()).object();
    auto changes = body["all"_L1].toBool() ? Changes::everything() : Changes();
    for (const auto &id : body["conversations"_L1].toArray()) changes.conversations.insert(ConversationId{id.toInteger()});
    for (const auto &id : body["numbers"_L1].toArray()) changes.numbers.insert(NumberId{id.toInteger()});
    for (const auto &id : body["live"_L1].toArray()) changes.liveCustomerMessages.append(MessageId{id.toInteger()});
    changes.outbox |= body["outbox"_L1].toBool();
    changes.linkRequests |= body["links"_L1].toBool();
    changes.media |= body["media"_L1].toBool();
    changes.deliveries |= body["deliveries"_L1].toBool();
    changes.templates |= body["templates"_L1].toBool();
    changes.commands |= body["commands"_L1].toBool();
    changes.cannedReplies |= body["canned"_L1].toBool();
    changes.team |= body["team"_L1].toBool();
    for (const auto &id : body["presence"_L1].toArray()) changes.presence.insert(ConversationId{id.toInteger()});
    return changes;
}

} // namespace Tandem
