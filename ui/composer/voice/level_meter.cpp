#include "ui/composer/voice/level_meter.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace Tandem {
namespace {
constexpr int Bar = 3;
constexpr int Step = 5;
}

LevelMeter::LevelMeter(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize LevelMeter::sizeHint() const { return {Theme::Grid * 40, Theme::Grid * 8}; }

void LevelMeter::clear()
{
    m_levels.clear();
    m_played = -1;
    update();
}

void LevelMeter::add(qreal level)
{
    m_levels.append(std::clamp(level, 0.0, 1.0));
    update();
}

void LevelMeter::setLive(bool live)
{
    m_live = live;
    update();
}

void LevelMeter::setPlayed(qreal fraction)
{
    m_played = fraction;
    update();
}

void LevelMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int bars = width() / Step;
    const auto color = m_theme.color(Theme::Color::Accent);
    const auto quiet = m_theme.color(Theme::Color::Line);
    for (int i = 0; i < bars; ++i) {
        qreal level = 0;
        bool heard = true;
        if (m_live) {
            // The newest stands at the end.
            const auto at = m_levels.size() - bars + i;
            level = at >= 0 ? m_levels.at(at) : -1;
        } else if (!m_levels.isEmpty()) {
            // All of it, as wide as the meter.
            const auto from = m_levels.size() * i / bars;
            const auto to = std::max(from + 1, m_levels.size() * (i + 1) / bars);
            for (auto at = from; at < to && at < m_levels.size(); ++at) level = std::max(level, m_levels.at(at));
            heard = m_played < 0 || qreal(i) / bars < m_played;
        }
        const qreal high = std::max<qreal>(Bar, level * height());
        const int x = isRightToLeft() ? width() - (i + 1) * Step : i * Step;
        painter.setBrush(level < 0 || !heard ? quiet : color);
        painter.drawRoundedRect(QRectF(x, (height() - high) / 2, Bar, high), Bar / 2.0, Bar / 2.0);
    }
}

} // namespace Tandem
