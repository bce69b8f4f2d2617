#pragma once

#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QList>
#include <QPair>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace Tandem {

class DiagnosticsSection;
class KeyboardSection;
class RepliesSection;
class SettingSection;
class WorkspaceSection;

/// Preferences of this person on this computer, the workspace, diagnostics, and the keys. Changes apply at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(UiContext &context, QWidget *parent = nullptr);
    /// The keyboard list: what a command does, and its key as the person sees it. Call again on a language change.
    void setShortcuts(const QList<QPair<QString, QString>> &shortcuts);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makePreferences();
    void connectPreferences();
    void retranslate();
    void showValues();
    void showName();
    void saveName();
    [[nodiscard]] bool isTeam() const;

    UiContext &m_context;
    ThemedLabel *m_title = nullptr;
    SettingSection *m_preferences = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_theme = nullptr;
    QLineEdit *m_agent = nullptr;
    QCheckBox *m_enter = nullptr;
    QSpinBox *m_undo = nullptr;
    QCheckBox *m_spell = nullptr;
    QCheckBox *m_notify = nullptr;
    QCheckBox *m_notifyText = nullptr;
    QCheckBox *m_tray = nullptr;
    int m_languageRow = 0;
    int m_themeRow = 0;
    int m_agentRow = 0;
    int m_enterRow = 0;
    int m_undoRow = 0;
    int m_spellRow = 0;
    int m_notifyRow = 0;
    int m_notifyTextRow = 0;
    int m_trayRow = 0;
    RepliesSection *m_replies = nullptr;
    WorkspaceSection *m_workspace = nullptr;
    DiagnosticsSection *m_diagnostics = nullptr;
    KeyboardSection *m_keyboard = nullptr;
};

} // namespace Tandem
