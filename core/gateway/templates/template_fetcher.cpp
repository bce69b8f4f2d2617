#include "core/gateway/templates/template_fetcher.h"

#include "core/base/log.h"
#include "core/gateway/team/number_lease.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/store/store.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr auto lookEvery = 10min;
constexpr auto namesAfter = 3s; ///< webhooks of one change come together, and the store applies them meanwhile
constexpr Seconds afterRefusal{3600};

bool isSilence(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout || error.code == ErrorCode::Cancelled
        || error.code == ErrorCode::Ambiguous || error.code == ErrorCode::Protocol;
}

Error words(ErrorCode code, const char *text)
{
    return Error::of(code, QCoreApplication::translate("Templates", text));
}

} // namespace

TemplateFetcher::TemplateFetcher(const SendContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &TemplateFetcher::look);
    m_namesTimer.setSingleShot(true);
    m_namesTimer.setInterval(namesAfter);
    connect(&m_namesTimer, &QTimer::timeout, this, [this] {
        for (const auto &waba : m_named.keys()) considerNames(waba);
    });
}

void TemplateFetcher::start()
{
    m_timer.start();
    numbersChanged();
}

void TemplateFetcher::numbersChanged()
{
    onFinished(this, m_context.store.numbers().all(), [this](const Result<QList<Number>> &numbers) {
        if (m_stopped || !numbers) return;
        m_numbersOf.clear();
        QSet<QString> linked;
        for (const auto &number : *numbers) {
            if (number.state != NumberState::Linked || number.wabaId.isEmpty()) continue;
            m_numbersOf[number.wabaId].append(number.phoneNumberId);
            if (m_linked.remove(number.phoneNumberId)) linked.insert(number.wabaId);
        }
        for (const auto &waba : linked) run(waba);
        look();
    });
}

void TemplateFetcher::tokensChanged()
{
    m_notBefore.clear();
    look();
}

void TemplateFetcher::numberLinked(const QString &phoneNumberId)
{
    m_linked.insert(phoneNumberId);
    m_notBefore.clear();
    numbersChanged();
}

void TemplateFetcher::look()
{
    if (m_stopped) return;
    for (auto it = m_numbersOf.cbegin(); it != m_numbersOf.cend(); ++it) considerAge(it.key());
}

void TemplateFetcher::considerAge(const QString &wabaId)
{
    // The account's first number says which gateway asks.
    if (!m_context.leases.isMine(m_numbersOf.value(wabaId).value(0))) return;
    if (m_runs.contains(wabaId) || m_context.clock->monotonic() < m_notBefore.value(wabaId)) return;
    onFinished(this, m_context.store.templates().sync(wabaId), [this, wabaId](const Result<TemplateSync> &state) {
        if (m_stopped || !state || m_runs.contains(wabaId)) return;
        if (!state->completedAt || m_context.clock->now() - *state->completedAt >= Every) run(wabaId);
    });
}

void TemplateFetcher::run(const QString &wabaId, Done done)
{
    if (const auto known = m_runs.value(wabaId)) {
        if (done) known->waiting.push_back(std::move(done));
        return;
    }
    const auto run = std::make_shared<Run>();
    run->wabaId = wabaId;
    if (done) run->waiting.push_back(std::move(done));
    m_runs.insert(wabaId, run);
    findToken(run, m_numbersOf.value(wabaId));
}

void TemplateFetcher::findToken(const RunPtr &run, QStringList phoneNumberIds)
{
    if (phoneNumberIds.isEmpty()) {
        m_notBefore.insert(run->wabaId, m_context.clock->monotonic() + 60s);
        return finish(run, failure(words(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Templates", "No linked number of this account has an access token here."))));
    }
    const auto id = phoneNumberIds.takeFirst();
    onFinished(this, m_context.tokens.token(id), [this, run, phoneNumberIds](const Result<Secret> &token) {
        if (m_stopped) return;
        if (!token || token->isEmpty()) return findToken(run, phoneNumberIds);
        run->token = *token;
        nextPage(run, {});
    });
}

void TemplateFetcher::nextPage(const RunPtr &run, const QString &after)
{
    run->pageAsked = m_context.clock->now();
    if (after.isEmpty()) run->asked = run->pageAsked;
    onFinished(this, m_context.provider.templates(run->wabaId, after, run->token), [this, run](const Result<TemplatePage> &page) {
        if (m_stopped) return;
        if (page) took(run, *page);
        else broken(run, page.error());
    });
}

void TemplateFetcher::took(const RunPtr &run, const TemplatePage &page)
{
    Q_EMIT reachable(true);
    if (page.restarted) {
        // The list changed while it was read; what was read before may miss or double something.
        if (run->restarted) {
            return broken(run, words(ErrorCode::Protocol, QT_TRANSLATE_NOOP("Templates", "The list of templates changed again and again while it was read. Try again later.")));
        }
        run->restarted = true;
        run->asked = run->pageAsked;
        run->list.clear();
        run->cursors.clear();
        run->pages = 0;
    }
    run->list += page.templates;
    if (page.after.isEmpty()) return whole(run);
    if (++run->pages >= MaxPages || run->cursors.contains(page.after)) {
        return broken(run, words(ErrorCode::Protocol, QT_TRANSLATE_NOOP("Templates", "The platform's list of templates has no end.")));
    }
    run->cursors.insert(page.after);
    nextPage(run, page.after);
}

void TemplateFetcher::whole(const RunPtr &run)
{
    for (auto &each : run->list) {
        each.wabaId = run->wabaId;
        each.syncedAt = run->asked;
    }
    qCInfo(lcGraph, "template list of an account: %lld", static_cast<long long>(run->list.size()));
    m_silences.remove(run->wabaId);
    m_notBefore.insert(run->wabaId, m_context.clock->monotonic() + ByWebhook);
    onFinished(this, m_context.store.templates().replace(run->wabaId, run->list), [this, run](const Result<bool> &written) {
        if (m_stopped) return;
        if (written) return finish(run, {});
        finish(run, failure(written.error()));
    });
}

void TemplateFetcher::broken(const RunPtr &run, const Error &error)
{
    qCInfo(lcGraph, "template list: %s %d", qUtf8Printable(word(error.code)), error.platformCode);
    const bool silent = error.code == ErrorCode::Network || error.code == ErrorCode::Timeout;
    Q_EMIT reachable(!silent);
    const auto advice = Meta::adviceFor(error.platformCode);
    const auto count = m_silences[run->wabaId]++;
    const bool soon = isSilence(error) || advice.kind == Meta::ErrorClass::Retry;
    const Seconds pause = soon ? std::min(Seconds(5) * (1 << std::min(count, 8)), Seconds(600)) : afterRefusal;
    m_notBefore.insert(run->wabaId, m_context.clock->monotonic() + pause);
    QTimer::singleShot(pause, this, [this, waba = run->wabaId] { considerAge(waba); });
    onFinished(this, m_context.store.templates().syncFailed(run->wabaId, error.text), [this, run, error](const Result<bool> &) {
        if (!m_stopped) finish(run, failure(error));
    });
}

void TemplateFetcher::finish(const RunPtr &run, const Result<> &outcome)
{
    m_runs.remove(run->wabaId);
    for (const auto &done : run->waiting) done(outcome);
    if (m_named.contains(run->wabaId)) m_namesTimer.start();
}

std::optional<TemplateFetcher::Named> TemplateFetcher::namedIn(const Event &event)
{
    const auto *account = std::get_if<AccountEvent>(&event);
    if (!account) return std::nullopt;
    const bool about = account->field == "message_template_status_update"_L1 || account->field == "message_template_quality_update"_L1
        || account->field == "template_category_update"_L1 || account->field == "message_template_components_update"_L1;
    if (!about || account->event == "DELETED"_L1 || account->event == "PENDING_DELETION"_L1) return std::nullopt;
    const auto &value = account->value;
    return Named{account->number.wabaId, value.value("message_template_id"_L1).toVariant().toString(), value.value("message_template_name"_L1).toString(),
        value.value("message_template_language"_L1).toString()};
}

void TemplateFetcher::observe(const std::vector<Event> &events)
{
    QList<Named> named;
    for (const auto &event : events) {
        if (auto one = namedIn(event); one && !one->wabaId.isEmpty()) named.append(*std::move(one));
    }
    if (named.isEmpty()) return;
    QMetaObject::invokeMethod(this, [this, named] {
        if (m_stopped) return;
        for (const auto &one : named) m_named[one.wabaId].append(one);
        m_namesTimer.start();
    }, Qt::QueuedConnection);
}

/// The store has applied what webhooks say of templates that it knows; one that it does not know makes the list old.
void TemplateFetcher::considerNames(const QString &wabaId)
{
    if (m_runs.contains(wabaId) || !m_numbersOf.contains(wabaId)) return;
    const auto now = m_context.clock->monotonic();
    if (const auto until = m_notBefore.value(wabaId); now < until) {
        m_namesTimer.start(std::chrono::ceil<Millis>(until - now));
        return;
    }
    onFinished(this, m_context.store.templates().all(wabaId), [this, wabaId](const Result<QList<MessageTemplate>> &list) {
        if (m_stopped || !list) return;
        const auto named = m_named.take(wabaId);
        const bool unknown = std::ranges::any_of(named, [&](const Named &one) {
            return std::ranges::none_of(*list, [&](const MessageTemplate &each) {
                return (!one.platformId.isEmpty() && each.platformId == one.platformId)
                    || (each.name == one.name && QString(each.language).replace(u'-', u'_') == QString(one.language).replace(u'-', u'_'));
            });
        });
        if (unknown) run(wabaId);
    });
}

void TemplateFetcher::stop()
{
    m_stopped = true;
    m_timer.stop();
    m_namesTimer.stop();
}

} // namespace Tandem
