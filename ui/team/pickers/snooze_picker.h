#pragma once

#include "core/domain/conversation.h"
#include "ui/team/pickers/pick_popup.h"

#include <QDateTime>

namespace Tandem {

class Clock;
class TeamDesk;

/// When a conversation comes back: a usual time, or one typed in English or Chinese, shown as it was understood. Also
/// "pending", which has no time, and awake again.
class SnoozePicker final : public PickPopup
{
    Q_OBJECT
public:
    SnoozePicker(Theme &theme, TeamDesk &desk, const Clock &clock, const ConversationRow &row, QWidget *parent);

Q_SIGNALS:
    void chosen(); ///< something was: the conversation leaves the open list

protected:
    void typed(const QString &text) override;
    void take(const PickItem &item) override;
    [[nodiscard]] int mostLines() const override { return 10; }

private:
    [[nodiscard]] QDateTime now() const;
    void fill();

    TeamDesk &m_desk;
    const Clock &m_clock;
    ConversationRow m_row;
};

} // namespace Tandem
