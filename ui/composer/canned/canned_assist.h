#pragma once

#include "ui/composer/canned/canned_match.h"
#include "ui/format/canned_text.h"

#include <QObject>

#include <functional>

namespace Tandem {

class CannedPopup;
class CannedPrompt;
class CannedReplyStore;
class ReplyInput;
class Theme;

/// Canned replies in a text field: "/" at any caret position, arrows, Enter or Tab, prompts for what is not known. Any
/// number of them may go into one message. GUI thread.
class CannedAssist final : public QObject
{
    Q_OBJECT
public:
    using Facts = std::function<CannedFacts()>;

    /// `prompt` stands where the caller put it; the popup floats over `input`'s window.
    CannedAssist(const Theme &theme, CannedReplyStore &store, ReplyInput *input, CannedPrompt *prompt, Facts facts, QObject *parent);

    void reload(); ///< the replies changed
    void close(); ///< another conversation, or the composer hides
    void begin(); ///< by the button: a slash at the caret
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void attachmentsWanted(const QList<Tandem::OutboxMedia> &media);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    bool takeKey(int key);
    void choose(const CannedReply &reply);
    void insert(const CannedReply &reply, const QHash<QString, QString> &answers);

    const Theme &m_theme;
    CannedReplyStore &m_store;
    ReplyInput *m_input;
    CannedPrompt *m_prompt;
    CannedPopup *m_popup = nullptr; ///< made with its first use, on the window
    Facts m_facts;
    QList<CannedReply> m_all;
    std::optional<SlashQuery> m_query;
    int m_dismissed = -1; ///< the slash whose list was closed by Escape
    CannedReply m_asked; ///< waits for its answers
    SlashQuery m_askedAt;
    bool m_loaded = false;
    bool m_lookAgain = false;
};

} // namespace Tandem
