#pragma once

#include "core/domain/conversation.h"
#include "ui/timeline/bubbles/bubble_layout.h"
#include "ui/timeline/rows/timeline_geometry.h"

#include <QDate>
#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace Tandem {

class Clock;
class PictureLoader;
class TimelineModel;

/// The window's rows as things with a height: layouts for what is on or near the screen, estimates for the rest, and
/// what stands between bubbles. Needs no widget. Layouts are kept per (message, width, style).
class TimelineRows final : public QObject
{
    Q_OBJECT
public:
    static constexpr int DayHeight = Theme::Grid * 10;
    static constexpr int UnreadHeight = Theme::Grid * 9;
    static constexpr int HeadHeight = Theme::Grid * 13;
    static constexpr int TailHeight = Theme::Grid * 4;

    TimelineRows(TimelineModel &model, const Clock &clock, const PictureLoader &pictures, QObject *parent = nullptr);

    void setStyle(const BubbleStyle &style);
    void setWidth(int width);
    void setCustomerName(const QString &name);
    void forgetChoices(); ///< on leaving a conversation: unfolded texts, shown edits

    [[nodiscard]] const BubbleStyle &style() const { return m_style; }
    [[nodiscard]] const TimelineGeometry &geometry() const { return m_geometry; }
    /// Lays the row out when it is not yet; the geometry may change.
    const BubbleLayout &layout(int row);
    [[nodiscard]] const BubbleLayout *layoutIfKnown(int row) const;
    /// Makes rows whose space overlaps [top, bottom] exact, at most `most` new ones; returns whether a height changed.
    bool layOut(int top, int bottom, int most = 10'000, int *made = nullptr);
    /// Lets layouts outside [top, bottom] go; their heights stay.
    void release(int top, int bottom);

    /// Pictures of one sender within a minute stand in one grid: the first of them has the layout, the others no height.
    [[nodiscard]] int leader(int row) const;
    [[nodiscard]] int albumSize(int leader) const; ///< 1: alone
    /// Where the message stands, from the content's top: its bubble, or its cell of an album. Lays it out.
    [[nodiscard]] QRectF place(int row);

    [[nodiscard]] bool startsDay(int row) const;
    [[nodiscard]] bool startsUnread(int row) const;
    [[nodiscard]] QDate day(int row) const { return m_facts[size_t(row)].day; }

    void toggleEdits(MessageId id);
    void unfold(MessageId id);
    [[nodiscard]] bool editsShown(MessageId id) const { return m_editsShown.contains(id); }

Q_SIGNALS:
    void aboutToChange(); ///< heights or places are about to change: note what must stay where it is
    void changed();

private:
    struct Fact
    {
        MessageId id;
        QDate day;
        std::unique_ptr<BubbleLayout> layout;
        bool head = true; ///< false: drawn within the album of a row before it
    };

    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void changeRows(int first, int last);
    void changeEnds();
    void relayoutAll();
    void rebuild(MessageId id);
    void estimate(int row);
    void updateAbove(int first, int last);
    void group(int first, int last); ///< decides which of these rows join the one before them
    void groupAfter(int row); ///< the album that begins here, when rows came in front of it
    [[nodiscard]] bool joins(int row) const;
    [[nodiscard]] bool mayJoin(const Message &message) const;
    void touch(int row); ///< its album must be laid out again
    [[nodiscard]] int above(int row) const;
    [[nodiscard]] BubbleInput input(int row);

    TimelineModel &m_model;
    const Clock &m_clock;
    const PictureLoader &m_pictures;
    BubbleStyle m_style;
    TimelineGeometry m_geometry;
    std::vector<Fact> m_facts;
    QHash<MessageId, QSize> m_pictureSizes; ///< the size a picture's box was made for: it never changes while shown
    QSet<MessageId> m_editsShown;
    QSet<MessageId> m_unfolded;
    QString m_customerName;
    int m_width = 0;
};

} // namespace Tandem
