#pragma once

#include "ui/models/conversation_actions.h"
#include "ui/models/current_conversation.h"
#include "ui/models/customer_actions.h"
#include "ui/models/inbox_counts.h"
#include "ui/models/number_list.h"
#include "ui/shell/pages.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace Tandem {

class ContactPanel;
class ConversationPane;
class FirstRunPage;
class InboxList;
class TeamCard;
class TeamPickers;

/// List, conversation and contact side by side, and what opens what. While no number is known: the first-run page.
class InboxPage final : public QWidget
{
    Q_OBJECT
public:
    InboxPage(UiContext &context, const Pages &pages, NumberList &numbers, InboxCounts &counts, QWidget *parent = nullptr);

    [[nodiscard]] CurrentConversation &current() { return m_current; }
    [[nodiscard]] InboxList &list() { return *m_list; }
    [[nodiscard]] ConversationPane &conversation() { return *m_pane; }
    [[nodiscard]] bool isFirstRun() const;

    void openConversation(ConversationId id, std::optional<MessageCursor> at = std::nullopt);
    void closeOrReopen(); ///< the open conversation
    void markUnread(); ///< and leave it
    void togglePanel();
    void blockOrUnblock(); ///< the open conversation's customer
    [[nodiscard]] CustomerActions &customers() { return m_customers; }
    void saveLayout();
    void assign();
    void chooseLabels();
    void snooze();
    void assignToMe();

Q_SIGNALS:
    void linkRequested();
    void numbersRequested();
    void startRequested(const QString &digits, const QString &name);
    void forwardRequested(const QList<Tandem::Message> &messages);
    void blockRequested(const Tandem::ConversationRow &row); ///< to be confirmed first
    void paletteRequested();
    void currentChanged();
    void done(const QString &words, const std::function<void()> &undo);
    void viewRequested(const Tandem::SavedView &view);
    void manageLabelsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectAll();
    void connectPeople();
    void buildTeam();
    void connectTeam();
    void seeMentions();
    void restoreLayout();
    void showPanel(bool shown);
    void showFirstRun();
    void updateCurrent();
    void showNumber();
    void onOpened(const ConversationRow &row);
    void onClosed();
    void onVanished(const ConversationRow &row);
    void warmUp();

    UiContext &m_context;
    NumberList &m_numbers;
    InboxCounts &m_counts;
    ConversationActions m_actions;
    CustomerActions m_customers;
    CurrentConversation m_current;
    InboxList *m_list;
    ConversationPane *m_pane;
    ContactPanel *m_contact;
    TeamPickers *m_pickers = nullptr;
    TeamCard *m_teamCard = nullptr;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    FirstRunPage *m_firstRun;
    bool m_panelWanted = true;
    bool m_warm = false;
};

} // namespace Tandem
