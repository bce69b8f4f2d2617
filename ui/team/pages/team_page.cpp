#include "ui/team/pages/team_page.h"

#include "ui/models/team/team_desk.h"
#include "ui/team/pages/agent_card.h"
#include "ui/team/pages/rules_card.h"
#include "ui/team/pages/teams_card.h"
#include "ui/theme/state_view.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 8 * Theme::Grid;
constexpr int widest = 980;

} // namespace

TeamPage::TeamPage(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"teamPage"_s);
    build();
    connect(m_agents, &AgentCard::said, this, &TeamPage::said);
    connect(m_teams, &TeamsCard::said, this, &TeamPage::said);
    connect(m_agents, &AgentCard::confirmRequested, this, &TeamPage::confirmRequested);
    connect(m_teams, &TeamsCard::confirmRequested, this, &TeamPage::confirmRequested);
    connect(m_rules, &RulesCard::said, this, &TeamPage::said);
    connect(&context.team->directory(), &TeamDirectory::changed, this, &TeamPage::refresh);
    connect(m_state, &StateView::buttonPressed, &context.team->directory(), &TeamDirectory::load);
    retranslate();
}

void TeamPage::build()
{
    auto &theme = m_context.theme;
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *content = new QWidget(scroll);
    auto *centred = new QHBoxLayout(content);
    centred->setContentsMargins(margin, margin, margin, margin);
    auto *inside = new QWidget(content);
    inside->setMaximumWidth(widest);
    centred->addWidget(inside, 1);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5 * Theme::Grid);
    m_title = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, inside);
    m_agents = new AgentCard(m_context, inside);
    m_teams = new TeamsCard(m_context, inside);
    m_rules = new RulesCard(m_context, inside);
    column->addWidget(m_title);
    column->addWidget(m_agents);
    column->addWidget(m_teams);
    column->addWidget(m_rules);
    column->addStretch();
    scroll->setWidget(content);
    m_state = new StateView(theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void TeamPage::refresh()
{
    const auto &directory = m_context.team->directory();
    const bool known = directory.isLoaded() && directory.me().id.isValid();
    m_stack->setCurrentIndex(known ? 0 : 1);
    if (!known) {
        if (directory.isLoaded()) m_state->set(u"error"_s, tr("The team could not be read"), tr("The server did not answer."), tr("Try again"));
        else m_state->set(u"users"_s, tr("Reading the team…"), {});
    }
    m_agents->refresh();
    m_teams->refresh();
    m_rules->refresh();
}

void TeamPage::retranslate()
{
    m_title->setText(tr("Team"));
    m_agents->retranslate();
    m_teams->retranslate();
    refresh();
}

void TeamPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace Tandem
