#include "ui/team/pages/agent_card.h"

#include "core/store/store.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/settings/workspace_control.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QComboBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpressionValidator>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int face = 32;
constexpr int shortestPassword = 10;
constexpr int widestNumbers = 300;
constexpr int roomForState = 104;

/// An agent's face in a row.
class Face final : public QWidget
{
public:
    Face(const Theme &theme, const Agent &agent, QWidget *parent) : QWidget(parent), m_theme(theme), m_agent(agent) { setFixedSize(face, face); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_agent.disabled) painter.setOpacity(0.45);
        Paint::avatar(painter, m_theme, QRectF(rect()).adjusted(1, 1, -1, -1), m_agent.id.value, Format::initials(TeamDirectory::name(m_agent)));
    }

private:
    const Theme &m_theme;
    Agent m_agent;
};

} // namespace

QString roleName(AgentRole role)
{
    switch (role) {
    case AgentRole::Agent: return AgentCard::tr("Agent");
    case AgentRole::Lead: return AgentCard::tr("Lead");
    case AgentRole::Admin: break;
    }
    return AgentCard::tr("Administrator");
}

AgentCard::AgentCard(UiContext &context, QWidget *parent)
    : Card(context.theme, parent), m_context(context), m_title(new ThemedLabel(context.theme, Theme::Text::Heading, Theme::Color::Text, this)),
      m_rows(new QVBoxLayout), m_adding(new QWidget(this)), m_login(new QLineEdit(m_adding)), m_role(new QComboBox(m_adding)),
      m_password(new QLineEdit(m_adding)), m_add(new QPushButton(m_adding))
{
    setObjectName(u"agents"_s);
    build();
    connect(m_add, &QPushButton::clicked, this, &AgentCard::add);
    const auto judge = [this] { m_add->setEnabled(m_login->hasAcceptableInput() && m_password->text().size() >= shortestPassword); };
    connect(m_login, &QLineEdit::textChanged, this, judge);
    connect(m_password, &QLineEdit::textChanged, this, judge);
    judge();
    connect(&context.team->grants(), &GrantBook::changed, this, &AgentCard::refresh);
}

void AgentCard::build()
{
    static const QRegularExpression login(u"[a-z][a-z0-9_.-]{0,30}"_s);
    m_login->setObjectName(u"agents.login"_s);
    m_login->setValidator(new QRegularExpressionValidator(login, m_login));
    m_password->setObjectName(u"agents.password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_add->setObjectName(u"agents.add"_s);
    m_rows->setSpacing(2 * Theme::Grid);
    auto *line = new QHBoxLayout(m_adding);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_login, 1);
    line->addWidget(m_password, 1);
    line->addWidget(m_role);
    line->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * Theme::Grid, 4 * Theme::Grid, 5 * Theme::Grid, 4 * Theme::Grid);
    column->setSpacing(3 * Theme::Grid);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    column->addWidget(m_adding);
}

QString AgentCard::stateOf(const Agent &agent) const
{
    if (agent.disabled) return tr("Switched off");
    if (!agent.online) return tr("Not here");
    return agent.away ? tr("Away") : tr("Here");
}

void AgentCard::retranslate()
{
    m_title->setText(tr("People"));
    m_login->setPlaceholderText(tr("Login of a new agent"));
    m_login->setAccessibleName(m_login->placeholderText());
    m_password->setPlaceholderText(tr("First password, 10 characters or more"));
    m_password->setAccessibleName(m_password->placeholderText());
    m_add->setText(tr("Add"));
    const int chosen = std::max(0, m_role->currentIndex());
    m_role->clear();
    for (const auto role : {AgentRole::Agent, AgentRole::Lead, AgentRole::Admin}) m_role->addItem(roleName(role), int(role));
    m_role->setCurrentIndex(chosen);
    m_role->setAccessibleName(tr("Role of the new agent"));
    rebuild();
}

void AgentCard::refresh()
{
    const auto &directory = m_context.team->directory();
    m_adding->setVisible(directory.isAdmin());
    // Nothing is built anew while it is as it was: a list that is open stays open.
    if (directory.agents() != m_shown || m_context.team->grants().version() != m_shownGrants || m_rows->isEmpty()) rebuild();
}

void AgentCard::rebuild()
{
    m_shown = m_context.team->directory().agents();
    m_shownGrants = m_context.team->grants().version();
    while (auto *item = m_rows->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    for (const auto &agent : std::as_const(m_shown)) addRow(agent);
}

QPushButton *AgentCard::numbersButton(const Agent &agent, QWidget *parent)
{
    const auto &book = m_context.team->grants();
    QStringList seen;
    for (const auto &number : book.numbers()) {
        if (book.sees(agent, number.id)) seen.append(Format::numberName(number));
    }
    const bool all = agent.role == AgentRole::Admin;
    const auto words = all ? tr("All numbers") : !book.isLoaded() ? QString() : seen.isEmpty() ? tr("No number yet") : seen.join(u", "_s);
    auto *button = new QPushButton(parent);
    button->setObjectName(u"agents.numbers"_s);
    button->setProperty("role", u"quiet"_s);
    button->setIcon(m_context.theme.icon(u"phone"_s, seen.isEmpty() && !all && book.isLoaded() ? Theme::Color::Warning : Theme::Color::Muted));
    button->setText(QFontMetrics(button->font()).elidedText(words, Qt::ElideRight, widestNumbers).replace(u'&', u"&&"_s));
    button->setToolTip(plainTip(words));
    button->setAccessibleName(tr("Numbers of %1: %2").arg(TeamDirectory::name(agent), words));
    button->setEnabled(m_context.team->directory().isAdmin() && !all && !agent.disabled && !book.numbers().isEmpty());
    connect(button, &QPushButton::clicked, this, [this, agent, button] { showNumbers(agent, button); });
    return button;
}

void AgentCard::showNumbers(const Agent &agent, QWidget *at)
{
    const auto &book = m_context.team->grants();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"agents.numbersMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &number : book.numbers()) {
        const bool own = book.grants().agents.value(agent.id).contains(number.id);
        QStringList teams;
        for (const auto id : book.teamsGiving(agent.id, number.id)) {
            if (const auto *team = m_context.team->directory().team(id)) teams.append(team->name);
        }
        const auto name = Format::numberName(number);
        auto *action = menu->addAction(QString(teams.isEmpty() ? name : tr("%1 (also by the team %2)").arg(name, teams.join(u", "_s))).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(own);
        connect(action, &QAction::triggered, this, [this, agent, number, own] { grant(agent, number, !own); });
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void AgentCard::addRow(const Agent &agent)
{
    auto &theme = m_context.theme;
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * Theme::Grid);
    auto *name = new ThemedLabel(theme, Theme::Text::BodyStrong, agent.disabled ? Theme::Color::Muted : Theme::Color::Text, line);
    name->setText(TeamDirectory::name(agent));
    auto *login = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, line);
    const int open = agent.openConversations;
    login->setText(u"%1 · %2"_s.arg(agent.login, tr("%n open", nullptr, open)));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(name);
    names->addWidget(login);
    auto *state = new Pill(theme, line);
    const bool here = agent.online && !agent.away && !agent.disabled;
    state->set(stateOf(agent), here ? Theme::Color::Accent : Theme::Color::Muted, here ? Theme::Color::AccentWash : Theme::Color::Chip);
    auto *role = new QComboBox(line);
    role->setObjectName(u"agents.role"_s);
    for (const auto one : {AgentRole::Agent, AgentRole::Lead, AgentRole::Admin}) role->addItem(roleName(one), int(one));
    role->setCurrentIndex(int(agent.role));
    role->setAccessibleName(tr("Role of %1").arg(name->text()));
    const bool admin = m_context.team->directory().isAdmin();
    role->setEnabled(admin && !agent.disabled);
    connect(role, &QComboBox::activated, this, [this, agent](int chosen) { setRole(agent, AgentRole(chosen)); });
    auto *more = new IconButton(theme, u"more"_s, line);
    more->setHelp(tr("More for %1").arg(name->text()));
    more->setVisible(admin);
    connect(more, &QAbstractButton::clicked, this, [this, agent, more] { showMenu(agent, more); });
    row->addWidget(new Face(theme, agent, line));
    row->addLayout(names, 2);
    row->addWidget(numbersButton(agent, line), 3, Qt::AlignLeading);
    // All states take the same room, so that what stands before them stands in columns.
    auto *holder = new QWidget(line);
    holder->setMinimumWidth(roomForState);
    auto *end = new QHBoxLayout(holder);
    end->setContentsMargins(0, 0, 0, 0);
    end->addWidget(state, 0, Qt::AlignTrailing);
    row->addWidget(holder);
    row->addWidget(role);
    row->addWidget(more);
    m_rows->addWidget(line);
}

void AgentCard::showMenu(const Agent &agent, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"agents.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_context.workspace && m_context.workspace->teamInvite(agent.login)) {
        connect(menu->addAction(m_context.theme.icon(u"download"_s), tr("Save an invitation…")), &QAction::triggered, this, [this, agent] { saveInvite(agent); });
    }
    connect(menu->addAction(m_context.theme.icon(u"edit"_s), tr("Change the name…")), &QAction::triggered, this, [this, agent] { askName(agent); });
    connect(menu->addAction(m_context.theme.icon(u"lock"_s), tr("New password…")), &QAction::triggered, this, [this, agent] { askPassword(agent); });
    connect(menu->addAction(m_context.theme.icon(u"ban"_s), agent.disabled ? tr("Switch on again") : tr("Switch off…")), &QAction::triggered, this,
        [this, agent] { agent.disabled ? setDisabled(agent, false) : askDisable(agent); });
    menu->popup(at->mapToGlobal(QPoint(at->width() - menu->sizeHint().width(), at->height())));
}

void AgentCard::tell(const Result<bool> &done, const QString &words, std::function<void()> undo)
{
    if (done) Q_EMIT said(words, undo);
    else if (done.error().code != ErrorCode::Cancelled) Q_EMIT said(done.error().text, {});
    // What stands here is what the server says, also after a failure.
    m_shown.clear();
    m_context.team->directory().load();
    m_context.team->grants().load();
}

void AgentCard::add()
{
    const auto login = m_login->text();
    onFinished(this, m_context.store.teamAdmin().addAgent(login, AgentRole(m_role->currentData().toInt()), m_password->text()),
        [this, login](const Result<AgentId> &id) {
            if (id) {
                m_login->clear();
                m_password->clear();
            }
            tell(id ? Result<bool>(true) : failure(id.error()), tr("%1 is in the team. Give them numbers, and an invitation.").arg(login), {});
        });
}

void AgentCard::setRole(const Agent &agent, AgentRole role)
{
    if (role == agent.role) return;
    onFinished(this, m_context.store.teamAdmin().setRole(agent.id, role), [this, agent, role](const Result<bool> &done) {
        auto now = agent;
        now.role = role;
        tell(done, tr("%1 is now: %2").arg(TeamDirectory::name(agent), roleName(role)), [this, now, before = agent.role] { setRole(now, before); });
    });
}

void AgentCard::askDisable(const Agent &agent)
{
    const auto name = TeamDirectory::name(agent);
    const int open = agent.openConversations;
    auto words = tr("%1 is signed out at once and can't see anything until switched on again.").arg(name);
    if (open > 0) words += u' ' + tr("%n open conversation(s) go back to nobody.", nullptr, open);
    Q_EMIT confirmRequested(tr("Switch %1 off?").arg(name), words, tr("Switch off"), [this, agent] { setDisabled(agent, true); });
}

void AgentCard::setDisabled(const Agent &agent, bool disabled)
{
    onFinished(this, m_context.store.teamAdmin().setDisabled(agent.id, disabled), [this, agent, disabled](const Result<bool> &done) {
        const auto name = TeamDirectory::name(agent);
        tell(done, disabled ? tr("%1 is switched off and can't see anything now").arg(name) : tr("%1 can work again").arg(name),
            [this, agent, disabled] { setDisabled(agent, !disabled); });
    });
}

void AgentCard::askPassword(const Agent &agent)
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New password"));
    dialog->setLabelText(tr("New password for %1, 10 characters or more:").arg(TeamDirectory::name(agent)));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, agent](const QString &password) {
        if (password.size() < shortestPassword) return Q_EMIT said(tr("The password was not changed: 10 characters at least."), {});
        onFinished(this, m_context.store.teamAdmin().setPassword(agent.id, password),
            [this, agent](const Result<bool> &done) { tell(done, tr("%1 has a new password").arg(TeamDirectory::name(agent)), {}); });
    });
    dialog->open();
}

void AgentCard::askName(const Agent &agent)
{
    auto *dialog = new QInputDialog(window());
    dialog->setObjectName(u"agents.nameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name"));
    dialog->setLabelText(tr("How colleagues see %1:").arg(agent.login));
    dialog->setTextValue(TeamDirectory::name(agent));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, agent](const QString &name) { setName(agent, name.simplified()); });
    dialog->open();
}

void AgentCard::setName(const Agent &agent, const QString &name)
{
    if (name == agent.displayName) return;
    onFinished(this, m_context.store.agents().setDisplayName(agent.id, name), [this, agent, name](const Result<bool> &done) {
        auto now = agent;
        now.displayName = name;
        tell(done, tr("%1 is called %2 now").arg(agent.login, TeamDirectory::name(now)), [this, now, before = agent.displayName] { setName(now, before); });
    });
}

void AgentCard::grant(const Agent &agent, const Number &number, bool granted)
{
    onFinished(this, m_context.store.teamAdmin().grantNumber(number.id, agent.id, granted), [this, agent, number, granted](const Result<bool> &done) {
        const auto name = TeamDirectory::name(agent);
        const auto what = Format::numberName(number);
        tell(done, granted ? tr("%1 sees %2 now").arg(name, what) : tr("%1 no longer sees %2").arg(name, what),
            [this, agent, number, granted] { grant(agent, number, !granted); });
    });
}

void AgentCard::saveInvite(const Agent &agent)
{
    auto *dialog = new QFileDialog(window(), tr("Save an invitation for %1").arg(TeamDirectory::name(agent)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"tandem-invite"_s);
    dialog->selectFile(agent.login + u".tandem-invite"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, login = agent.login](const QString &path) {
        const auto invite = m_context.workspace->teamInvite(login);
        QSaveFile file(path);
        const bool written = invite && file.open(QIODevice::WriteOnly) && file.write(inviteFile(*invite)) > 0 && file.commit();
        Q_EMIT said(written ? tr("Saved. Send it to them, and tell them the password by another way.") : tr("The file could not be written: %1").arg(file.errorString()), {});
    });
    dialog->open();
}

} // namespace Tandem
