#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Tandem {

class ConversationStore;
class TeamDirectory;

/// Tells when a conversation became mine while the program runs and it was not I who took it; what changed is looked at
/// once a second. GUI thread.
class MineWatch final : public QObject
{
    Q_OBJECT
public:
    MineWatch(ConversationStore &store, const TeamDirectory &directory, QObject *parent = nullptr);
    void expect(ConversationId id) { m_expected.insert(id); } ///< I take it myself now
    void forget(ConversationId id) { m_expected.remove(id); } ///< that came to nothing

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void assigned(const Tandem::ConversationRow &row);

private:
    void look();
    void take(const QList<ConversationRow> &rows);

    ConversationStore &m_store;
    const TeamDirectory &m_directory;
    QSet<ConversationId> m_mine;
    QSet<ConversationId> m_expected;
    QSet<ConversationId> m_changed;
    QTimer m_pause;
    bool m_looking = false;
    bool m_known = false; ///< m_mine holds what was mine at the start
    bool m_asked = false;
};

} // namespace Tandem
