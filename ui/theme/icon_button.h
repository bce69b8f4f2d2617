#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Tandem {

/// A flat square button with one line icon, drawn from the theme so that it follows colours and scale by itself.
/// Give it a tool tip: it is also its accessible name.
class IconButton : public QAbstractButton
{
    Q_OBJECT
public:
    IconButton(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setTone(Theme::Color tone); ///< colour of the icon while unchecked
    void setIconSize(int logicalPixels);
    void setHelp(const QString &text); ///< tool tip and accessible name
    void setKeepFocusAway(bool away); ///< clicks do not take the keyboard focus from the composer

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    Theme::Color m_tone = Theme::Color::Muted;
    int m_iconSize = 20;
};

} // namespace Tandem
