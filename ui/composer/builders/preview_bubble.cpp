#include "ui/composer/builders/preview_bubble.h"

#include "ui/timeline/bubbles/paint/bubble_painter.h"

using namespace Qt::StringLiterals;

namespace Tandem {

PreviewBubble::PreviewBubble(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    policy.setVerticalPolicy(QSizePolicy::Minimum);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &PreviewBubble::rebuild);
    rebuild();
}

PreviewBubble::~PreviewBubble() = default;

Message PreviewBubble::sample(const QString &type, const QJsonObject &content, const QString &text, const QString &author, UtcTime now)
{
    Message message;
    message.id = MessageId{1};
    message.direction = Direction::Out;
    message.origin = Origin::Agent;
    message.author = author;
    message.source = MessageSource::Send;
    message.type = type;
    message.text = text;
    message.timestamp = now;
    message.payload = {{type, content}};
    return message;
}

void PreviewBubble::setMessage(const Message &message, const QImage &picture)
{
    m_message = message;
    m_picture = picture;
    rebuild();
}

std::unique_ptr<BubbleLayout> PreviewBubble::layOut(int width) const
{
    BubbleInput input;
    input.width = width;
    input.pictureSize = m_picture.size();
    return BubbleLayout::build(m_message, input, *m_style);
}

void PreviewBubble::rebuild()
{
    m_style = std::make_unique<BubbleStyle>(BubbleStyle::of(m_theme, devicePixelRatioF(), isRightToLeft(), ++m_revision));
    m_layout = m_message.id && width() > 0 ? layOut(width()) : nullptr;
    setAccessibleName(m_message.text);
    updateGeometry();
    update();
}

void PreviewBubble::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && m_message.id) m_layout = layOut(width());
}

QSize PreviewBubble::sizeHint() const { return {Theme::Grid * 60, heightForWidth(std::max(width(), Theme::Grid * 60))}; }

int PreviewBubble::heightForWidth(int width) const
{
    const int margins = Theme::Grid * 6;
    if (!m_message.id) return margins;
    return margins + (m_layout && width == this->width() ? m_layout->height() : layOut(width)->height());
}

void PreviewBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Window));
    painter.drawRoundedRect(rect(), Theme::Radius, Theme::Radius);
    if (!m_layout) return;
    BubbleState state;
    if (!m_picture.isNull() && !m_layout->pictures().empty()) {
        // The painter takes pictures in the pixels of their box.
        const auto box = m_layout->pictures().front().rect.size() * devicePixelRatioF();
        BubbleState::Picture picture;
        picture.pixmap = QPixmap::fromImage(m_picture.scaled(box.toSize(), Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation));
        picture.pixmap.setDevicePixelRatio(devicePixelRatioF());
        state.pictures.push_back(picture);
    }
    BubblePainter(painter, *m_style).paint(*m_layout, QPointF(0, Theme::Grid * 3), state);
}

} // namespace Tandem
