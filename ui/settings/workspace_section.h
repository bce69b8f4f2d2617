#pragma once

#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class MetaAppForm;
class SettingSection;

/// The workspace's kind, addresses and secrets' place; changing them; a test of the public address.
class WorkspaceSection final : public QWidget
{
    Q_OBJECT
public:
    WorkspaceSection(UiContext &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QWidget *makeForm();
    void retranslate();
    void showInfo();
    void showForm(bool shown);
    void save();
    void sendTest();

    UiContext &m_context;
    SettingSection *m_section = nullptr;
    int m_kindRow = 0;
    int m_listenRow = 0;
    int m_publicRow = 0;
    int m_graphRow = 0;
    int m_appRow = 0;
    int m_secretRow = 0;
    int m_folderRow = 0;
    QWidget *m_links = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_joinTeam = nullptr;
    ThemedLabel *m_outcome = nullptr;
    QWidget *m_formArea = nullptr;
    MetaAppForm *m_form = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace Tandem
