#pragma once

#include "core/domain/team/team.h"
#include "ui/shell/sheets/sheet.h"
#include "ui/ui_context.h"

class QVBoxLayout;

namespace Tandem {

class ConfirmSheet;

/// The workspace's labels: names, colours, merging, deleting. A change shows everywhere at once.
class LabelsSheet final : public Sheet
{
    Q_OBJECT
public:
    LabelsSheet(UiContext &context, QWidget *window);

Q_SIGNALS:
    void said(const QString &words);
    void mergeRequested(const Tandem::Label &into, const Tandem::Label &other); ///< to be confirmed first
    void removeRequested(const Tandem::Label &label, int uses);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;

private:
    void fill();
    void addRow(const Label &label, int uses);
    void showMenu(const Label &label, int uses, QWidget *at);

    UiContext &m_context;
    QWidget *m_inside;
    QVBoxLayout *m_rows;
    QList<Label> m_shown;
    QHash<LabelId, int> m_uses;
};

} // namespace Tandem
