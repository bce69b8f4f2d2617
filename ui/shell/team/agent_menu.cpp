#include "ui/shell/team/agent_menu.h"

#include "core/store/store.h"
#include "ui/format/phone_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int side = 40;
constexpr int face = 30;
constexpr int point = 12;

} // namespace

AgentButton::AgentButton(UiContext &context, QWidget *parent) : QAbstractButton(parent), m_context(context)
{
    setObjectName(u"rail.me"_s);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
    connect(this, &QAbstractButton::clicked, this, &AgentButton::showMenu);
    connect(&context.team->directory(), &TeamDirectory::changed, this, &AgentButton::refresh);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

QSize AgentButton::sizeHint() const { return {side, side}; }

bool AgentButton::isAway() const { return m_context.team->directory().me().away; }

void AgentButton::refresh()
{
    const auto &me = m_context.team->directory().me();
    setVisible(m_context.team->directory().isTeam());
    const auto words = me.away ? tr("%1, away: no rule gives you conversations").arg(TeamDirectory::name(me)) : tr("%1, here").arg(TeamDirectory::name(me));
    setToolTip(plainTip(words));
    setAccessibleName(words);
    update();
}

void AgentButton::setAway(bool away)
{
    onFinished(this, m_context.store.agents().setAway(away), [this, away](const Result<bool> &changed) {
        if (!changed) {
            if (changed.error().code != ErrorCode::Cancelled) Q_EMIT done(changed.error().text, {});
            return;
        }
        m_context.team->directory().load();
        Q_EMIT done(away ? tr("You are away: rules pass you by") : tr("You are here"), [this, away] { setAway(!away); });
    });
}

void AgentButton::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rail.meMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *who = menu->addAction(QString(TeamDirectory::name(m_context.team->directory().me())).replace(u'&', u"&&"_s));
    who->setEnabled(false);
    const auto add = [&](const QString &text, bool away) {
        auto *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(isAway() == away);
        connect(action, &QAction::triggered, this, [this, away] {
            if (isAway() != away) setAway(away);
        });
    };
    add(tr("Here"), false);
    add(tr("Away: give me nothing new"), true);
    menu->addSeparator();
    connect(menu->addAction(m_context.theme.icon(u"settings"_s), tr("Settings")), &QAction::triggered, this, &AgentButton::settingsRequested);
    menu->popup(mapToGlobal(QPoint(width(), height() - menu->sizeHint().height())));
}

void AgentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &me = m_context.team->directory().me();
    const QRectF disc((side - face) / 2.0, (side - face) / 2.0, face, face);
    Paint::avatar(painter, m_context.theme, disc, me.id.value, Format::initials(TeamDirectory::name(me)));
    const QRectF state(disc.right() - point + 3, disc.bottom() - point + 3, point, point);
    painter.setPen(QPen(m_context.theme.color(Theme::Color::Rail), 2.5));
    painter.setBrush(m_context.theme.color(me.away ? Theme::Color::RailText : Theme::Color::RailMark));
    painter.drawEllipse(state);
    if (me.away) {
        painter.setPen(QPen(m_context.theme.color(Theme::Color::Rail), 2));
        painter.drawLine(QPointF(state.left() + 3.5, state.center().y()), QPointF(state.right() - 3.5, state.center().y()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_context.theme.color(Theme::Color::RailText), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::Radius, Theme::Radius);
    }
}

void AgentButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace Tandem
