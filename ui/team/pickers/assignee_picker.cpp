#include "ui/team/pickers/assignee_picker.h"

#include "ui/format/phone_text.h"
#include "ui/models/team/team_desk.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

enum Kind { Person, Group, Nobody };
constexpr int longestNote = 1000;

} // namespace

PickItem pickItemOf(const Agent &agent)
{
    PickItem item;
    item.id = agent.id.value;
    item.kind = Person;
    item.text = TeamDirectory::name(agent);
    item.words = agent.login;
    item.mark = PickItem::Mark::Avatar;
    item.initials = Format::initials(item.text);
    item.present = agent.online && !agent.away;
    QStringList facts;
    if (agent.away) facts.append(AssigneePicker::tr("away"));
    else if (!agent.online) facts.append(AssigneePicker::tr("not here"));
    if (agent.openConversations > 0) facts.append(AssigneePicker::tr("%n open", nullptr, agent.openConversations));
    item.detail = facts.join(u" · "_s);
    return item;
}

AssigneePicker::AssigneePicker(Theme &theme, TeamDesk &desk, const ConversationRow &row, QWidget *parent)
    : PickPopup(theme, tr("Assign to"), parent), m_desk(desk), m_row(row), m_note(new QLineEdit(this))
{
    setObjectName(u"assigneePicker"_s);
    setPlaceholder(tr("Name of a person or team"));
    m_note->setObjectName(u"pick.note"_s);
    m_note->setPlaceholderText(tr("Private note for them, if you like (Tab)"));
    m_note->setAccessibleName(tr("Private note for whoever takes over"));
    m_note->setMaxLength(longestNote);
    m_note->installEventFilter(this);
    addBelow(m_note);
    connect(&desk.directory(), &TeamDirectory::changed, this, &AssigneePicker::fill);
    connect(&desk.grants(), &GrantBook::changed, this, &AssigneePicker::fill);
    fill();
}

void AssigneePicker::fill()
{
    const auto &directory = m_desk.directory();
    QList<PickItem> items;
    if (const auto *me = directory.agent(directory.me().id)) {
        auto mine = pickItemOf(*me);
        mine.text = tr("Me");
        mine.words = TeamDirectory::name(*me) + u' ' + me->login;
        mine.checked = m_row.assignee == me->id;
        items.append(mine);
    }
    for (const auto &agent : directory.agents()) {
        if (agent.disabled || agent.id == directory.me().id || !m_desk.grants().sees(agent, m_row.numberId)) continue;
        auto item = pickItemOf(agent);
        item.checked = m_row.assignee == agent.id;
        items.append(item);
    }
    for (const auto &team : directory.teams()) {
        PickItem item;
        item.id = team.id.value;
        item.kind = Group;
        item.text = team.name;
        item.mark = PickItem::Mark::Icon;
        item.icon = u"users"_s;
        const int people = int(team.members.size());
        item.detail = tr("%n person(s)", nullptr, people);
        item.checked = m_row.team == team.id && !m_row.assignee;
        items.append(item);
    }
    PickItem nobody;
    nobody.kind = Nobody;
    nobody.text = tr("Nobody");
    nobody.mark = PickItem::Mark::Icon;
    nobody.icon = u"inbox"_s;
    nobody.checked = !m_row.assignee && !m_row.team;
    items.append(nobody);
    setItems(items);
}

void AssigneePicker::take(const PickItem &item)
{
    const auto note = m_note->text().trimmed();
    auto &actions = m_desk.actions();
    // With a note it stays until that is kept: a refusal must not cost the words.
    const auto after = [self = QPointer<AssigneePicker>(this)](const Result<bool> &done) {
        if (!self) return;
        self->setEnabled(true);
        if (done) self->close();
        else self->setHint(done.error().text);
    };
    switch (Kind(item.kind)) {
    case Person: actions.assign(m_row, AgentId{item.id}, m_row.team, note, after); break;
    case Group: actions.assign(m_row, std::nullopt, TeamId{item.id}, note, after); break;
    case Nobody: actions.assign(m_row, std::nullopt, std::nullopt, note, after); break;
    }
    if (note.isEmpty()) close();
    else setEnabled(false);
}

bool AssigneePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::KeyPress) {
        // The chosen line stays chosen while the note is typed.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (moves) {
            auto *search = findChild<QLineEdit *>(u"pick.search"_s);
            return PickPopup::eventFilter(search, event);
        }
    }
    return PickPopup::eventFilter(watched, event);
}

} // namespace Tandem
