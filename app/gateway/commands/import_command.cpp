#include "app/gateway/commands/commands.h"
#include "app/gateway/commands/workspace_access.h"
#include "core/store/copy/workspace_copy.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Tandem::Commands {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ImportCommand", text);
}

/// A file that is to be filled is made first; a team's database was made by init.
Result<> makeFile(const QString &database, const ClockPtr &clock)
{
    if (isServer(database)) return {};
    StoreOptions options;
    options.url = database;
    auto made = Store::open(options, clock);
    if (!made) return failure(made.error());
    return {};
}

/// Files of messages, as far as the old workspace still has them. Returns how many went over.
Result<int> copyFiles(const QStringList &hashes, const QString &from, const QString &to, const ClockPtr &clock)
{
    auto source = openAsOwner(from, clock);
    if (!source) return failure(source.error());
    auto target = openAsOwner(to, clock);
    if (!target) return failure(target.error());
    int copied = 0;
    for (const auto &hash : hashes) {
        const auto path = waitFor((*source)->media().ensureLocal(hash));
        if (!path || !QFile::exists(*path)) continue;
        const auto kept = waitFor((*target)->media().keep(*path, false));
        if (!kept) return failure(kept.error());
        ++copied;
    }
    return copied;
}

} // namespace

Result<> import(const GatewayCommand &command, const ClockPtr &clock)
{
    const auto from = command.operands.value(0);
    const auto report = [&]() -> Result<CopyReport> {
        TANDEM_TRY(makeFile(command.database, clock));
        return copyWorkspace(from, command.database);
    }();
    if (!report) return failure(report.error());
    const auto files = copyFiles(report->files, from, command.database, clock);
    if (!files) return failure(files.error());
    sayLine(say(QT_TRANSLATE_NOOP("ImportCommand", "%1 rows and %2 of %3 files are in the new workspace.")).arg(report->rows).arg(*files).arg(report->files.size()));
    if (report->joined > 0) sayLine(say(QT_TRANSLATE_NOOP("ImportCommand", "%1 rows that several people had are one person's now.")).arg(report->joined));
    if (report->open > 0) {
        sayLine(say(QT_TRANSLATE_NOOP("ImportCommand", "%1 messages were waiting to be sent. The new workspace sends none of them by itself: look at each.")).arg(report->open));
    }
    return {};
}

} // namespace Tandem::Commands
