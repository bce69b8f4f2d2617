#include "ui/settings/workspace_section.h"

#include "ui/settings/meta_app_form.h"
#include "ui/settings/setting_section.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {

WorkspaceSection::WorkspaceSection(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    build();
    if (!context.workspace) {
        hide();
        return;
    }
    connect(context.workspace, &WorkspaceControl::infoChanged, this, &WorkspaceSection::showInfo);
    retranslate();
}

void WorkspaceSection::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_section = new SettingSection(m_context.theme, this);
    layout->addWidget(m_section);
    m_kindRow = m_section->addText();
    m_listenRow = m_section->addText();
    m_publicRow = m_section->addText();
    m_graphRow = m_section->addText();
    m_appRow = m_section->addText();
    m_secretRow = m_section->addText();
    m_folderRow = m_section->addText();
    m_section->addWide(makeButtons());
    m_outcome = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_outcome->setObjectName(u"settings.workspace.outcome"_s);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_section->addWide(m_outcome);
    m_section->addWide(makeForm());
}

QWidget *WorkspaceSection::makeButtons()
{
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Grid);
    m_test = new QPushButton(area);
    m_test->setObjectName(u"settings.testWebhook"_s);
    m_change = new QPushButton(area);
    m_change->setObjectName(u"settings.changeWorkspace"_s);
    m_joinTeam = new QPushButton(area);
    m_joinTeam->setObjectName(u"settings.joinTeam"_s);
    connect(m_joinTeam, &QPushButton::clicked, this, [this] { m_context.workspace->joinTeam(); });
    m_links = new QWidget(area);
    auto *links = new QHBoxLayout(m_links);
    links->setContentsMargins(0, 0, 0, 0);
    links->setSpacing(2 * Theme::Grid);
    connect(m_test, &QPushButton::clicked, this, &WorkspaceSection::sendTest);
    connect(m_change, &QPushButton::clicked, this, [this] { showForm(true); });
    row->addWidget(m_test);
    row->addWidget(m_change);
    row->addWidget(m_joinTeam);
    row->addWidget(m_links);
    row->addStretch();
    return area;
}

QWidget *WorkspaceSection::makeForm()
{
    m_formArea = new QWidget(this);
    auto *layout = new QVBoxLayout(m_formArea);
    layout->setContentsMargins(0, 2 * Theme::Grid, 0, 0);
    m_form = new MetaAppForm(m_context.theme, true, m_formArea);
    m_save = new QPushButton(m_formArea);
    m_save->setProperty("role", u"primary"_s);
    m_cancel = new QPushButton(m_formArea);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    layout->addWidget(m_form);
    layout->addLayout(row);
    m_formArea->hide();
    connect(m_form, &MetaAppForm::changed, this, [this] { m_save->setEnabled(m_form->isComplete()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { showForm(false); });
    connect(m_save, &QPushButton::clicked, this, &WorkspaceSection::save);
    return m_formArea;
}

void WorkspaceSection::retranslate()
{
    m_section->setTitle(tr("Workspace"));
    m_section->setRow(m_kindRow, tr("Kind"));
    m_section->setRow(m_listenRow, tr("Listens on this computer at"));
    m_section->setRow(m_publicRow, tr("Public address"), tr("Where the platform brings messages."));
    m_section->setRow(m_graphRow, tr("Platform"));
    m_section->setRow(m_appRow, tr("App and configuration"));
    m_section->setRow(m_secretRow, tr("Secrets are kept in"));
    m_section->setRow(m_folderRow, tr("Data folder"));
    m_test->setText(tr("Send a test webhook"));
    m_change->setText(tr("Change…"));
    m_joinTeam->setText(tr("Join a team…"));
    m_joinTeam->setToolTip(tr("A team's workspace opens in a window of its own, beside this one."));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    m_form->retranslate();
    showInfo();
}

void WorkspaceSection::showInfo()
{
    if (!m_context.workspace) return;
    const auto info = m_context.workspace->info();
    m_section->setValue(m_kindRow, info.about.isEmpty() ? info.kind : info.kind + u'\n' + info.about);
    const bool listens = info.gatewayProblem.isEmpty();
    m_section->setValue(m_listenRow, listens ? info.gatewayAddress : info.gatewayProblem, listens ? Theme::Color::Text : Theme::Color::Error);
    m_section->setValue(m_publicRow, info.publicUrl.isEmpty() ? tr("not set") : info.publicUrl);
    m_section->setValue(m_graphRow, info.graphUrl);
    m_section->setValue(m_appRow, info.appId.isEmpty() ? tr("not set") : u"%1 · %2"_s.arg(info.appId, info.configId));
    m_section->setValue(m_secretRow, info.secretsPlace);
    m_section->setValue(m_folderRow, info.dataFolder);
    m_change->setVisible(info.editable);
    m_test->setVisible(!info.team);
    for (const int line : {m_listenRow, m_publicRow, m_graphRow, m_appRow}) m_section->setRowVisible(line, !info.team);
    auto *links = m_links->layout();
    while (auto *item = links->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &link : info.links) {
        auto *button = new QPushButton(link.title, m_links);
        button->setToolTip(link.hint);
        connect(button, &QPushButton::clicked, this, [url = link.url] { QDesktopServices::openUrl(url); });
        links->addWidget(button);
    }
}

void WorkspaceSection::showForm(bool shown)
{
    if (shown) m_form->setInfo(m_context.workspace->info());
    m_formArea->setVisible(shown);
    m_change->setEnabled(!shown);
}

void WorkspaceSection::save()
{
    m_save->setEnabled(false);
    onFinished(this, m_context.workspace->change(m_form->value()), [this](const Result<bool> &done) {
        m_save->setEnabled(true);
        m_outcome->setColor(done ? Theme::Color::Accent : Theme::Color::Error);
        m_outcome->setText(done ? tr("Saved. The gateway goes on with the new values.") : done.error().text);
        m_outcome->show();
        if (done) showForm(false);
        showInfo();
    });
}

void WorkspaceSection::sendTest()
{
    m_test->setEnabled(false);
    m_outcome->setColor(Theme::Color::Muted);
    m_outcome->setText(tr("Sending…"));
    m_outcome->show();
    onFinished(this, m_context.workspace->sendTestWebhook(), [this](const Result<QString> &words) {
        m_test->setEnabled(true);
        m_outcome->setColor(words ? Theme::Color::Accent : Theme::Color::Error);
        m_outcome->setText(words ? *words : words.error().text);
    });
}

void WorkspaceSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_context.workspace) retranslate();
}

} // namespace Tandem
