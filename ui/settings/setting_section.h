#pragma once

#include "ui/theme/widgets.h"

class QGridLayout;

namespace Tandem {

/// One group of the settings page: a heading, and rows of name, hint and control in columns shared by all groups.
class SettingSection final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingSection(Theme &theme, QWidget *parent = nullptr);
    void setTitle(const QString &text);
    int addRow(QWidget *control);
    int addText(); ///< a row whose value is words; see setValue
    void addWide(QWidget *widget); ///< over the whole width
    void setRow(int row, const QString &name, const QString &hint = {});
    void setValue(int row, const QString &text, Theme::Color color = Theme::Color::Text);
    void setRowVisible(int row, bool visible);

private:
    struct Row
    {
        ThemedLabel *name = nullptr;
        ThemedLabel *hint = nullptr;
        QWidget *control = nullptr;
        ThemedLabel *value = nullptr;
    };

    Theme &m_theme;
    ThemedLabel *m_title = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<Row> m_rows;
    int m_line = 0;
};

} // namespace Tandem
