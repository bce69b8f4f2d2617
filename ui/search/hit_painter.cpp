#include "ui/search/hit_painter.h"

#include "ui/format/match.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/models/search_model.h"
#include "ui/theme/paint.h"

#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using C = Theme::Color;
constexpr int headingHeight = 32;
constexpr int hitHeight = 58;
constexpr int avatarSide = 36;
constexpr int avatarLeft = 16;
constexpr int textLeft = avatarLeft + avatarSide + 12;
constexpr int rightMargin = 16;
constexpr int iconSide = 16;

} // namespace

HitPainter::HitPainter(const Theme &theme, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_clock(clock)
{
}

QSize HitPainter::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool heading = index.data(SearchModel::KindRole).toInt() == int(SearchModel::Kind::Heading);
    return {0, heading ? headingHeight : hitHeight};
}

void HitPainter::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    if (index.data(SearchModel::HitRole).isValid()) paintHit(*painter, option, index);
    else paintHeading(*painter, option, index);
    painter->restore();
}

void HitPainter::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto font = m_theme.font(Theme::Text::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.color(C::Muted));
    const auto area = option.rect.adjusted(avatarLeft, 6, -rightMargin, 0);
    painter.drawText(area, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), index.data().toString());
}

void HitPainter::paintHit(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto hit = index.data(SearchModel::HitRole).value<SearchHit>();
    const auto *model = qobject_cast<const SearchModel *>(index.model());
    const auto query = model ? model->shownQuery() : QString();
    const auto rect = option.rect;
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(option.direction, rect, r.translated(rect.topLeft())); };
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const auto ground = m_theme.color(selected ? C::Selection : hovered ? C::Hover : C::Panel);
    if (selected || hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect).adjusted(6, 1, -6, -1), Theme::Radius, Theme::Radius);
    }
    const QRectF avatar = placed({avatarLeft, (hitHeight - avatarSide) / 2, avatarSide, avatarSide});
    Paint::avatar(painter, m_theme, avatar, hit.conversationId.value, Format::initials(hit.title));
    if (hit.coexistence) {
        const qreal x = option.direction == Qt::RightToLeft ? avatar.left() - 3 : avatar.right() - 12;
        Paint::badge(painter, m_theme, {x, avatar.bottom() - 12, 15, 15}, ground);
    }
    const int right = rect.width() - rightMargin;
    int timeWidth = 0;
    if (hit.kind == SearchHit::Kind::Message) {
        painter.setFont(m_theme.font(Theme::Text::Small));
        painter.setPen(m_theme.color(C::Muted));
        const auto time = Format::listTime(hit.timestamp, m_clock.now());
        timeWidth = painter.fontMetrics().horizontalAdvance(time) + 8;
        painter.drawText(placed({right - timeWidth + 8, 9, timeWidth - 7, 20}), Qt::AlignCenter, time);
    }
    painter.setFont(m_theme.font(Theme::Text::BodyStrong));
    markedText(painter, placed({textLeft, 8, right - textLeft - timeWidth, 22}), hit.title, query, m_theme.color(C::Text), option.direction);
    int left = textLeft;
    if (hit.kind == SearchHit::Kind::Message && hit.direction == Direction::Out) {
        const bool phone = hit.origin == Origin::Phone;
        const auto icon = placed({left, 28 + (20 - iconSide) / 2, iconSide, iconSide});
        Paint::icon(painter, m_theme, icon, phone ? u"phone"_s : u"reply"_s, m_theme.color(phone ? C::PhoneAccent : C::Muted));
        left += iconSide + 4;
    }
    painter.setFont(m_theme.font(Theme::Text::Body));
    markedText(painter, placed({left, 28, right - left, 20}), Format::identity(hit.text.simplified()), query, m_theme.color(C::Muted), option.direction);
}

void HitPainter::markedText(QPainter &painter, const QRect &rect, const QString &text, const QString &query, const QColor &color,
    Qt::LayoutDirection direction) const
{
    const auto metrics = painter.fontMetrics();
    auto shown = text;
    auto found = Format::matches(shown, query);
    if (!found.isEmpty() && metrics.horizontalAdvance(shown.left(found.first().start + found.first().length)) > rect.width() * 3 / 4) {
        const auto cut = std::max<qsizetype>(0, found.first().start - 12);
        shown = u'…' + shown.mid(cut);
    }
    shown = metrics.elidedText(shown, Qt::ElideRight, rect.width());
    found = Format::matches(shown, query);
    QTextLayout layout(shown, painter.font());
    QTextOption textOption(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignAbsolute);
    textOption.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    textOption.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(textOption);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &range : std::as_const(found)) {
        QTextLayout::FormatRange format;
        format.start = int(range.start);
        format.length = int(range.length);
        format.format.setBackground(m_theme.color(C::AccentWash));
        format.format.setForeground(m_theme.color(C::Accent));
        formats.append(format);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter.setPen(color);
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace Tandem
