#include "ui/people/owner_row.h"

#include "core/store/store.h"
#include "ui/models/team/team_desk.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int widestName = 150;

QString menuText(const QString &name) { return QString(name).replace(u'&', u"&&"_s); }

} // namespace

OwnerRow::OwnerRow(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context), m_button(new QPushButton(this))
{
    setObjectName(u"contact.ownerRow"_s);
    m_button->setObjectName(u"contact.owner"_s);
    m_button->setProperty("role", u"link"_s);
    m_button->setCursor(Qt::PointingHandCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new ThemedIcon(context.theme, u"user"_s, 16, Theme::Color::Muted, this));
    layout->addWidget(m_button);
    layout->addStretch();
    connect(m_button, &QPushButton::clicked, this, &OwnerRow::showMenu);
    if (context.team) connect(&context.team->directory(), &TeamDirectory::changed, this, &OwnerRow::refresh);
    refresh();
}

void OwnerRow::set(ContactId contact, std::optional<AgentId> owner)
{
    if (contact == m_contact && owner == m_owner) return;
    m_contact = contact;
    m_owner = owner;
    refresh();
}

void OwnerRow::refresh()
{
    setVisible(m_context.team && m_context.team->directory().isTeam() && m_contact);
    if (!m_context.team) return;
    const auto *agent = m_owner ? m_context.team->directory().agent(*m_owner) : nullptr;
    const auto words = agent ? tr("Owner: %1").arg(TeamDirectory::name(*agent)) : tr("No owner");
    m_button->setText(menuText(QFontMetrics(m_button->font()).elidedText(words, Qt::ElideRight, widestName)));
    m_button->setAccessibleName(words);
    m_button->setToolTip(plainTip(words + u'\n' + tr("Whose customer this is. The rule “to the customer's owner” gives new conversations to them.")));
}

void OwnerRow::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"contact.ownerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, std::optional<AgentId> agent) {
        auto *action = menu->addAction(menuText(text));
        action->setCheckable(true);
        action->setChecked(agent == m_owner);
        connect(action, &QAction::triggered, this, [this, agent] { choose(agent); });
    };
    add(tr("No owner"), std::nullopt);
    menu->addSeparator();
    for (const auto &agent : m_context.team->directory().agents()) {
        if (!agent.disabled || m_owner == agent.id) add(TeamDirectory::name(agent), agent.id);
    }
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void OwnerRow::choose(std::optional<AgentId> agent)
{
    if (agent == m_owner || !m_contact) return;
    const auto *chosen = agent ? m_context.team->directory().agent(*agent) : nullptr;
    const auto words = chosen ? tr("This is a customer of %1 now").arg(TeamDirectory::name(*chosen)) : tr("This customer has no owner now");
    write(m_contact, agent, [this, words, contact = m_contact, before = m_owner] {
        Q_EMIT done(words, [this, contact, before] { write(contact, before, {}); });
    });
}

void OwnerRow::write(ContactId contact, std::optional<AgentId> agent, std::function<void()> then)
{
    onFinished(this, m_context.store.assignments().setOwner(contact, agent), [this, contact, agent, then = std::move(then)](const Result<bool> &written) {
        if (!written) {
            if (written.error().code != ErrorCode::Cancelled) Q_EMIT done(written.error().text, {});
            return;
        }
        if (contact == m_contact) set(contact, agent);
        if (then) then();
    });
}

void OwnerRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace Tandem
