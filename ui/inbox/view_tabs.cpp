#include "ui/inbox/view_tabs.h"

#include "ui/inbox/tab_button.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QFontMetrics>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int widestView = 120;

} // namespace

ViewTabs::ViewTabs(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_open(new TabButton(theme, this)), m_pending(new TabButton(theme, this)), m_snoozed(new TabButton(theme, this)),
      m_closed(new TabButton(theme, this)), m_mine(new TabButton(theme, this)), m_unassigned(new TabButton(theme, this)),
      m_all(new TabButton(theme, this)), m_saved(new TabButton(theme, this)), m_menu(new IconButton(theme, u"list"_s, this))
{
    build();
    const auto state = [this](TabButton *tab, ConversationState which) {
        connect(tab, &QAbstractButton::clicked, this, [this, which] { setState(which); });
    };
    state(m_open, ConversationState::Open);
    state(m_pending, ConversationState::Pending);
    state(m_snoozed, ConversationState::Snoozed);
    state(m_closed, ConversationState::Closed);
    const auto whose = [this](TabButton *tab, Whose which) {
        connect(tab, &QAbstractButton::clicked, this, [this, which] { setWhose(which); });
    };
    whose(m_mine, Whose::Mine);
    whose(m_unassigned, Whose::Unassigned);
    whose(m_all, Whose::All);
    connect(m_saved, &QAbstractButton::clicked, this, &ViewTabs::check);
    connect(m_menu, &QAbstractButton::clicked, this, &ViewTabs::showMenu);
    retranslate();
    check();
}

void ViewTabs::build()
{
    const QList<std::pair<TabButton *, QString>> tabs{{m_open, u"open"_s}, {m_pending, u"pending"_s}, {m_snoozed, u"snoozed"_s}, {m_closed, u"closed"_s},
        {m_mine, u"mine"_s}, {m_unassigned, u"unassigned"_s}, {m_all, u"all"_s}, {m_saved, u"saved"_s}};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * Theme::Grid, 0, 2 * Theme::Grid, 0);
    row->setSpacing(3 * Theme::Grid);
    for (const auto &[tab, name] : tabs) {
        tab->setObjectName(u"inbox."_s + name);
        row->addWidget(tab);
    }
    row->addStretch();
    m_menu->setObjectName(u"inbox.views"_s);
    m_menu->setIconSize(16);
    row->addWidget(m_menu);
}

void ViewTabs::setTeam(bool team)
{
    if (team == m_team) return;
    m_team = team;
    check();
    Q_EMIT changed();
}

void ViewTabs::leaveView()
{
    m_view = {};
}

void ViewTabs::setState(ConversationState state)
{
    const bool same = state == m_state && !m_view;
    m_state = state;
    leaveView();
    check();
    if (!same) Q_EMIT changed();
}

void ViewTabs::setWhose(Whose whose)
{
    const bool same = whose == m_whose && !m_view;
    m_whose = whose;
    leaveView();
    check();
    if (!same) Q_EMIT changed();
}

void ViewTabs::setViews(const QList<SavedView> &views, const QHash<SavedViewId, int> &counts, AgentId me, bool lead)
{
    const auto *old = view();
    const auto before = old ? std::optional(*old) : std::nullopt;
    m_views = views;
    m_viewCounts = counts;
    m_me = me;
    m_lead = lead;
    if (m_view && !view()) leaveView(); // somebody deleted it
    for (const auto &saved : std::as_const(m_views)) {
        if (const auto action = m_actions.value(saved.id)) action->setText(menuText(saved));
    }
    check();
    const auto *now = view();
    if (before && (!now || now->condition != before->condition)) Q_EMIT changed();
}

const SavedView *ViewTabs::view() const
{
    const auto at = std::find_if(m_views.cbegin(), m_views.cend(), [this](const SavedView &v) { return v.id == m_view; });
    return m_view && at != m_views.cend() ? &*at : nullptr;
}

void ViewTabs::chooseView(SavedViewId id)
{
    m_view = id;
    if (!view()) leaveView();
    check();
    Q_EMIT changed();
}

void ViewTabs::check()
{
    const auto *chosen = view();
    for (auto *tab : {m_mine, m_unassigned, m_all}) tab->setVisible(m_team);
    m_open->setVisible(!m_team);
    m_closed->setVisible(!m_team);
    m_pending->setVisible(!m_team && (m_pendingCount > 0 || m_state == ConversationState::Pending));
    m_snoozed->setVisible(!m_team && (m_snoozedCount > 0 || m_state == ConversationState::Snoozed));
    m_open->setChecked(!chosen && m_state == ConversationState::Open);
    m_pending->setChecked(!chosen && m_state == ConversationState::Pending);
    m_snoozed->setChecked(!chosen && m_state == ConversationState::Snoozed);
    m_closed->setChecked(!chosen && m_state == ConversationState::Closed);
    m_mine->setChecked(!chosen && m_whose == Whose::Mine);
    m_unassigned->setChecked(!chosen && m_whose == Whose::Unassigned);
    m_all->setChecked(!chosen && m_whose == Whose::All);
    m_saved->setVisible(chosen);
    m_saved->setChecked(chosen);
    if (!chosen) return;
    m_saved->setText(QFontMetrics(m_theme.font(Theme::Text::BodyStrong)).elidedText(chosen->name, Qt::ElideRight, widestView));
    m_saved->setToolTip(plainTip(chosen->name));
    const int count = m_viewCounts.value(chosen->id);
    m_saved->setNumber(count, count >= ConversationCounts::CountLimit);
    m_saved->updateGeometry();
}

void ViewTabs::setCounts(const ConversationCounts &counts)
{
    const auto many = [](qint64 number, bool capped) { return capped && number >= ConversationCounts::CountLimit; };
    for (const auto &[tab, number] : {std::pair{m_open, counts.open}, {m_closed, counts.closed}, {m_all, counts.open}}) {
        tab->setNumber(number, many(number, counts.capped));
    }
    for (const auto &[tab, number] : {std::pair{m_pending, counts.pending}, {m_snoozed, counts.snoozed}, {m_mine, counts.mine}, {m_unassigned, counts.unassigned}}) {
        tab->setNumber(number, many(number, true));
    }
    m_pendingCount = counts.pending;
    m_snoozedCount = counts.snoozed;
    check();
}

QString ViewTabs::menuText(const SavedView &view) const
{
    auto name = QString(view.name).replace(u'&', u"&&"_s);
    const int count = m_viewCounts.value(view.id);
    if (count > 0) name += u'\t' + (count >= ConversationCounts::CountLimit ? tr("%1+").arg(QLocale().toString(count)) : QLocale().toString(count));
    return name;
}

void ViewTabs::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"inbox.viewsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.clear();
    for (const auto &saved : std::as_const(m_views)) {
        auto *action = menu->addAction(m_theme.icon(saved.shared ? u"users"_s : u"filter"_s), menuText(saved));
        m_actions.insert(saved.id, action);
        connect(action, &QAction::triggered, this, [this, id = saved.id] { chooseView(id); });
    }
    if (m_views.isEmpty()) menu->addAction(tr("No saved views yet"))->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(m_theme.icon(u"plus"_s), tr("Save what is shown as a view…")), &QAction::triggered, this, &ViewTabs::newViewRequested);
    if (const auto *chosen = view(); chosen && mayChange(*chosen)) {
        connect(menu->addAction(m_theme.icon(u"edit"_s), tr("Change this view…")), &QAction::triggered, this,
            [this, saved = *chosen] { Q_EMIT changeViewRequested(saved); });
        connect(menu->addAction(m_theme.icon(u"trash"_s), tr("Delete this view")), &QAction::triggered, this,
            [this, saved = *chosen] { Q_EMIT removeViewRequested(saved); });
    }
    Q_EMIT menuShown();
    menu->popup(m_menu->mapToGlobal(QPoint(m_menu->width() - menu->sizeHint().width(), m_menu->height())));
}

QString ViewTabs::stateName(ConversationState state)
{
    switch (state) {
    case ConversationState::Open: return tr("Open");
    case ConversationState::Pending: return tr("Pending");
    case ConversationState::Snoozed: return tr("Snoozed");
    case ConversationState::Closed: break;
    }
    return tr("Closed");
}

void ViewTabs::retranslate()
{
    m_open->setText(stateName(ConversationState::Open));
    m_pending->setText(stateName(ConversationState::Pending));
    m_snoozed->setText(stateName(ConversationState::Snoozed));
    m_closed->setText(stateName(ConversationState::Closed));
    m_mine->setText(tr("Mine"));
    m_unassigned->setText(tr("Unassigned"));
    m_all->setText(tr("All"));
    m_menu->setHelp(tr("Saved views"));
    for (auto *tab : {m_open, m_pending, m_snoozed, m_closed, m_mine, m_unassigned, m_all}) tab->updateGeometry();
}

void ViewTabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace Tandem
