#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

#include <coroutine>
#include <exception>
#include <functional>
#include <stdexcept>
#include <utility>

namespace Tandem {

/// A step of the tour could not be walked; `what()` says what was waited for.
class TourFailure : public std::runtime_error
{
public:
    explicit TourFailure(const QString &text) : std::runtime_error(text.toStdString()) { }
};

/// A walk through the program as a coroutine: it waits with co_await while the event loop runs on, so nothing here
/// blocks the windows it measures.
class TourTask
{
public:
    struct promise_type
    {
        std::coroutine_handle<> continuation;
        std::exception_ptr failure;
        std::function<void(std::exception_ptr)> finished;

        struct Final
        {
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> handle) noexcept
            {
                auto &promise = handle.promise();
                if (promise.continuation) return promise.continuation;
                if (promise.finished) promise.finished(promise.failure);
                return std::noop_coroutine();
            }
            void await_resume() noexcept { }
        };

        TourTask get_return_object() { return TourTask(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        Final final_suspend() noexcept { return {}; }
        void return_void() { }
        void unhandled_exception() { failure = std::current_exception(); }
    };

    explicit TourTask(std::coroutine_handle<promise_type> handle) : m_handle(handle) { }
    TourTask(TourTask &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) { }
    TourTask(const TourTask &) = delete;
    TourTask &operator=(const TourTask &) = delete;
    TourTask &operator=(TourTask &&) = delete;
    ~TourTask()
    {
        if (m_handle) m_handle.destroy();
    }

    /// Starts the outermost walk.
    void run(std::function<void(std::exception_ptr)> finished)
    {
        m_handle.promise().finished = std::move(finished);
        m_handle.resume();
    }

    // co_await of another walk: runs it to its end, and passes its failure on.
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    [[nodiscard]] std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept
    {
        m_handle.promise().continuation = caller;
        return m_handle;
    }
    void await_resume() const
    {
        if (m_handle.promise().failure) std::rethrow_exception(m_handle.promise().failure);
    }

private:
    std::coroutine_handle<promise_type> m_handle;
};

/// co_await until(…): looks every few milliseconds; TourFailure when it does not come true in time.
class Until
{
public:
    Until(QString what, std::function<bool()> condition, int timeoutMs)
        : m_what(std::move(what)), m_condition(std::move(condition)), m_timeoutMs(timeoutMs)
    {
    }

    [[nodiscard]] bool await_ready() const { return m_condition(); }
    void await_suspend(std::coroutine_handle<> caller)
    {
        static constexpr int lookMs = 4;
        m_clock.start();
        auto *timer = new QTimer;
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, timer, [this, timer, caller] {
            m_met = m_condition();
            if (!m_met && m_clock.elapsed() < m_timeoutMs) return;
            timer->stop();
            timer->deleteLater();
            caller.resume();
        });
        timer->start(lookMs);
    }
    void await_resume() const
    {
        if (!m_met) throw TourFailure(QStringLiteral("waited %1 ms for %2").arg(m_timeoutMs).arg(m_what));
    }

private:
    QString m_what;
    std::function<bool()> m_condition;
    int m_timeoutMs;
    QElapsedTimer m_clock;
    bool m_met = true;
};

} // namespace Tandem

/// co_await for a walk or a wait, through a named object: GCC 12 destroys temporaries of a co_await expression twice.
#define TANDEM_WALK(...)                                                                                               \
    do {                                                                                                               \
        auto tandemWalk = (__VA_ARGS__);                                                                               \
        co_await tandemWalk;                                                                                           \
    } while (false)
