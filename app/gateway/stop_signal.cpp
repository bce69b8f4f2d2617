#include "app/gateway/stop_signal.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Tandem {

#ifdef Q_OS_UNIX
namespace {

int pipeEnds[2] = {-1, -1};
volatile std::sig_atomic_t received = 0;

extern "C" void onSignal(int)
{
    // Only what is allowed in a signal handler: the event loop does the rest.
    if (received) _exit(130);
    received = 1;
    const char byte = 1;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

} // namespace

StopSignal::StopSignal(QObject *parent) : QObject(parent)
{
    if (pipe(pipeEnds) != 0) return;
    for (const int end : pipeEnds) fcntl(end, F_SETFD, FD_CLOEXEC);
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto got = read(pipeEnds[0], &byte, 1);
        Q_EMIT requested();
    });
    struct sigaction action{};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    // A peer that hangs up is an error of write(), not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
}
#else
StopSignal::StopSignal(QObject *parent) : QObject(parent) { }
#endif

} // namespace Tandem
