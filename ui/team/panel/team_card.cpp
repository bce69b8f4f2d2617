#include "ui/team/panel/team_card.h"

#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/team/panel/header_tools.h"
#include "ui/team/panel/label_chip.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QRect placeOf(const QWidget *widget) { return {widget->mapToGlobal(QPoint(0, 0)), widget->size()}; }

} // namespace

TeamCard::TeamCard(UiContext &context, TeamDesk &desk, QWidget *parent)
    : QWidget(parent), m_context(context), m_desk(desk),
      m_labelsTitle(new ThemedLabel(context.theme, Theme::Text::BodyStrong, Theme::Color::Muted, this)), m_flow(new FlowLayout(Theme::Grid)),
      m_add(new IconButton(context.theme, u"plus"_s, this)),
      m_assigneeTitle(new ThemedLabel(context.theme, Theme::Text::BodyStrong, Theme::Color::Muted, this)), m_assignee(new AssigneeButton(context.theme, this)),
      m_snooze(new QPushButton(this))
{
    setObjectName(u"teamCard"_s);
    m_add->setObjectName(u"teamCard.addLabel"_s);
    m_add->setIconSize(14);
    m_snooze->setProperty("role", u"quiet"_s);
    m_snooze->setCursor(Qt::PointingHandCursor);
    m_snooze->setFocusPolicy(Qt::TabFocus);
    m_assignee->setObjectName(u"teamCard.assignee"_s);
    m_snooze->setObjectName(u"teamCard.snooze"_s);
    auto *title = new QHBoxLayout;
    title->addWidget(m_labelsTitle, 1);
    title->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid);
    column->addLayout(title);
    column->addLayout(m_flow);
    column->addSpacing(2 * Theme::Grid);
    column->addWidget(m_assigneeTitle);
    column->addWidget(m_assignee, 0, Qt::AlignLeading);
    column->addWidget(m_snooze, 0, Qt::AlignLeading);
    connect(m_add, &QAbstractButton::clicked, this, [this] { Q_EMIT labelsRequested(placeOf(m_add)); });
    connect(m_assignee, &QAbstractButton::clicked, this, [this] { Q_EMIT assigneeRequested(placeOf(m_assignee)); });
    connect(m_snooze, &QPushButton::clicked, this, [this] { Q_EMIT snoozeRequested(placeOf(m_snooze)); });
    connect(&desk.directory(), &TeamDirectory::changed, this, &TeamCard::refresh);
    connect(&context.theme, &Theme::changed, this, &TeamCard::refresh);
    refresh();
}

void TeamCard::set(const ConversationRow &row)
{
    m_row = row;
    refresh();
}

void TeamCard::showLabels()
{
    QList<Label> labels;
    for (const auto id : std::as_const(m_row.labels)) {
        if (const auto *label = m_desk.directory().label(id)) labels.append(*label);
    }
    if (labels == m_shown) return;
    m_shown = labels;
    while (auto *item = m_flow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &label : std::as_const(m_shown)) {
        auto *chip = new LabelChip(m_context.theme, label, this);
        connect(chip, &QAbstractButton::clicked, this, [this, label] { m_desk.actions().setLabel(m_row, label, false); });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_flow->invalidate();
    updateGeometry();
}

void TeamCard::refresh()
{
    m_labelsTitle->setText(tr("Labels"));
    m_add->setHelp(tr("Labels (L)"));
    showLabels();
    const bool team = m_desk.directory().isTeam();
    m_assigneeTitle->setText(tr("Assigned to"));
    m_assigneeTitle->setVisible(team);
    m_assignee->setVisible(team);
    QString who = m_row.assigneeName;
    const bool mine = m_row.assignee && *m_row.assignee == m_desk.directory().me().id;
    if (mine) who = tr("Me");
    if (!m_row.teamName.isEmpty()) who = who.isEmpty() ? tr("Team %1").arg(m_row.teamName) : tr("%1 · team %2").arg(who, m_row.teamName);
    m_assignee->set(m_row.assignee, who, Format::initials(mine ? TeamDirectory::name(m_desk.directory().me()) : m_row.assigneeName));
    m_assignee->setAccessibleName(who.isEmpty() ? tr("Assigned to nobody yet") : tr("Assigned to %1").arg(who));
    m_assignee->setToolTip(tr("Assign to somebody (A)"));
    const bool asleep = m_row.state == ConversationState::Snoozed && m_row.snoozedUntil;
    const bool pending = m_row.state == ConversationState::Pending;
    m_snooze->setVisible(asleep || pending);
    m_snooze->setIcon(m_context.theme.icon(asleep ? u"calendar-clock"_s : u"hourglass"_s, Theme::Color::Warning));
    m_snooze->setText(asleep ? tr("Snoozed until %1").arg(Format::dateAndTime(*m_row.snoozedUntil)) : tr("Pending"));
    m_snooze->setToolTip(tr("Change or end it (H)"));
}

void TeamCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace Tandem
