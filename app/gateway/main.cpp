#include "app/gateway/gateway_application.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tandem-gateway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    return Tandem::GatewayApplication().run(QCoreApplication::arguments());
}
