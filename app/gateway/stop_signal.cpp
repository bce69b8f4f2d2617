#include "app/gateway/stop_signal.h"

#ifdef Q_OS_WIN
#    include <atomic>
#    include <windows.h>
#else
#    include <QSocketNotifier>

#    include <csignal>
#    include <fcntl.h>
#    include <unistd.h>
#endif

namespace Tandem {

#ifdef Q_OS_WIN

namespace {

constexpr DWORD longestGoodbye = 10'000; ///< ms; Windows itself waits 5 s when the console closes
std::atomic<StopSignal *> listener{nullptr};
std::atomic<bool> received{false};

/// Runs in a thread that Windows makes for it.
BOOL WINAPI onConsole(DWORD event)
{
    const bool asked = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
    if (received.exchange(true) && asked) ExitProcess(130);
    auto *signal = listener.load();
    if (!signal) return FALSE;
    QMetaObject::invokeMethod(signal, &StopSignal::requested, Qt::QueuedConnection);
    // Windows ends the program when this returns from a closing console, a log-off or a shut-down.
    if (!asked) Sleep(longestGoodbye);
    return TRUE;
}

} // namespace

StopSignal::StopSignal(QObject *parent) : QObject(parent)
{
    listener = this;
    SetConsoleCtrlHandler(onConsole, TRUE);
}

StopSignal::~StopSignal()
{
    SetConsoleCtrlHandler(onConsole, FALSE);
    listener = nullptr;
}

#else

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
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
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

// The handlers stay: while the program ends, a second signal still ends it at once.
StopSignal::~StopSignal() = default;

#endif

} // namespace Tandem
