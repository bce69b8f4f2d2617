#pragma once

#include "core/domain/canned_reply.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Tandem {

class FlowLayout;

/// Writes or changes one canned reply.
class ReplyEditor final : public Card
{
    Q_OBJECT
public:
    explicit ReplyEditor(UiContext &context, QWidget *parent = nullptr);
    void edit(const CannedReply &reply, const QList<CannedReply> &others); ///< id 0: a new one
    void addFile(const QString &path); ///< kept in the workspace at once
    void setProblem(const QString &words);
    [[nodiscard]] CannedReplyId editing() const { return m_reply.id; }
    void retranslate();

Q_SIGNALS:
    void saveRequested(const Tandem::CannedReply &reply); ///< checked
    void cancelled();

private:
    void build();
    [[nodiscard]] QWidget *makeField(ThemedLabel *&label, QWidget *field);
    void showFiles();
    void chooseFiles();
    void openVariables();
    void takeFile(const OutboxMedia &file);
    void save();
    void showWarning();

    UiContext &m_context;
    CannedReply m_reply;
    QList<CannedReply> m_others;
    quint64 m_generation = 0;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_shortcutLabel = nullptr;
    ThemedLabel *m_nameLabel = nullptr;
    ThemedLabel *m_bodyLabel = nullptr;
    QLineEdit *m_shortcut = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_body = nullptr;
    QPushButton *m_variable = nullptr;
    QPushButton *m_attach = nullptr;
    QWidget *m_files = nullptr;
    FlowLayout *m_fileFlow = nullptr;
    ThemedLabel *m_warning = nullptr;
    ThemedLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace Tandem
