#pragma once

#include "core/domain/message.h"
#include "ui/composer/drafts/draft_keeper.h"
#include "ui/ui_context.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class IconButton;
class MentionAssist;
class ReplyInput;
class TeamDesk;
class ThemedIcon;
class ThemedLabel;

/// Where a private note is written: another colour, a lock, other words and another button than a reply's, and no part
/// of it that could send. Has drafts of its own. GUI thread.
class NoteComposer final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int LongestNote = 10'000;

    NoteComposer(UiContext &context, TeamDesk &desk, QWidget *parent = nullptr);
    ~NoteComposer() override;

    void setConversation(ConversationId id); ///< 0: none
    void focusInput();
    void edit(const Message &note); ///< an own note, to be changed
    [[nodiscard]] bool hasText() const;

Q_SIGNALS:
    void kept(Tandem::ConversationId id);
    void left(); ///< Escape: back to the reply

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void keep();
    void show(const QString &text);
    void saveEdit(const QString &text);
    void stopEditing();
    void putEditAside();
    void onTextChanged();
    void refresh();
    void retranslate();
    [[nodiscard]] DraftKey key() const { return {m_conversation, DraftMode::Note}; }

    UiContext &m_context;
    TeamDesk &m_desk;
    DraftKeeper *m_drafts;
    MentionAssist *m_mentions;
    ThemedLabel *m_title = nullptr;
    ReplyInput *m_input;
    ThemedLabel *m_hint = nullptr;
    ThemedLabel *m_error = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_keep = nullptr;
    ConversationId m_conversation;
    NoteId m_editing;
    QString m_before; ///< what the edited note said
    struct Unfinished
    {
        NoteId note;
        QString before;
        QString text;
    };
    QHash<ConversationId, Unfinished> m_unfinished; ///< changes that were left for another conversation
    bool m_saving = false;
    bool m_loading = false;
};

} // namespace Tandem
