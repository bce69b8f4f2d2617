#pragma once

#include "core/base/result.h"
#include "core/domain/conversation.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace Tandem {

class ConversationStore;

/// What a person does to a conversation as a whole. Each is written at once and can be taken back; the words for the
/// undo toast come with it. GUI thread.
class ConversationActions final : public QObject
{
    Q_OBJECT
public:
    explicit ConversationActions(ConversationStore &store, QObject *parent = nullptr);

    void setState(const ConversationRow &row, ConversationState state);
    void markUnread(const ConversationRow &row);
    void markRead(const ConversationRow &row);

Q_SIGNALS:
    void done(const QString &words, const std::function<void()> &undo);
    void failed(const QString &words);

private:
    void perform(const QFuture<Result<bool>> &write, const QString &words, std::function<void()> undo);

    ConversationStore &m_store;
};

} // namespace Tandem
