#include "ui/timeline/view/timeline_view.h"

#include "core/base/clock.h"
#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/models/team/noted_messages.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/jump_pill.h"
#include "ui/timeline/actions/hover_bar.h"
#include "ui/timeline/actions/message_commands.h"
#include "ui/timeline/media/timeline_media.h"
#include "ui/timeline/view/read_marker.h"
#include "ui/timeline/view/timeline_accessible.h"
#include "ui/timeline/rows/timeline_rows.h"

#include <QCalendarWidget>
#include <QDateTime>
#include <QEvent>
#include <QScrollBar>
#include <QStyle>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int MaxPlaces = 300; ///< conversations whose scroll position is kept

} // namespace

TimelineView::TimelineView(UiContext &context, QWidget *parent)
    : QAbstractScrollArea(parent), m_context(context), m_messages(std::make_unique<NotedMessages>(context.store.messages(), context.store.notes())),
      m_model(new TimelineModel(*m_messages, this)),
      m_media(new TimelineMedia(context, this)), m_rows(new TimelineRows(*m_model, context.clock, m_media->pictures(), this)),
      m_commands(new MessageCommands(context, m_media->files(), this)), m_hoverBar(new HoverBar(context.theme, viewport())), m_reader(new ReadMarker(this)), m_endPill(new JumpPill(context.theme, u"arrow-down"_s, this)),
      m_backPill(new JumpPill(context.theme, u"undo"_s, this))
{
    setObjectName(u"timeline.view"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    m_settleTimer.setSingleShot(true);
    m_idleTimer.setSingleShot(true);
    m_dayTimer.setSingleShot(true);
    m_dayTimer.setInterval(1200ms);
    m_mark.setStartValue(1.0);
    m_mark.setKeyValueAt(0.55, 1.0);
    m_mark.setEndValue(0.0);
    m_mark.setDuration(1800);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    m_dayFade.setStartValue(1.0);
    m_dayFade.setEndValue(0.0);
    m_dayFade.setDuration(200);
    connect(&m_settleTimer, &QTimer::timeout, this, &TimelineView::settle);
    connect(&m_idleTimer, &QTimer::timeout, this, &TimelineView::idle);
    connect(&m_dayTimer, &QTimer::timeout, this, [this] { m_dayFade.start(); });
    connect(&m_dayFade, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_mark, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_mark, &QVariantAnimation::finished, this, [this] { m_marked = {}; });
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant &t) {
        if (m_gliding.end) m_gliding.to = maximum();
        verticalScrollBar()->setValue(int(std::lround(m_gliding.from + (m_gliding.to - m_gliding.from) * t.toDouble())));
    });
    connect(m_endPill, &QAbstractButton::clicked, this, &TimelineView::scrollToEnd);
    connect(m_backPill, &QAbstractButton::clicked, this, &TimelineView::goBack);
    TimelineAccessible::install();
    connectModel();
    connect(&context.theme, &Theme::changed, this, &TimelineView::restyle);
    restyle();
}

TimelineView::~TimelineView() = default;

void TimelineView::connectModel()
{
    connect(m_rows, &TimelineRows::aboutToChange, this, &TimelineView::noteAnchor);
    connect(m_rows, &TimelineRows::changed, this, &TimelineView::settleLater);
    connect(m_model, &TimelineModel::positioned, this, &TimelineView::onPositioned);
    connect(m_model, &TimelineModel::arrived, this, &TimelineView::onArrived);
    connect(m_model, &TimelineModel::stateChanged, this, [this] {
        viewport()->update();
        settleLater();
    });
    connect(&m_context.feed, &ChangeFeed::changed, m_model, &TimelineModel::applyChanges);
    m_model->setPrepare([this](const QList<Message> &page, std::function<void()> ready) { m_media->measure(page, std::move(ready)); });
    connectParts();
    connect(m_reader, &ReadMarker::read, this, [this](ConversationId id, UtcTime upTo) {
        if (!m_unseen) return;
        const int last = m_model->rowCount() - 1;
        m_unseen = m_model->hasNewer() || (last >= 0 && m_model->message(last).timestamp > upTo);
        onFinished(this, m_context.store.conversations().markRead(id, upTo), [](const Result<bool> &) {});
    });
}

void TimelineView::restyle()
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_media->forget();
    m_endPill->setAccessibleName(tr("To the newest message"));
    m_endPill->setToolTip(tr("To the newest message (End)"));
    m_backPill->setText(tr("Back"));
    m_backPill->setToolTip(tr("Back to where you were (Alt+Left)"));
    setAccessibleName(tr("Messages"));
    for (auto *pill : {m_endPill, m_backPill}) pill->setFont(m_context.theme.font(Theme::Text::BodyStrong));
    m_rows->setStyle(BubbleStyle::of(m_context.theme, devicePixelRatioF(), mirrored, ++m_styleRevision));
    viewport()->update();
}

ConversationId TimelineView::conversation() const { return m_model->conversation(); }

void TimelineView::showConversation(const ConversationRow &row)
{
    const bool same = row.id == m_model->conversation();
    m_row = row;
    m_rows->setCustomerName(row.title);
    if (same) {
        m_unseen = m_unseen || row.unread > 0;
        viewport()->update();
        placePills();
        return;
    }
    leaveConversation();
    m_row = row;
    m_unseen = row.unread > 0;
    m_rows->setCustomerName(row.title);
    std::optional<MessageCursor> at;
    using Seek = TimelineModel::Seek;
    const auto seek = row.unread > 0 ? Seek::FirstUnread : row.hasFailed ? Seek::FirstFailed : Seek::End;
    m_toFailed = seek == Seek::FirstFailed;
    if (const auto place = m_places.constFind(row.id); place != m_places.cend() && seek == Seek::End) {
        m_restore = *place;
        at = place->cursor;
    }
    m_model->open(row.id, at, seek);
    placePills();
}

void TimelineView::leaveConversation()
{
    if (const auto id = m_model->conversation(); id && m_model->state() == TimelineModel::State::Ready && m_model->rowCount() > 0) {
        settle();
        if (isAtEnd()) {
            m_places.remove(id);
        } else {
            if (m_places.size() >= MaxPlaces) m_places.erase(m_places.begin());
            const auto anchor = anchorAt(verticalScrollBar()->value());
            m_places.insert(id, {anchor.cursor, anchor.offset});
        }
    }
    stopGlide();
    m_mark.stop();
    m_media->left();
    m_hoverBar->hide();
    m_rows->forgetChoices();
    m_reader->reset();
    m_restore.reset();
    m_jump.reset();
    m_back.reset();
    m_toFailed = false;
    m_failureSeen.reset();
    m_selection = {};
    m_hover = m_pressed = {};
    m_current = m_marked = m_foundHere = {};
    m_found.clear();
    m_newCount = 0;
    m_follow = true;
    if (m_calendar) m_calendar->close();
}

void TimelineView::clear()
{
    leaveConversation();
    m_row = {};
    m_model->close();
    placePills();
    viewport()->update();
}

void TimelineView::setFound(const QString &words, MessageId here)
{
    m_found = words;
    m_foundHere = here;
    viewport()->update();
}

void TimelineView::jumpTo(MessageCursor cursor)
{
    if (!m_model->conversation()) return;
    stopGlide();
    if (m_model->state() == TimelineModel::State::Ready && m_model->covers(cursor)) {
        settle();
        centre(std::min(m_model->rowAtOrAfter(cursor), m_model->rowCount() - 1));
        return;
    }
    m_restore.reset();
    m_jump = cursor;
    m_model->showAround(cursor);
}

void TimelineView::jumpToDay(QDate day)
{
    const auto conversation = m_model->conversation();
    if (!conversation) return;
    const auto start = fromEpochMillis(day.startOfDay().toMSecsSinceEpoch());
    onFinished(this, m_context.store.messages().atDate(conversation, start),
        [this, conversation](const Result<std::optional<MessageCursor>> &found) {
            if (conversation != m_model->conversation()) return;
            if (!found) {
                Q_EMIT problem(found.error().text);
            } else if (*found) {
                jumpTo(**found);
            } else {
                scrollToEnd();
            }
        });
}

void TimelineView::onPositioned(int row)
{
    m_anchored = true;
    m_newCount = 0;
    if (row < 0 || m_model->rowCount() == 0) {
        m_anchor = {};
    } else if (m_jump || m_toFailed) {
        m_anchored = false;
        m_settleTimer.stop();
        centre(row);
    } else if (m_restore) {
        m_anchor = {TimelineModel::cursorOf(m_model->message(row)), m_restore->offset, false};
    } else {
        // The first unread message stands in the upper part, with a little of what was said before above it.
        m_anchor = {TimelineModel::cursorOf(m_model->message(row)), TimelineRows::UnreadHeight + viewport()->height() / 6, false};
    }
    m_jump.reset();
    m_restore.reset();
    m_toFailed = false;
    settle();
    m_follow = isAtEnd();
    placePills();
}

void TimelineView::onArrived(int first, int count)
{
    bool ours = false;
    int incoming = 0;
    std::optional<MessageCursor> firstIncoming;
    for (int row = first; row < first + count; ++row) {
        const auto &message = m_model->message(row);
        if (message.isEvent()) continue;
        if (message.direction == Direction::Out) {
            ours |= message.status == MessageStatus::Queued;
            continue;
        }
        ++incoming;
        if (!firstIncoming) firstIncoming = TimelineModel::cursorOf(message);
    }
    m_unseen = m_unseen || incoming > 0;
    if (firstIncoming && !windowIsActive()) m_model->markUnreadFrom(*firstIncoming);
    if (m_follow || ours) {
        glideToEnd();
    } else {
        m_newCount += incoming;
        placePills();
    }
}

bool TimelineView::windowIsActive() const { return isVisible() && window()->isActiveWindow() && !window()->isMinimized(); }

} // namespace Tandem
