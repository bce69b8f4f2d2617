#include "app/desktop/start/log_file.h"

#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 largest = 5 * 1024 * 1024;
constexpr int keptFiles = 3;

struct Sink
{
    std::mutex mutex;
    QFile file;
    qint64 written = 0;
};
std::unique_ptr<Sink> sink;
QtMessageHandler previous = nullptr;

void open()
{
    if (!sink->file.open(QIODevice::WriteOnly | QIODevice::Append)) return;
    sink->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    sink->written = sink->file.size();
}

void rotate()
{
    const auto path = sink->file.fileName();
    sink->file.close();
    QFile::remove(u"%1.%2"_s.arg(path).arg(keptFiles));
    for (int i = keptFiles - 1; i >= 1; --i) QFile::rename(u"%1.%2"_s.arg(path).arg(i), u"%1.%2"_s.arg(path).arg(i + 1));
    QFile::rename(path, path + u".1"_s);
    open();
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static constexpr const char *levels[] = {"debug", "warning", "critical", "fatal", "info"};
    auto line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    line += ' ';
    line += levels[type];
    line += ' ';
    line += context.category ? context.category : "default";
    line += ' ';
    // One message is one line, whatever it holds.
    line += text.toUtf8().replace('\n', "\\n").replace('\r', "\\r");
    line += '\n';
    std::lock_guard lock(sink->mutex);
    if (sink->written > largest) rotate();
    sink->file.write(line);
    sink->file.flush();
    sink->written += line.size();
    if (type != QtDebugMsg && type != QtInfoMsg) std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

} // namespace

LogFile::LogFile(const QString &path)
{
    sink = std::make_unique<Sink>();
    sink->file.setFileName(path);
    open();
    previous = qInstallMessageHandler(write);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(previous);
    sink.reset();
}

} // namespace Tandem
