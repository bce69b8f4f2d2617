#include "ui/team/notes/writing_area.h"

#include "ui/composer/composer.h"
#include "ui/inbox/tab_button.h"
#include "ui/models/team/team_desk.h"
#include "ui/team/away/server_watch.h"
#include "ui/team/notes/lock_bar.h"
#include "ui/team/notes/note_composer.h"
#include "ui/theme/elided_label.h"

#include <QButtonGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int tabsLeft = 4 * Theme::Grid;

} // namespace

QString viewersLine(const QList<Viewer> &others)
{
    QStringList writing;
    QStringList looking;
    for (const auto &viewer : others) (viewer.typing || viewer.answering ? writing : looking).append(viewer.name);
    QStringList parts;
    if (writing.size() == 1) parts.append(WritingArea::tr("%1 is answering…").arg(writing.first()));
    else if (!writing.isEmpty()) parts.append(WritingArea::tr("%1 are answering…").arg(writing.join(u", "_s)));
    if (looking.size() == 1) parts.append(WritingArea::tr("%1 is looking on").arg(looking.first()));
    else if (!looking.isEmpty()) parts.append(WritingArea::tr("%1 are looking on").arg(looking.join(u", "_s)));
    return parts.join(u" · "_s);
}

WritingArea::WritingArea(UiContext &context, TeamDesk &desk, Composer *composer, QWidget *parent)
    : QWidget(parent), m_context(context), m_desk(desk), m_composer(composer), m_note(new NoteComposer(context, desk, this)),
      m_reply(new QWidget(this)), m_replyTab(new TabButton(context.theme, this)), m_noteTab(new TabButton(context.theme, this)),
      m_others(new ElidedLabel(this)), m_lock(new LockBar(context.theme, this))
{
    setObjectName(u"writing"_s);
    build();
    connect(m_replyTab, &QAbstractButton::clicked, this, &WritingArea::focusReply);
    connect(m_noteTab, &QAbstractButton::clicked, this, &WritingArea::focusNote);
    connect(m_note, &NoteComposer::left, this, &WritingArea::focusReply);
    connect(m_note, &NoteComposer::kept, this, &WritingArea::noteKept);
    connect(&desk.presence(), &PresenceKeeper::othersChanged, this, &WritingArea::showOthers);
    connect(composer, &Composer::typed, &desk.presence(), [&presence = desk.presence()](bool anything) {
        if (anything) presence.typed();
        else presence.finished(presence.conversation());
    });
    connect(composer, &Composer::sent, &desk.presence(), &PresenceKeeper::finished);
    connect(composer, &Composer::wantsToBeSeen, this, [this] { showPage(false); });
    connect(composer, &Composer::typed, this, [this](bool anything) {
        if (!anything) m_lock->hide(); // nothing is left to ask about
    });
    connect(m_lock, &LockBar::dismissed, m_composer, &Composer::focusInput);
    if (context.server) connect(context.server, &ServerWatch::returned, composer, &Composer::returnDraft);
    composer->setKeepInstead([server = context.server](const Outgoing &outgoing) { return server && server->keep(outgoing); });
    composer->setAskFirst([this](const std::function<void()> &goOn) { return asksFirst(goOn); });
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
    showPage(false);
    clear();
}

void WritingArea::build()
{
    m_replyTab->setObjectName(u"writing.reply"_s);
    m_noteTab->setObjectName(u"writing.note"_s);
    m_others->setObjectName(u"writing.others"_s);
    m_others->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_others->setForegroundRole(QPalette::PlaceholderText);
    auto *group = new QButtonGroup(this);
    group->addButton(m_replyTab);
    group->addButton(m_noteTab);
    m_replyTab->setChecked(true);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(tabsLeft, 1, tabsLeft, 0);
    tabs->setSpacing(4 * Theme::Grid);
    tabs->addWidget(m_replyTab);
    tabs->addWidget(m_noteTab);
    tabs->addWidget(m_others, 1);
    auto *inside = new QVBoxLayout(m_reply);
    inside->setContentsMargins(0, 0, 0, 0);
    m_composer->setParent(m_reply);
    inside->addWidget(m_composer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabs);
    column->addWidget(m_lock);
    column->addWidget(m_reply);
    column->addWidget(m_note);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void WritingArea::setConversation(const ConversationRow &row)
{
    if (row.id != m_conversation) {
        m_conversation = row.id;
        m_agreed.clear();
        m_lock->hide();
        showPage(false);
        m_desk.presence().look(row.id);
        showOthers();
    }
    m_composer->setConversation(row);
    m_note->setConversation(row.id);
    show();
}

void WritingArea::clear()
{
    m_conversation = {};
    m_lock->hide();
    m_desk.presence().look({});
    m_composer->clear();
    m_note->setConversation({});
    hide();
}

bool WritingArea::isNote() const { return m_noteTab->isChecked(); }

void WritingArea::showPage(bool note)
{
    (note ? m_noteTab : m_replyTab)->setChecked(true);
    // Hidden fields can hold the keyboard too: what is meant for colleagues must not be typed to the customer.
    m_composer->setOnStage(!note);
    m_reply->setVisible(!note);
    m_note->setVisible(note);
    if (note) m_lock->hide();
}

void WritingArea::focusReply()
{
    showPage(false);
    m_composer->focusInput();
}

void WritingArea::focusNote()
{
    if (!m_conversation) return;
    showPage(true);
    m_note->focusInput();
}

void WritingArea::editNote(const Message &note)
{
    if (note.conversationId != m_conversation) return;
    showPage(true);
    m_note->edit(note);
}

void WritingArea::showOthers()
{
    const auto words = viewersLine(m_desk.presence().others());
    m_others->setText(words);
    m_others->setAccessibleName(words);
    // Whoever held the lock is done, and what was typed can simply be sent; or it is another's, and that is another question.
    const auto other = m_desk.presence().answering();
    if (!other || other->agent != m_askedAbout) m_lock->hide();
}

bool WritingArea::asksFirst(const std::function<void()> &goOn)
{
    const auto other = m_desk.presence().answering();
    if (!other || m_agreed.contains(other->agent)) return false;
    if (m_lock->agreedByPressing()) {
        m_agreed.insert(other->agent);
        m_lock->hide();
        return false;
    }
    if (m_lock->isHidden()) {
        m_askedAbout = other->agent;
        m_lock->ask(other->name, [this, id = m_conversation, agent = other->agent, goOn] {
            if (id != m_conversation) return;
            m_agreed.insert(agent);
            goOn();
        });
    }
    return true;
}

void WritingArea::retranslate()
{
    m_replyTab->setText(tr("Reply"));
    m_replyTab->setToolTip(tr("Write to the customer (R)"));
    m_noteTab->setText(tr("Note"));
    m_noteTab->setToolTip(tr("Write a private note (N)"));
    m_replyTab->updateGeometry();
    m_noteTab->updateGeometry();
    showOthers();
}

void WritingArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_context.theme.color(Theme::Color::Line));
}

void WritingArea::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace Tandem
