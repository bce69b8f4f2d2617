#include "ui/composer/canned/canned_popup.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int RowHeight = Theme::Grid * 12;
constexpr int PopupWidth = Theme::Grid * 120;
enum Role { Shortcut = Qt::UserRole + 1, Title, Body, Files };

/// Shortcut and title on one line, the beginning of the text below.
class CannedDelegate final : public QStyledItemDelegate
{
public:
    CannedDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, RowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(Theme::Color::Selection));
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), Theme::Radius - 2, Theme::Radius - 2);
        }
        auto line = option.rect.adjusted(Theme::Grid * 3, Theme::Grid, -Theme::Grid * 3, 0);
        line.setHeight(Theme::Grid * 5);
        const bool rtl = option.direction == Qt::RightToLeft;
        const auto shortcut = u'/' + index.data(Shortcut).toString();
        painter->setFont(m_theme.font(Theme::Text::BodyStrong));
        painter->setPen(m_theme.color(Theme::Color::Accent));
        painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter, shortcut);
        const int used = painter->fontMetrics().horizontalAdvance(shortcut) + Theme::Grid * 2;
        auto title = rtl ? line.adjusted(0, 0, -used, 0) : line.adjusted(used, 0, 0, 0);
        if (const int files = index.data(Files).toInt(); files > 0) {
            const int left = rtl ? line.left() : line.right() - 16;
            Paint::icon(*painter, m_theme, QRectF(left, line.center().y() - 8, 16, 16), u"attach"_s, m_theme.color(Theme::Color::Muted));
            title.adjust(rtl ? Theme::Grid * 5 : 0, 0, rtl ? 0 : -Theme::Grid * 5, 0);
        }
        painter->setFont(m_theme.font(Theme::Text::Body));
        painter->setPen(m_theme.color(Theme::Color::Text));
        painter->drawText(title, Qt::AlignLeading | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(Title).toString(), Qt::ElideRight, title.width()));
        painter->setFont(m_theme.font(Theme::Text::Small));
        painter->setPen(m_theme.color(Theme::Color::Muted));
        const auto below = line.translated(0, Theme::Grid * 5);
        painter->drawText(below, Qt::AlignLeading | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data(Body).toString(), Qt::ElideRight, below.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

CannedPopup::CannedPopup(const Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_list(new QListView(this)), m_model(new QStandardItemModel(this)), m_empty(new QLabel(this)), m_hint(new QLabel(this))
{
    setObjectName(u"composer.canned"_s);
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CannedDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    for (auto *label : {m_empty, m_hint}) label->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Grid, Theme::Grid, Theme::Grid, Theme::Grid);
    column->setSpacing(Theme::Grid);
    column->addWidget(m_list);
    column->addWidget(m_empty);
    column->addWidget(m_hint);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(m_replies.at(index.row())); });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(&theme, &Theme::changed, this, &CannedPopup::restyle);
    restyle();
    hide();
}

void CannedPopup::restyle()
{
    for (auto *label : {m_empty, m_hint}) {
        label->setFont(m_theme.font(Theme::Text::Small));
        auto palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.color(Theme::Color::Muted));
        label->setPalette(palette);
        label->setContentsMargins(Theme::Grid * 2, 0, Theme::Grid * 2, Theme::Grid);
    }
    update();
}

void CannedPopup::setReplies(const QList<CannedReply> &replies, bool anyExist)
{
    const auto before = current();
    m_replies = replies;
    m_model->clear();
    int row = 0;
    for (const auto &reply : replies) {
        auto *item = new QStandardItem;
        item->setData(reply.shortcut, Shortcut);
        item->setData(reply.title, Title);
        item->setData(reply.body.simplified(), Body);
        item->setData(reply.attachments.size(), Files);
        item->setData(u"/%1, %2"_s.arg(reply.shortcut, reply.title), Qt::AccessibleTextRole);
        if (before && before->id == reply.id) row = m_model->rowCount();
        m_model->appendRow(item);
    }
    m_list->setVisible(!replies.isEmpty());
    m_empty->setVisible(replies.isEmpty());
    m_empty->setText(anyExist ? tr("No canned reply fits.") : tr("There are no canned replies yet. Write some in Settings."));
    m_hint->setText(tr("↑ ↓ to choose, Enter to insert, Esc to close"));
    m_hint->setVisible(!replies.isEmpty());
    if (!replies.isEmpty()) m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->setFixedHeight(std::min(int(replies.size()), MostRows) * RowHeight);
}

void CannedPopup::showAbove(QPoint bottomLeft)
{
    const int room = parentWidget()->width() - Theme::Grid * 4;
    setFixedWidth(std::min(PopupWidth, room));
    adjustSize();
    const int x = std::clamp(bottomLeft.x(), Theme::Grid * 2, std::max(Theme::Grid * 2, parentWidget()->width() - width() - Theme::Grid * 2));
    QFrame::move(x, std::max(0, bottomLeft.y() - height() - Theme::Grid));
    raise();
    show();
}

void CannedPopup::move(int by)
{
    const int count = m_model->rowCount();
    if (count == 0) return;
    m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + by + count) % count, 0));
}

std::optional<CannedReply> CannedPopup::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_replies.size() ? std::optional(m_replies.at(row)) : std::nullopt;
}

void CannedPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Theme::Color::Line));
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

} // namespace Tandem
