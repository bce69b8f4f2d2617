#include "ui/settings/team_section.h"

#include "core/settings/user_settings.h"
#include "ui/settings/setting_section.h"
#include "ui/settings/workspace_control.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int fieldWidth = 260;
constexpr int shortestPassword = 8; // as the server wants it

} // namespace

TeamSection::TeamSection(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"settings.team"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_section = new SettingSection(context.theme, this);
    layout->addWidget(m_section);
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Grid);
    m_change = new QPushButton(buttons);
    m_change->setObjectName(u"settings.team.password"_s);
    m_leave = new QPushButton(buttons);
    m_leave->setObjectName(u"settings.team.leave"_s);
    row->addWidget(m_change);
    row->addWidget(m_leave);
    row->addStretch();
    m_section->addWide(buttons);
    m_section->addWide(makePassword());
    m_section->addWide(makeLeave());
    m_outcome = new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_outcome->setObjectName(u"settings.team.outcome"_s);
    m_outcome->setWordWrap(true);
    m_section->addWide(m_outcome);
    m_outcome->hide();
    connect(m_change, &QPushButton::clicked, this, [this] { open(Open::Password); });
    connect(m_leave, &QPushButton::clicked, this, [this] { open(Open::Leave); });
    setVisible(context.workspace && context.workspace->info().team);
    open(Open::Nothing);
    retranslate();
}

QWidget *TeamSection::makePassword()
{
    m_passwordArea = new QWidget(this);
    auto *column = new QVBoxLayout(m_passwordArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::Grid);
    const auto field = [&](const QString &name) {
        auto *made = new QLineEdit(m_passwordArea);
        made->setObjectName(u"settings.team."_s + name);
        made->setEchoMode(QLineEdit::Password);
        made->setFixedWidth(fieldWidth);
        connect(made, &QLineEdit::textChanged, this, &TeamSection::judge);
        column->addWidget(made);
        return made;
    };
    m_present = field(u"present"_s);
    m_next = field(u"next"_s);
    m_again = field(u"again"_s);
    auto *row = new QHBoxLayout;
    m_save = new QPushButton(m_passwordArea);
    m_save->setObjectName(u"settings.team.save"_s);
    m_save->setProperty("role", u"primary"_s);
    m_cancel = new QPushButton(m_passwordArea);
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    row->addStretch();
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &TeamSection::savePassword);
    connect(m_again, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_cancel, &QPushButton::clicked, this, [this] { open(Open::Nothing); });
    return m_passwordArea;
}

QWidget *TeamSection::makeLeave()
{
    m_leaveArea = new QWidget(this);
    auto *column = new QVBoxLayout(m_leaveArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::Grid);
    m_leaveWords = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Text, m_leaveArea);
    m_leaveWords->setObjectName(u"settings.team.leaveWords"_s);
    m_leaveWords->setWordWrap(true);
    column->addWidget(m_leaveWords);
    auto *row = new QHBoxLayout;
    m_leaveNow = new QPushButton(m_leaveArea);
    m_leaveNow->setObjectName(u"settings.team.leaveNow"_s);
    m_leaveNow->setProperty("role", u"danger"_s);
    m_stay = new QPushButton(m_leaveArea);
    row->addWidget(m_leaveNow);
    row->addWidget(m_stay);
    row->addStretch();
    column->addLayout(row);
    connect(m_leaveNow, &QPushButton::clicked, this, &TeamSection::leave);
    connect(m_stay, &QPushButton::clicked, this, [this] { open(Open::Nothing); });
    return m_leaveArea;
}

void TeamSection::open(Open what)
{
    m_passwordArea->setVisible(what == Open::Password);
    m_leaveArea->setVisible(what == Open::Leave);
    m_change->setEnabled(what == Open::Nothing);
    m_leave->setEnabled(what == Open::Nothing);
    for (auto *field : {m_present, m_next, m_again}) field->clear();
    m_outcome->hide();
    if (what == Open::Password) m_present->setFocus();
    if (what == Open::Leave) {
        retranslate();
        m_stay->setFocus(); // Enter must not leave by chance
    }
    judge();
}

void TeamSection::judge()
{
    const bool whole = !m_present->text().isEmpty() && m_next->text().size() >= shortestPassword && m_next->text() == m_again->text();
    m_save->setEnabled(whole && !m_busy);
    const bool differs = !m_again->text().isEmpty() && !m_next->text().startsWith(m_again->text());
    if (differs) say(tr("The new password is typed in two ways."), Theme::Color::Warning);
    else if (!m_busy) m_outcome->hide();
}

void TeamSection::savePassword()
{
    m_busy = true;
    judge();
    say(tr("Changing…"), Theme::Color::Muted);
    onFinished(this, m_context.workspace->changePassword(Secret(m_present->text()), Secret(m_next->text())), [this](const Result<bool> &done) {
        m_busy = false;
        if (!done) {
            judge();
            return say(done.error().text.isEmpty() ? tr("The password could not be changed.") : done.error().text, Theme::Color::Error);
        }
        open(Open::Nothing);
        say(tr("Your password is changed."), Theme::Color::Accent);
    });
}

void TeamSection::leave()
{
    m_leaveNow->setEnabled(false);
    m_context.workspace->leaveTeam();
}

void TeamSection::say(const QString &words, Theme::Color color)
{
    m_outcome->setColor(color);
    m_outcome->setText(words);
    m_outcome->show();
}

void TeamSection::retranslate()
{
    m_section->setTitle(tr("Your place in the team"));
    m_change->setText(tr("Change your password…"));
    m_leave->setText(tr("Leave the team on this computer…"));
    m_present->setPlaceholderText(tr("Present password"));
    m_next->setPlaceholderText(tr("New password, at least 8 characters"));
    m_again->setPlaceholderText(tr("New password once more"));
    for (auto *field : {m_present, m_next, m_again}) field->setAccessibleName(field->placeholderText());
    m_save->setText(tr("Change the password"));
    m_cancel->setText(tr("Cancel"));
    auto words = tr("Your password, the copies of conversations and files, and the invitation are deleted here. On the server nothing changes: "
                    "with an invitation and your password you can come back.");
    using Key = UserSettings::Key;
    if (!m_context.settings.text(Key::KeptReplies).isEmpty() || !m_context.settings.text(Key::KeptDrafts).isEmpty()) {
        words += u"\n\n"_s + tr("What you wrote while the server was away and has not gone yet is lost.");
    }
    m_leaveWords->setText(words);
    m_leaveNow->setText(tr("Leave and delete"));
    m_stay->setText(tr("Stay"));
}

void TeamSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace Tandem
