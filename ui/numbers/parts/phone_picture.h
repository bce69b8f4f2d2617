#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

/// One of our drawings of a phone's screen (resources/unlink), in the theme's colours, with the words of the place to
/// tap written into it in the person's language.
class PhonePicture final : public QWidget
{
    Q_OBJECT
public:
    explicit PhonePicture(Theme &theme, QWidget *parent = nullptr);
    void set(const QString &name, const QString &label, Theme::Color labelColor);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_name;
    QString m_label;
    Theme::Color m_color = Theme::Color::Accent;
};

} // namespace Tandem
