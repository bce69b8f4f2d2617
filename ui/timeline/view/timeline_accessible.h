#pragma once

#include "core/base/id.h"

#include <QAccessibleWidget>
#include <QHash>

namespace Tandem {

class TimelineView;

/// The timeline for screen readers: a list whose items are the loaded messages, each with a sentence as its name.
class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView *view);
    ~TimelineAccessible() override;

    /// Makes Qt use this class for TimelineView; once per process is enough, more does no harm.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;

private:
    [[nodiscard]] TimelineView *view() const;

    mutable QHash<MessageId, QAccessible::Id> m_items;
};

} // namespace Tandem
