#pragma once

#include <QAbstractButton>

namespace Tandem {

class Theme;

/// A round button that floats over the timeline: "↓ 3 new", "Back".
class JumpPill final : public QAbstractButton
{
    Q_OBJECT
public:
    JumpPill(const Theme &theme, const QString &icon, QWidget *parent);

    void setStrong(bool strong); ///< in the accent colour: something new waits there
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    bool m_strong = false;
};

} // namespace Tandem
