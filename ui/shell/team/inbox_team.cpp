// What the inbox page does with colleagues: its pickers, the card in the contact's panel, mentions that were seen.

#include "core/store/store.h"
#include "ui/inbox/inbox_list.h"
#include "ui/models/team/team_desk.h"
#include "ui/people/contact_panel.h"
#include "ui/shell/conversation_pane.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/parts/conversation_header.h"
#include "ui/shell/team/team_pickers.h"
#include "ui/team/panel/header_tools.h"
#include "ui/team/panel/team_card.h"

namespace Tandem {

void InboxPage::buildTeam()
{
    if (!m_context.team) return;
    m_pickers = new TeamPickers(m_context, this);
    m_teamCard = new TeamCard(m_context, *m_context.team, m_contact);
    m_contact->addSection(m_teamCard);
    connectTeam();
}

void InboxPage::connectTeam()
{
    const auto row = [this]() -> const ConversationRow & { return m_current.row(); };
    connect(m_teamCard, &TeamCard::labelsRequested, this, [this, row](const QRect &at) { m_pickers->labels(row(), at); });
    connect(m_teamCard, &TeamCard::assigneeRequested, this, [this, row](const QRect &at) { m_pickers->assign(row(), at); });
    connect(m_teamCard, &TeamCard::snoozeRequested, this, [this, row](const QRect &at) { m_pickers->snooze(row(), at); });
    if (auto *tools = m_pane->header().tools()) {
        connect(tools, &HeaderTools::labelsRequested, this, [this, row](const QRect &at) { m_pickers->labels(row(), at); });
        connect(tools, &HeaderTools::assigneeRequested, this, [this, row](const QRect &at) { m_pickers->assign(row(), at); });
        connect(tools, &HeaderTools::snoozeRequested, this, [this, row](const QRect &at) { m_pickers->snooze(row(), at); });
    }
    const auto place = [](const QPoint &at) { return QRect(at, QSize(1, 1)); };
    connect(m_list, &InboxList::assigneeRequested, this, [this, place](const ConversationRow &of, const QPoint &at) { m_pickers->assign(of, place(at)); });
    connect(m_list, &InboxList::labelsRequested, this, [this, place](const ConversationRow &of, const QPoint &at) { m_pickers->labels(of, place(at)); });
    connect(m_list, &InboxList::snoozeRequested, this, [this, place](const ConversationRow &of, const QPoint &at) { m_pickers->snooze(of, place(at)); });
    connect(m_list, &InboxList::viewRequested, this, &InboxPage::viewRequested);
    connect(m_pickers, &TeamPickers::leaves, m_list, &InboxList::leave);
    connect(m_pickers, &TeamPickers::manageLabelsRequested, this, &InboxPage::manageLabelsRequested);
    connect(&m_context.team->directory(), &TeamDirectory::changed, this, &InboxPage::showFirstRun);
    auto &actions = m_context.team->actions();
    connect(&actions, &TeamActions::done, this, &InboxPage::done);
    connect(&actions, &TeamActions::failed, this, [this](const QString &words) { Q_EMIT done(words, {}); });
}

void InboxPage::assign()
{
    auto *tools = m_pane->header().tools();
    m_pickers->assign(m_current.row(), tools ? tools->assigneePlace() : QRect());
}

void InboxPage::chooseLabels()
{
    auto *tools = m_pane->header().tools();
    m_pickers->labels(m_current.row(), tools ? tools->labelPlace() : QRect());
}

void InboxPage::snooze()
{
    auto *tools = m_pane->header().tools();
    m_pickers->snooze(m_current.row(), tools ? tools->snoozePlace() : QRect());
}

void InboxPage::assignToMe()
{
    m_pickers->assignToMe(m_current.row());
}

void InboxPage::seeMentions()
{
    // Only what stands before somebody's eyes is seen.
    if (!m_context.team || !m_current.row().mentioned || !window()->isActiveWindow()) return;
    m_context.store.notes().seeMentions(m_current.id());
}

} // namespace Tandem
