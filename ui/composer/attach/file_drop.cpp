#include "ui/composer/attach/file_drop.h"

#include "ui/composer/attach/mime_files.h"
#include "ui/theme/paint.h"

#include <QDragEnterEvent>

using namespace Qt::StringLiterals;

namespace Tandem {

FileDrop::FileDrop(const Theme &theme, QWidget *pane) : QWidget(pane), m_theme(theme)
{
    setAcceptDrops(true);
    pane->setAcceptDrops(true);
    pane->installEventFilter(this);
    hide();
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) resize(parentWidget()->size());
    if (event->type() == QEvent::DragEnter && m_accepting) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (MimeFiles::has(*drag->mimeData())) {
            resize(parentWidget()->size());
            raise();
            show();
            drag->acceptProposedAction();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FileDrop::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_accepting && MimeFiles::has(*event->mimeData())) event->acceptProposedAction();
}

void FileDrop::dragLeaveEvent(QDragLeaveEvent *) { hide(); }

void FileDrop::dropEvent(QDropEvent *event)
{
    hide();
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData());
}

void FileDrop::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = m_theme.color(Theme::Color::Window);
    ground.setAlphaF(0.9F);
    painter.fillRect(rect(), ground);
    auto pen = QPen(m_theme.color(Theme::Color::Accent), 2, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect().adjusted(16, 16, -16, -16), Theme::Radius * 2, Theme::Radius * 2);
    const QRectF icon(rect().center().x() - 20, rect().center().y() - 44, 40, 40);
    Paint::icon(painter, m_theme, icon, u"attach"_s, m_theme.color(Theme::Color::Accent));
    painter.setFont(m_theme.font(Theme::Text::Heading));
    painter.setPen(m_theme.color(Theme::Color::Text));
    painter.drawText(rect().adjusted(0, 16, 0, 16), Qt::AlignCenter, tr("Drop to attach"));
}

} // namespace Tandem
