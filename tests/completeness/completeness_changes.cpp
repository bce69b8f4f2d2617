#include "tests/completeness/completeness_run.h"

#include "ui/timeline/bubbles/bubble_layout.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// Webhooks that change what another one said: ticks, edits, revokes, reactions, a new number.

namespace Tandem::Testing {
namespace {

const auto customer = QString::fromLatin1(ContentWorld::Customer);

Tick tickOf(const Message &message, const Theme &theme)
{
    BubbleInput input;
    input.width = 760;
    return BubbleLayout::build(message, input, BubbleStyle::of(theme, 1, false, 1))->meta().tick;
}

} // namespace

QString CompletenessRun::writeOne(const QString &text, bool onPhone)
{
    const auto wamid = nextWamid();
    const QJsonObject message{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, text}}}};
    const auto field = onPhone ? u"smb_message_echoes"_s : u"messages"_s;
    const auto list = onPhone ? u"message_echoes"_s : u"messages"_s;
    return send(field, list, addressed(message, wamid, onPhone), onPhone) && soon([&] { return m_world.message(wamid).wamid == wamid; }) ? wamid : QString();
}

QString CompletenessRun::sendOne(const QString &text)
{
    // The window is open by what the customer has written.
    (void)writeOne(u"and?"_s, false);
    const auto id = m_world.queue(m_world.text(text));
    (void)soon([&] { return m_world.row(id).state == OutboxState::Accepted; });
    return m_world.row(id).wamid;
}

Outcome CompletenessRun::status(const QString &word, const QString &words, int code)
{
    const auto wamid = sendOne(u"our answer"_s);
    QJsonObject one{{u"id"_s, wamid}, {u"status"_s, word}, {u"timestamp"_s, QString::number(nowSeconds())}, {u"recipient_id"_s, customer}};
    if (code != 0) one[u"errors"_s] = QJsonArray{QJsonObject{{u"code"_s, code}, {u"title"_s, u"refused"_s}}};
    Outcome outcome;
    outcome.received = !wamid.isEmpty() && deliver(hook(u"messages"_s, {{u"statuses"_s, QJsonArray{one}}}));
    outcome.stored = soon([&] {
        const auto line = QJsonDocument::fromJson(exported(wamid).toUtf8());
        return line["status"_L1] == word && line["error"_L1]["code"_L1].toInt() == code;
    });
    const QHash<QString, Tick> ticks{{u"sent"_s, Tick::One}, {u"delivered"_s, Tick::Two}, {u"read"_s, Tick::Read}, {u"played"_s, Tick::Read}, {u"failed"_s, Tick::Failed}};
    const auto message = m_world.message(wamid);
    outcome.shown = tickOf(message, m_theme) == ticks.value(word) && painted(message).contains(words);
    if (!outcome.shown) qWarning("%s: painted are\n%s", qPrintable(word), qPrintable(painted(message)));
    return outcome;
}

Outcome CompletenessRun::edit(bool onPhone, bool first)
{
    auto wamid = first ? u"wamid.EDITED%1"_s.arg(++m_serial) : writeOne(u"the old words"_s, onPhone);
    const auto field = onPhone ? u"smb_message_echoes"_s : u"messages"_s;
    const auto list = onPhone ? u"message_echoes"_s : u"messages"_s;
    const QJsonObject content{{u"original_message_id"_s, wamid},
        {u"message"_s, QJsonObject{{u"context"_s, QJsonObject{{u"id"_s, u"M0"_s}}}, {u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, u"the new words"_s}}}}}};
    const auto editId = nextWamid();
    Outcome outcome;
    outcome.received = send(field, list, addressed({{u"type"_s, u"edit"_s}, {u"edit"_s, content}}, editId, onPhone), onPhone);
    if (first) {
        const QJsonObject late{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, u"the old words"_s}}}};
        auto original = addressed(late, wamid, onPhone);
        original[u"timestamp"_s] = QString::number(nowSeconds() - 900);
        outcome.received = send(field, list, original, onPhone) && outcome.received;
    }
    outcome.stored = soon([&] {
        const auto line = QJsonDocument::fromJson(exported(wamid).toUtf8());
        return line["edited"_L1].toBool() && line["text"_L1] == "the new words"_L1 && line["edits"_L1][0]["text"_L1] == "the old words"_L1
            && exported(editId).isEmpty();
    });
    const auto message = m_world.message(wamid);
    outcome.shown = painted(message).contains(u"the new words"_s) && painted(message).contains(u"edited"_s)
        && !painted(message).contains(u"the old words"_s) && painted(message, true).contains(u"the old words"_s);
    if (!outcome.shown) qWarning("edit: painted are\n%s", qPrintable(painted(message)));
    return outcome;
}

Outcome CompletenessRun::revoke(bool onPhone)
{
    const auto wamid = writeOne(u"a slip"_s, onPhone);
    const auto field = onPhone ? u"smb_message_echoes"_s : u"messages"_s;
    const auto list = onPhone ? u"message_echoes"_s : u"messages"_s;
    Outcome outcome;
    outcome.received = send(field, list,
        addressed({{u"type"_s, u"revoke"_s}, {u"revoke"_s, QJsonObject{{u"original_message_id"_s, wamid}}}}, nextWamid(), onPhone), onPhone);
    outcome.stored = soon([&] {
        const auto line = QJsonDocument::fromJson(exported(wamid).toUtf8());
        return line["revoked"_L1].toBool() && line["text"_L1] == "a slip"_L1;
    });
    const auto message = m_world.message(wamid);
    outcome.shown = painted(message).contains(u"Deleted"_s) && !painted(message).contains(u"a slip"_s) && painted(message, true).contains(u"a slip"_s);
    if (!outcome.shown) qWarning("revoke: painted are\n%s", qPrintable(painted(message)));
    return outcome;
}

/// Given, replaced and taken away again.
Outcome CompletenessRun::reactions(bool onPhone)
{
    const auto wamid = writeOne(u"good news"_s, !onPhone);
    const auto field = onPhone ? u"smb_message_echoes"_s : u"messages"_s;
    const auto list = onPhone ? u"message_echoes"_s : u"messages"_s;
    Outcome outcome{true, true, true};
    for (const auto &emoji : {u"👍"_s, u"🎉"_s, QString()}) {
        QJsonObject reaction{{u"message_id"_s, wamid}};
        if (!emoji.isEmpty()) reaction[u"emoji"_s] = emoji;
        outcome.received = send(field, list, addressed({{u"type"_s, u"reaction"_s}, {u"reaction"_s, reaction}}, nextWamid(), onPhone), onPhone) && outcome.received;
        outcome.stored = soon([&] {
            const auto all = QJsonDocument::fromJson(exported(wamid).toUtf8())["reactions"_L1].toArray();
            return emoji.isEmpty() ? all.isEmpty() : all.size() == 1 && all[0]["emoji"_L1] == emoji;
        }) && outcome.stored;
        const auto words = painted(m_world.message(wamid));
        outcome.shown = outcome.shown && words.contains(u"👍"_s) == (emoji == u"👍"_s) && words.contains(u"🎉"_s) == (emoji == u"🎉"_s);
    }
    return outcome;
}

Outcome CompletenessRun::numberChange()
{
    const auto old = u"16505550777"_s;
    m_world.customerWrites(u"wamid.BEFORE"_s, old);
    const auto conversation = m_world.conversation(old);
    const QJsonObject system{{u"type"_s, u"user_changed_number"_s}, {u"body"_s, u"User A changed from 16505550777 to 16505550888"_s}, {u"wa_id"_s, u"16505550888"_s}};
    const QJsonObject message{{u"from"_s, old}, {u"id"_s, nextWamid()}, {u"timestamp"_s, QString::number(nowSeconds())}, {u"type"_s, u"system"_s}, {u"system"_s, system}};
    Outcome outcome;
    outcome.received = deliver(hook(u"messages"_s, {{u"messages"_s, QJsonArray{message}}}));
    const auto contact = [&] {
        const auto rows = waitFor(m_world.store->conversations().rows({conversation}, {}));
        return rows && !rows->rows.isEmpty() ? waitFor(m_world.store->conversations().contact(rows->rows.first().contactId)).value_or(Contact{}) : Contact{};
    };
    outcome.stored = soon([&] { return contact().phones.contains(u"16505550888"_s) && contact().phones.contains(old); });
    m_world.customerWrites(u"wamid.AFTERWARDS"_s, u"16505550888"_s);
    const auto page = waitFor(m_world.store->messages().newest(conversation, 10)).value_or(MessagePage{});
    // One timeline for both numbers, and a line in it that tells of the change.
    const auto line = std::find_if(page.messages.cbegin(), page.messages.cend(), [](const Message &m) { return m.isEvent(); });
    outcome.shown = page.messages.size() == 3 && line != page.messages.cend() && painted(*line).contains(u"changed their phone number from"_s);
    return outcome;
}

QList<CompletenessRun::Change> CompletenessRun::changes()
{
    return {
        {u"Status: sent"_s, status(u"sent"_s, {})}, {u"Status: delivered"_s, status(u"delivered"_s, {})}, {u"Status: read"_s, status(u"read"_s, {})},
        {u"Status: played"_s, status(u"played"_s, {})}, {u"Status: failed, with words"_s, status(u"failed"_s, u"More than 24 hours"_s, 131047)},
        {u"Edit by the customer"_s, edit(false, false)}, {u"Edit on the phone"_s, edit(true, false)}, {u"Edit that comes before its message"_s, edit(false, true)},
        {u"Revoke by the customer"_s, revoke(false)}, {u"Revoke on the phone"_s, revoke(true)},
        {u"Reaction by the customer: given, replaced, removed"_s, reactions(false)}, {u"Reaction on the phone: given, replaced, removed"_s, reactions(true)},
        {u"Customer changes their number"_s, numberChange()},
    };
}

} // namespace Tandem::Testing
