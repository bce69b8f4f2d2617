#pragma once

#include "core/domain/conversation.h"
#include "ui/team/pickers/pick_popup.h"

namespace Tandem {

class TeamDesk;

/// The labels of a conversation, on and off; a word that is none yet becomes one. Stays open for several.
class LabelPicker final : public PickPopup
{
    Q_OBJECT
public:
    LabelPicker(Theme &theme, TeamDesk &desk, const ConversationRow &row, QWidget *parent);
    void setRow(const ConversationRow &row); ///< it changed meanwhile

Q_SIGNALS:
    void manageRequested(); ///< names, colours, merging

protected:
    void typed(const QString &text) override;
    void take(const PickItem &item) override;

private:
    void fill();

    TeamDesk &m_desk;
    ConversationRow m_row;
    QList<LabelId> m_labels; ///< as stored, while what was pressed is on its way
};

} // namespace Tandem
