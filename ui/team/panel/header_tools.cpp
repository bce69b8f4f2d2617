#include "ui/team/panel/header_tools.h"

#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int buttonHeight = 30;
constexpr int face = 22;
constexpr int pad = 4;
constexpr int widestName = 110;
constexpr int roomForName = 720; ///< px of header below which the face stands alone

QRect placeOf(const QWidget *widget) { return {widget->mapToGlobal(QPoint(0, 0)), widget->size()}; }

} // namespace

AssigneeButton::AssigneeButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void AssigneeButton::set(std::optional<AgentId> agent, const QString &words, const QString &initials)
{
    m_agent = agent;
    m_words = words;
    m_initials = initials;
    updateGeometry();
    update();
}

void AssigneeButton::setShort(bool shortened)
{
    if (shortened == m_short) return;
    m_short = shortened;
    updateGeometry();
    update();
}

QSize AssigneeButton::sizeHint() const
{
    const auto words = m_words.isEmpty() ? tr("Assign") : m_words;
    const int text = std::min(widestName, QFontMetrics(m_theme.font(Theme::Text::Body)).horizontalAdvance(words) + 2);
    return {m_short ? buttonHeight : 2 * pad + face + 6 + text + pad, buttonHeight};
}

void AssigneeButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Theme::Color::Hover));
        painter.drawRoundedRect(QRectF(rect()), buttonHeight / 2.0, buttonHeight / 2.0);
    }
    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QRect disc = placed({pad, (buttonHeight - face) / 2, face, face});
    if (m_agent) {
        Paint::avatar(painter, m_theme, disc, m_agent->value, m_initials);
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Theme::Color::Muted), 1, Qt::DashLine));
        painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5));
        Paint::icon(painter, m_theme, QRectF(disc).adjusted(4, 4, -4, -4), u"user"_s, m_theme.color(Theme::Color::Muted));
    }
    if (!m_short) {
        const auto words = m_words.isEmpty() ? tr("Assign") : m_words;
        const QRect room = placed({pad + face + 6, 0, width() - face - 6 - 2 * pad, buttonHeight});
        painter.setFont(m_theme.font(Theme::Text::Body));
        painter.setPen(m_theme.color(m_words.isEmpty() ? Theme::Color::Muted : Theme::Color::Text));
        painter.drawText(room, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
            painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
    }
    if (hasFocus()) Paint::focusRing(painter, m_theme, QRectF(rect()), buttonHeight / 2.0 - 1);
}

HeaderTools::HeaderTools(UiContext &context, TeamDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_assignee(new AssigneeButton(context.theme, this)), m_labels(new IconButton(context.theme, u"tag"_s, this)),
      m_snooze(new IconButton(context.theme, u"calendar-clock"_s, this))
{
    setObjectName(u"headerTools"_s);
    m_assignee->setObjectName(u"header.assignee"_s);
    m_labels->setObjectName(u"header.labels"_s);
    m_snooze->setObjectName(u"header.snooze"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Grid / 2);
    row->addWidget(m_assignee);
    row->addWidget(m_labels);
    row->addWidget(m_snooze);
    connect(m_assignee, &QAbstractButton::clicked, this, [this] { Q_EMIT assigneeRequested(assigneePlace()); });
    connect(m_labels, &QAbstractButton::clicked, this, [this] { Q_EMIT labelsRequested(labelPlace()); });
    connect(m_snooze, &QAbstractButton::clicked, this, [this] { Q_EMIT snoozeRequested(snoozePlace()); });
    connect(&desk.directory(), &TeamDirectory::changed, this, &HeaderTools::refresh);
    refresh();
}

QRect HeaderTools::assigneePlace() const { return placeOf(m_assignee); }
QRect HeaderTools::labelPlace() const { return placeOf(m_labels); }
QRect HeaderTools::snoozePlace() const { return placeOf(m_snooze); }

void HeaderTools::set(const ConversationRow &row)
{
    m_row = row;
    refresh();
}

void HeaderTools::setRoom(int headerWidth)
{
    m_assignee->setShort(headerWidth < roomForName);
}

void HeaderTools::refresh()
{
    const bool mine = m_row.assignee && *m_row.assignee == m_desk.directory().me().id;
    const auto name = m_row.assigneeName.isEmpty() && m_row.assignee ? QString() : m_row.assigneeName;
    m_assignee->set(m_row.assignee, mine ? tr("Me") : name.isEmpty() ? m_row.teamName : name,
        Format::initials(mine ? TeamDirectory::name(m_desk.directory().me()) : name));
    const auto words = mine ? tr("Assigned to me (A)") : name.isEmpty() ? tr("Assign to somebody (A)") : tr("Assigned to %1 (A)").arg(name);
    m_assignee->setToolTip(plainTip(words));
    m_assignee->setAccessibleName(words);
    m_assignee->setVisible(m_desk.directory().isTeam());
    m_labels->setHelp(tr("Labels (L)"));
    const bool asleep = m_row.state == ConversationState::Snoozed;
    m_snooze->setTone(asleep || m_row.state == ConversationState::Pending ? Theme::Color::Warning : Theme::Color::Muted);
    m_snooze->setHelp(asleep && m_row.snoozedUntil ? tr("Snoozed until %1 (H)").arg(Format::dateAndTime(*m_row.snoozedUntil))
            : m_row.state == ConversationState::Pending ? tr("Pending (H)")
                                                        : tr("Snooze (H)"));
}

void HeaderTools::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace Tandem
