#include "ui/timeline/rows/timeline_rows.h"

#include "core/base/clock.h"
#include "core/domain/payload_keys.h"
#include "ui/models/timeline_model.h"
#include "ui/media/files/media_files.h"
#include "ui/media/pictures/picture_loader.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr auto GroupSpan = 5min; ///< messages of one author closer than this stand together
constexpr auto AlbumSpan = 60s; ///< pictures of one sender closer than this are one album
constexpr int MaxAlbum = 10;

} // namespace

TimelineRows::TimelineRows(TimelineModel &model, const Clock &clock, const PictureLoader &pictures, QObject *parent)
    : QObject(parent), m_model(model), m_clock(clock), m_pictures(pictures)
{
    m_geometry.setTail(TailHeight);
    connect(&model, &TimelineModel::rowsAboutToBeInserted, this, &TimelineRows::aboutToChange);
    connect(&model, &TimelineModel::rowsAboutToBeRemoved, this, &TimelineRows::aboutToChange);
    connect(&model, &TimelineModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &TimelineModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &TimelineModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { changeRows(first.row(), last.row()); });
    connect(&model, &TimelineModel::stateChanged, this, &TimelineRows::changeEnds);
}

void TimelineRows::setStyle(const BubbleStyle &style)
{
    m_style = style;
    relayoutAll();
}

void TimelineRows::setWidth(int width)
{
    if (width == m_width) return;
    m_width = width;
    relayoutAll();
}

void TimelineRows::setCustomerName(const QString &name)
{
    if (name == m_customerName) return;
    m_customerName = name;
    relayoutAll();
}

void TimelineRows::forgetChoices()
{
    m_editsShown.clear();
    m_unfolded.clear();
    m_pictureSizes.clear();
}

void TimelineRows::relayoutAll()
{
    if (m_facts.empty()) return;
    Q_EMIT aboutToChange();
    for (int row = 0; row < m_geometry.count(); ++row) {
        m_facts[size_t(row)].layout.reset();
        estimate(row);
    }
    Q_EMIT changed();
}

void TimelineRows::insertRows(int first, int last)
{
    std::vector<Fact> fresh;
    fresh.reserve(size_t(last - first + 1));
    for (int row = first; row <= last; ++row) {
        const auto &message = m_model.message(row);
        fresh.push_back({message.id, localDay(message.timestamp), nullptr, true});
    }
    m_facts.insert(m_facts.begin() + first, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    m_geometry.insert(first, last - first + 1);
    group(first, last);
    if (last + 1 < int(m_facts.size())) groupAfter(last + 1);
    for (int row = first; row <= std::min(last + 1, int(m_facts.size()) - 1); ++row) {
        if (row <= last || !m_facts[size_t(row)].layout) estimate(row);
    }
    if (first > 0) touch(first - 1);
    updateAbove(first, last + 1);
    changeEnds();
    Q_EMIT changed();
}

void TimelineRows::groupAfter(int row)
{
    auto &first = m_facts[size_t(row)];
    if (!first.head) {
        first.head = !joins(row);
        return;
    }
    // The rest of an album that a page's end had cut. One that somebody sees stays as it is.
    const int end = row + albumSize(row) - 1;
    if (!joins(row) || m_model.isVisible(row, end)) return;
    group(row, end);
    for (int each = row; each <= end; ++each) {
        m_facts[size_t(each)].layout.reset();
        estimate(each);
    }
    updateAbove(row, end);
    touch(row);
}

void TimelineRows::removeRows(int first, int last)
{
    const int before = first > 0 ? leader(first - 1) : -1;
    m_facts.erase(m_facts.begin() + first, m_facts.begin() + last + 1);
    m_geometry.remove(first, last - first + 1);
    if (first < int(m_facts.size()) && !m_facts[size_t(first)].head) {
        m_facts[size_t(first)].head = first == 0 || !joins(first);
        if (m_facts[size_t(first)].head) estimate(first);
    }
    if (before >= 0) touch(before);
    updateAbove(first, first);
    Q_EMIT changed();
}

void TimelineRows::changeRows(int first, int last)
{
    Q_EMIT aboutToChange();
    for (int row = first; row <= last; ++row) {
        auto &fact = m_facts[size_t(row)];
        fact.id = m_model.message(row).id;
        fact.day = localDay(m_model.message(row).timestamp);
    }
    for (int row = first; row <= std::min(last + 1, int(m_facts.size()) - 1); ++row) {
        auto &fact = m_facts[size_t(row)];
        // A change may take a message out of its album, never put one into it: what is shown does not jump together.
        if (fact.head || joins(row)) continue;
        fact.head = true;
        touch(row - 1);
        if (row > last) estimate(row);
    }
    for (int row = first; row <= last; ++row) touch(row);
    updateAbove(first, last + 1);
    Q_EMIT changed();
}

void TimelineRows::touch(int row)
{
    const int head = leader(row);
    // A row on screen is laid out again at once, so that its height never passes through an estimate.
    if (std::exchange(m_facts[size_t(head)].layout, nullptr)) {
        (void)layout(head);
    } else {
        estimate(head);
    }
}

bool TimelineRows::mayJoin(const Message &message) const
{
    const auto &media = message.media;
    const bool kind = message.type == QLatin1StringView("image") || message.type == QLatin1StringView("video");
    const bool state = media.state == MediaState::Pending || media.state == MediaState::Failed
        || (media.state == MediaState::Available && MediaFiles::mayPreview(message));
    const bool fine = message.status != MessageStatus::Failed && message.status != MessageStatus::Unknown
        && message.outboxState != OutboxState::Cancelled && message.outboxHold == OutboxHold::None;
    return kind && state && fine && !message.revoked && !message.isEdited() && message.payload.value(PayloadKeys::Referral).isUndefined();
}

bool TimelineRows::joins(int row) const
{
    if (row <= 0 || m_facts[size_t(row)].day != m_facts[size_t(row) - 1].day || startsUnread(row)) return false;
    const auto &message = m_model.message(row);
    const auto &previous = m_model.message(row - 1);
    if (!mayJoin(message) || !mayJoin(previous) || message.quote) return false;
    if (message.direction != previous.direction || message.origin != previous.origin || message.author != previous.author) return false;
    if (message.timestamp - previous.timestamp > AlbumSpan) return false;
    // One caption at most, by the first or the last of them; and no grid without end.
    const int head = leader(row - 1);
    if (row - head >= MaxAlbum) return false;
    const bool led = !m_model.message(head).text.isEmpty();
    return (previous.text.isEmpty() || row - 1 == head) && (message.text.isEmpty() || !led);
}

void TimelineRows::group(int first, int last)
{
    for (int row = first; row <= last; ++row) m_facts[size_t(row)].head = !joins(row);
}

int TimelineRows::leader(int row) const
{
    while (row > 0 && !m_facts[size_t(row)].head) --row;
    return row;
}

int TimelineRows::albumSize(int leader) const
{
    int end = leader + 1;
    while (end < int(m_facts.size()) && !m_facts[size_t(end)].head) ++end;
    return end - leader;
}

QRectF TimelineRows::place(int row)
{
    const int head = leader(row);
    const auto &laid = layout(head);
    return laid.memberRect(row - head).translated(0, m_geometry.bubbleTop(head));
}

void TimelineRows::changeEnds()
{
    const int head = m_facts.empty() ? 0 : HeadHeight;
    if (m_geometry.head() == head) return;
    Q_EMIT aboutToChange();
    m_geometry.setHead(head);
    Q_EMIT changed();
}

void TimelineRows::rebuild(MessageId id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0) changeRows(row, row);
}

void TimelineRows::toggleEdits(MessageId id)
{
    if (!m_editsShown.remove(id)) m_editsShown.insert(id);
    rebuild(id);
}

void TimelineRows::unfold(MessageId id)
{
    m_unfolded.insert(id);
    rebuild(id);
}

void TimelineRows::estimate(int row)
{
    if (!m_style.theme) return;
    const auto &message = m_model.message(row);
    auto value = m_geometry.row(row);
    const bool head = m_facts[size_t(row)].head;
    value.bubble = head ? BubbleLayout::estimateHeight(message, m_width, m_style, m_pictures.naturalSize(message.media.path)) : 0;
    value.exact = !head;
    m_geometry.setRow(row, value);
}

void TimelineRows::updateAbove(int first, int last)
{
    for (int row = first; row <= std::min(last, m_geometry.count() - 1); ++row) {
        auto value = m_geometry.row(row);
        value.above = above(row);
        m_geometry.setRow(row, value);
    }
}

bool TimelineRows::startsDay(int row) const
{
    return row == 0 || m_facts[size_t(row) - 1].day != m_facts[size_t(row)].day;
}

bool TimelineRows::startsUnread(int row) const
{
    const auto from = m_model.unreadFrom();
    if (!from) return false;
    return TimelineModel::cursorOf(m_model.message(row)) >= *from
        && (row == 0 || TimelineModel::cursorOf(m_model.message(row - 1)) < *from);
}

int TimelineRows::above(int row) const
{
    if (!m_facts[size_t(row)].head) return 0;
    int height = 0;
    if (startsDay(row)) height += DayHeight;
    if (startsUnread(row)) height += UnreadHeight;
    if (height > 0 || row == 0) return height;
    const auto &message = m_model.message(row);
    const auto &previous = m_model.message(row - 1);
    const bool together = message.direction == previous.direction && message.origin == previous.origin && message.author == previous.author
        && message.timestamp - previous.timestamp < GroupSpan;
    return together ? Theme::Grid : Theme::Grid * 3;
}

BubbleInput TimelineRows::input(int row)
{
    const auto &message = m_model.message(row);
    BubbleInput result;
    result.width = m_width;
    result.editsShown = m_editsShown.contains(message.id);
    result.textExpanded = m_unfolded.contains(message.id);
    result.customerName = m_customerName;
    result.stale = message.status == MessageStatus::Queued && message.outboxState == OutboxState::Queued
        && message.outboxHold == OutboxHold::None && m_clock.now() - message.timestamp > OutboxItem::StaleAfter;
    result.now = m_clock.now();
    const int size = albumSize(row);
    for (int member = 0; size > 1 && member < size; ++member) result.album.push_back(&m_model.message(row + member));
    if (message.media.state != MediaState::None) {
        const auto known = m_pictureSizes.constFind(message.id);
        const auto natural = known != m_pictureSizes.cend() ? *known
            : message.media.path.isEmpty()                  ? QSize()
                                                            : m_pictures.naturalSize(message.media.path);
        m_pictureSizes.insert(message.id, natural);
        result.pictureSize = natural;
    }
    return result;
}

const BubbleLayout &TimelineRows::layout(int row)
{
    row = leader(row);
    auto &fact = m_facts[size_t(row)];
    if (!fact.layout) {
        fact.layout = BubbleLayout::build(m_model.message(row), input(row), m_style);
        auto value = m_geometry.row(row);
        value.bubble = fact.layout->height();
        value.exact = true;
        m_geometry.setRow(row, value);
    }
    return *fact.layout;
}

const BubbleLayout *TimelineRows::layoutIfKnown(int row) const { return m_facts[size_t(leader(row))].layout.get(); }

bool TimelineRows::layOut(int top, int bottom, int most, int *made)
{
    bool moved = false;
    int count = 0;
    if (m_facts.empty()) return false;
    const int first = std::max(0, m_geometry.rowAt(top));
    const int last = m_geometry.rowAt(bottom);
    for (int row = first; row <= last && count < most; ++row) {
        if (m_facts[size_t(row)].layout || !m_facts[size_t(row)].head) continue;
        const int before = m_geometry.row(row).bubble;
        (void)layout(row);
        ++count;
        moved |= before != m_geometry.row(row).bubble;
    }
    if (made) *made = count;
    return moved;
}

void TimelineRows::release(int top, int bottom)
{
    for (int row = 0; row < m_geometry.count(); ++row) {
        if (m_geometry.bottom(row) < top || m_geometry.top(row) > bottom) m_facts[size_t(row)].layout.reset();
    }
}

} // namespace Tandem
