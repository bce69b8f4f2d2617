#include "event_lines.h"

#include "core/domain/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tandem::Test {
namespace {

class Line
{
public:
    explicit Line(const char *kind) : m_text(QString::fromLatin1(kind)) { }
    Line &add(const char *name, const QString &value)
    {
        if (!value.isEmpty()) m_text += u" %1=%2"_s.arg(QString::fromLatin1(name), QString(value).replace(u'\n', u"\\n"_s));
        return *this;
    }
    Line &add(const char *name, const QJsonObject &value)
    {
        return value.isEmpty() ? *this : add(name, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)));
    }
    Line &add(const char *name, qint64 value) { return add(name, QString::number(value)); }
    Line &at(UtcTime time) { return add("at", toEpochSeconds(time)); }
    Line &of(const EventNumber &number)
    {
        return add("number", number.phoneNumberId).add("waba", number.wabaId).add("display", number.displayPhone);
    }
    Line &with(const Peer &peer, const char *name = "peer")
    {
        return add(name, (QStringList{peer.phone, peer.bsuid, peer.parentBsuid, peer.username, peer.profileName}).join(u'|'));
    }
    Line &failed(const MessageError &error)
    {
        return error.code == 0 ? *this : add("error", u"%1 [%2] [%3]"_s.arg(error.code).arg(error.title, error.details));
    }
    Line &file(const std::optional<MediaRef> &media)
    {
        if (!media) return *this;
        return add("media", (QStringList{media->id, media->url, media->mime, media->sha256, media->filename, media->voice ? u"voice"_s : QString(),
                                media->animated ? u"animated"_s : QString()}).join(u'|'));
    }
    operator QString() const { return m_text; }

private:
    QString m_text;
};

struct Writer
{
    QString operator()(const MessageEvent &e) const
    {
        return Line("message").of(e.number).with(e.peer).add("wamid", e.wamid).add("direction", word(e.direction)).add("source", word(e.source)).at(e.timestamp)
            .add("type", e.type).add("text", e.text).file(e.media).add("replyTo", e.replyTo).add("status", word(e.status)).failed(e.error).add("payload", e.payload);
    }
    QString operator()(const StatusEvent &e) const
    {
        return Line("status").of(e.number).with(e.peer).add("wamid", e.wamid).add("status", word(e.status)).add("word", e.word).at(e.timestamp).failed(e.error)
            .add("opaque", e.opaque).add("pricing", e.pricing).add("conversation", e.conversation);
    }
    QString operator()(const EditEvent &e) const
    {
        return Line("edit").of(e.number).with(e.peer).add("direction", word(e.direction)).add("source", word(e.source)).add("wamid", e.wamid)
            .add("target", e.targetWamid).at(e.timestamp).add("type", e.type).add("text", e.text).file(e.media).add("payload", e.payload);
    }
    QString operator()(const RevokeEvent &e) const
    {
        return Line("revoke").of(e.number).with(e.peer).add("direction", word(e.direction)).add("wamid", e.wamid).add("target", e.targetWamid).at(e.timestamp);
    }
    QString operator()(const ReactionEvent &e) const
    {
        return Line("reaction").of(e.number).with(e.peer).add("direction", word(e.direction)).add("source", word(e.source)).add("wamid", e.wamid)
            .add("target", e.targetWamid).add("emoji", e.emoji.isEmpty() ? u"(removed)"_s : e.emoji).at(e.timestamp);
    }
    QString operator()(const IdentityEvent &e) const
    {
        return Line("identity").of(e.number).add("kind", e.kind).with(e.before, "before").with(e.after, "after").add("wamid", e.wamid).add("body", e.body).at(e.timestamp);
    }
    QString operator()(const ContactEvent &e) const
    {
        return Line("contact").of(e.number).with(e.peer).add("removed", e.removed ? u"yes"_s : QString()).add("name", e.fullName).add("first", e.firstName).at(e.timestamp);
    }
    QString operator()(const HistoryChunkEvent &e) const
    {
        return Line("chunk").of(e.number).add("phase", e.phase).add("order", e.chunkOrder).add("progress", e.progress).add("messages", e.messageCount);
    }
    QString operator()(const HistoryDeclinedEvent &e) const { return Line("declined").of(e.number).failed(e.error); }
    QString operator()(const AccountEvent &e) const
    {
        return Line("account").of(e.number).add("field", e.field).add("event", e.event).add("phone", e.phone).add("reason", e.reason).add("by", e.initiatedBy)
            .at(e.timestamp).add("value", e.value);
    }
    QString operator()(const ProfileEvent &e) const { return Line("profile").of(e.number).with(e.peer).at(e.timestamp); }
    QString operator()(const NumberErrorEvent &e) const { return Line("number").of(e.number).failed(e.error); }
    QString operator()(const UnknownEvent &e) const { return Line("unknown").of(e.number).add("field", e.field); }
};

} // namespace

QString lineOf(const Event &event)
{
    return std::visit(Writer(), event);
}

QStringList linesOf(const ParsedDelivery &delivery)
{
    QStringList lines;
    for (const Event &event : delivery.events) lines.append(lineOf(event));
    for (const QString &fault : delivery.faults) lines.append(u"fault "_s + fault);
    return lines;
}

} // namespace Tandem::Test
