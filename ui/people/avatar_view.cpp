#include "ui/people/avatar_view.h"

#include "ui/format/phone_text.h"
#include "ui/theme/paint.h"

namespace Tandem {
namespace {

constexpr int badgeSide = 18;
constexpr int overhang = 4; // the badge stands out over the picture's edge

} // namespace

AvatarView::AvatarView(const Theme &theme, int side, QWidget *parent) : QWidget(parent), m_theme(theme), m_side(side)
{
    setFixedSize(side + overhang, side + overhang);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void AvatarView::set(const QString &name, qint64 seed, bool badge)
{
    m_initials = Format::initials(name);
    m_seed = seed;
    m_badge = badge;
    update();
}

void AvatarView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    Paint::avatar(painter, m_theme, QRectF(rtl ? overhang : 0, 0, m_side, m_side), m_seed, m_initials);
    if (!m_badge) return;
    const qreal x = rtl ? 2 : width() - badgeSide - 2;
    Paint::badge(painter, m_theme, QRectF(x, height() - badgeSide - 2, badgeSide, badgeSide), m_theme.color(Theme::Color::Panel));
}

} // namespace Tandem
