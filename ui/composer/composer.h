#pragma once

#include "core/domain/number.h"
#include "ui/composer/composer_gate.h"
#include "ui/composer/drafts/draft_keeper.h"
#include "ui/composer/send/outgoing.h"
#include "ui/composer/voice/voice_parts.h"
#include "ui/ui_context.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QMimeData;

namespace Tandem {

class AttachmentTray;
class Attachments;
class BuilderPanel;
class CannedAssist;
class CannedPrompt;
class ComposerTools;
class FileDrop;
class PendingStrip;
class QuoteBar;
class ReplyInput;
class Sender;
class SpellChecker;
class SpellHighlighter;
class TemplatePicker;
class ThemedIcon;
class ThemedLabel;
class TypingSignal;
class VoiceBar;

/// Where a reply is written: text, files, a voice message, a template, something to press. A draft belongs to one
/// conversation and can never show in another; what could not be queued comes back. While the 24-hour window is closed
/// it is the template picker; when nothing can be sent, a panel says why. GUI thread.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(UiContext &context, QWidget *parent = nullptr);
    ~Composer() override;

    /// Where sound comes from and goes to; without it there are no voice messages.
    void setVoice(VoiceParts parts);
    /// Files dropped anywhere on `pane` are attached.
    void takeDropsOf(QWidget *pane);

    /// Another conversation: saves the old draft, brings the new one. The same: takes over window and number only.
    void setConversation(const ConversationRow &row);
    void clear(); ///< no conversation
    void setReplyTo(const Message &message);
    void focusInput(); ///< nothing while something else is written in its place
    /// Off while something else is written in its place: nothing is sent from here then and no key goes here.
    void setOnStage(bool on) { m_onStage = on; }
    void openTemplates(); ///< the template picker, in the composer's place
    /// What a message that waits or failed is made of, to be changed and sent anew; it leaves the queue.
    void takeBack(const Message &message);
    /// Called before something goes out; true: it asks the person first and calls `goOn` when they want it sent after all.
    void setAskFirst(std::function<bool(const std::function<void()> &goOn)> ask) { m_askFirst = std::move(ask); }
    /// What was to be sent later comes back into its conversation's draft.
    void returnDraft(const Outgoing &outgoing) { giveBack(outgoing, {}); }
    /// Called instead of sending while the server is away; true: it was taken and goes later.
    void setKeepInstead(std::function<bool(const Outgoing &)> keep) { m_keepInstead = std::move(keep); }
    /// Saves the draft now; call before quitting.
    void flush();
    [[nodiscard]] const ComposerGate &gate() const { return m_gate; }

public Q_SLOTS:
    void send();
    void sendAt(const Tandem::SendTiming &timing);
    void undoSend();

Q_SIGNALS:
    void sent(Tandem::ConversationId conversation); ///< queued, durable
    void typed(bool anything); ///< by a person; false: nothing is left of it
    void wantsToBeSeen(); ///< somebody asked for what is written here
    void problem(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Page { Writing, Templates, Builder, Closed };

    // composer.cpp
    void buildWriting();
    void buildClosed();
    void buildPages();
    void connectWriting();
    void connectTools();
    void connectPages();
    void connectContext();
    void retheme();
    void retranslate();
    void loadNumbers();
    void updateGate();
    void updatePage();
    void updateButtons();
    void showError(const QString &text);
    void tellWriting();
    [[nodiscard]] std::optional<Number> number() const;
    [[nodiscard]] QString agentName() const;

    // composer_drafts.cpp
    [[nodiscard]] DraftKey key() const { return {m_row.id, DraftMode::Reply}; }
    void showDraft(const Draft &draft);
    void restore(const DraftKey &key, const Draft &draft);
    void showJoined(const DraftKey &of, const Draft &draft);
    void saveDraft(ConversationId id);
    void onTextChanged();
    void showQuote();
    void dropQuote();
    void findQuote(ConversationId id, const QString &wamid);

    // composer_send.cpp
    void sendSpecial(const OutgoingSpecial &special);
    void sendVoice(ConversationId conversation, const OutboxMedia &media);
    [[nodiscard]] std::optional<Outgoing> gather();
    [[nodiscard]] SendTiming timingFor(const SendTiming &wanted) const;
    void queued(const Outgoing &outgoing, const QList<OutboxId> &ids);
    void openSendMenu();
    void chooseTime();

    // composer_back.cpp
    void giveBack(const Outgoing &outgoing, const QString &words);
    void giveBackAsked(const Outgoing &outgoing);
    void reopen(const OutgoingSpecial &special);
    void cancelAll(const QList<OutboxId> &ids, std::function<void()> then);
    void takeOut(const QList<OutboxId> &ids);
    void editQueued(const QList<OutboxId> &ids);
    void takeRows(const ConversationRow &row, const QList<OutboxItem> &items);

    // composer_extras.cpp
    void openEmoji();
    void showTemplates();
    void chooseFiles();
    void record();
    void openBuilder(int kind);
    void takeMime(const QMimeData *given);
    [[nodiscard]] bool mayTake(const QKeyEvent &event) const;

    UiContext &m_context;
    DraftKeeper *m_drafts;
    Attachments *m_attachments;
    Sender *m_sender;
    TypingSignal *m_typing;
    SpellChecker *m_spell = nullptr;
    SpellHighlighter *m_waves = nullptr;
    CannedAssist *m_canned = nullptr;
    CannedPrompt *m_prompt = nullptr;
    PendingStrip *m_pending = nullptr;
    QWidget *m_writing = nullptr; ///< one of these four shows
    QWidget *m_closed = nullptr;
    TemplatePicker *m_templates = nullptr;
    BuilderPanel *m_builder = nullptr;
    QuoteBar *m_quoteBar = nullptr;
    AttachmentTray *m_tray = nullptr;
    ThemedLabel *m_albumHint = nullptr;
    ReplyInput *m_input = nullptr;
    VoiceBar *m_voice = nullptr;
    ComposerTools *m_tools = nullptr;
    ThemedLabel *m_error = nullptr;
    ThemedIcon *m_closedIcon = nullptr;
    ThemedLabel *m_closedTitle = nullptr;
    ThemedLabel *m_closedText = nullptr;
    ThemedLabel *m_closedDraft = nullptr;
    FileDrop *m_drop = nullptr;
    std::function<bool(const std::function<void()> &)> m_askFirst;
    std::function<bool(const Outgoing &)> m_keepInstead;
    Page m_asked = Page::Writing; ///< what the person opened while the window is open
    ConversationRow m_row;
    ConversationRow m_voiceRow; ///< where the recording was begun
    ComposerGate m_gate;
    QHash<NumberId, Number> m_numbers;
    QHash<ConversationId, Message> m_quotes; ///< chosen and not sent yet
    QHash<OutboxId, Outgoing> m_undoable; ///< by the first row of each
    QTimer m_clockTimer; ///< windows close by themselves
    quint64 m_numbersGeneration = 0;
    bool m_onStage = true;
    bool m_loading = false; ///< the field is filled by us, not by a person
};

} // namespace Tandem
