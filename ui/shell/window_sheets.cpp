#include "ui/shell/window_sheets.h"

#include "ui/format/phone_text.h"
#include "ui/shell/sheets/confirm_sheet.h"
#include "ui/shell/sheets/forward_sheet.h"
#include "ui/shell/sheets/starred_sheet.h"
#include "ui/shell/sheets/start_sheet.h"

namespace Tandem {

WindowSheets::WindowSheets(UiContext &context, NumberList &numbers, QWidget *window)
    : QObject(window), m_context(context), m_numbers(numbers), m_window(window)
{
}

void WindowSheets::startConversation(const QString &digits, const QString &name, NumberId number)
{
    if (!m_start) {
        m_start = new StartSheet(m_context, m_numbers, m_window);
        connect(m_start, &StartSheet::openRequested, this, &WindowSheets::started);
    }
    m_start->start(digits, name, number);
}

void WindowSheets::forward(const QList<Message> &messages)
{
    if (messages.isEmpty()) return;
    if (!m_forward) {
        m_forward = new ForwardSheet(m_context, m_numbers, m_window);
        connect(m_forward, &ForwardSheet::said, this, &WindowSheets::said);
        connect(m_forward, &ForwardSheet::askFirst, this, [this](const QString &question, const QString &words, const std::function<void()> &yes) {
            confirm(question, words, tr("Forward"), yes);
        });
    }
    m_forward->forward(messages);
}

void WindowSheets::showStarred()
{
    if (!m_starred) {
        m_starred = new StarredSheet(m_context, m_window);
        connect(m_starred, &StarredSheet::jumpTo, this, &WindowSheets::jumpTo);
    }
    m_starred->open();
}

ConfirmSheet &WindowSheets::confirm(const QString &title, const QString &words, const QString &button, std::function<void()> yes)
{
    if (!m_confirm) m_confirm = new ConfirmSheet(m_context.theme, m_window);
    m_confirm->ask(title, words, button, std::move(yes));
    return *m_confirm;
}

void WindowSheets::confirmBlock(const ConversationRow &row, std::function<void()> yes)
{
    confirm(tr("Block %1?").arg(Format::identity(row.title)),
        tr("They can no longer write to this number or call it, and are not told so. You can unblock them whenever you want. WhatsApp allows blocking "
           "only within 24 hours of their last message."),
        tr("Block"), std::move(yes));
}

} // namespace Tandem
