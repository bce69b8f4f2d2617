#pragma once

#include "core/base/on_finished.h"
#include "core/domain/conversation.h"
#include "ui/composer/timing/pending_list.h"
#include "ui/ui_context.h"

#include <QTimer>
#include <QWidget>

namespace Tandem {

class PendingRow;

/// What waits in the open conversation, above the text field: a message that can still be taken back, messages for
/// later, uploads. Each with what can be done about it. GUI thread.
class PendingStrip final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int MostRows = 3; ///< the timeline has the others

    PendingStrip(UiContext &context, QWidget *parent);

    void setConversation(ConversationId conversation);
    void refresh();
    [[nodiscard]] const QList<PendingItem> &items() const { return m_items; }
    /// The newest that can still be taken back.
    [[nodiscard]] QList<OutboxId> undoable() const;

Q_SIGNALS:
    void undoAsked(const QList<Tandem::OutboxId> &ids);
    void editAsked(const QList<Tandem::OutboxId> &ids); ///< back into the text field, out of the queue
    void problem(const QString &text);

private:
    void show(const QList<PendingItem> &items);
    void act(const QList<OutboxId> &ids, FutureResult<bool> (*what)(Store &, OutboxId));
    PendingRow *makeRow();
    void showRows();

    UiContext &m_context;
    ConversationId m_conversation;
    QList<PendingItem> m_items;
    QList<PendingRow *> m_rows;
    QHash<OutboxId, UploadState> m_uploads;
    QTimer m_tick; ///< counts down
    quint64 m_generation = 0;
};

} // namespace Tandem
