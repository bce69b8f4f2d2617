#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace Tandem {

/// One thing a person can do from the keyboard: in the palette, on the sheet, by key.
struct WindowCommand
{
    enum class Group { Conversation, Messages, Writing, List, Window };

    QString id;
    QString icon;
    Group group = Group::Window;
    std::function<QString()> name; ///< translated at call time
    QList<QKeySequence> keys; ///< work everywhere in the window
    QString letter; ///< works while nobody is typing
    std::function<void()> run;
    std::function<bool()> enabled; ///< empty: always
    QString otherwise = {}; ///< the command that its keys run while it is not enabled

    [[nodiscard]] bool isEnabled() const { return !enabled || enabled(); }
    [[nodiscard]] QStringList caps() const; ///< each way as the person sees it: "E", "Ctrl+E"
};

/// A key that a pane obeys by itself, for the sheet of all keys.
struct KeyHint
{
    WindowCommand::Group group = WindowCommand::Group::Writing;
    std::function<QString()> name; ///< translated at call time
    std::function<QStringList()> caps; ///< each way as the person sees it
};

/// One line of that sheet.
struct KeyLine
{
    QString name;
    QStringList caps;
};

/// All commands of the window, with their shortcuts installed on it.
class Commands final : public QObject
{
    Q_OBJECT
public:
    explicit Commands(QWidget *window);

    void add(WindowCommand command);
    [[nodiscard]] const std::vector<WindowCommand> &all() const { return m_commands; }
    [[nodiscard]] bool runLetter(const QString &letter); ///< false when it is nobody's
    void run(const QString &id);
    void press(const QString &id); ///< as its keys do: it, or what it names as otherwise
    void addHints(std::vector<KeyHint> hints) { m_hints = std::move(hints); }
    [[nodiscard]] QList<KeyLine> lines(WindowCommand::Group group) const; ///< those that have a key
    [[nodiscard]] QList<QPair<QString, QString>> table() const; ///< what, and its keys as the person sees them; a group's name stands alone
    static constexpr WindowCommand::Group Groups[]{WindowCommand::Group::Conversation, WindowCommand::Group::Messages, WindowCommand::Group::Writing,
        WindowCommand::Group::List, WindowCommand::Group::Window};
    [[nodiscard]] static QString groupName(WindowCommand::Group group);

private:
    QWidget *m_window;
    std::vector<WindowCommand> m_commands;
    std::vector<KeyHint> m_hints;
};

} // namespace Tandem
