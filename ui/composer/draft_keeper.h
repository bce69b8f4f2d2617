#pragma once

#include "core/base/id.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace Tandem {

class ConversationStore;

/// Keeps unsent replies, each under its conversation's id and nothing else, and saves them within a second of the
/// last key. A text that is being sent is kept apart until the outbox has it. GUI thread.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr int SaveAfterMs = 600;

    explicit DraftKeeper(ConversationStore &store, QObject *parent = nullptr);
    ~DraftKeeper() override;

    void edit(ConversationId id, const QString &text);
    /// What was typed here since the start; else `stored`, the row's own draft.
    [[nodiscard]] QString text(ConversationId id, const QString &stored) const { return m_texts.value(id, stored); }
    void flush(); ///< saves what is not saved yet, at once

    /// The text leaves the composer; the stored draft stays until `sent`, so that a crash in between loses nothing.
    void sending(ConversationId id);
    void sent(ConversationId id);
    /// Puts the text back before what was typed meanwhile; returns the whole.
    QString notSent(ConversationId id, const QString &text);

private:
    void save(ConversationId id);

    ConversationStore &m_store;
    QHash<ConversationId, QString> m_texts; ///< newer than, or equal to, what the rows say
    QSet<ConversationId> m_unsaved;
    QTimer m_timer;
};

} // namespace Tandem
