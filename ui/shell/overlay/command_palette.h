#pragma once

#include "core/domain/conversation.h"
#include "ui/shell/overlay/overlay.h"

class QLineEdit;
class QListView;

namespace Tandem {

class Commands;
class ConversationListModel;
class ConversationStore;
class PaletteModel;

/// Type a few letters, press Enter: any command, any conversation.
class CommandPalette final : public Overlay
{
    Q_OBJECT
public:
    CommandPalette(const Theme &theme, Commands &commands, const ConversationListModel &list, ConversationStore &store, QWidget *window);

Q_SIGNALS:
    void conversationChosen(Tandem::ConversationId id);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    void activate(const QModelIndex &index);
    void retranslate();

    Commands &m_commands;
    PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_view;
};

} // namespace Tandem
