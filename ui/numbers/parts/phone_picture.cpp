#include "ui/numbers/parts/phone_picture.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize pictureSize(168, 280);

} // namespace

PhonePicture::PhonePicture(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(pictureSize);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PhonePicture::set(const QString &name, const QString &label, Theme::Color labelColor)
{
    m_name = name;
    m_label = label;
    m_color = labelColor;
    update();
}

void PhonePicture::paintEvent(QPaintEvent *)
{
    QFile file(u":/unlink/%1.svg"_s.arg(m_name));
    if (!file.open(QIODevice::ReadOnly)) return;
    auto svg = file.readAll();
    static constexpr std::array<std::pair<const char *, Theme::Color>, 7> names{{{"@errorwash", Theme::Color::ErrorWash},
        {"@error", Theme::Color::Error}, {"@wash", Theme::Color::AccentWash}, {"@accent", Theme::Color::Accent},
        {"@panel", Theme::Color::Panel}, {"@muted", Theme::Color::Muted}, {"@line", Theme::Color::Line}}};
    for (const auto &[name, color] : names) svg.replace(name, m_theme.color(color).name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area(rect());
    renderer.render(&painter, area);

    const auto box = renderer.boundsOnElement(u"label"_s);
    const qreal scale = area.width() / renderer.viewBoxF().width();
    const QRectF place(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
    auto font = m_theme.font(Theme::Text::BodyStrong);
    // The words must fit their place in every language; the step's text repeats them in full size.
    while (font.pointSizeF() > 6 && QFontMetricsF(font).horizontalAdvance(m_label) > place.width()) font.setPointSizeF(font.pointSizeF() - 0.5);
    painter.setFont(font);
    painter.setPen(m_theme.color(m_color));
    painter.drawText(place, Qt::AlignCenter, m_label);
}

} // namespace Tandem
