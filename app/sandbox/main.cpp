#include "app/sandbox/options.h"
#include "app/sandbox/sandbox_application.h"
#include "app/sandbox/stop_signals.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tandem-sandbox"_s);
    const auto options = Tandem::Sandbox::Options::parse(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << "tandem-sandbox: " << options.error().text << '\n';
        return 2;
    }
    if (options->helpOnly) {
        QTextStream(stdout) << Tandem::Sandbox::Options::usage();
        return 0;
    }
    const Tandem::Sandbox::StopSignals signalsOfTheSystem;
    Tandem::Sandbox::SandboxApplication sandbox(*options);
    if (const auto started = sandbox.start(); !started) {
        QTextStream(stderr) << "tandem-sandbox: " << started.error().text << '\n';
        return started.error().code == Tandem::ErrorCode::AddressInUse ? 5 : 2;
    }
    return QCoreApplication::exec();
}
