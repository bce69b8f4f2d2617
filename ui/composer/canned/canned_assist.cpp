#include "ui/composer/canned/canned_assist.h"

#include "core/store/content_stores.h"
#include "ui/composer/canned/canned_popup.h"
#include "ui/composer/canned/canned_prompt.h"
#include "ui/composer/input/reply_input.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {

CannedAssist::CannedAssist(const Theme &theme, CannedReplyStore &store, ReplyInput *input, CannedPrompt *prompt, Facts facts, QObject *parent)
    : QObject(parent), m_theme(theme), m_store(store), m_input(input), m_prompt(prompt), m_facts(std::move(facts))
{
    input->installEventFilter(this);
    connect(input, &QPlainTextEdit::cursorPositionChanged, this, &CannedAssist::look);
    connect(input, &QPlainTextEdit::textChanged, this, &CannedAssist::look);
    connect(prompt, &CannedPrompt::answered, this, [this](const QHash<QString, QString> &answers) { insert(m_asked, answers); });
    connect(prompt, &CannedPrompt::cancelled, this, [this] {
        m_prompt->hide();
        m_input->setFocus();
    });
    reload();
}

void CannedAssist::reload()
{
    onFinished(this, m_store.all(), [this](const Result<QList<CannedReply>> &all) {
        if (!all) return;
        m_all = *all;
        m_loaded = true;
        if (isOpen() || m_query) look(); // what was just written may fit what stands after the slash
    });
}

bool CannedAssist::isOpen() const { return m_popup && m_popup->isVisible(); }

void CannedAssist::close()
{
    m_query.reset();
    m_dismissed = -1;
    m_prompt->hide();
    if (m_popup) m_popup->hide();
}

void CannedAssist::begin()
{
    m_dismissed = -1;
    m_input->setFocus();
    const auto cursor = m_input->textCursor();
    const auto before = cursor.position() > 0 ? m_input->toPlainText().mid(cursor.position() - 1, 1) : QString();
    m_input->insertAtCaret(before.isEmpty() || before.at(0).isSpace() ? u"/"_s : u" /"_s);
}

void CannedAssist::look()
{
    // Text and caret change one after the other: the look comes once both have.
    if (m_lookAgain) return;
    m_lookAgain = true;
    QTimer::singleShot(0, this, [this] {
        m_lookAgain = false;
        const auto cursor = m_input->textCursor();
        const bool may = m_input->hasFocus() && !cursor.hasSelection() && !m_input->isComposing();
        m_query = may ? slashQueryAt(m_input->toPlainText(), cursor.position()) : std::nullopt;
        if (!m_query) m_dismissed = -1;
        const auto found = m_query ? matchCanned(m_all, m_query->text) : QList<CannedReply>();
        // A path or a date that begins with a slash is nobody's reply: the list leaves when nothing fits what was typed.
        const bool show = m_query && m_dismissed != m_query->start && m_loaded && (!found.isEmpty() || m_query->text.isEmpty());
        if (!show) {
            if (m_popup) m_popup->hide();
            return;
        }
        if (!m_popup) {
            m_popup = new CannedPopup(m_theme, m_input->window());
            connect(m_popup, &CannedPopup::chosen, this, &CannedAssist::choose);
        }
        m_popup->setReplies(found, !m_all.isEmpty());
        auto slash = m_input->textCursor();
        slash.setPosition(m_query->start);
        const auto at = m_input->viewport()->mapTo(m_input->window(), m_input->cursorRect(slash).topLeft());
        m_popup->showAbove({at.x() - Theme::Grid * 4, m_input->mapTo(m_input->window(), QPoint(0, 0)).y()});
    });
}

bool CannedAssist::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_popup) m_popup->hide();
    if (!isOpen()) return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress || m_input->inputMethodHasKeys()) return QObject::eventFilter(watched, event);
    return takeKey(static_cast<QKeyEvent *>(event)->key());
}

bool CannedAssist::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down: return m_popup->move(1), true;
    case Qt::Key_Up: return m_popup->move(-1), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (const auto reply = m_popup->current()) return choose(*reply), true;
        return false;
    case Qt::Key_Escape:
        m_dismissed = m_query ? m_query->start : -1;
        m_popup->hide();
        return true;
    default: return false;
    }
}

void CannedAssist::choose(const CannedReply &reply)
{
    if (!m_query) return;
    m_asked = reply;
    m_askedAt = *m_query;
    m_popup->hide();
    const auto questions = CannedText::questions(reply.body, m_facts());
    if (questions.isEmpty()) {
        insert(reply, {});
    } else {
        m_dismissed = m_askedAt.start; // the slash stays in the text until the answers are there
        m_prompt->ask(reply.title.isEmpty() ? u'/' + reply.shortcut : reply.title, questions);
    }
}

void CannedAssist::insert(const CannedReply &reply, const QHash<QString, QString> &answers)
{
    const auto text = CannedText::fill(reply.body, m_facts(), answers);
    if (!text) return;
    m_prompt->hide();
    m_dismissed = -1;
    const auto whole = m_input->toPlainText();
    const int length = 1 + int(m_askedAt.text.size());
    // Someone may have gone on writing while the questions were open.
    const auto typed = whole.mid(m_askedAt.start, length);
    if (typed.size() == length && (typed.startsWith(u'/') || typed.startsWith(u'／')) && typed.endsWith(m_askedAt.text)) {
        m_input->replaceRange(m_askedAt.start, m_askedAt.start + length, *text);
    } else {
        m_input->insertAtCaret(*text);
    }
    m_input->setFocus();
    if (!reply.attachments.isEmpty()) Q_EMIT attachmentsWanted(reply.attachments);
}

} // namespace Tandem
