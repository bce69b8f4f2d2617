#pragma once

#include "core/domain/conversation.h"
#include "ui/timeline/bubbles/paint/bubble_painter.h"
#include "ui/timeline/actions/message_menu.h"
#include "ui/timeline/view/timeline_state.h"
#include "ui/ui_context.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>

#include <functional>
#include <optional>

class QCalendarWidget;

namespace Tandem {

class HoverBar;
class JumpPill;
class MessageCommands;
class NotedMessages;
class ReadMarker;
class TimelineMedia;
class TimelineModel;
class TimelineRows;

/// One conversation as bubbles. Scrolling is anchored: whatever is loaded, laid out or changed, the message one reads
/// stays at its pixel; only at the end (80 px) does the view follow new ones. GUI thread.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr int FollowDistance = 80; ///< px from the end within which new messages are followed

    explicit TimelineView(UiContext &context, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Opens at the first unread message, else at one that failed and nobody has seen, else where one was last time, else at
    /// the end; the same one again only takes over the row's new values.
    void showConversation(const ConversationRow &row);
    void jumpTo(MessageCursor cursor); ///< centred and marked for a moment
    void jumpToDay(QDate day); ///< the first message of that day or after it
    void chooseDay(); ///< the small calendar
    void clear();
    void scrollToEnd();
    /// Marks these words wherever they are shown, more strongly in one message; empty words mark nothing.
    void setFound(const QString &words, MessageId here = {});

    [[nodiscard]] ConversationId conversation() const;
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] TimelineModel &model() const { return *m_model; }
    [[nodiscard]] QString selectedText() const;
    /// For accessibility and tests: the bubble's place in the viewport; empty when the row is not laid out.
    [[nodiscard]] QRect bubbleRect(int row) const;
    [[nodiscard]] int rowAt(QPoint viewportPoint) const;
    [[nodiscard]] QString spokenRow(int row) const;
    [[nodiscard]] MessageCommands &commands() const { return *m_commands; }
    [[nodiscard]] TimelineMedia &media() const { return *m_media; }
    /// What shows all emoji, to react with: popped up at a place of the screen, it calls back with the one chosen.
    using EmojiPicker = std::function<void(QPoint at, std::function<void(const QString &emoji)> chosen)>;
    void setEmojiPicker(EmojiPicker picker) { m_emoji = std::move(picker); }

Q_SIGNALS:
    void replyRequested(const Tandem::Message &message);
    void forwardRequested(const QList<Tandem::Message> &messages);
    void startConversationRequested(const QString &phoneDigits, const QString &name);
    void templateRequested(const Tandem::Message &message);
    void editRequested(const Tandem::Message &message); ///< into the composer, to be changed and sent anew
    void numberRequested(Tandem::NumberId number); ///< its page: access, payment, connection
    void markedUnread(Tandem::ConversationId id);
    void noteEditRequested(const Tandem::Message &note); ///< in its writing area
    void problem(const QString &text); ///< something a person asked for failed, in words

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Anchor = TimelineAnchor;
    using Glide = TimelineGlide;
    using Selection = TimelineSelection;
    using Place = TimelinePlace;
    using Spot = TimelineSpot;

    void connectModel();
    void restyle();
    void leaveConversation();
    void onPositioned(int row);
    void onArrived(int first, int count);
    [[nodiscard]] bool windowIsActive() const;

    // Scrolling: timeline_scroll.cpp
    void noteAnchor();
    [[nodiscard]] Anchor anchorAt(int value) const;
    void settleLater();
    void settle(); ///< lays out what is visible and puts the anchor back at its pixel
    void showAnchor(const Anchor &anchor);
    void centre(int row);
    [[nodiscard]] int valueFor(const Anchor &anchor) const;
    void setRange(int value);
    [[nodiscard]] int contentTop() const; ///< px of the content's first pixel in the viewport
    [[nodiscard]] int maximum() const;
    void afterScroll();
    void idle(); ///< lays out ahead, a few rows at a time
    void glideBy(int pixels);
    void glideToEnd();
    void stopGlide() { m_glide.stop(); }
    void placePills();
    void reportVisible();
    void failureSeen(UtcTime upTo);

    // Painting: timeline_paint.cpp
    void paintRow(QPainter &painter, int row, int top);
    void paintHead(QPainter &painter);
    void paintDayChip(QPainter &painter, const QString &text, int top, qreal opacity) const;
    void paintUnread(QPainter &painter, int top) const;
    void paintNotice(QPainter &painter) const;
    [[nodiscard]] QString headText() const;
    [[nodiscard]] QRect dayChipRect(const QString &text, int top) const;
    [[nodiscard]] BubbleState stateOf(int row);

    // Pointer and keys: timeline_input.cpp
    [[nodiscard]] Spot spotAt(QPoint point) const;
    void hover(QPoint point);
    void trigger(const Spot &spot);
    void activate(int row); ///< its first button, by keyboard
    void setCurrent(int row);
    void copySelection() const;
    [[nodiscard]] bool scrollKey(int key);

    // What a person asks for: timeline_actions.cpp
    void connectParts();
    void openMenu(int row, const BubbleHit &hit, QPoint global);
    void fulfil(MessageMenu::Wish wish, const Message &message, int row, QPoint global);
    [[nodiscard]] QString reactionWords(const Message &message, const QString &emoji) const;
    void react(const Message &message, QPoint global);
    void showHoverBar();
    void markUnread(const Message &message);
    void goToQuote(const Message &message);
    void goBack();
    void showMedia(const Message &message);
    void playNext(MessageId ended); ///< the voice note that follows
    [[nodiscard]] QString toolTipFor(const Spot &spot) const;
    void announceRow(int row);
    [[nodiscard]] std::vector<const Message *> drawnWith(int leader) const;

    UiContext &m_context;
    std::unique_ptr<NotedMessages> m_messages; ///< the store's, with private notes between them
    TimelineModel *m_model;
    TimelineMedia *m_media;
    TimelineRows *m_rows;
    MessageCommands *m_commands;
    HoverBar *m_hoverBar;
    ReadMarker *m_reader;
    JumpPill *m_endPill, *m_backPill;
    QPointer<QCalendarWidget> m_calendar;
    EmojiPicker m_emoji;
    ConversationRow m_row;
    QHash<ConversationId, Place> m_places; ///< where one was, for conversations not left at their end
    Anchor m_anchor;
    std::optional<Place> m_restore; ///< after the next first page
    std::optional<MessageCursor> m_jump; ///< being loaded: centre and mark it
    std::optional<Place> m_back; ///< where a jump started
    Selection m_selection;
    Spot m_hover, m_pressed;
    QPoint m_pressedAt;
    MessageId m_current; ///< chosen by keyboard
    MessageId m_marked; ///< after a jump
    QString m_found; ///< words a person looks for in this conversation
    MessageId m_foundHere; ///< the hit that the person has stepped to
    QVariantAnimation m_mark, m_glide, m_dayFade;
    Glide m_gliding;
    QTimer m_settleTimer, m_idleTimer, m_dayTimer;
    quint64 m_styleRevision = 0;
    int m_newCount = 0;
    std::optional<UtcTime> m_failureSeen; ///< told to the store already
    bool m_toFailed = false; ///< the first page is to show a failed message
    bool m_anchored = false; ///< m_anchor was noted for a change that is not settled yet
    bool m_follow = true;
    bool m_adjusting = false; ///< the scroll bar is moved by us
    bool m_unseen = false; ///< the conversation may hold unread messages
};

} // namespace Tandem
