#include "ui/team/pickers/pick_popup.h"

#include "ui/theme/widgets.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int popupWidth = 320;
constexpr int margin = 2 * Theme::Grid;

} // namespace

PickPopup::PickPopup(Theme &theme, const QString &title, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_list(new PickList(this)), m_search(new QLineEdit(this)), m_view(new QListView(this)),
      m_column(new QVBoxLayout(this)), m_hint(new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", u"popup"_s);
    setAccessibleName(title);
    setFixedWidth(popupWidth);
    m_search->setObjectName(u"pick.search"_s);
    m_search->setAccessibleName(title);
    m_search->installEventFilter(this);
    m_view->setObjectName(u"pick.list"_s);
    m_view->setModel(m_list);
    m_view->setItemDelegate(new PickPainter(theme, m_view));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->setAccessibleName(title);
    m_hint->setContentsMargins(Theme::Grid, 0, Theme::Grid, 0);
    m_hint->setWordWrap(true);
    m_hint->hide();
    auto *heading = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Muted, this);
    heading->setText(title);
    heading->setContentsMargins(Theme::Grid, 0, 0, 0);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(margin);
    m_column->addWidget(heading);
    m_column->addWidget(m_search);
    m_column->addWidget(m_view);
    m_column->addWidget(m_hint);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setQuery(text);
        typed(text);
        if (!m_view->currentIndex().isValid()) m_view->setCurrentIndex(m_list->index(0));
        fit();
    });
    connect(m_view, &QListView::clicked, this, [this] { takeCurrent(); });
    connect(m_list, &QAbstractItemModel::modelReset, this, [this] { m_view->setCurrentIndex(m_list->index(0)); });
}

void PickPopup::setPlaceholder(const QString &text) { m_search->setPlaceholderText(text); }

void PickPopup::setItems(const QList<PickItem> &items)
{
    m_list->setItems(items);
    if (!m_view->currentIndex().isValid()) m_view->setCurrentIndex(m_list->index(0));
    fit();
}

void PickPopup::setHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    fit();
}

QString PickPopup::query() const { return m_search->text().trimmed(); }

void PickPopup::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void PickPopup::fit()
{
    const int lines = std::clamp(m_list->rowCount(), 1, mostLines());
    m_view->setFixedHeight(lines * PickPainter::LineHeight);
    m_hint->setFixedHeight(m_hint->isHidden() ? 0 : m_hint->heightForWidth(popupWidth - 2 * margin));
    m_column->activate(); // else the old height is still the smallest
    resize(width(), sizeHint().height());
    if (isVisible() && m_above) move(m_corner.x(), m_corner.y() - height());
}

void PickPopup::popUpAt(const QRect &globalRect)
{
    fit();
    const auto area = parentWidget()->screen()->availableGeometry();
    int x = layoutDirection() == Qt::RightToLeft ? globalRect.left() : globalRect.right() - width() + 1;
    x = std::clamp(x, area.left() + Theme::Grid, std::max(area.left() + Theme::Grid, area.right() - width() - Theme::Grid));
    m_above = globalRect.bottom() + height() + Theme::Grid > area.bottom();
    m_corner = {x, m_above ? globalRect.top() - Theme::Grid : globalRect.bottom() + Theme::Grid};
    move(m_above ? m_corner - QPoint(0, height()) : m_corner);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void PickPopup::popUpOver(QWidget *window)
{
    fit();
    const auto top = window->mapToGlobal(QPoint((window->width() - width()) / 2, window->height() / 6));
    m_above = false;
    move(top);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void PickPopup::step(int by)
{
    const int count = m_list->rowCount();
    if (count == 0) return;
    const int row = m_view->currentIndex().isValid() ? m_view->currentIndex().row() + by : 0;
    m_view->setCurrentIndex(m_list->index((row + count) % count));
}

void PickPopup::takeCurrent()
{
    if (const auto *item = m_list->item(m_view->currentIndex().row())) take(PickItem(*item));
}

bool PickPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: return step(1), true;
        case Qt::Key_Up: return step(-1), true;
        case Qt::Key_Return:
        case Qt::Key_Enter: return takeCurrent(), true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void PickPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Color::Panel));
    painter.setPen(m_theme.color(Theme::Color::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Tandem
