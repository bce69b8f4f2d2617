#include "ui/team/pages/teams_card.h"

#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/plain_tip.h"

#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int longestName = 60;
constexpr int widestChoice = 240;

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
    connect(&context.team->grants(), &GrantBook::changed, this, &TeamsCard::refresh);
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

void TeamsCard::retranslate()
{
    m_title->setText(tr("Teams"));
    m_none->setText(tr("No teams yet. A conversation can go to a team, and rules can choose within one."));
    m_name->setPlaceholderText(tr("Name of a new team"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_add->setText(tr("Add"));
    rebuild();
}

void TeamsCard::refresh()
{
    const auto &directory = m_context.team->directory();
    m_none->setVisible(directory.teams().isEmpty());
    m_adding->setVisible(directory.isAdmin());
    const bool same = directory.teams() == m_shown && directory.agents() == m_shownAgents && m_context.team->grants().version() == m_shownGrants;
    // A name that is being typed is not taken away by what others do meanwhile.
    const auto *typing = qobject_cast<QLineEdit *>(focusWidget());
    const bool busy = typing && typing->hasFocus() && typing->isModified() && typing != m_name;
    if ((!same || m_rows->isEmpty()) && !busy) rebuild();
}

void TeamsCard::rebuild()
{
    m_shown = m_context.team->directory().teams();
    m_shownAgents = m_context.team->directory().agents();
    m_shownGrants = m_context.team->grants().version();
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (const auto &team : std::as_const(m_shown)) addRow(team);
}

QPushButton *TeamsCard::choiceButton(const QString &name, const QString &icon, const QString &words, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("role", u"quiet"_s);
    button->setIcon(m_context.theme.icon(icon));
    button->setText(plain(QFontMetrics(button->font()).elidedText(words, Qt::ElideRight, widestChoice)));
    button->setToolTip(plainTip(words));
    button->setEnabled(m_context.team->directory().isAdmin());
    return button;
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
    name->setObjectName(u"teams.rename"_s);
    name->setMaxLength(longestName);
    name->setAccessibleName(tr("Name of the team"));
    name->setEnabled(directory.isAdmin());
    connect(name, &QLineEdit::editingFinished, this, [this, team, name] { rename(team, name); });
    QStringList who;
    for (const auto id : team.members) {
        if (const auto *agent = directory.agent(id)) who.append(TeamDirectory::name(*agent));
    }
    auto *members = choiceButton(u"teams.members"_s, u"users"_s, who.isEmpty() ? tr("Nobody in it yet") : who.join(u", "_s), line);
    members->setAccessibleName(tr("People of the team %1").arg(team.name));
    connect(members, &QPushButton::clicked, this, [this, team, members] { showMembers(team, members); });
    const auto &book = m_context.team->grants();
    QStringList seen;
    for (const auto &number : book.numbers()) {
        if (book.grants().teams.value(team.id).contains(number.id)) seen.append(Format::numberName(number));
    }
    auto *numbers = choiceButton(u"teams.numbers"_s, u"phone"_s, seen.isEmpty() ? tr("No number of its own") : seen.join(u", "_s), line);
    numbers->setAccessibleName(tr("Numbers of the team %1").arg(team.name));
    connect(numbers, &QPushButton::clicked, this, [this, team, numbers] { showNumbers(team, numbers); });
    auto *gone = new IconButton(theme, u"trash"_s, line);
    gone->setObjectName(u"teams.remove"_s);
    gone->setIconSize(16);
    gone->setHelp(tr("Delete the team…"));
    gone->setVisible(directory.isAdmin());
    connect(gone, &QAbstractButton::clicked, this, [this, team] { askRemove(team); });
    row->addWidget(name, 2);
    row->addWidget(members, 3, Qt::AlignLeading);
    row->addWidget(numbers, 3, Qt::AlignLeading);
    row->addWidget(gone);
    m_rows->addWidget(line);
}

void TeamsCard::rename(const Team &team, QLineEdit *name)
{
    const auto wanted = name->text().simplified();
    if (wanted.isEmpty() || wanted == team.name) return name->setText(team.name);
    name->setModified(false);
    onFinished(this, m_context.store.teamAdmin().renameTeam(team.id, wanted), [this, team, wanted](const Result<bool> &done) {
        tell(done, tr("The team %1 is now %2").arg(team.name, wanted), [this, team] { m_context.store.teamAdmin().renameTeam(team.id, team.name); });
    });
}

void TeamsCard::showMembers(const Team &team, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"teams.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &agent : m_context.team->directory().agents()) {
        if (agent.disabled) continue;
        auto *action = menu->addAction(plain(TeamDirectory::name(agent)));
        const bool member = team.members.contains(agent.id);
        action->setCheckable(true);
        action->setChecked(member);
        connect(action, &QAction::triggered, this, [this, team, agent, member] { setMember(team, agent, !member); });
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void TeamsCard::setMember(const Team &team, const Agent &agent, bool member)
{
    onFinished(this, m_context.store.teamAdmin().setMember(team.id, agent.id, member), [this, team, agent, member](const Result<bool> &done) {
        const auto name = TeamDirectory::name(agent);
        tell(done, member ? tr("%1 is in the team %2").arg(name, team.name) : tr("%1 left the team %2").arg(name, team.name),
            [this, team, agent, member] { setMember(team, agent, !member); });
    });
}

void TeamsCard::showNumbers(const Team &team, QWidget *at)
{
    const auto &book = m_context.team->grants();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"teams.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &number : book.numbers()) {
        auto *action = menu->addAction(plain(Format::numberName(number)));
        const bool granted = book.grants().teams.value(team.id).contains(number.id);
        action->setCheckable(true);
        action->setChecked(granted);
        connect(action, &QAction::triggered, this, [this, team, number, granted] { grant(team, number, !granted); });
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void TeamsCard::grant(const Team &team, const Number &number, bool granted)
{
    onFinished(this, m_context.store.teamAdmin().grantNumberToTeam(number.id, team.id, granted), [this, team, number, granted](const Result<bool> &done) {
        const auto what = Format::numberName(number);
        tell(done, granted ? tr("The team %1 sees %2 now").arg(team.name, what) : tr("The team %1 no longer sees %2").arg(team.name, what),
            [this, team, number, granted] { grant(team, number, !granted); });
    });
}

void TeamsCard::askRemove(const Team &team)
{
    const int people = int(team.members.size());
    auto words = tr("Its conversations stay, without a team, and whoever has them keeps them. This cannot be undone.");
    if (people > 0) words = tr("%n person(s) in it lose the numbers they see only by this team.", nullptr, people) + u' ' + words;
    Q_EMIT confirmRequested(tr("Delete the team “%1”?").arg(team.name), words, tr("Delete"), [this, team] {
        onFinished(this, m_context.store.teamAdmin().removeTeam(team.id), [this, team](const Result<bool> &done) { tell(done, tr("Team deleted: %1").arg(team.name), {}); });
    });
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
    m_context.team->grants().load();
}

} // namespace Tandem
