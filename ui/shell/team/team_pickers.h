#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QObject>
#include <QPointer>
#include <QRect>

namespace Tandem {

class LabelPicker;

/// Opens the pickers of assignee, labels and time: below a thing of the window or, opened by a key, over it.
class TeamPickers final : public QObject
{
    Q_OBJECT
public:
    TeamPickers(UiContext &context, QWidget *window);

    void assign(const ConversationRow &row, const QRect &at = {});
    void labels(const ConversationRow &row, const QRect &at = {});
    void snooze(const ConversationRow &row, const QRect &at = {});
    void assignToMe(const ConversationRow &row);
    void updateRow(const ConversationRow &row); ///< an open picker shows it anew

Q_SIGNALS:
    void manageLabelsRequested();
    void leaves(const Tandem::ConversationRow &row); ///< it goes from the list that shows it

private:
    void open(class PickPopup *popup, const QRect &at);

    UiContext &m_context;
    QWidget *m_window;
    QPointer<LabelPicker> m_labels;
};

} // namespace Tandem
