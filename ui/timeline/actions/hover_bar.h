#pragma once

#include "core/domain/message.h"

#include <QWidget>

namespace Tandem {

class IconButton;
class Theme;

/// The small buttons beside the bubble that the pointer is on: react, reply, forward, more.
class HoverBar final : public QWidget
{
    Q_OBJECT
public:
    HoverBar(const Theme &theme, QWidget *viewport);

    /// Stands beside the bubble, at the height of the pointed part, never over the bubble where there is room.
    void showFor(const Message &message, const QRect &bubble, const QRect &part);
    [[nodiscard]] MessageId message() const { return m_message; }

Q_SIGNALS:
    void replyWanted();
    void forwardWanted();
    void reactWanted(QPoint global);
    void menuWanted(QPoint global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    IconButton *m_react;
    IconButton *m_reply;
    IconButton *m_forward;
    IconButton *m_more;
    MessageId m_message;
};

} // namespace Tandem
