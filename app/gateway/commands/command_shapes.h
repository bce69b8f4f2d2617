#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Tandem {

struct CommandOption
{
    QString name;
    QString valueName;
    QString description;
    bool required = true;
};

/// How a command is written: its words, what comes after them, its options.
struct CommandShape
{
    QStringList words; ///< "team", "member", "add"
    QStringList operands; ///< "TEAM", "NAME"
    QList<CommandOption> options;
};

[[nodiscard]] const QList<CommandShape> &commandShapes();
/// The usage of all commands.
[[nodiscard]] QString commandsHelp();

} // namespace Tandem
