#include "core/store/apply/message_row.h"

#include "core/domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int wholeRank = 2 * 4; ///< contentRank() from here on: not a placeholder, not "unsupported"

auto tieOf(const MediaRef &m) { return std::tie(m.id, m.url, m.mime, m.sha256, m.filename, m.voice, m.animated); }

QByteArray compactJson(const QJsonArray &array) { return QJsonDocument(array).toJson(QJsonDocument::Compact); }

MediaRef mediaFrom(const QJsonObject &o)
{
    return {o["id"_L1].toString(), o["url"_L1].toString(), o["mime"_L1].toString(), o["sha256"_L1].toString(),
        o["filename"_L1].toString(), o["voice"_L1].toBool(), o["animated"_L1].toBool()};
}

/// What an edit says replaces what it names; a context it carries is a placeholder of the platform's.
QByteArray overlaid(const QByteArray &payload, QJsonObject said)
{
    said.remove("context"_L1);
    if (said.isEmpty()) return payload;
    auto whole = QJsonDocument::fromJson(payload).object();
    for (auto it = said.begin(); it != said.end(); ++it) whole[it.key()] = it.value();
    return Tandem::compactJson(whole);
}

bool knowsBytes(const std::optional<MediaRef> &media) { return media && !(media->id.isEmpty() && media->url.isEmpty()); }

} // namespace

bool operator<(const MessageContent &a, const MessageContent &b)
{
    static const MediaRef none;
    const auto &am = a.media ? *a.media : none;
    const auto &bm = b.media ? *b.media : none;
    const auto ae = std::tie(a.error.code, a.error.title, a.error.details);
    const auto be = std::tie(b.error.code, b.error.title, b.error.details);
    return std::tuple(a.rank, std::cref(a.type), std::cref(a.text), std::cref(a.payload), std::cref(a.replyTo), ae, tieOf(am))
        < std::tuple(b.rank, std::cref(b.type), std::cref(b.text), std::cref(b.payload), std::cref(b.replyTo), be, tieOf(bm));
}

int contentRank(const QString &type, MessageSource source, bool withError)
{
    // 131051 and 131060 come with "unsupported" and other type words: whatever has an error isn't the message itself.
    const int completeness = type == "media_placeholder"_L1 ? 0 : type == "unsupported"_L1 || withError ? 1 : 2;
    return completeness * 4 + int(source);
}

QByteArray compactJson(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

MessageContent contentOf(const MessageEvent &event)
{
    return {contentRank(event.type, event.source, event.error.code != 0), event.type, event.text, compactJson(event.payload), event.replyTo,
        event.error, event.media};
}

Origin originOf(MessageSource source, Direction direction)
{
    if (direction == Direction::In) return Origin::Customer;
    // Business messages in echoes and in history were typed on the phone; a live outgoing one has no known writer.
    return source == MessageSource::Live ? Origin::Unknown : Origin::Phone;
}

void MessageRow::merge(const MessageEvent &event)
{
    const qint64 at = toEpochMillis(event.timestamp);
    if (content.rank < 0 || std::tuple(event.source, -at, event.direction) > std::tuple(source, -timestampMs, direction)) {
        moved = moved || content.rank < 0 || at != timestampMs;
        source = event.source;
        timestampMs = at;
        direction = event.direction;
        if (outboxId == 0) origin = originOf(source, direction);
    }
    auto told = contentOf(event);
    if (content < told) {
        mediaChanged = mediaChanged || told.media != content.media || told.type != content.type;
        content = std::move(told);
    }
    baseStatus = std::max(baseStatus, event.status);
}

void MessageRow::derive(const std::vector<MessageFact> &facts)
{
    status = baseStatus;
    error = content.error;
    type = content.type;
    text = content.text;
    payload = content.payload;
    revoked = false;
    auto media = content.media;
    const MessageFact *failed = nullptr;
    const MessageFact *priced = nullptr;
    std::vector<const MessageFact *> edited;
    const MessageFact *reacted[2] = {nullptr, nullptr};
    const auto newer = [](const MessageFact *a, const MessageFact *b) {
        return std::tie(a->timestampMs, a->key) < std::tie(b->timestampMs, b->key);
    };
    for (const auto &fact : facts) {
        if (fact.kind == "status"_L1) {
            const auto word = fromWord<MessageStatus>(fact.body["status"_L1].toString()).value_or(MessageStatus::None);
            status = std::max(status, word);
            if (fact.body["pricing"_L1]["category"_L1].isString() && (!priced || newer(priced, &fact))) priced = &fact;
            if (word == MessageStatus::Failed && (!failed || newer(&fact, failed))) failed = &fact;
        } else if (fact.kind == "edit"_L1) {
            edited.push_back(&fact);
        } else if (fact.kind == "revoke"_L1) {
            revoked = true;
        } else if (fact.kind == "reaction"_L1) {
            auto &latest = reacted[fact.body["out"_L1].toBool() ? 1 : 0];
            if (!latest || newer(latest, &fact)) latest = &fact;
        }
    }
    if (status == MessageStatus::Failed && failed) {
        error = {failed->body["code"_L1].toInt(), failed->body["title"_L1].toString(), failed->body["details"_L1].toString()};
    }
    const auto pricing = priced ? priced->body["pricing"_L1].toObject() : QJsonObject();
    priceCategory = pricing["category"_L1].toString();
    billable = pricing["billable"_L1].toBool();
    std::sort(edited.begin(), edited.end(), newer);
    QJsonArray olderTexts;
    for (const auto *edit : edited) {
        olderTexts.append(QJsonObject{{u"text"_s, text}, {u"ms"_s, edit->timestampMs}});
        text = edit->body["text"_L1].toString();
        payload = overlaid(payload, edit->body["payload"_L1].toObject());
        if (!knowsBytes(media) && edit->body.contains("media"_L1)) media = mediaFrom(edit->body["media"_L1].toObject());
        // An edit says all of what stands there now, so it also fills in for an original that never came whole.
        const auto told = edit->body["type"_L1].toString();
        const bool fills = content.rank < wholeRank && !told.isEmpty() && (content.type != "media_placeholder"_L1 || media);
        if (fills) {
            type = told;
            if (status != MessageStatus::Failed) error = {};
        }
    }
    edits = edited.empty() ? QByteArray() : compactJson(olderTexts);
    QJsonArray shownReactions;
    for (const auto *latest : reacted) {
        if (!latest || latest->body["emoji"_L1].toString().isEmpty()) continue;
        const bool ours = latest->body["out"_L1].toBool();
        shownReactions.append(QJsonObject{{u"from"_s, ours ? u"business"_s : u"customer"_s}, {u"emoji"_s, latest->body["emoji"_L1]}});
    }
    reactions = shownReactions.isEmpty() ? QByteArray() : compactJson(shownReactions);
    mediaChanged = mediaChanged || media != shownMedia;
    shownMedia = media;
    if (status != MessageStatus::Failed && status != MessageStatus::Unknown) failureSeen = false;
}

} // namespace Tandem
