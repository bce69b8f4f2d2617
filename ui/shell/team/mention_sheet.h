#pragma once

#include "ui/shell/sheets/sheet.h"
#include "ui/ui_context.h"

#include "core/domain/conversation.h"

class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace Tandem {

class StateView;

/// Notes that name me and that I have not looked at; pressing one goes there.
class MentionSheet final : public Sheet
{
    Q_OBJECT
public:
    MentionSheet(UiContext &context, QWidget *window);

Q_SIGNALS:
    void jumpTo(Tandem::ConversationId conversation, const Tandem::MessageCursor &cursor);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;

private:
    void fill();
    void choose(const QModelIndex &index);

    UiContext &m_context;
    QStandardItemModel *m_model;
    QListView *m_list;
    StateView *m_state;
    QStackedWidget *m_pages;
};

} // namespace Tandem
