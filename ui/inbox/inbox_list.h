#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace Tandem {

class ConversationActions;
class ConversationListModel;
class ConversationView;
class FilterBar;
class IconButton;
class InboxCounts;
class NumberList;
class SearchField;
class SearchResults;
class StateView;
class TeamDesk;
class TeamDirectory;
class ViewTabs;

/// The second column: search, filters and the list of conversations or of hits.
class InboxList final : public QWidget
{
    Q_OBJECT
public:
    InboxList(UiContext &context, NumberList &numbers, InboxCounts &counts, ConversationActions &actions, QWidget *parent = nullptr);
    ~InboxList() override;

    void showCurrent(ConversationId id); ///< marks the open conversation; 0 when none is open
    void step(int by); ///< next or previous conversation
    void closeOrReopen(const ConversationRow &row); ///< and goes on to the next row
    void focusSearch();
    void focusList();
    [[nodiscard]] FilterBar &filters() { return *m_filters; }
    [[nodiscard]] ConversationListModel &model() { return *m_model; }
    [[nodiscard]] bool isSearching() const;
    void leave(const ConversationRow &row); ///< goes on to the next row, for this one leaves the list

Q_SIGNALS:
    void chosen(const Tandem::ConversationRow &row);
    void jumpTo(Tandem::ConversationId conversation, const Tandem::MessageCursor &cursor); ///< cursor 0: just open it
    void left(); ///< the open conversation left the list and nothing follows it
    void replyRequested();
    void paletteRequested();
    void blockRequested(const Tandem::ConversationRow &row); ///< to be confirmed first
    void unblockRequested(const Tandem::ConversationRow &row);
    void startRequested(); ///< a conversation with somebody new
    void assigneeRequested(const Tandem::ConversationRow &row, const QPoint &at);
    void labelsRequested(const Tandem::ConversationRow &row, const QPoint &at);
    void snoozeRequested(const Tandem::ConversationRow &row, const QPoint &at);
    void viewRequested(const Tandem::SavedView &view); ///< to be made (id 0) or changed

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectAll();
    void connectTeam();
    void showTeam();
    void countView();
    void applyFilter();
    void showState();
    void showEmpty();
    [[nodiscard]] bool nothingIsMine() const; ///< the list is empty only because others, or nobody, have what is open
    void showMenu(const ConversationRow &row, const QPoint &at);
    void retranslate();
    void tick();

    UiContext &m_context;
    NumberList &m_numbers;
    InboxCounts &m_counts;
    ConversationActions &m_actions;
    ConversationListModel *m_model;
    SearchField *m_search;
    IconButton *m_start;
    FilterBar *m_filters;
    ConversationView *m_view;
    StateView *m_empty;
    SearchResults *m_results;
    QStackedWidget *m_pages; ///< browse, search
    QStackedWidget *m_list; ///< rows, state, skeleton
    QTimer m_minute;
    QTimer m_slow; ///< runs out when loading takes long enough to say so
};

} // namespace Tandem
