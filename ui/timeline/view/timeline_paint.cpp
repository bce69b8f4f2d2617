#include "core/base/clock.h"
#include "core/store/store.h"
#include "ui/format/match.h"
#include "ui/models/timeline_model.h"
#include "ui/theme/paint.h"
#include "ui/timeline/media/timeline_media.h"
#include "ui/timeline/view/read_marker.h"
#include "ui/timeline/rows/timeline_rows.h"
#include "ui/timeline/view/timeline_view.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

using Color = Theme::Color;

void TimelineView::paintEvent(QPaintEvent *event)
{
    if (!qFuzzyCompare(m_rows->style().ratio, devicePixelRatioF())) restyle(); // moved to another screen
    settle();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), m_context.theme.color(Color::Window));
    const auto &geometry = m_rows->geometry();
    if (m_model->rowCount() == 0) {
        paintNotice(painter);
        m_reader->seen(m_model->conversation(), std::nullopt);
        return;
    }
    const int top = contentTop();
    const int height = viewport()->height();
    std::optional<MessageCursor> newest;
    std::optional<UtcTime> failed;
    if (top + geometry.head() > 0) paintHead(painter);
    for (int row = std::max(0, geometry.rowAt(-top)); row < geometry.count() && top + geometry.top(row) < height; ++row) {
        if (m_rows->leader(row) == row) paintRow(painter, row, top);
        const auto &message = m_model->message(row);
        const int bottom = top + geometry.bottom(row);
        const bool whole = bottom <= height || top + geometry.bubbleTop(row) <= 0;
        if (whole && message.direction == Direction::In && !message.isEvent() && message.conversationId == m_model->conversation()) {
            newest = TimelineModel::cursorOf(message);
        }
        if (whole && (message.status == MessageStatus::Failed || message.status == MessageStatus::Unknown)) failed = message.timestamp;
    }
    const bool timer = m_dayTimer.isActive();
    const qreal opacity = timer ? 1 : m_dayFade.state() == QAbstractAnimation::Running ? m_dayFade.currentValue().toDouble() : 0;
    if (opacity > 0) {
        const int first = geometry.rowAt(-top);
        const bool own = m_rows->startsDay(first) && top + geometry.top(first) >= -TimelineRows::DayHeight / 2;
        const bool next = first + 1 < geometry.count() && m_rows->startsDay(first + 1)
            && top + geometry.top(first + 1) < TimelineRows::DayHeight;
        if (!own && !next) paintDayChip(painter, dayName(m_rows->day(first), localDay(m_context.clock.now())), 0, opacity);
    }
    m_media->painted();
    m_reader->seen(m_model->conversation(), windowIsActive() ? newest : std::nullopt);
    if (failed && windowIsActive()) failureSeen(*failed);
}

void TimelineView::paintRow(QPainter &painter, int row, int contentTop)
{
    const auto &geometry = m_rows->geometry();
    int y = contentTop + geometry.top(row);
    if (m_rows->startsDay(row)) {
        paintDayChip(painter, dayName(m_rows->day(row), localDay(m_context.clock.now())), y, -1);
        y += TimelineRows::DayHeight;
    }
    if (m_rows->startsUnread(row)) paintUnread(painter, y);
    const auto &layout = m_rows->layout(row);
    BubblePainter(painter, m_rows->style()).paint(layout, QPointF(0, contentTop + geometry.bubbleTop(row)), stateOf(row));
}

std::vector<const Message *> TimelineView::drawnWith(int leader) const
{
    std::vector<const Message *> messages;
    for (int row = leader; row < leader + m_rows->albumSize(leader); ++row) messages.push_back(&m_model->message(row));
    return messages;
}

BubbleState TimelineView::stateOf(int row)
{
    const auto &message = m_model->message(row);
    const auto messages = drawnWith(row);
    const auto memberOf = [&messages](MessageId id) {
        const auto found = std::find_if(messages.begin(), messages.end(), [id](const Message *m) { return m->id == id; });
        return found == messages.end() ? -1 : int(found - messages.begin());
    };
    BubbleState state;
    if (m_selection.id == message.id) {
        state.selectionStart = m_selection.start();
        state.selectionLength = m_selection.length();
    }
    if (m_hover.leader == row && memberOf(m_hover.id) >= 0) {
        state.hovered = m_hover.hit.action;
        state.hoveredRect = m_hover.hit.rect;
    }
    if (m_pressed.leader == row && memberOf(m_pressed.id) >= 0) state.pressed = m_pressed.hit.action;
    if (memberOf(m_marked) >= 0 && m_mark.state() == QAbstractAnimation::Running) state.highlight = m_mark.currentValue().toDouble();
    const int current = memberOf(m_current);
    state.current = current >= 0 && hasFocus();
    if (messages.size() > 1) state.currentMember = current;
    const auto &layout = m_rows->layout(row);
    if (!m_found.isEmpty() && layout.selectable()) {
        for (const auto &range : Format::matches(layout.body().text, m_found)) state.found.append({int(range.start), int(range.length)});
        state.foundHere = memberOf(m_foundHere) >= 0;
    }
    m_media->fill(state, layout, messages, m_rows->style().ratio);
    return state;
}

QRect TimelineView::dayChipRect(const QString &text, int top) const
{
    const QFontMetrics metrics(m_rows->style().smallStrong);
    const int width = metrics.horizontalAdvance(text) + Theme::Grid * 6;
    const int height = metrics.height() + Theme::Grid * 2;
    return {(viewport()->width() - width) / 2, top + (TimelineRows::DayHeight - height) / 2, width, height};
}

void TimelineView::paintDayChip(QPainter &painter, const QString &text, int top, qreal opacity) const
{
    const auto rect = dayChipRect(text, top);
    painter.save();
    if (opacity >= 0) {
        painter.setOpacity(opacity);
        painter.setPen(QPen(m_context.theme.color(Color::Line), 1));
        painter.setBrush(m_context.theme.color(Color::Panel));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2.0, rect.height() / 2.0);
    } else {
        // The line on both sides says "a new day" without a box.
        painter.setPen(QPen(m_context.theme.color(Color::Line), 1));
        const qreal y = rect.center().y() + 0.5;
        painter.drawLine(QPointF(BubbleStyle::Margin, y), QPointF(rect.left(), y));
        painter.drawLine(QPointF(rect.right() + 1, y), QPointF(viewport()->width() - BubbleStyle::Margin, y));
    }
    painter.setFont(m_rows->style().smallStrong);
    painter.setPen(m_context.theme.color(m_hover.day && opacity < 0 && rect.contains(viewport()->mapFromGlobal(QCursor::pos())) ? Color::Text : Color::Muted));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

void TimelineView::paintUnread(QPainter &painter, int top) const
{
    const auto text = tr("Unread messages");
    const QFontMetrics metrics(m_rows->style().smallStrong);
    const QRect band(0, top + Theme::Grid, viewport()->width(), TimelineRows::UnreadHeight - Theme::Grid * 3);
    painter.fillRect(band, m_context.theme.color(Color::AccentWash));
    painter.setFont(m_rows->style().smallStrong);
    painter.setPen(m_context.theme.color(Color::Accent));
    painter.drawText(band, Qt::AlignCenter, text);
}

QString TimelineView::headText() const
{
    if (m_model->hasOlder()) return tr("Loading older messages…");
    if (!m_context.store.isConnected()) return tr("Anything older is on the team's server");
    int row = 0;
    while (row + 1 < m_model->rowCount() && m_model->message(row).isEvent()) ++row;
    const auto &first = m_model->message(row);
    if (first.source == MessageSource::History) return tr("History shared from %1").arg(longDate(localDay(first.timestamp)));
    return tr("The conversation starts here");
}

void TimelineView::paintHead(QPainter &painter)
{
    const QRect area(0, contentTop(), viewport()->width(), TimelineRows::HeadHeight);
    const auto text = headText();
    const auto color = m_context.theme.color(Color::Muted);
    const QFontMetrics metrics(m_rows->style().small);
    const int textWidth = metrics.horizontalAdvance(text);
    const int width = textWidth + 16 + Theme::Grid * 2;
    const int x = (area.width() - width) / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int iconX = mirrored ? x + width - 16 : x;
    const QRect words(mirrored ? x : x + 16 + Theme::Grid * 2, area.top(), textWidth + 1, area.height());
    const auto icon = m_context.theme.pixmap(m_model->hasOlder() ? u"clock"_s : u"history"_s, 16, color, devicePixelRatioF());
    painter.drawPixmap(QPointF(iconX, area.center().y() - 8), icon);
    painter.setPen(color);
    painter.setFont(m_rows->style().small);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
}

void TimelineView::paintNotice(QPainter &painter) const
{
    QString icon;
    QString title;
    QString detail;
    switch (m_model->state()) {
    case TimelineModel::State::None:
        icon = u"chat"_s;
        title = tr("Choose a conversation");
        detail = tr("Its messages appear here, those typed on the phone included.");
        break;
    case TimelineModel::State::Loading: return; // comes before an eye could read a word
    case TimelineModel::State::Ready:
        icon = u"chat"_s;
        title = tr("No messages yet");
        detail = tr("What you and the customer write will stand here.");
        break;
    case TimelineModel::State::Failed:
        icon = u"error"_s;
        title = tr("The messages could not be loaded");
        detail = m_model->error().text.isEmpty() ? tr("Click to try again.") : tr("%1\nClick to try again.").arg(m_model->error().text);
        break;
    }
    const auto area = viewport()->rect();
    const int y = area.center().y() - Theme::Grid * 16;
    const auto mark = m_context.theme.pixmap(icon, 40, m_context.theme.color(Color::Muted), devicePixelRatioF());
    painter.setOpacity(0.6);
    painter.drawPixmap(QPointF(area.center().x() - 20, y), mark);
    painter.setOpacity(1);
    painter.setPen(m_context.theme.color(Color::Text));
    painter.setFont(m_context.theme.font(Theme::Text::Heading));
    painter.drawText(QRect(0, y + 52, area.width(), 28), Qt::AlignHCenter | Qt::AlignTop, title);
    painter.setPen(m_context.theme.color(Color::Muted));
    painter.setFont(m_rows->style().body);
    painter.drawText(QRect(Theme::Grid * 10, y + 82, area.width() - Theme::Grid * 20, 80), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, detail);
}

} // namespace Tandem
