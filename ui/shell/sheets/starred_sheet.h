#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"
#include "ui/shell/sheets/sheet.h"
#include "ui/ui_context.h"

class QListView;
class QStackedWidget;

namespace Tandem {

class StarredModel;
class StateView;

/// What somebody starred, wherever it was said; pressing one goes there.
class StarredSheet final : public Sheet
{
    Q_OBJECT
public:
    StarredSheet(UiContext &context, QWidget *window);

Q_SIGNALS:
    void jumpTo(Tandem::ConversationId conversation, const Tandem::MessageCursor &cursor);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;

private:
    void choose(const QModelIndex &index);
    void showState();

    StarredModel *m_model;
    QListView *m_list;
    StateView *m_state;
    QStackedWidget *m_pages;
};

} // namespace Tandem
