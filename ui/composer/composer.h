#pragma once

#include "core/domain/contact.h"
#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "ui/composer/composer_gate.h"
#include "ui/ui_context.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace Tandem {

class DraftKeeper;
class IconButton;
class QuoteBar;
class ReplyInput;

/// Where a reply is written. A draft belongs to one conversation and can never show in another; what could not be
/// queued comes back. When no free-form reply is possible, a panel says why and until when. GUI thread.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int LongestText = 4096; ///< of a text message, as the platform counts it
    static constexpr int CountFrom = 3800;

    explicit Composer(UiContext &context, QWidget *parent = nullptr);
    ~Composer() override;

    /// Another conversation: saves the old draft, brings the new one. The same: takes over window and number only.
    void setConversation(const ConversationRow &row);
    void clear(); ///< no conversation
    void setReplyTo(const Message &message);
    void focusInput();
    /// Saves the draft now; call before quitting.
    void flush();
    [[nodiscard]] const ComposerGate &gate() const { return m_gate; }

public Q_SLOTS:
    void send();

Q_SIGNALS:
    void sent(Tandem::ConversationId conversation); ///< queued, durable
    void problem(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Outgoing
    {
        ConversationRow row;
        QString text;
        std::optional<Message> quote;
        QString clientId;
    };

    void buildWriting();
    void buildClosed();
    void retheme();
    void retranslate();
    void loadNumbers();
    void updateGate();
    void updateButtons();
    void onTextChanged();
    void showQuote();
    void dropQuote();
    void showError(const QString &text);
    void enqueue(const Outgoing &outgoing, const Contact &contact);
    void giveBack(const Outgoing &outgoing, const QString &why);
    void openEmoji();
    [[nodiscard]] std::optional<Number> number() const;
    [[nodiscard]] QString agentName() const;

    UiContext &m_context;
    DraftKeeper *m_drafts;
    QWidget *m_writing = nullptr; ///< one of the two shows
    QWidget *m_closed = nullptr;
    QuoteBar *m_quoteBar = nullptr;
    ReplyInput *m_input = nullptr;
    IconButton *m_emoji = nullptr;
    QPushButton *m_send = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_counter = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_closedIcon = nullptr;
    QLabel *m_closedTitle = nullptr;
    QLabel *m_closedText = nullptr;
    QLabel *m_closedDraft = nullptr;
    ConversationRow m_row;
    ComposerGate m_gate;
    QHash<NumberId, Number> m_numbers;
    QHash<ConversationId, Message> m_quotes; ///< chosen and not sent yet
    QTimer m_clockTimer; ///< windows close by themselves
    quint64 m_numbersGeneration = 0;
    bool m_loading = false; ///< the field is filled by us, not by a person
};

} // namespace Tandem
