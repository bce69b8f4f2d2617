#pragma once

#include "core/base/clock.h"
#include "core/domain/conversation.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace Tandem {

class ConversationStore;
class SearchModel;
class StateView;

/// The hits below the search box.
class SearchResults final : public QWidget
{
    Q_OBJECT
public:
    SearchResults(ConversationStore &store, const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void setQuery(const QString &query);
    void step(int by); ///< marks the next or previous hit
    void activateCurrent(); ///< opens the marked hit, else the first
    void showCurrent(ConversationId id); ///< the conversation that is open now
    void focusList();
    [[nodiscard]] SearchModel &model() { return *m_model; }

Q_SIGNALS:
    void jumpTo(Tandem::ConversationId conversation, const Tandem::MessageCursor &cursor); ///< cursor 0: a person, no message

protected:
    void changeEvent(QEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void showState();

    const Theme &m_theme;
    SearchModel *m_model;
    QListView *m_view;
    StateView *m_state;
    QStackedWidget *m_pages;
    QTimer m_slow;
    bool m_activateWhenReady = false;
};

} // namespace Tandem
