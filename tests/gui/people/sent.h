#pragma once

#include "tests/gui/desk.h"

#include <QUuid>

namespace Tandem::Testing {

/// A reply that was sent from here and arrived, with the price that its status told; empty category: none told.
inline void sent(SampleInbox &sample, const QString &title, const QString &text, const QString &category = {}, bool billable = false)
{
    const auto row = sample.conversation(title);
    OutboxItem item;
    item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.numberId = row.numberId;
    item.conversationId = row.id;
    item.type = QStringLiteral("text");
    item.text = text;
    item.content = {{QStringLiteral("body"), text}};
    item.queuedAt = sample.clock().now();
    auto &outbox = sample.store().outbox();
    const auto id = waitFor(outbox.enqueue(item, QStringLiteral("Ana")));
    if (!id) qFatal("enqueue: %s", qPrintable(id.error().text));
    if (!waitFor(outbox.claim(*id, 1))) qFatal("claim");
    const auto wamid = QStringLiteral("wamid.sent") + item.clientId;
    if (!waitFor(outbox.accepted(*id, 1, wamid, {}, {}))) qFatal("accepted");
    auto status = statusEvent(wamid, MessageStatus::Delivered, SampleInbox::Now);
    status.number = sample.shanghai;
    if (!category.isEmpty()) status.pricing = {{QStringLiteral("billable"), billable}, {QStringLiteral("category"), category}, {QStringLiteral("pricing_model"), QStringLiteral("PMP")}};
    sample.apply(status);
}

/// Blocks and unblocks that wait for the platform; opening a conversation asks for read receipts besides.
inline QList<Command> blocksAsked(SampleInbox &sample)
{
    QList<Command> asked;
    const auto due = waitFor(sample.store().commands().due(sample.clock().now(), 20)).value_or(QList<Command>());
    for (const auto &command : due) {
        if (command.kind == CommandKind::Block || command.kind == CommandKind::Unblock) asked.append(command);
    }
    return asked;
}

} // namespace Tandem::Testing
