#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

/// The round picture of a person, with the coexistence badge of the number they wrote to.
class AvatarView final : public QWidget
{
    Q_OBJECT
public:
    AvatarView(const Theme &theme, int side, QWidget *parent = nullptr);
    void set(const QString &name, qint64 seed, bool badge);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_initials;
    qint64 m_seed = 0;
    int m_side;
    bool m_badge = false;
};

} // namespace Tandem
