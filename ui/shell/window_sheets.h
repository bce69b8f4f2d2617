#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QObject>

#include <functional>

namespace Tandem {

class ConfirmSheet;
class ForwardSheet;
class NumberList;
class StarredSheet;
class StartSheet;

/// The cards that the window lays over itself, each made when first asked for.
class WindowSheets final : public QObject
{
    Q_OBJECT
public:
    WindowSheets(UiContext &context, NumberList &numbers, QWidget *window);

    /// Digits and name as a contact card gives them, or nothing; `number` is chosen at first.
    void startConversation(const QString &digits = {}, const QString &name = {}, NumberId number = {});
    void forward(const QList<Message> &messages);
    void showStarred();
    ConfirmSheet &confirm(const QString &title, const QString &words, const QString &button, std::function<void()> yes);
    void confirmBlock(const ConversationRow &row, std::function<void()> yes);

Q_SIGNALS:
    void started(Tandem::ConversationId id);
    void jumpTo(Tandem::ConversationId conversation, const Tandem::MessageCursor &cursor);
    void said(const QString &words);

private:
    UiContext &m_context;
    NumberList &m_numbers;
    QWidget *m_window;
    StartSheet *m_start = nullptr;
    ForwardSheet *m_forward = nullptr;
    StarredSheet *m_starred = nullptr;
    ConfirmSheet *m_confirm = nullptr;
};

} // namespace Tandem
