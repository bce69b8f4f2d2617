#pragma once

#include "core/domain/team/condition.h"
#include "ui/shell/sheets/sheet.h"
#include "ui/ui_context.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace Tandem {

class ConditionEditor;
class NumberList;

/// Makes or changes a saved view: its name, its rule, whether all see it.
class ViewSheet final : public Sheet
{
    Q_OBJECT
public:
    ViewSheet(UiContext &context, NumberList &numbers, QWidget *window);
    void edit(const SavedView &view); ///< id 0: a new one

Q_SIGNALS:
    void saved(Tandem::SavedViewId id);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;

private:
    void refresh();
    void save();

    UiContext &m_context;
    NumberList &m_numbers;
    SavedView m_view;
    QLineEdit *m_name;
    ConditionEditor *m_conditions;
    ThemedLabel *m_words;
    QCheckBox *m_shared;
    QPushButton *m_save;
};

} // namespace Tandem
