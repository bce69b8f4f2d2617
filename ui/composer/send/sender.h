#pragma once

#include "core/base/id.h"
#include "ui/composer/send/outgoing.h"

#include <QObject>

namespace Tandem {

class Clock;
class Store;

/// Brings what a person sends into the outbox, whole or not at all. GUI thread.
class Sender final : public QObject
{
    Q_OBJECT
public:
    Sender(Store &store, const Clock &clock, QObject *parent = nullptr);

    void send(const Outgoing &outgoing, const QString &phoneNumberId, const QString &author);

Q_SIGNALS:
    void queued(const Tandem::Outgoing &outgoing, const QList<Tandem::OutboxId> &ids); ///< durable
    void refused(const Tandem::Outgoing &outgoing, const QString &why);

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace Tandem
