#include "core/base/clock.h"
#include "core/store/store.h"
#include "ui/format/message_content.h"
#include "ui/format/content/note_row.h"
#include "ui/format/time_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/models/timeline_model.h"
#include "ui/format/whatsapp_text.h"
#include "ui/media/files/media_files.h"
#include "ui/media/lightbox/lightbox.h"
#include "ui/media/playback/playback.h"
#include "ui/theme/style/calendar_look.h"
#include "ui/timeline/actions/hover_bar.h"
#include "ui/timeline/actions/message_commands.h"
#include "ui/timeline/actions/reaction_row.h"
#include "ui/timeline/media/timeline_media.h"
#include "ui/timeline/rows/timeline_rows.h"
#include "ui/timeline/view/read_marker.h"
#include "ui/timeline/view/timeline_view.h"

#include <QAccessible>
#include <QCalendarWidget>
#include <QCursor>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

namespace {

constexpr int GallerySize = 500; ///< pictures and videos that the lightbox steps through

/// What a part without words of its own does.
QString actionWords(BubbleAction action)
{
    switch (action) {
    case BubbleAction::ShowMedia: return TimelineView::tr("Show large");
    case BubbleAction::PlayMedia: return TimelineView::tr("Play or pause");
    case BubbleAction::CycleSpeed: return TimelineView::tr("Speed");
    case BubbleAction::FetchMedia: return TimelineView::tr("Load again");
    default: return {};
    }
}

} // namespace

QString TimelineView::reactionWords(const Message &message, const QString &emoji) const
{
    QStringList who;
    for (const auto &reaction : message.reactions) {
        if (reaction.emoji != emoji) continue;
        who.append(reaction.from == "business"_L1 ? tr("You (press to take it back)") : m_row.title.isEmpty() ? tr("Customer") : m_row.title);
    }
    return who.join(u", "_s);
}

QString TimelineView::toolTipFor(const Spot &spot) const
{
    if (spot.day) return tr("Jump to a date");
    if (spot.row < 0) return {};
    if (spot.hit.action == BubbleAction::OpenLink) return tr("Open %1").arg(linkTarget(spot.hit.url));
    if (const auto words = actionWords(spot.hit.action); !words.isEmpty()) return words;
    if (spot.hit.action == BubbleAction::React) return reactionWords(m_model->message(spot.row), spot.hit.emoji);
    if (spot.hit.action == BubbleAction::ToggleEdits && m_model->message(spot.row).isEdited()) return m_rows->editsShown(spot.id) ? tr("Hide the earlier text") : tr("Show the earlier text");
    const auto *layout = m_rows->layoutIfKnown(spot.row);
    const auto &message = m_model->message(spot.row);
    const QPointF local(viewport()->mapFromGlobal(QCursor::pos()) - QPoint(0, contentTop() + m_rows->geometry().bubbleTop(spot.row)));
    if (!layout || !layout->meta().rect.translated(layout->origin()).adjusted(-4, -4, 4, 4).contains(local)) return {};
    const auto status = statusWords(message);
    return status.isEmpty() ? Format::dateAndTime(message.timestamp) : status + u" · "_s + Format::dateAndTime(message.timestamp);
}

void TimelineView::openMenu(int row, const BubbleHit &hit, QPoint global)
{
    const auto message = m_model->message(row);
    auto *menu = new MessageMenu(m_context.theme, message, m_context.clock.now(), this);
    menu->setSelection(selectedText());
    menu->setLink(hit.url);
    menu->setEditsShown(m_rows->editsShown(m_model->message(m_rows->leader(row)).id));
    menu->setAllEmoji(bool(m_emoji));
    menu->setAlbum(m_rows->albumSize(m_rows->leader(row)) > 1);
    if (isNote(message) && m_context.team) {
        const auto &directory = m_context.team->directory();
        const bool mine = noteAuthor(message) == directory.me().id;
        menu->setNoteRights(mine, mine || directory.isLead());
    }
    connect(menu, &MessageMenu::wanted, this, [this, row, message, global](MessageMenu::Wish wish) { fulfil(wish, message, row, global); });
    connect(menu, &MessageMenu::reactionChosen, this, [this, message](const QString &emoji) { m_commands->react(message, emoji); });
    connect(menu, &MessageMenu::copyWanted, m_commands, &MessageCommands::copyText);
    menu->fill();
    menu->popup(global);
}

void TimelineView::fulfil(MessageMenu::Wish wish, const Message &message, int row, QPoint global)
{
    switch (wish) {
    case MessageMenu::Wish::Reply: Q_EMIT replyRequested(message); break;
    case MessageMenu::Wish::AllEmoji: react(message, global); break;
    case MessageMenu::Wish::Forward: Q_EMIT forwardRequested({message}); break;
    case MessageMenu::Wish::ForwardAlbum: {
        QList<Message> album;
        for (const auto *member : drawnWith(m_rows->leader(row))) album.append(*member);
        Q_EMIT forwardRequested(album);
        break;
    }
    case MessageMenu::Wish::Star: m_commands->star(message, !message.starred); break;
    case MessageMenu::Wish::MarkUnread: markUnread(message); break;
    case MessageMenu::Wish::GoToQuote: goToQuote(message); break;
    case MessageMenu::Wish::ToggleEdits: m_rows->toggleEdits(m_model->message(m_rows->leader(row)).id); break;
    case MessageMenu::Wish::CopyMedia: m_media->files().copy(message); break;
    case MessageMenu::Wish::SaveMedia: m_media->files().saveAs(this, message); break;
    case MessageMenu::Wish::OpenMedia: m_media->files().open(message); break;
    case MessageMenu::Wish::FetchMedia: m_commands->fetchMedia(message); break;
    case MessageMenu::Wish::NextStep: m_commands->nextStep(message); break;
    case MessageMenu::Wish::SendAgain: m_commands->sendAgain(message); break;
    case MessageMenu::Wish::Change: Q_EMIT editRequested(message); break;
    case MessageMenu::Wish::SendNow: m_commands->sendNow(message); break;
    case MessageMenu::Wish::Discard: m_commands->discard(message); break;
    case MessageMenu::Wish::ChooseDay: chooseDay(); break;
    case MessageMenu::Wish::EditNote: Q_EMIT noteEditRequested(message); break;
    case MessageMenu::Wish::DeleteNote:
        if (m_context.team) m_context.team->actions().removeNote(noteIdOf(message), message.text);
        break;
    }
}

void TimelineView::connectParts()
{
    connect(m_media, &TimelineMedia::changed, viewport(), qOverload<>(&QWidget::update));
    connect(m_media, &TimelineMedia::problem, this, &TimelineView::problem);
    connect(m_media, &TimelineMedia::ended, this, &TimelineView::playNext);
    connect(m_commands, &MessageCommands::problem, this, &TimelineView::problem);
    connect(m_commands, &MessageCommands::startConversationRequested, this, &TimelineView::startConversationRequested);
    connect(m_commands, &MessageCommands::templateRequested, this, &TimelineView::templateRequested);
    connect(m_commands, &MessageCommands::editRequested, this, &TimelineView::editRequested);
    connect(m_commands, &MessageCommands::numberRequested, this, &TimelineView::numberRequested);
    const auto pointed = [this] { return m_model->rowOf(m_hoverBar->message()); };
    connect(m_hoverBar, &HoverBar::replyWanted, this, [this, pointed] {
        if (const int row = pointed(); row >= 0) Q_EMIT replyRequested(m_model->message(row));
    });
    connect(m_hoverBar, &HoverBar::reactWanted, this, [this, pointed](QPoint global) {
        if (const int row = pointed(); row >= 0) react(m_model->message(row), global);
    });
    connect(m_hoverBar, &HoverBar::forwardWanted, this, [this, pointed] {
        if (const int row = pointed(); row >= 0) Q_EMIT forwardRequested({m_model->message(row)});
    });
    connect(m_hoverBar, &HoverBar::menuWanted, this, [this, pointed](QPoint global) {
        if (const int row = pointed(); row >= 0) openMenu(row, {}, global);
    });
}

void TimelineView::showHoverBar()
{
    const bool quiet = m_hover.row < 0 || m_selection.length() > 0 || m_model->message(m_hover.row).isEvent();
    if (quiet) {
        if (!m_hoverBar->underMouse()) m_hoverBar->hide();
        return;
    }
    const auto &message = m_model->message(m_hover.row);
    const int leader = m_rows->leader(m_hover.row);
    const auto rect = bubbleRect(leader).united(bubbleRect(m_hover.row));
    const auto *layout = m_rows->layoutIfKnown(leader);
    const auto bubble = layout ? layout->bubble().translated(0, contentTop() + m_rows->geometry().bubbleTop(leader)).toAlignedRect() : rect;
    m_hoverBar->showFor(message, bubble, m_hover.hit.rect.translated(0, bubble.top()).toAlignedRect());
}

void TimelineView::react(const Message &message, QPoint global)
{
    auto *row = new ReactionRow(m_context.theme, MessageCommands::ownReaction(message), bool(m_emoji), this);
    connect(row, &ReactionRow::chosen, m_commands, [this, message](const QString &emoji) { m_commands->react(message, emoji); });
    connect(row, &ReactionRow::moreWanted, this, [this, message, global] {
        m_emoji(global, [self = QPointer(this), message](const QString &emoji) { if (self) self->m_commands->react(message, emoji); });
    });
    row->popUp(global);
}

void TimelineView::markUnread(const Message &message)
{
    const auto id = m_model->conversation();
    m_reader->hold(id);
    m_unseen = false;
    m_model->markUnreadFrom(TimelineModel::cursorOf(message));
    onFinished(this, m_context.store.conversations().markUnread(id, message.id), [this, id](const Result<bool> &done) {
        if (done) Q_EMIT markedUnread(id);
        else Q_EMIT problem(tr("It could not be marked as unread: %1").arg(done.error().text));
    });
}

void TimelineView::failureSeen(UtcTime upTo)
{
    // The list's mark leaves with the last failure that somebody has looked at.
    if (!m_row.hasFailed || (m_failureSeen && upTo <= *m_failureSeen)) return;
    m_failureSeen = upTo;
    onFinished(this, m_context.store.conversations().acknowledgeFailure(m_row.id, upTo), [](const Result<bool> &) {});
}

void TimelineView::showMedia(const Message &message)
{
    m_media->playback().pause();
    // What is in view opens at once; the rest of the conversation's pictures comes beside it as soon as the store answers.
    onFinished(this, m_context.store.messages().mediaOf(m_model->conversation(), GallerySize),
        [this, message](const Result<QList<Message>> &found) {
            QList<Message> all;
            for (const auto &other : found.value_or(QList<Message>())) all.prepend(other);
            const bool known = std::any_of(all.cbegin(), all.cend(), [&](const Message &m) { return m.id == message.id; });
            if (!known) all = {message};
            auto *box = Lightbox::open(m_context.theme, window(), all, message.id);
            if (!box) return Q_EMIT problem(tr("This cannot be shown here. Save a copy to look at it."));
            connect(box, &Lightbox::problem, this, &TimelineView::problem);
            connect(box, &Lightbox::goToMessage, this, [this, all](MessageId id) {
                const auto to = std::find_if(all.cbegin(), all.cend(), [id](const Message &m) { return m.id == id; });
                if (to != all.cend() && to->conversationId == m_model->conversation()) jumpTo(TimelineModel::cursorOf(*to));
            });
        });
}

void TimelineView::playNext(MessageId ended)
{
    const int row = m_model->rowOf(ended);
    if (row < 0 || row + 1 >= m_model->rowCount()) return;
    const auto &before = m_model->message(row);
    const auto &next = m_model->message(row + 1);
    if (!before.media.ref.voice || !next.media.ref.voice || before.direction != next.direction || next.revoked) return;
    m_media->toggle(next, m_rows->layout(row + 1), m_rows->style().ratio);
}

void TimelineView::goToQuote(const Message &message)
{
    if (!message.quote || !message.quote->messageId) return;
    const auto from = anchorAt(verticalScrollBar()->value());
    const auto back = Place{from.cursor, from.offset};
    onFinished(this, m_context.store.messages().byIds({message.quote->messageId}),
        [this, back, conversation = m_model->conversation()](const Result<QList<Message>> &found) {
            if (conversation != m_model->conversation()) return;
            if (!found || found->isEmpty()) {
                Q_EMIT problem(found ? tr("The quoted message is not here.") : found.error().text);
                return;
            }
            m_back = back;
            jumpTo(TimelineModel::cursorOf(found->first()));
            placePills();
        });
}

void TimelineView::goBack()
{
    if (!m_back) return;
    const auto back = *std::exchange(m_back, std::nullopt);
    stopGlide();
    if (m_model->covers(back.cursor)) {
        showAnchor({back.cursor, back.offset, false});
        m_follow = isAtEnd();
        placePills();
        return;
    }
    m_jump.reset();
    m_restore = back;
    m_model->showAround(back.cursor);
}

void TimelineView::chooseDay()
{
    if (m_calendar || m_model->rowCount() == 0) return;
    m_calendar = new QCalendarWidget(this);
    m_calendar->setWindowFlag(Qt::Popup);
    m_calendar->setAttribute(Qt::WA_DeleteOnClose);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setGridVisible(false);
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setMaximumDate(localDay(m_context.clock.now()));
    dressCalendar(*m_calendar, m_context.theme);
    const int row = std::max(0, rowAt({0, 0}));
    m_calendar->setSelectedDate(m_rows->day(row));
    const auto pick = [this](const QDate &day) {
        m_calendar->close();
        jumpToDay(day);
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, pick);
    connect(m_calendar, &QCalendarWidget::activated, this, pick);
    m_calendar->adjustSize();
    m_calendar->move(viewport()->mapToGlobal(QPoint((viewport()->width() - m_calendar->width()) / 2, TimelineRows::DayHeight)));
    m_calendar->show();
}

void TimelineView::announceRow(int row)
{
    auto *list = QAccessible::queryAccessibleInterface(this);
    auto *item = list ? list->child(row) : nullptr;
    if (!item) return;
    QAccessibleEvent focus(item, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

QString TimelineView::spokenRow(int row) const
{
    const auto &message = m_model->message(row);
    QStringList parts;
    if (isNote(message)) {
        parts.append(message.author.isEmpty() ? tr("Private note") : tr("Private note by %1").arg(message.author));
    } else if (message.isEvent()) {
        parts.append(kindName(message.type));
    } else if (message.direction == Direction::In) {
        parts.append(m_row.title.isEmpty() ? tr("Customer") : m_row.title);
    } else {
        parts.append(originName(message));
    }
    if (message.starred) parts.append(tr("starred"));
    if (message.revoked) parts.append(tr("deleted"));
    if (message.isEdited()) parts.append(tr("edited"));
    const auto content = contentOf(message);
    if (!content.note.isEmpty()) parts.append(content.note);
    parts.append(summaryOf(message));
    if (message.media.state != MediaState::None) parts.append(content.detail);
    for (const auto &reaction : message.reactions) parts.append(tr("reaction %1").arg(cleanText(reaction.emoji).left(16)));
    parts.append(Format::dateAndTime(message.timestamp));
    const auto failure = failureWords(message);
    parts.append(failure.isEmpty() ? statusWords(message) : failure);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace Tandem
