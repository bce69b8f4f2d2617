#include "ui/composer/send/outgoing.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

bool takesCaption(const OutgoingFile &file)
{
    return file.type == "image"_L1 || file.type == "video"_L1 || file.type == "document"_L1;
}

QJsonObject fileContent(const OutgoingFile &file)
{
    QJsonObject content;
    if (takesCaption(file) && !file.media.caption.isEmpty()) content.insert("caption"_L1, file.media.caption);
    if (file.type == "document"_L1) content.insert("filename"_L1, file.media.filename);
    if (file.media.voice) content.insert("voice"_L1, true);
    return content;
}

} // namespace

bool textBecomesCaption(const QString &text, const QList<OutgoingFile> &files)
{
    return files.size() == 1 && takesCaption(files.first()) && files.first().media.caption.isEmpty() && text.size() <= Outgoing::LongestCaption;
}

QList<OutboxItem> outboxItems(const Outgoing &outgoing, const Contact &contact, const QString &phoneNumberId, UtcTime now)
{
    OutboxItem base;
    base.numberId = outgoing.row.numberId;
    base.phoneNumberId = phoneNumberId;
    base.conversationId = outgoing.row.id;
    const auto &identity = outgoing.row.identity;
    const auto phone = identity.startsWith(u'+') ? identity.mid(1) : QString();
    base.toPhone = contact.phones.contains(phone) ? phone : contact.phones.value(0);
    if (base.toPhone.isEmpty()) base.toBsuid = contact.bsuids.value(0);
    if (base.toPhone.isEmpty() && base.toBsuid.isEmpty()) return {};
    base.hold = outgoing.timing.hold;
    base.notBefore = outgoing.timing.notBefore;
    base.priority = SendPriority::Agent;
    base.queuedAt = now;

    QList<OutboxItem> items;
    const auto add = [&](const QString &type, const QString &text, const QJsonObject &content, const OutboxMedia &media) {
        auto item = base;
        // One press is one id; its parts are numbered, so that the same press never queues a part twice.
        item.clientId = items.isEmpty() ? outgoing.clientId : outgoing.clientId + u'.' + QString::number(items.size());
        item.type = type;
        item.text = text;
        item.content = content;
        item.media = media;
        // The first message answers; the others of an album follow it.
        if (items.isEmpty() && outgoing.quote) item.replyToWamid = outgoing.quote->wamid;
        items.append(item);
    };
    if (outgoing.special) {
        add(outgoing.special->type, outgoing.special->text, outgoing.special->content, outgoing.special->media);
        return items;
    }
    const bool caption = textBecomesCaption(outgoing.text, outgoing.files);
    if (!outgoing.text.isEmpty() && !caption) add(u"text"_s, outgoing.text, {{u"body"_s, outgoing.text}, {u"preview_url"_s, false}}, {});
    for (auto file : outgoing.files) {
        if (caption) file.media.caption = outgoing.text;
        add(file.type, takesCaption(file) ? file.media.caption : QString(), fileContent(file), file.media);
    }
    return items;
}

} // namespace Tandem
