#include "core/store/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto serviceWindow = std::chrono::hours(24);

QList<MessageEdit> editsAt(const Statement &row, int column)
{
    QList<MessageEdit> edits;
    if (row.isNull(column)) return edits;
    for (const auto &value : QJsonDocument::fromJson(row.bytes(column)).array()) {
        edits.append({value[u"text"_s].toString(), fromEpochMillis(value[u"ms"_s].toInteger())});
    }
    return edits;
}

QList<Reaction> reactionsAt(const Statement &row, int column)
{
    QList<Reaction> reactions;
    if (row.isNull(column)) return reactions;
    for (const auto &value : QJsonDocument::fromJson(row.bytes(column)).array()) {
        reactions.append({value[u"from"_s].toString(), value[u"emoji"_s].toString()});
    }
    return reactions;
}

MediaInfo mediaAt(const Statement &row, int first, const QString &mediaFolder)
{
    MediaInfo media;
    if (row.isNull(first)) return media;
    media.state = wordAt(row, first, MediaState::None);
    media.ref = {row.text(first + 1), row.text(first + 2), row.text(first + 3), row.text(first + 4), row.text(first + 5),
        row.flag(first + 6), row.flag(first + 7)};
    const auto stored = row.text(first + 8);
    media.size = row.integer(first + 9);
    media.error = row.text(first + 10);
    if (media.state == MediaState::Available && !stored.isEmpty()) {
        media.ref.sha256 = stored;
        media.path = mediaPath(mediaFolder, stored);
    }
    return media;
}

QJsonObject toJson(const OutboxMedia &media)
{
    return {{u"sha256"_s, media.sha256}, {u"mime"_s, media.mime}, {u"filename"_s, media.filename}, {u"size"_s, media.size},
        {u"voice"_s, media.voice}, {u"caption"_s, media.caption}};
}

OutboxMedia fileFrom(const QJsonObject &o)
{
    return {o["sha256"_L1].toString(), o["mime"_L1].toString(), o["filename"_L1].toString(), o["size"_L1].toInteger(),
        o["voice"_L1].toBool(), o["caption"_L1].toString()};
}

std::optional<Quote> quoteAt(const Statement &row, int replyTo, int first)
{
    if (row.isNull(replyTo)) return std::nullopt;
    Quote quote;
    quote.wamid = row.text(replyTo);
    if (!row.isNull(first)) {
        quote.messageId = MessageId{row.integer(first)};
        quote.text = row.text(first + 1).section(u'\n', 0, 0).left(200);
        quote.type = row.text(first + 2);
        quote.direction = wordAt(row, first + 3, Direction::In);
        quote.origin = wordAt(row, first + 4, Origin::Unknown);
    }
    return quote;
}

} // namespace

QJsonObject objectAt(const Statement &row, int column)
{
    return QJsonDocument::fromJson(row.text(column).toUtf8()).object();
}

QString toJsonText(const OutboxMedia &media)
{
    return media.sha256.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(toJson(media)).toJson(QJsonDocument::Compact));
}

QString toJsonText(const QList<OutboxMedia> &files)
{
    QJsonArray array;
    for (const auto &file : files) array.append(toJson(file));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<OutboxMedia> filesAt(const Statement &row, int column)
{
    QList<OutboxMedia> files;
    for (const auto &value : QJsonDocument::fromJson(row.text(column).toUtf8()).array()) files.append(fileFrom(value.toObject()));
    return files;
}

QString mediaPath(const QString &mediaFolder, const QString &sha256Hex)
{
    return mediaFolder + u'/' + sha256Hex.left(2) + u'/' + sha256Hex.mid(2, 2) + u'/' + sha256Hex;
}

Number numberFrom(const Statement &row)
{
    Number n;
    n.id = NumberId{row.integer(0)};
    n.phoneNumberId = row.text(1);
    n.wabaId = row.text(2);
    n.displayPhone = row.text(3);
    n.verifiedName = row.text(4);
    n.state = wordAt(row, 5, NumberState::NotLinked);
    n.coexistence = row.flag(6);
    n.onboardedAt = timeAt(row, 7);
    n.limitPerSecond = int(row.integer(8));
    n.quality = row.text(9);
    n.messagingLimit = row.text(10);
    n.platformType = row.text(11);
    n.healthCode = int(row.integer(12));
    n.healthText = row.text(13);
    n.sendingPaused = row.flag(14) || n.state == NumberState::Suspended || n.state == NumberState::Disconnected
        || n.state == NumberState::Blocked;
    if (const auto alert = row.text(15); !alert.isEmpty()) n.healthText = alert;
    n.disconnectReason = row.text(16);
    n.disconnectedBy = row.text(17);
    n.disconnectedAt = timeAt(row, 18);
    n.lastPhoneActivityAt = timeAt(row, 19);
    n.lastWebhookAt = timeAt(row, 20);
    n.history.state = wordAt(row, 21, HistoryState::None);
    n.history.requestedAt = timeAt(row, 22);
    n.history.lastChunkAt = timeAt(row, 23);
    n.colorIndex = int(row.integer(24));
    n.mediaFetched = row.integer(25);
    n.mediaOver14Days = row.integer(26);
    n.sentByApiThisMonth = row.integer(27);
    n.sentByPhoneThisMonth = row.integer(28);
    n.readReceipts = wordAt(row, 29, ReadReceipts::OnOpen);
    n.typingIndicator = row.flag(30);
    return n;
}

ConversationRow conversationFrom(const Statement &row)
{
    ConversationRow c;
    c.id = ConversationId{row.integer(0)};
    c.numberId = NumberId{row.integer(1)};
    c.contactId = ContactId{row.integer(2)};
    c.title = row.text(3);
    c.identity = row.text(4);
    c.state = wordAt(row, 5, ConversationState::Open);
    c.unread = int(row.integer(6));
    c.lastMessageAt = timeAt(row, 7);
    c.previewText = row.text(8);
    c.previewType = row.text(9);
    c.previewDirection = wordAt(row, 10, Direction::In);
    c.previewOrigin = wordAt(row, 11, Origin::Customer);
    c.previewStatus = wordAt(row, 12, MessageStatus::None);
    c.previewRevoked = row.flag(13);
    if (const auto from = timeAt(row, 14)) c.windowExpiresAt = *from + serviceWindow;
    c.historyStartsAt = timeAt(row, 15);
    c.draft = row.text(16);
    c.customerWaiting = row.flag(17);
    c.answeredOnPhone = row.flag(18);
    c.hasFailed = row.flag(19);
    c.coexistence = row.flag(20);
    c.colorIndex = int(row.integer(21));
    c.previewVoice = c.previewType == "voice"_L1;
    c.blocked = !row.isNull(23);
    if (!row.isNull(24)) c.assignee = AgentId{row.integer(24)};
    c.assigneeName = row.text(25);
    if (!row.isNull(26)) c.team = TeamId{row.integer(26)};
    c.teamName = row.text(27);
    c.snoozedUntil = timeAt(row, 28);
    for (const auto &label : row.text(29).split(u',', Qt::SkipEmptyParts)) c.labels.append(LabelId{label.toLongLong()});
    c.mentioned = row.flag(30);
    return c;
}

Message messageFrom(const Statement &row, const QString &mediaFolder)
{
    Message m;
    m.id = MessageId{row.integer(0)};
    m.numberId = NumberId{row.integer(1)};
    m.conversationId = ConversationId{row.integer(2)};
    m.wamid = row.text(3);
    m.direction = wordAt(row, 4, Direction::In);
    m.origin = wordAt(row, 5, Origin::Unknown);
    m.author = row.text(6);
    m.source = wordAt(row, 7, MessageSource::Live);
    m.type = row.text(8);
    m.text = row.text(9);
    m.timestamp = fromEpochMillis(row.integer(10));
    m.status = wordAt(row, 11, MessageStatus::None);
    m.error = {int(row.integer(12)), row.text(13), row.text(14)};
    m.revoked = row.flag(15);
    m.edits = editsAt(row, 16);
    m.reactions = reactionsAt(row, 17);
    m.payload = objectAt(row, 18);
    m.outboxId = OutboxId{row.integer(19)};
    m.outboxState = wordAt(row, 20, OutboxState::None);
    m.media = mediaAt(row, 21, mediaFolder);
    m.quote = quoteAt(row, 32, 33);
    m.starred = !row.isNull(38);
    m.outboxHold = wordAt(row, 39, OutboxHold::None);
    m.outboxNotBefore = timeAt(row, 40);
    return m;
}

OutboxItem outboxFrom(const Statement &row)
{
    OutboxItem o;
    o.id = OutboxId{row.integer(0)};
    o.clientId = row.text(1);
    o.numberId = NumberId{row.integer(2)};
    o.phoneNumberId = row.text(3);
    o.conversationId = ConversationId{row.integer(4)};
    o.toPhone = row.text(5);
    o.toBsuid = row.text(6);
    o.type = row.text(7);
    o.text = row.text(8);
    o.replyToWamid = row.text(9);
    o.content = objectAt(row, 10);
    o.priority = wordAt(row, 11, SendPriority::Agent);
    o.state = wordAt(row, 12, OutboxState::None);
    o.attempts = int(row.integer(13));
    o.queuedAt = fromEpochMillis(row.integer(14));
    o.notBefore = timeAt(row, 15);
    o.inFlightAt = timeAt(row, 16);
    o.wamid = row.text(17);
    o.errorCode = int(row.integer(18));
    o.errorText = row.text(19);
    o.confirmedStale = row.flag(20);
    o.hold = wordAt(row, 21, OutboxHold::None);
    o.media = fileFrom(objectAt(row, 22));
    o.mediaId = row.text(23);
    return o;
}

Command commandFrom(const Statement &row)
{
    Command c;
    c.id = CommandId{row.integer(0)};
    c.numberId = NumberId{row.integer(1)};
    c.phoneNumberId = row.text(2);
    c.kind = wordAt(row, 3, CommandKind::MarkRead);
    c.body = objectAt(row, 4);
    c.state = wordAt(row, 5, CommandState::Queued);
    c.attempts = int(row.integer(6));
    c.createdAt = fromEpochMillis(row.integer(7));
    c.notBefore = timeAt(row, 8);
    c.errorCode = int(row.integer(9));
    c.errorText = row.text(10);
    return c;
}

} // namespace Tandem
