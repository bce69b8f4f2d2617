#include "core/secrets/keychain_secret_store.h"

#include "core/base/log.h"
#include "core/secrets/keychain_worker.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto service = "Tandem"_L1;
constexpr int quitPatienceMs = 2000;

template<typename T>
using SharedPromise = std::shared_ptr<QPromise<Result<T>>>;

template<typename T>
SharedPromise<T> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template<typename T>
void settle(const SharedPromise<T> &promise, Result<T> value)
{
    promise->addResult(std::move(value));
    promise->finish();
}

bool succeeded(const QKeychain::Job *job)
{
    return job && job->error() == QKeychain::NoError;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString &scope, QObject *parent) : SecretStore(parent), m_scope(scope) { }

KeychainSecretStore::~KeychainSecretStore()
{
    const auto left = std::make_shared<QSemaphore>();
    KeychainWorker::shared().leave(this, left);
    // When a dialog of the keyring is still open the job is left to the end of the process.
    if (!left->tryAcquire(1, quitPatienceMs)) qCWarning(lcSecrets, "the keyring did not answer before the end");
}

QString KeychainSecretStore::scoped(const QString &key) const
{
    return m_scope.isEmpty() ? key : m_scope + u'/' + key;
}

FutureResult<Secret> KeychainSecretStore::read(const QString &key)
{
    auto promise = startedPromise<Secret>();
    auto make = [name = scoped(key)]() -> QKeychain::Job * {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(name);
        return job;
    };
    auto done = [promise](QKeychain::Job *job) {
        if (!succeeded(job)) return settle<Secret>(promise, failure(keychainError(job)));
        settle<Secret>(promise, Secret(static_cast<QKeychain::ReadPasswordJob *>(job)->textData()));
    };
    KeychainWorker::shared().add(this, make, done);
    return promise->future();
}

FutureResult<bool> KeychainSecretStore::write(const QString &key, const Secret &value)
{
    auto promise = startedPromise<bool>();
    auto make = [name = scoped(key), value]() -> QKeychain::Job * {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(name);
        job->setTextData(value.reveal());
        return job;
    };
    auto done = [promise](QKeychain::Job *job) {
        settle<bool>(promise, succeeded(job) ? Result<bool>(true) : failure(keychainError(job)));
    };
    KeychainWorker::shared().add(this, make, done);
    return promise->future();
}

FutureResult<bool> KeychainSecretStore::remove(const QString &key)
{
    auto promise = startedPromise<bool>();
    auto make = [name = scoped(key)]() -> QKeychain::Job * {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(name);
        return job;
    };
    auto done = [promise](QKeychain::Job *job) {
        const bool gone = succeeded(job) || (job && job->error() == QKeychain::EntryNotFound);
        settle<bool>(promise, gone ? Result<bool>(true) : failure(keychainError(job)));
    };
    KeychainWorker::shared().add(this, make, done);
    return promise->future();
}

} // namespace Tandem
