#include "ui/shell/parts/toast.h"

#include "ui/theme/paint.h"
#include "ui/theme/widgets.h"

#include <QEnterEvent>
#include <QEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int showMs = 7000;
constexpr int shadow = 6;
constexpr int bottomGap = Theme::StatusHeight + 6;
constexpr int sideGap = 6;

} // namespace

Toast::Toast(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_words(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Panel, this)),
      m_undo(new QPushButton(this))
{
    setObjectName(u"toast"_s);
    m_undo->setObjectName(u"toast.undo"_s);
    m_undo->setProperty("role", u"toast"_s);
    m_undo->setCursor(Qt::PointingHandCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Grid + shadow, 2 * Theme::Grid + shadow, 3 * Theme::Grid + shadow, 2 * Theme::Grid + shadow);
    layout->setSpacing(3 * Theme::Grid);
    layout->addWidget(m_words);
    layout->addWidget(m_undo);
    m_timer.setSingleShot(true);
    m_timer.setInterval(showMs);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_undo, &QPushButton::clicked, this, [this] { (void)undo(); });
    parent->installEventFilter(this);
    hide();
}

void Toast::show(const QString &words, std::function<void()> undo)
{
    m_action = std::move(undo);
    m_words->setText(words.size() > 60 ? words.left(59) + u'…' : words);
    m_undo->setText(tr("Undo"));
    m_undo->setVisible(bool(m_action));
    setAccessibleName(words);
    adjustSize();
    place();
    raise();
    QWidget::show();
    m_timer.start();
}

bool Toast::undo()
{
    if (!m_action) return false;
    const auto action = std::exchange(m_action, {});
    dismiss();
    action();
    return true;
}

void Toast::dismiss()
{
    m_action = {};
    m_timer.stop();
    hide();
}

void Toast::place()
{
    // Over the foot of the list: the composer stays free.
    const auto size = sizeHint();
    const QRect place(Theme::RailWidth + sideGap, parentWidget()->height() - size.height() - bottomGap, size.width(), size.height());
    setGeometry(QStyle::visualRect(layoutDirection(), parentWidget()->rect(), place));
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (isVisible()) m_timer.start();
    QWidget::leaveEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto body = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    Paint::shadow(painter, body, Theme::Radius, shadow, 0);
    painter.setBrush(m_theme.color(Theme::Color::Text));
    painter.drawRoundedRect(body, Theme::Radius, Theme::Radius);
}

} // namespace Tandem
