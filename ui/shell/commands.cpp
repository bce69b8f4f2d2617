#include "ui/shell/commands.h"

#include <QShortcut>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

QStringList WindowCommand::caps() const
{
    QStringList caps;
    if (!letter.isEmpty()) caps.append(letter.toUpper());
    for (const auto &sequence : keys) caps.append(sequence.toString(QKeySequence::NativeText));
    return caps;
}

Commands::Commands(QWidget *window) : QObject(window), m_window(window) { }

void Commands::add(WindowCommand command)
{
    for (const auto &sequence : std::as_const(command.keys)) {
        auto *shortcut = new QShortcut(sequence, m_window);
        connect(shortcut, &QShortcut::activated, this, [this, id = command.id] { press(id); });
    }
    m_commands.push_back(std::move(command));
}

void Commands::run(const QString &id)
{
    const auto at = std::find_if(m_commands.cbegin(), m_commands.cend(), [&](const WindowCommand &c) { return c.id == id; });
    if (at != m_commands.cend() && at->isEnabled()) at->run();
}

void Commands::press(const QString &id)
{
    const auto at = std::find_if(m_commands.cbegin(), m_commands.cend(), [&](const WindowCommand &c) { return c.id == id; });
    if (at == m_commands.cend()) return;
    run(at->isEnabled() || at->otherwise.isEmpty() ? id : at->otherwise);
}

bool Commands::runLetter(const QString &letter)
{
    for (const auto &command : m_commands) {
        if (command.letter.isEmpty() || command.letter.compare(letter, Qt::CaseInsensitive) != 0) continue;
        if (command.isEnabled()) command.run();
        return true;
    }
    return false;
}

QList<KeyLine> Commands::lines(WindowCommand::Group group) const
{
    QList<KeyLine> lines;
    for (const auto &command : m_commands) {
        if (command.group == group && !command.caps().isEmpty()) lines.append({command.name(), command.caps()});
    }
    for (const auto &hint : m_hints) {
        if (hint.group == group) lines.append({hint.name(), hint.caps()});
    }
    return lines;
}

QList<QPair<QString, QString>> Commands::table() const
{
    QList<QPair<QString, QString>> rows;
    for (const auto group : Groups) {
        const auto all = lines(group);
        if (!all.isEmpty()) rows.append({groupName(group), QString()});
        for (const auto &line : all) rows.append({line.name, line.caps.join(u"  "_s)});
    }
    return rows;
}

QString Commands::groupName(WindowCommand::Group group)
{
    switch (group) {
    case WindowCommand::Group::Conversation: return tr("Conversation");
    case WindowCommand::Group::Messages: return tr("Messages");
    case WindowCommand::Group::Writing: return tr("Writing");
    case WindowCommand::Group::List: return tr("List");
    case WindowCommand::Group::Window: break;
    }
    return tr("Window");
}

} // namespace Tandem
