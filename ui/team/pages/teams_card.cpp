#include "ui/team/pages/teams_card.h"

#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/icon_button.h"

#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int longestName = 60;

QString plain(QString name) { return name.replace(u'&', u"&&"_s); }

} // namespace

TeamsCard::TeamsCard(UiContext &context, QWidget *parent)
    : Card(context.theme, parent), m_context(context), m_title(new ThemedLabel(context.theme, Theme::Text::Heading, Theme::Color::Text, this)),
      m_none(new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Muted, this)), m_rows(new QVBoxLayout), m_adding(new QWidget(this)),
      m_name(new QLineEdit(m_adding)), m_add(new QPushButton(m_adding))
{
    setObjectName(u"teams"_s);
    build();
    connect(m_add, &QPushButton::clicked, this, &TeamsCard::add);
    connect(m_name, &QLineEdit::returnPressed, this, &TeamsCard::add);
    onFinished(this, context.store.numbers().all(), [this](const Result<QList<Number>> &numbers) {
        if (numbers) m_numbers = *numbers;
    });
}

void TeamsCard::build()
{
    m_name->setObjectName(u"teams.name"_s);
    m_name->setMaxLength(longestName);
    m_add->setObjectName(u"teams.add"_s);
    m_none->setWordWrap(true);
    m_rows->setSpacing(2 * Theme::Grid);
    auto *line = new QHBoxLayout(m_adding);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_name, 1);
    line->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * Theme::Grid, 4 * Theme::Grid, 5 * Theme::Grid, 4 * Theme::Grid);
    column->setSpacing(3 * Theme::Grid);
    column->addWidget(m_title);
    column->addWidget(m_none);
    column->addLayout(m_rows);
    column->addWidget(m_adding);
}

void TeamsCard::refresh()
{
    const auto &directory = m_context.team->directory();
    m_title->setText(tr("Teams"));
    m_none->setText(tr("No teams yet. A conversation can go to a team, and rules can choose within one."));
    m_none->setVisible(directory.teams().isEmpty());
    m_name->setPlaceholderText(tr("Name of a new team"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_add->setText(tr("Add"));
    m_adding->setVisible(directory.isAdmin());
    if (directory.teams() == m_shown && m_rows->count() > 0) return;
    m_shown = directory.teams();
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (const auto &team : std::as_const(m_shown)) addRow(team);
}

void TeamsCard::addRow(const Team &team)
{
    auto &theme = m_context.theme;
    const auto &directory = m_context.team->directory();
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * Theme::Grid);
    auto *name = new QLineEdit(team.name, line);
    name->setMaxLength(longestName);
    name->setAccessibleName(tr("Name of the team"));
    name->setEnabled(directory.isAdmin());
    connect(name, &QLineEdit::editingFinished, this, [this, team, name] {
        const auto wanted = name->text().simplified();
        if (wanted.isEmpty() || wanted == team.name) return name->setText(team.name);
        onFinished(this, m_context.store.teamAdmin().renameTeam(team.id, wanted), [this, team, wanted](const Result<bool> &done) {
            tell(done, tr("The team %1 is now %2").arg(team.name, wanted), [this, team] { m_context.store.teamAdmin().renameTeam(team.id, team.name); });
        });
    });
    QStringList who;
    for (const auto id : team.members) {
        if (const auto *agent = directory.agent(id)) who.append(TeamDirectory::name(*agent));
    }
    auto *members = new QPushButton(who.isEmpty() ? tr("Nobody in it yet") : plain(who.join(u", "_s)), line);
    members->setObjectName(u"teams.members"_s);
    members->setProperty("role", u"quiet"_s);
    members->setEnabled(directory.isAdmin());
    connect(members, &QPushButton::clicked, this, [this, team, members] { showMembers(team, members); });
    auto *more = new IconButton(theme, u"more"_s, line);
    more->setHelp(tr("More for %1").arg(team.name));
    more->setVisible(directory.isAdmin());
    connect(more, &QAbstractButton::clicked, this, [this, team, more] { showMenu(team, more); });
    row->addWidget(name, 1);
    row->addWidget(members, 2, Qt::AlignLeading);
    row->addWidget(more);
    m_rows->addWidget(line);
}

void TeamsCard::showMembers(const Team &team, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &agent : m_context.team->directory().agents()) {
        if (agent.disabled) continue;
        auto *action = menu->addAction(plain(TeamDirectory::name(agent)));
        const bool member = team.members.contains(agent.id);
        action->setCheckable(true);
        action->setChecked(member);
        connect(action, &QAction::triggered, this, [this, team, agent, member] {
            onFinished(this, m_context.store.teamAdmin().setMember(team.id, agent.id, !member), [this, team, agent, member](const Result<bool> &done) {
                const auto name = TeamDirectory::name(agent);
                tell(done, member ? tr("%1 left the team %2").arg(name, team.name) : tr("%1 is in the team %2").arg(name, team.name),
                    [this, team, agent, member] { m_context.store.teamAdmin().setMember(team.id, agent.id, member); });
            });
        });
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void TeamsCard::showMenu(const Team &team, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto numbers = [&](const QString &title, bool granted) {
        auto *sub = menu->addMenu(m_context.theme.icon(u"phone"_s), title);
        for (const auto &number : std::as_const(m_numbers)) {
            connect(sub->addAction(plain(Format::numberName(number))), &QAction::triggered, this, [this, team, number, granted] {
                onFinished(this, m_context.store.teamAdmin().grantNumberToTeam(number.id, team.id, granted), [this, team, number, granted](const Result<bool> &done) {
                    const auto what = Format::numberName(number);
                    tell(done, granted ? tr("The team %1 sees %2 now").arg(team.name, what) : tr("The team %1 no longer sees %2").arg(team.name, what),
                        [this, team, number, granted] { m_context.store.teamAdmin().grantNumberToTeam(number.id, team.id, !granted); });
                });
            });
        }
        sub->setEnabled(!m_numbers.isEmpty());
    };
    numbers(tr("Give a number"), true);
    numbers(tr("Take a number away"), false);
    menu->addSeparator();
    connect(menu->addAction(m_context.theme.icon(u"trash"_s), tr("Delete the team")), &QAction::triggered, this, [this, team] {
        onFinished(this, m_context.store.teamAdmin().removeTeam(team.id), [this, team](const Result<bool> &done) { tell(done, tr("Team deleted: %1").arg(team.name), {}); });
    });
    menu->popup(at->mapToGlobal(QPoint(at->width() - menu->sizeHint().width(), at->height())));
}

void TeamsCard::add()
{
    const auto name = m_name->text().simplified();
    if (name.isEmpty()) return;
    onFinished(this, m_context.store.teamAdmin().addTeam(name), [this, name](const Result<TeamId> &id) {
        if (id) m_name->clear();
        tell(id ? Result<bool>(true) : failure(id.error()), tr("Team made: %1").arg(name), {});
    });
}

void TeamsCard::tell(const Result<bool> &done, const QString &words, std::function<void()> undo)
{
    if (done) Q_EMIT said(words, undo);
    else if (done.error().code != ErrorCode::Cancelled) Q_EMIT said(done.error().text, {});
    m_shown.clear();
    m_context.team->directory().load();
}

} // namespace Tandem
