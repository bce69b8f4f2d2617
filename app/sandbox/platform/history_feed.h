#pragma once

#include "app/sandbox/platform/webhooks/webhook_values.h"

#include <QObject>

namespace Tandem::Sandbox {

class Chaos;
class WebhookSender;

/// Plays contacts and history of a number to the subscribed app, over several seconds, phase by phase.
class HistoryFeed : public QObject
{
    Q_OBJECT
public:
    HistoryFeed(World &world, WebhookSender &sender, WebhookValues &values, Chaos &chaos, QObject *parent = nullptr);

    void playContacts(const Account &account);
    void playHistory(const Account &account);

    /// How long a whole history takes, in seconds.
    void setSeconds(double seconds) { m_seconds = seconds; }
    /// Most messages in one chunk.
    void setChunk(int messages) { m_chunk = messages; }
    [[nodiscard]] QJsonObject figures() const { return m_figures; }

private:
    struct Chunk
    {
        int phase = 0;
        int order = 1;
        int progress = 0;
        int messages = 0;
        QList<WebhookValues::Piece> pieces;
    };
    [[nodiscard]] QList<Chunk> cut(const Account &account) const;
    void cutPhase(const Account &account, int phase, QList<Chunk> &chunks) const;
    void post(const QString &phoneNumberId, const QJsonObject &value);
    void schedule(const Account &account, const Chunk &chunk, int atMs);

    World &m_world;
    WebhookSender &m_sender;
    WebhookValues &m_values;
    Chaos &m_chaos;
    double m_seconds = 9.0;
    int m_chunk = 450;
    QJsonObject m_figures;
};

} // namespace Tandem::Sandbox
