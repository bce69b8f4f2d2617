#include "core/store/sql/dialect.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString Dialect::query(const QString &query) const
{
    const auto own = readResource(u":/sql/"_s + name() + u"/queries/"_s + query + u".sql"_s);
    return own.isEmpty() ? readResource(u":/sql/common/queries/"_s + query + u".sql"_s) : own;
}

QList<MigrationScript> Dialect::migrations() const
{
    QList<MigrationScript> scripts;
    const QDir root(u":/sql/"_s + name() + u"/migrations"_s);
    for (const auto &folder : root.entryList(QDir::Dirs, QDir::Name)) {
        MigrationScript script{folder.section(u'_', 0, 0).toInt(), folder, {}};
        const QDir files(root.filePath(folder));
        for (const auto &file : files.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            script.statements.append(readResource(files.filePath(file)));
        }
        scripts.append(script);
    }
    return scripts;
}

} // namespace Tandem
