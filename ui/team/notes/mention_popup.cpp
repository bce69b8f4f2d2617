#include "ui/team/notes/mention_popup.h"

#include "ui/composer/input/reply_input.h"
#include "ui/models/team/team_directory.h"
#include "ui/team/pickers/assignee_picker.h"

#include <QKeyEvent>
#include <QListView>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int popupWidth = 300;
constexpr int mostLines = 6;

/// The place of the "@" that the caret stands behind, −1 when there is none.
int mentionStart(const QString &text, int caret)
{
    static const QRegularExpression open(u"(?<![A-Za-z0-9_@\uff20.+%-])[@\uff20][\\w .-]{0,30}$"_s, QRegularExpression::UseUnicodePropertiesOption);
    const auto match = open.match(text.left(caret));
    return match.hasMatch() ? int(match.capturedStart()) : -1;
}

} // namespace

MentionAssist::MentionAssist(const Theme &theme, TeamDirectory &directory, ReplyInput *input)
    : QObject(input), m_theme(theme), m_directory(directory), m_input(input), m_list(new PickList(this))
{
    input->installEventFilter(this);
    connect(input, &QPlainTextEdit::cursorPositionChanged, this, &MentionAssist::look);
    connect(input, &QPlainTextEdit::textChanged, this, &MentionAssist::look);
}

bool MentionAssist::isOpen() const { return m_popup && m_popup->isVisible(); }

void MentionAssist::close()
{
    m_at = m_dismissed = -1;
    if (m_popup) m_popup->hide();
}

void MentionAssist::look()
{
    // Text and caret change one after the other: the look comes once both have.
    if (std::exchange(m_lookAgain, true)) return;
    QTimer::singleShot(0, this, [this] {
        m_lookAgain = false;
        const auto cursor = m_input->textCursor();
        const bool may = m_input->hasFocus() && !cursor.hasSelection() && !m_input->isComposing();
        m_at = may ? mentionStart(m_input->toPlainText(), cursor.position()) : -1;
        if (m_at < 0) m_dismissed = -1;
        if (m_at < 0 || m_at == m_dismissed) {
            if (m_popup) m_popup->hide();
            return;
        }
        show(m_input->toPlainText().mid(m_at + 1, cursor.position() - m_at - 1));
    });
}

void MentionAssist::show(const QString &query)
{
    QList<PickItem> items;
    for (const auto &agent : m_directory.agents()) {
        if (agent.disabled || agent.id == m_directory.me().id) continue;
        auto item = pickItemOf(agent);
        item.detail = u'@' + agent.login;
        items.append(item);
    }
    m_list->setItems(items);
    m_list->setQuery(query);
    if (m_list->rowCount() == 0) {
        if (m_popup) m_popup->hide();
        return;
    }
    if (!m_popup) {
        m_popup = new QFrame(m_input->window());
        m_popup->setObjectName(u"note.mentions"_s);
        m_popup->setProperty("role", u"popup"_s);
        m_popup->setFocusPolicy(Qt::NoFocus);
        m_view = new QListView(m_popup);
        m_view->setModel(m_list);
        m_view->setItemDelegate(new PickPainter(m_theme, m_view));
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->setFrameShape(QFrame::NoFrame);
        m_view->setUniformItemSizes(true);
        auto *column = new QVBoxLayout(m_popup);
        column->setContentsMargins(Theme::Grid, Theme::Grid, Theme::Grid, Theme::Grid);
        column->addWidget(m_view);
        connect(m_view, &QListView::clicked, this, &MentionAssist::take);
    }
    if (!m_view->currentIndex().isValid()) m_view->setCurrentIndex(m_list->index(0));
    const int lines = std::min(m_list->rowCount(), mostLines);
    m_popup->setFixedSize(popupWidth, lines * PickPainter::LineHeight + 2 * Theme::Grid + 2);
    auto at = m_input->textCursor();
    at.setPosition(m_at);
    const int x = m_input->viewport()->mapTo(m_input->window(), m_input->cursorRect(at).topLeft()).x();
    const int y = m_input->mapTo(m_input->window(), QPoint(0, 0)).y();
    m_popup->move(std::clamp(x, Theme::Grid, std::max(Theme::Grid, m_input->window()->width() - popupWidth - Theme::Grid)),
        std::max(0, y - m_popup->height() - Theme::Grid));
    m_popup->raise();
    m_popup->show();
}

void MentionAssist::take()
{
    const auto *item = m_list->item(m_view->currentIndex().row());
    if (!item || m_at < 0) return;
    const auto *agent = m_directory.agent(AgentId{item->id});
    if (!agent) return;
    m_input->replaceRange(m_at, m_input->textCursor().position(), u'@' + agent->login + u' ');
    close();
    m_input->setFocus();
}

bool MentionAssist::takeKey(int key)
{
    const auto step = [this](int by) {
        const int count = m_list->rowCount();
        m_view->setCurrentIndex(m_list->index((m_view->currentIndex().row() + by + count) % count));
        return true;
    };
    switch (key) {
    case Qt::Key_Down: return step(1);
    case Qt::Key_Up: return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: return take(), true;
    case Qt::Key_Escape:
        m_dismissed = m_at;
        m_popup->hide();
        return true;
    default: return false;
    }
}

bool MentionAssist::eventFilter(QObject *watched, QEvent *event)
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

} // namespace Tandem
