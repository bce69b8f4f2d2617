#include "ui/shell/team/team_pickers.h"

#include "ui/models/team/team_desk.h"
#include "ui/team/pickers/assignee_picker.h"
#include "ui/team/pickers/label_picker.h"
#include "ui/team/pickers/snooze_picker.h"

namespace Tandem {

TeamPickers::TeamPickers(UiContext &context, QWidget *window) : QObject(window), m_context(context), m_window(window) { }

void TeamPickers::open(PickPopup *popup, const QRect &at)
{
    if (at.isValid()) popup->popUpAt(at);
    else popup->popUpOver(m_window);
}

void TeamPickers::assign(const ConversationRow &row, const QRect &at)
{
    if (row.id) open(new AssigneePicker(m_context.theme, *m_context.team, row, m_window), at);
}

void TeamPickers::labels(const ConversationRow &row, const QRect &at)
{
    if (!row.id) return;
    auto *picker = new LabelPicker(m_context.theme, *m_context.team, row, m_window);
    connect(picker, &LabelPicker::manageRequested, this, &TeamPickers::manageLabelsRequested);
    m_labels = picker;
    open(picker, at);
}

void TeamPickers::snooze(const ConversationRow &row, const QRect &at)
{
    if (!row.id) return;
    auto *picker = new SnoozePicker(m_context.theme, *m_context.team, m_context.clock, row, m_window);
    connect(picker, &SnoozePicker::chosen, this, [this, row] { Q_EMIT leaves(row); });
    open(picker, at);
}

void TeamPickers::assignToMe(const ConversationRow &row)
{
    if (row.id) m_context.team->actions().assign(row, m_context.team->directory().me().id, row.team);
}

void TeamPickers::updateRow(const ConversationRow &row)
{
    if (m_labels) m_labels->setRow(row);
}

} // namespace Tandem
