#include "app/desktop/desktop_application.h"
#include "app/desktop/start/options.h"
#include "ui/theme/theme.h"

#include <QApplication>

int main(int argc, char **argv)
{
    // The sign-up window's plug-in shares its OpenGL contexts with ours; set later, loading it would end the program.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QCoreApplication::setApplicationName(QStringLiteral("Tandem"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("tandem"));
    Tandem::Theme::prepareFonts();
    QApplication application(argc, argv);

    const auto options = Tandem::DesktopOptions::parse(QCoreApplication::arguments());
    if (options.answered()) return options.answer();
    Tandem::DesktopApplication desktop(options);
    if (!desktop.start()) return desktop.exitCode();
    const int code = QApplication::exec();
    desktop.shutDown();
    return code ? code : desktop.exitCode();
}
