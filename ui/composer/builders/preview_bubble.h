#pragma once

#include "core/domain/message.h"

#include <QImage>
#include <QWidget>

#include <memory>

namespace Tandem {

class BubbleLayout;
class Theme;
struct BubbleStyle;

/// A message that is not sent yet, drawn by the timeline's own bubble on the timeline's own ground.
class PreviewBubble final : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewBubble(const Theme &theme, QWidget *parent = nullptr);
    ~PreviewBubble() override;

    /// `picture` of a header or an attachment; null: none.
    void setMessage(const Message &message, const QImage &picture = {});
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] const Message &message() const { return m_message; }

    /// An own message of this kind as the store would keep it.
    [[nodiscard]] static Message sample(const QString &type, const QJsonObject &content, const QString &text, const QString &author, UtcTime now);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] std::unique_ptr<BubbleLayout> layOut(int width) const;
    void rebuild();

    const Theme &m_theme;
    Message m_message;
    QImage m_picture;
    std::unique_ptr<BubbleStyle> m_style;
    std::unique_ptr<BubbleLayout> m_layout;
    quint64 m_revision = 0;
};

} // namespace Tandem
