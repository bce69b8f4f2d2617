#include "ui/composer/emoji_popup.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int Columns = 10;
constexpr int Cell = Theme::Grid * 9;
constexpr int Border = Theme::Grid * 2;

/// What support agents write: faces, hands, hearts, then goods, travel, office and marks.
QStringList common()
{
    return u"😀 😃 😄 😁 😊 🙂 😉 😍 😘 🥰 🤗 🤩 😎 🤔 😅 😂 🤣 😇 😌 😋 😐 😕 🙁 😟 😢 😭 😔 😳 😱 😤 "
           "👍 👎 👌 🙏 👏 🙌 🤝 💪 👋 ✋ 👉 👈 👆 👇 ✌️ 🤞 ✍️ 🙋 🤷 🤦 ❤️ 🧡 💛 💚 💙 💜 🖤 💔 💯 🔥 "
           "🎉 🎁 🎂 🌹 🌸 🌞 🌈 ⭐ ✨ ☕ 🍎 🍕 🍜 🍷 🏠 🏢 🏪 🏥 🏦 🚚 📦 🚗 🚕 ✈️ 🚀 🚲 🗺️ 📍 ⏰ ⏳ "
           "📞 📱 💻 📷 🎧 📧 📄 📎 📝 📅 💳 💰 🧾 🛒 🛍️ 🏷️ 🔑 🔒 🔧 🔍 ✅ ❌ ❓ ❗ 🔔 💡 🎯 🌟 ⚡ 🔄"_s
        .split(u' ', Qt::SkipEmptyParts);
}

} // namespace

EmojiPopup::EmojiPopup(const Theme &theme, QWidget *parent) : QWidget(parent, Qt::Popup), m_theme(theme), m_emoji(common())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMouseTracking(true);
    setAccessibleName(tr("Emoji"));
    auto font = theme.font(Theme::Text::Body);
    font.setPointSizeF(font.pointSizeF() * 1.5);
    setFont(font);
    const int rows = (int(m_emoji.size()) + Columns - 1) / Columns;
    setFixedSize(Columns * Cell + 2 * Border, rows * Cell + 2 * Border);
}

void EmojiPopup::popUp(QPoint bottomLeft)
{
    auto place = bottomLeft - QPoint(0, height());
    const auto area = parentWidget()->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), area.left(), std::max(area.left(), area.right() - width())));
    place.setY(std::max(place.y(), area.top()));
    move(place);
    show();
    setFocus();
}

QRect EmojiPopup::cell(int index) const
{
    return {Border + (index % Columns) * Cell, Border + (index / Columns) * Cell, Cell, Cell};
}

int EmojiPopup::indexAt(QPoint point) const
{
    for (int i = 0; i < m_emoji.size(); ++i) {
        if (cell(i).contains(point)) return i;
    }
    return -1;
}

void EmojiPopup::setCurrent(int index)
{
    if (index < 0 || index >= m_emoji.size() || index == m_current) return;
    m_current = index;
    update();
}

void EmojiPopup::choose(int index)
{
    if (index < 0 || index >= m_emoji.size()) return;
    Q_EMIT chosen(m_emoji.at(index));
    close();
}

void EmojiPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(Theme::Color::Panel));
    painter.setPen(m_theme.color(Theme::Color::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    for (int i = 0; i < m_emoji.size(); ++i) {
        const auto place = cell(i);
        if (i == m_current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Theme::Color::Selection));
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), Theme::Radius - 2, Theme::Radius - 2);
        }
        painter.setPen(m_theme.color(Theme::Color::Text));
        painter.drawText(place, Qt::AlignCenter, m_emoji.at(i));
    }
}

void EmojiPopup::mouseMoveEvent(QMouseEvent *event) { setCurrent(indexAt(event->position().toPoint())); }

void EmojiPopup::mousePressEvent(QMouseEvent *event)
{
    if (!rect().contains(event->position().toPoint())) {
        close();
        return;
    }
    choose(indexAt(event->position().toPoint()));
}

void EmojiPopup::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: setCurrent(m_current - 1); break;
    case Qt::Key_Right: setCurrent(m_current + 1); break;
    case Qt::Key_Up: setCurrent(m_current - Columns); break;
    case Qt::Key_Down: setCurrent(m_current + Columns); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: choose(m_current); break;
    case Qt::Key_Escape: close(); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace Tandem
