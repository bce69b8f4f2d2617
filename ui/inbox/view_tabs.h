#pragma once

#include "core/domain/conversation.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHash>
#include <QPointer>
#include <QWidget>

namespace Tandem {

class IconButton;
class TabButton;

/// The list's first line. Alone: Open, Pending, Snoozed, Closed. In a team: Mine, Unassigned, All, and the state is a
/// chip. Behind a button the saved views; a chosen one stands as a tab of its own.
class ViewTabs final : public QWidget
{
    Q_OBJECT
public:
    using Whose = ConversationFilter::Whose;

    explicit ViewTabs(const Theme &theme, QWidget *parent = nullptr);

    void setTeam(bool team);
    [[nodiscard]] bool isTeam() const { return m_team; }
    void setState(ConversationState state);
    [[nodiscard]] ConversationState state() const { return m_state; }
    void setWhose(Whose whose);
    [[nodiscard]] Whose whose() const { return m_team ? m_whose : Whose::All; }
    void setViews(const QList<SavedView> &views, const QHash<SavedViewId, int> &counts, AgentId me, bool lead);
    void chooseView(SavedViewId id);
    [[nodiscard]] const SavedView *view() const; ///< null: none is chosen
    void setCounts(const ConversationCounts &counts);
    [[nodiscard]] static QString stateName(ConversationState state);

Q_SIGNALS:
    void changed();
    void menuShown(); ///< the views' counts are wanted
    void newViewRequested(); ///< of what is shown now
    void changeViewRequested(const Tandem::SavedView &view);
    void removeViewRequested(const Tandem::SavedView &view);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void check();
    void leaveView();
    void showMenu();
    [[nodiscard]] QString menuText(const SavedView &view) const;
    void retranslate();
    [[nodiscard]] bool mayChange(const SavedView &view) const { return m_lead || view.owner == m_me; }

    const Theme &m_theme;
    QList<SavedView> m_views;
    QHash<SavedViewId, int> m_viewCounts;
    SavedViewId m_view;
    AgentId m_me;
    ConversationState m_state = ConversationState::Open;
    Whose m_whose = Whose::Mine;
    TabButton *m_open;
    TabButton *m_pending;
    TabButton *m_snoozed;
    TabButton *m_closed;
    TabButton *m_mine;
    TabButton *m_unassigned;
    TabButton *m_all;
    TabButton *m_saved;
    IconButton *m_menu;
    QHash<SavedViewId, QPointer<QAction>> m_actions; ///< of the open menu
    qint64 m_pendingCount = 0;
    qint64 m_snoozedCount = 0;
    bool m_team = false;
    bool m_lead = false;
};

} // namespace Tandem
