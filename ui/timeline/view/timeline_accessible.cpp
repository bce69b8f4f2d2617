#include "ui/timeline/view/timeline_accessible.h"

#include "ui/models/timeline_model.h"
#include "ui/timeline/view/timeline_view.h"

#include <mutex>

namespace Tandem {
namespace {

class MessageAccessible final : public QAccessibleInterface
{
public:
    MessageAccessible(TimelineView *view, MessageId id) : m_view(view), m_id(id) {}

    [[nodiscard]] int row() const { return m_view ? m_view->model().rowOf(m_id) : -1; }
    [[nodiscard]] MessageId id() const { return m_id; }

    [[nodiscard]] bool isValid() const override { return row() >= 0; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->spokenRow(row()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        const auto local = isValid() ? m_view->bubbleRect(row()) : QRect();
        return local.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(local.topLeft()), local.size());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.offscreen = !isValid() || !m_view->viewport()->rect().intersects(m_view->bubbleRect(row()));
        return state;
    }

private:
    QPointer<TimelineView> m_view;
    MessageId m_id;
};

} // namespace

TimelineAccessible::TimelineAccessible(TimelineView *view) : QAccessibleWidget(view, QAccessible::List) {}

TimelineAccessible::~TimelineAccessible()
{
    for (const auto id : std::as_const(m_items)) QAccessible::deleteAccessibleInterface(id);
}

void TimelineAccessible::install()
{
    static std::once_flag once;
    std::call_once(once, [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *timeline = qobject_cast<TimelineView *>(object);
            return timeline ? new TimelineAccessible(timeline) : nullptr;
        });
    });
}

TimelineView *TimelineAccessible::view() const { return static_cast<TimelineView *>(widget()); }

int TimelineAccessible::childCount() const { return view()->model().rowCount() + QAccessibleWidget::childCount(); }

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    const int rows = view()->model().rowCount();
    if (index < 0) return nullptr;
    if (index >= rows) return QAccessibleWidget::child(index - rows);
    const auto id = view()->model().message(index).id;
    if (const auto known = m_items.constFind(id); known != m_items.cend()) return QAccessible::accessibleInterface(*known);
    auto *item = new MessageAccessible(view(), id);
    m_items.insert(id, QAccessible::registerAccessibleInterface(item));
    return item;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *item = dynamic_cast<const MessageAccessible *>(child)) return item->row();
    const int index = QAccessibleWidget::indexOfChild(child);
    return index < 0 ? -1 : index + view()->model().rowCount();
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const auto point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    const int row = view()->viewport()->rect().contains(point) ? view()->rowAt(point) : -1;
    return row >= 0 && view()->bubbleRect(row).contains(point) ? child(row) : QAccessibleWidget::childAt(x, y);
}

} // namespace Tandem
