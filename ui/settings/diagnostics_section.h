#pragma once

#include "core/domain/delivery.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Tandem {

class SettingSection;

/// Deliveries that could not be understood, with why, and trying them again; versions; a text for support.
class DiagnosticsSection final : public QWidget
{
    Q_OBJECT
public:
    DiagnosticsSection(UiContext &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void reload();
    void showDeliveries(const QList<Delivery> &deliveries);
    void replay();

    UiContext &m_context;
    SettingSection *m_section = nullptr;
    int m_versionRow = 0;
    int m_quarantineRow = 0;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QPushButton *m_replay = nullptr;
    QPushButton *m_copy = nullptr;
    ThemedLabel *m_outcome = nullptr;
    QList<Delivery> m_deliveries;
};

} // namespace Tandem
