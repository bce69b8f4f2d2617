#include "ui/settings/settings_page.h"

#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/models/team/team_desk.h"
#include "ui/settings/diagnostics_section.h"
#include "ui/settings/keyboard_section.h"
#include "ui/settings/replies/replies_section.h"
#include "ui/settings/setting_section.h"
#include "ui/settings/team_section.h"
#include "ui/settings/workspace_section.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 8 * Theme::Grid;
constexpr int widest = 860;
constexpr int controlWidth = 260;
constexpr int longestName = 60;
constexpr int longestUndo = 10; // seconds

void select(QComboBox *box, const QString &data)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

void check(QCheckBox *box, bool on)
{
    const QSignalBlocker quiet(box);
    box->setChecked(on);
}

} // namespace

SettingsPage::SettingsPage(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"settingsPage"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"settings.scroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *content = new QWidget(scroll);
    auto *centred = new QHBoxLayout(content);
    centred->setContentsMargins(margin, margin, margin, margin);
    auto *column = new QWidget(content);
    column->setMaximumWidth(widest);
    centred->addWidget(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6 * Theme::Grid);
    m_title = new ThemedLabel(context.theme, Theme::Text::Title, Theme::Color::Text, column);
    layout->addWidget(m_title);
    layout->addWidget(makePreferences());
    m_replies = new RepliesSection(context, column);
    m_workspace = new WorkspaceSection(context, column);
    m_diagnostics = new DiagnosticsSection(context, column);
    m_keyboard = new KeyboardSection(context.theme, column);
    layout->addWidget(m_replies);
    layout->addWidget(m_workspace);
    layout->addWidget(new TeamSection(context, column));
    layout->addWidget(m_diagnostics);
    layout->addWidget(m_keyboard);
    layout->addStretch(1);
    scroll->setWidget(content);
    connect(&context.settings, &UserSettings::changed, this, &SettingsPage::showValues);
    retranslate();
}

QWidget *SettingsPage::makePreferences()
{
    m_preferences = new SettingSection(m_context.theme, this);
    m_language = new QComboBox(this);
    m_language->setObjectName(u"settings.language"_s);
    m_theme = new QComboBox(this);
    m_theme->setObjectName(u"settings.theme"_s);
    m_agent = new QLineEdit(this);
    m_agent->setObjectName(u"settings.agent"_s);
    m_agent->setMaxLength(longestName);
    m_enter = new QCheckBox(this);
    m_undo = new QSpinBox(this);
    m_undo->setObjectName(u"settings.undo"_s);
    m_undo->setRange(0, longestUndo);
    m_spell = new QCheckBox(this);
    m_spell->setObjectName(u"settings.spell"_s);
    m_notify = new QCheckBox(this);
    m_notifyText = new QCheckBox(this);
    m_tray = new QCheckBox(this);
    m_tray->setObjectName(u"settings.tray"_s);
    for (QWidget *box : std::initializer_list<QWidget *>{m_language, m_theme, m_agent, m_undo}) {
        box->setFixedWidth(controlWidth);
        // Scrolling the page must not change a choice in passing.
        box->setFocusPolicy(Qt::StrongFocus);
    }
    m_languageRow = m_preferences->addRow(m_language);
    m_themeRow = m_preferences->addRow(m_theme);
    m_agentRow = m_preferences->addRow(m_agent);
    m_enterRow = m_preferences->addRow(m_enter);
    m_undoRow = m_preferences->addRow(m_undo);
    m_spellRow = m_preferences->addRow(m_spell);
    m_notifyRow = m_preferences->addRow(m_notify);
    m_notifyTextRow = m_preferences->addRow(m_notifyText);
    m_trayRow = m_preferences->addRow(m_tray);
    connectPreferences();
    return m_preferences;
}

void SettingsPage::connectPreferences()
{
    using Key = UserSettings::Key;
    auto &settings = m_context.settings;
    connect(m_language, &QComboBox::activated, this, [this, &settings] { settings.setValue(Key::Language, m_language->currentData()); });
    connect(m_theme, &QComboBox::activated, this, [this, &settings] { settings.setValue(Key::Theme, m_theme->currentData()); });
    connect(m_agent, &QLineEdit::editingFinished, this, &SettingsPage::saveName);
    if (m_context.team) connect(&m_context.team->directory(), &TeamDirectory::changed, this, &SettingsPage::showName);
    connect(m_enter, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(Key::SendWithEnter, on); });
    connect(m_notify, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(Key::Notifications, on); });
    connect(m_notifyText, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(Key::NotificationText, on); });
    connect(m_tray, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(Key::CloseToTray, on); });
    connect(m_undo, &QSpinBox::valueChanged, this, [&settings](int seconds) { settings.setValue(Key::UndoSendSeconds, seconds); });
    connect(m_spell, &QCheckBox::toggled, this, [&settings](bool on) { settings.setValue(Key::SpellCheck, on); });
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_preferences->setTitle(tr("You"));
    m_preferences->setRow(m_languageRow, tr("Language"));
    m_preferences->setRow(m_themeRow, tr("Colours"));
    showName();
    m_preferences->setRow(m_enterRow, tr("Send with Enter"), tr("Off: Ctrl+Enter sends, Enter begins a new line."));
    m_preferences->setRow(m_undoRow, tr("Take back what was sent"), tr("How long a message waits here, so that it can still be taken back."));
    m_undo->setSpecialValueText(tr("send at once"));
    m_undo->setSuffix(tr(" seconds", "after a number"));
    m_preferences->setRow(m_spellRow, tr("Check spelling"), tr("With the dictionaries that are installed on this computer."));
    m_preferences->setRow(m_notifyRow, tr("Notify about new messages"), tr("Only those of customers; never what was typed on the phone."));
    m_preferences->setRow(m_notifyTextRow, tr("Show their text in the notification"));
    m_preferences->setRow(m_trayRow, tr("Keep running when the window is closed"), QSystemTrayIcon::isSystemTrayAvailable()
            ? tr("In the tray, so that messages still arrive. Quit ends it.")
            : tr("Needs a tray, which this desktop does not show: closing the window ends Tandem."));
    const QSignalBlocker quietLanguage(m_language);
    const QSignalBlocker quietTheme(m_theme);
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    // Each language is named in itself, so that a person finds the way back.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_theme->clear();
    m_theme->addItem(tr("As the system"), u"system"_s);
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    showValues();
}

bool SettingsPage::isTeam() const { return m_context.team && m_context.team->directory().isTeam(); }

void SettingsPage::showName()
{
    const auto hint = isTeam() ? tr("As colleagues see you. It signs your replies in the timeline; customers do not see it.")
                               : tr("Signs your replies in the timeline here. Customers do not see it.");
    m_preferences->setRow(m_agentRow, tr("Your name"), hint);
    if (m_agent->hasFocus()) return;
    m_agent->setText(isTeam() ? m_context.team->directory().me().displayName : m_context.settings.text(UserSettings::Key::AgentName));
    m_agent->setPlaceholderText(isTeam() ? m_context.team->directory().me().login : QString());
}

void SettingsPage::saveName()
{
    const auto name = m_agent->text().trimmed();
    if (!isTeam()) return m_context.settings.setValue(UserSettings::Key::AgentName, name);
    const auto &me = m_context.team->directory().me();
    if (name == me.displayName) return;
    onFinished(this, m_context.store.agents().setDisplayName(me.id, name), [this](const Result<bool> &done) {
        if (done) m_context.team->directory().load();
        else if (done.error().code != ErrorCode::Cancelled) m_preferences->setRow(m_agentRow, tr("Your name"), done.error().text);
    });
}

void SettingsPage::showValues()
{
    using Key = UserSettings::Key;
    const auto &settings = m_context.settings;
    select(m_language, settings.text(Key::Language));
    select(m_theme, settings.text(Key::Theme));
    showName();
    check(m_enter, settings.flag(Key::SendWithEnter));
    if (!m_undo->hasFocus()) {
        const QSignalBlocker quiet(m_undo);
        m_undo->setValue(settings.value(Key::UndoSendSeconds).toInt());
    }
    check(m_spell, settings.flag(Key::SpellCheck));
    check(m_notify, settings.flag(Key::Notifications));
    check(m_notifyText, settings.flag(Key::NotificationText));
    const bool tray = QSystemTrayIcon::isSystemTrayAvailable();
    check(m_tray, tray && settings.flag(Key::CloseToTray));
    m_tray->setEnabled(tray);
    m_preferences->setRowVisible(m_notifyTextRow, settings.flag(Key::Notifications));
}

void SettingsPage::setShortcuts(const QList<QPair<QString, QString>> &shortcuts)
{
    m_keyboard->setShortcuts(shortcuts);
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace Tandem
