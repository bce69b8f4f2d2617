#include "tests/support/temp_postgres.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

/// A throw-away PostgreSQL that several test programs share: `start FILE` writes its socket's folder there, `stop FILE` ends it.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = application.arguments();
    if (arguments.size() != 3) return 2;
    QFile file(arguments[2]);
    if (file.open(QIODevice::ReadOnly)) { // also one that an interrupted run left behind
        const auto host = QString::fromUtf8(file.readAll()).trimmed();
        file.close();
        file.remove();
        if (QFile::exists(host + u"/data"_s)) TempPostgres::stopAt(host);
    }
    if (arguments[1] != "start"_L1) return 0;
    TempPostgres server;
    if (!server.isRunning()) {
        QTextStream(stderr) << server.error() << Qt::endl;
        return 1;
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(server.host().toUtf8()) < 0) return 1;
    server.leaveRunning();
    return 0;
}
