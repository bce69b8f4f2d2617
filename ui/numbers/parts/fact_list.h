#pragma once

#include "ui/theme/widgets.h"

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace Tandem {

/// A heading and rows of "name … value", the value at the far edge. A value may be a widget.
class FactList final : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(Theme &theme, QWidget *parent = nullptr);

    void setHeading(const QString &text);
    int addRow(); ///< a row of two labels; returns its index
    int addRow(QWidget *value);
    void setName(int row, const QString &text, const QString &toolTip = {});
    void setValue(int row, const QString &text, Theme::Color color = Theme::Color::Text);
    void setValueName(int row, const QString &objectName); ///< for tests and the style sheet
    void setRowVisible(int row, bool visible);

private:
    struct Row
    {
        ThemedLabel *name = nullptr;
        ThemedLabel *value = nullptr;
        QWidget *widget = nullptr;
    };

    Theme &m_theme;
    QGridLayout *m_grid = nullptr;
    ThemedLabel *m_heading = nullptr;
    QList<Row> m_rows;
};

} // namespace Tandem
