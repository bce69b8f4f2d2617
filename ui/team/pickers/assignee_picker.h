#pragma once

#include "core/domain/conversation.h"
#include "ui/team/pickers/pick_popup.h"

namespace Tandem {

class TeamDesk;

/// To whom a conversation goes: me, a colleague, a team, nobody; with a note for them when one is typed.
class AssigneePicker final : public PickPopup
{
    Q_OBJECT
public:
    AssigneePicker(Theme &theme, TeamDesk &desk, const ConversationRow &row, QWidget *parent);

protected:
    void take(const PickItem &item) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();

    TeamDesk &m_desk;
    ConversationRow m_row;
    QLineEdit *m_note;
};

/// A colleague as a picker's line.
[[nodiscard]] PickItem pickItemOf(const struct Agent &agent);

} // namespace Tandem
