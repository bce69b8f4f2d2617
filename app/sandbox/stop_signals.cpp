#include "app/sandbox/stop_signals.h"

#include <QCoreApplication>
#include <QTimer>

#include <atomic>
#include <csignal>

namespace Tandem::Sandbox {

// A handler may only touch a lock-free flag; the loop looks at it ten times a second.
static std::atomic<bool> stopAsked{false};

static void ask(int)
{
    stopAsked = true;
}

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    std::signal(SIGTERM, ask);
    std::signal(SIGINT, ask);
    auto *look = new QTimer(this);
    connect(look, &QTimer::timeout, this, [] {
        if (stopAsked) QCoreApplication::quit();
    });
    look->start(100);
}

StopSignals::~StopSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
}

} // namespace Tandem::Sandbox
