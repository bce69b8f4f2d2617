#pragma once

#include "ui/numbers/steps/link_page.h"

class QCheckBox;
class QLineEdit;

namespace Tandem {

class FeatureTable;

/// Step 1: what to have ready, the app's version, and what will change.
class BeforePage final : public LinkPage
{
    Q_OBJECT
public:
    BeforePage(Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool primaryEnabled() const override;
    void retranslate() override;

private:
    void judgeVersion();
    [[nodiscard]] QWidget *makeVersion();

    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_intro = nullptr;
    QList<ThemedLabel *> m_items;
    ThemedLabel *m_versionTitle = nullptr;
    QLineEdit *m_version = nullptr;
    ThemedIcon *m_verdictIcon = nullptr;
    ThemedLabel *m_verdict = nullptr;
    QCheckBox *m_confirm = nullptr;
    ThemedLabel *m_tableTitle = nullptr;
    FeatureTable *m_table = nullptr;
};

} // namespace Tandem
