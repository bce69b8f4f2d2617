#pragma once

#include "ui/composer/builders/interactive_draft.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Tandem {

class IconButton;
class LimitedEdit;
class Theme;

/// The choices of a list message, in sections; lines are added and taken away as one writes.
class ChoiceList final : public QWidget
{
    Q_OBJECT
public:
    ChoiceList(Theme &theme, QWidget *parent);

    [[nodiscard]] QList<InteractiveDraft::Section> sections() const;
    void setSections(const QList<InteractiveDraft::Section> &sections); ///< none: one empty choice

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct RowEdit
    {
        QWidget *line;
        LimitedEdit *title;
        LimitedEdit *description;
        IconButton *remove;
    };
    struct SectionEdit
    {
        LimitedEdit *title;
        QList<RowEdit> rows;
        QVBoxLayout *column;
        QPushButton *add;
        QWidget *box;
    };

    void addSection();
    void addRow(qsizetype section);
    void removeRow(QWidget *line);
    void refresh();
    [[nodiscard]] int rowCount() const;

    Theme &m_theme;
    QVBoxLayout *m_column;
    QList<SectionEdit> m_sections;
    QPushButton *m_addSection;
};

} // namespace Tandem
