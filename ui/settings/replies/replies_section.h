#pragma once

#include "core/domain/canned_reply.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Tandem {

class ReplyEditor;

/// The canned replies of the workspace: list, add, change, delete.
class RepliesSection final : public QWidget
{
    Q_OBJECT
public:
    explicit RepliesSection(UiContext &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void load();
    void showRows();
    [[nodiscard]] QWidget *makeRow(const CannedReply &reply);
    void edit(const CannedReply &reply);
    void save(const CannedReply &reply);
    void askRemove(CannedReplyId id);
    void remove(const CannedReply &reply);
    void showEditor(bool shown);
    void say(const QString &words, const std::function<void()> &undo = {});
    void retranslate();

    UiContext &m_context;
    QList<CannedReply> m_replies;
    std::function<void()> m_undo;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_hint = nullptr;
    QPushButton *m_add = nullptr;
    QLineEdit *m_filter = nullptr;
    ReplyEditor *m_editor = nullptr;
    Card *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QWidget *m_said = nullptr;
    ThemedLabel *m_saidWords = nullptr;
    QPushButton *m_undoButton = nullptr;
};

} // namespace Tandem
