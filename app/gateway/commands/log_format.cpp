#include "app/gateway/commands/log_format.h"

#include "core/base/clock.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return u"debug"_s;
    case QtInfoMsg: return u"info"_s;
    case QtWarningMsg: return u"warning"_s;
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return u"error"_s;
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto line = jsonLogLine(type, context.category, message, toEpochMillis(SystemClock().now())) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

QByteArray jsonLogLine(QtMsgType type, const char *category, const QString &message, qint64 epochMs)
{
    const QJsonObject line{{u"time"_s, toIso(fromEpochMillis(epochMs))}, {u"level"_s, levelOf(type)},
        {u"category"_s, QString::fromUtf8(category ? category : "default")}, {u"message"_s, message}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void logAsJson()
{
    qInstallMessageHandler(write);
}

} // namespace Tandem
