#include "core/secrets/keychain_worker.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QThread>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Tandem {

KeychainWorker &KeychainWorker::shared()
{
    static auto *const worker = [] {
        auto *made = new KeychainWorker;
        auto *thread = new QThread;
        thread->setObjectName(u"tandem-keychain"_s);
        made->moveToThread(thread);
        thread->start();
        return made;
    }();
    return *worker;
}

void KeychainWorker::add(const void *owner, Make make, Done done)
{
    QMetaObject::invokeMethod(this,
        [this, request = Request{owner, std::move(make), std::move(done)}] { take(request); }, Qt::QueuedConnection);
}

void KeychainWorker::leave(const void *owner, std::shared_ptr<QSemaphore> left)
{
    QMetaObject::invokeMethod(this, [this, owner, left] {
        std::deque<Request> kept;
        for (auto &request : m_requests) {
            if (request.owner == owner) request.done(nullptr);
            else kept.push_back(std::move(request));
        }
        m_requests = std::move(kept);
        if (m_running == owner) m_left = left;
        else left->release();
    }, Qt::QueuedConnection);
}

void KeychainWorker::take(Request request)
{
    m_requests.push_back(std::move(request));
    if (!m_running) next();
}

void KeychainWorker::next()
{
    if (m_requests.empty()) return;
    auto request = std::move(m_requests.front());
    m_requests.pop_front();
    m_running = request.owner;
    auto *job = request.make();
    connect(job, &QKeychain::Job::finished, this, [this, done = std::move(request.done)](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError && finished->error() != QKeychain::EntryNotFound) {
            qCWarning(lcSecrets, "keychain job failed, code %d", int(finished->error()));
        }
        done(finished);
        ended();
    });
    job->start();
}

void KeychainWorker::ended()
{
    m_running = nullptr;
    if (const auto left = std::exchange(m_left, nullptr)) left->release();
    next();
}

Error keychainError(const QKeychain::Job *job)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("SecretStore", source); };
    if (!job) return Error::of(ErrorCode::Cancelled, QString());
    switch (job->error()) {
    case QKeychain::EntryNotFound:
        return Error::of(ErrorCode::NotFound, text(QT_TRANSLATE_NOOP("SecretStore", "This secret is not stored.")), job->key());
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error::of(ErrorCode::Secret,
            text(QT_TRANSLATE_NOOP("SecretStore", "The keyring refused access. Unlock it and allow Tandem to use it.")),
            job->errorString());
    default:
        return Error::of(ErrorCode::Secret,
            text(QT_TRANSLATE_NOOP("SecretStore",
                "No keyring could be used. Start one, such as GNOME Keyring or KWallet, and unlock it.")),
            job->errorString());
    }
}

} // namespace Tandem
