#pragma once

#include "ui/theme/widgets.h"

class QGridLayout;

namespace Tandem {

/// What changes when a number is linked: feature, in the phone's app, in Tandem.
class FeatureTable final : public QWidget
{
    Q_OBJECT
public:
    explicit FeatureTable(Theme &theme, QWidget *parent = nullptr);
    void setLimit(int perSecond);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addCell(int row, int column, int state, const QString &text);

    Theme &m_theme;
    QGridLayout *m_grid = nullptr;
    QList<QWidget *> m_cells;
    QList<QWidget *> m_rowStarts; ///< the first cell of each row, for the hairlines
    int m_limit = 5;
};

} // namespace Tandem
