#include "ui/team/away/kept_replies.h"

#include "core/settings/user_settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QJsonObject toJson(const KeptReply &reply, const QString &place)
{
    return {{u"place"_s, place}, {u"id"_s, reply.clientId}, {u"conversation"_s, reply.conversation.value}, {u"title"_s, reply.title}, {u"text"_s, reply.text},
        {u"quote"_s, reply.quoteWamid}, {u"at"_s, toEpochMillis(reply.at)}};
}

KeptReply fromJson(const QJsonObject &json)
{
    return {json.value(u"id"_s).toString(), ConversationId{json.value(u"conversation"_s).toInteger()}, json.value(u"title"_s).toString(),
        json.value(u"text"_s).toString(), json.value(u"quote"_s).toString(), fromEpochMillis(json.value(u"at"_s).toInteger())};
}

} // namespace

KeptReplies::KeptReplies(UserSettings &settings, const QString &place, QObject *parent) : QObject(parent), m_settings(settings), m_place(place)
{
    const auto stored = QJsonDocument::fromJson(settings.text(UserSettings::Key::KeptReplies).toUtf8()).array();
    for (const auto &one : stored) {
        const auto reply = one.toObject();
        if (reply.value(u"place"_s).toString() == m_place) m_all.append(fromJson(reply));
        else m_elsewhere.append(reply);
    }
}

void KeptReplies::store()
{
    auto all = m_elsewhere;
    for (const auto &reply : std::as_const(m_all)) all.append(toJson(reply, m_place));
    m_settings.setValue(UserSettings::Key::KeptReplies, all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    Q_EMIT changed();
}

void KeptReplies::add(const KeptReply &reply)
{
    const bool known = std::any_of(m_all.cbegin(), m_all.cend(), [&](const KeptReply &r) { return r.clientId == reply.clientId; });
    if (known) return;
    m_all.append(reply);
    store();
}

void KeptReplies::remove(const QString &clientId)
{
    if (m_all.removeIf([&](const KeptReply &r) { return r.clientId == clientId; }) > 0) store();
}

QList<KeptReply> KeptReplies::of(ConversationId id) const
{
    QList<KeptReply> found;
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(found), [id](const KeptReply &r) { return r.conversation == id; });
    return found;
}

} // namespace Tandem
