#pragma once

#include "core/domain/number.h"
#include "ui/theme/widgets.h"

class QCheckBox;
class QComboBox;

namespace Tandem {

class FactList;

/// What customers of a number get to see of the person who answers: blue ticks and "typing". Changed here.
class PolicyColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyColumn(Theme &theme, QWidget *parent = nullptr);
    void setNumber(const Number &number);
    void retranslate();
    void setMayTune(bool may); ///< false: only shown; before setNumber()

Q_SIGNALS:
    void chosen(Tandem::ReadReceipts receipts, bool typing);

private:
    void tell();
    void showNote();

    FactList *m_facts = nullptr;
    QComboBox *m_receipts = nullptr;
    QCheckBox *m_typing = nullptr;
    ThemedLabel *m_note = nullptr;
    int m_receiptsRow = 0;
    int m_typingRow = 0;
    bool m_mayTune = true;
    bool m_typingWanted = true; ///< kept while the receipts forbid it
};

} // namespace Tandem
