#pragma once

#include "app/sandbox/web/draft_reader.h"

#include <QJsonArray>
#include <QObject>

namespace Tandem::Sandbox {

class Events;

/// Plays scenario/every_type.json: one conversation that holds every type of message in both directions, with edits,
/// reactions, deletions, and messages that the platform cannot give.
class EveryType : public QObject
{
    Q_OBJECT
public:
    EveryType(World &world, Events &events, QObject *parent = nullptr);

    /// At once, with times that end now. `customerKey` empty: a customer of its own. `language` "zh": what people say is
    /// Chinese, else English. The answer: `key` of the conversation, and the wamids by the names of the steps.
    QJsonObject play(Account &account, const QString &customerKey, const QString &language = {});
    /// As soon as the number's app is subscribed.
    void playWhenSubscribed(const QString &phoneNumberId);

private:
    void say(Account &account, const QString &key, const QJsonObject &step, qint64 secondsAgo, QJsonObject &ids);
    void act(Account &account, const QJsonObject &step, const QJsonObject &ids);

    World &m_world;
    Events &m_events;
    DraftReader m_reader;
};

} // namespace Tandem::Sandbox
