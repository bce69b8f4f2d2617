#include "ui/media/plugin/media_thread.h"

#include <QCoreApplication>
#include <QThread>

namespace Tandem {
namespace {

QThread *running = nullptr;

void stop()
{
    running->quit();
    running->wait();
    delete running;
    running = nullptr;
}

} // namespace

QThread *mediaThread()
{
    if (running) return running;
    running = new QThread;
    running->setObjectName(QStringLiteral("media"));
    running->start();
    qAddPostRoutine(stop);
    return running;
}

} // namespace Tandem
