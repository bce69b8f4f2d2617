#include "app/desktop/start/opened_things.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileOpenEvent>
#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 longestInvite = 64 * 1024;

} // namespace

OpenedThings::OpenedThings(QObject *parent) : QObject(parent)
{
    if (auto *application = QCoreApplication::instance()) application->installEventFilter(this);
}

Result<Invite> OpenedThings::inviteAt(const QString &argument)
{
    if (argument.startsWith("tandem:"_L1)) return inviteFrom(argument.toUtf8());
    const QUrl url(argument);
    QFile file(url.isLocalFile() ? url.toLocalFile() : argument);
    if (!file.open(QIODevice::ReadOnly)) return failure(ErrorCode::Io, file.errorString());
    return inviteFrom(file.read(longestInvite));
}

bool OpenedThings::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen) return QObject::eventFilter(watched, event);
    const auto *opened = static_cast<QFileOpenEvent *>(event);
    if (const auto invite = inviteAt(opened->file().isEmpty() ? opened->url().toString(QUrl::FullyEncoded) : opened->file())) Q_EMIT invited(*invite);
    return true;
}

void OpenedThings::registerIn(QSettings &classes, const QString &program)
{
    const auto command = u"\"%1\" \"%2\""_s.arg(QDir::toNativeSeparators(program), u"%1"_s);
    classes.setValue(u"tandem/Default"_s, u"URL:Tandem"_s);
    classes.setValue(u"tandem/URL Protocol"_s, QString());
    classes.setValue(u"tandem/shell/open/command/Default"_s, command);
    classes.setValue(u".tandem-invite/Default"_s, u"Tandem.Invite"_s);
    classes.setValue(u"Tandem.Invite/Default"_s, u"Tandem"_s);
    classes.setValue(u"Tandem.Invite/shell/open/command/Default"_s, command);
}

} // namespace Tandem
