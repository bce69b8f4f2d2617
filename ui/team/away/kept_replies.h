#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QJsonArray>
#include <QList>
#include <QObject>
#include <QString>

namespace Tandem {

class UserSettings;

/// A reply that was sent while the team's server was away.
struct KeptReply
{
    QString clientId; ///< made at the press of Send: sending it twice queues it once
    ConversationId conversation;
    QString title; ///< whose conversation, for people
    QString text;
    QString quoteWamid;
    UtcTime at;
    friend bool operator==(const KeptReply &, const KeptReply &) = default;
};

/// Replies that wait on this computer until the server is back; they survive a restart. Conversations are numbers of one
/// workspace, so what was written for another one (`place`: Store::place) stays out of sight. GUI thread.
class KeptReplies final : public QObject
{
    Q_OBJECT
public:
    KeptReplies(UserSettings &settings, const QString &place, QObject *parent = nullptr);

    void add(const KeptReply &reply);
    void remove(const QString &clientId);
    [[nodiscard]] const QList<KeptReply> &all() const { return m_all; } ///< oldest first
    [[nodiscard]] QList<KeptReply> of(ConversationId id) const;

Q_SIGNALS:
    void changed();

private:
    void store();

    UserSettings &m_settings;
    const QString m_place;
    QList<KeptReply> m_all;
    QJsonArray m_elsewhere;
};

} // namespace Tandem
