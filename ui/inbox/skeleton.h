#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

/// Grey shapes where rows will be; shown only when loading takes long enough to notice.
class Skeleton final : public QWidget
{
    Q_OBJECT
public:
    explicit Skeleton(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace Tandem
