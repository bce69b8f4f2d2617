#pragma once

#include "core/domain/conversation.h"
#include "ui/shell/commands.h"
#include "ui/ui_context.h"

#include <QList>
#include <QPair>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace Tandem {

/// The panes of one conversation as the window uses them; the rooms that make them stay unknown to it.
struct ConversationPanes
{
    QWidget *timeline = nullptr;
    QWidget *composer = nullptr;
    std::function<void(const ConversationRow &)> showConversation; ///< another conversation was opened
    std::function<void(const ConversationRow &)> updateRow; ///< the open one's row changed
    std::function<void(MessageCursor)> jumpTo;
    std::function<void()> clear;
    std::function<void()> focusComposer;
    std::function<void()> focusNote; ///< a private note
    std::function<void()> chooseDay;
    std::function<void()> find; ///< words in the open conversation
};

/// What the window does when somebody asks for it inside a conversation.
struct ConversationHandlers
{
    std::function<void(const QList<Message> &)> forward;
    std::function<void(const QString &digits, const QString &name)> startConversation; ///< as a contact card says
    std::function<void()> leave; ///< it was marked as unread: staying would read it again
    std::function<void()> showNumbers; ///< access, payment, connection of a number
};

struct SettingsPane
{
    QWidget *widget = nullptr;
    std::function<void(const QList<QPair<QString, QString>> &)> setShortcuts;
};

/// What the window does when the link window says so.
struct LinkHandlers
{
    std::function<void(NumberId)> linked;
    std::function<void()> showInbox;
    std::function<void()> showSettings;
};

/// Makes the pages of other rooms. Composition hands in the real ones; tests may hand in simple ones.
struct Pages
{
    std::function<ConversationPanes(UiContext &, QWidget *parent, const ConversationHandlers &)> conversation;
    std::function<std::vector<KeyHint>(UiContext &)> keys; ///< that the panes of a conversation obey; may be empty
    std::function<QWidget *(UiContext &, QWidget *parent, const std::function<void()> &linkNumber)> numbers;
    std::function<SettingsPane(UiContext &, QWidget *parent)> settings;
    std::function<QWidget *(UiContext &, QWidget *parent)> team; ///< agents, teams, rules; may be empty
    std::function<QWidget *(UiContext &, QWidget *parent)> audit; ///< who did what; may be empty
    /// Opens the window that links a number, or raises the one that is open.
    std::function<void(UiContext &, QWidget *parent, const LinkHandlers &handlers)> linkNumber;
};

} // namespace Tandem
