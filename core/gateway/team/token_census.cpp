#include "core/gateway/team/token_census.h"

#include "core/gateway/token_book.h"
#include "core/store/stores.h"

#include <algorithm>
#include <memory>
#include <utility>

using namespace std::chrono_literals;

namespace Tandem {

struct TokenCensus::Round
{
    qsizetype left = 0;
    QHash<QString, Secret> have;
    QSet<NumberId> known;
    bool unsure = false; ///< something could not be read just now
};

TokenCensus::TokenCensus(NumberStore &numbers, TokenBook &tokens, QObject *parent) : QObject(parent), m_numbers(numbers), m_tokens(tokens)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(2s);
    connect(&m_retry, &QTimer::timeout, this, &TokenCensus::look);
}

void TokenCensus::numbersChanged(const QSet<NumberId> &numbers)
{
    if (std::ranges::any_of(numbers, [this](NumberId id) { return !m_known.contains(id); })) look();
}

void TokenCensus::look()
{
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_lookAgain = false;
    onFinished(this, m_numbers.all(), [this](const Result<QList<Number>> &numbers) {
        if (numbers) return ask(*numbers);
        m_retry.start();
        again();
    });
}

void TokenCensus::ask(const QList<Number> &numbers)
{
    const auto round = std::make_shared<Round>();
    round->left = numbers.size();
    if (numbers.isEmpty()) return take(*round);
    for (const auto &number : numbers) {
        const auto id = number.phoneNumberId;
        round->known.insert(number.id);
        onFinished(this, m_tokens.token(id), [this, round, id](const Result<Secret> &token) {
            if (token && !token->isEmpty()) {
                round->have.insert(id, *token);
            } else if (!token && token.error().code != ErrorCode::NotFound && token.error().code != ErrorCode::Secret) {
                // A database that is away says nothing about the token.
                round->unsure = true;
                if (const auto before = m_have.constFind(id); before != m_have.cend()) round->have.insert(id, *before);
            }
            if (--round->left == 0) take(*round);
        });
    }
}

void TokenCensus::take(const Round &round)
{
    const auto before = std::exchange(m_have, round.have);
    m_known = round.known;
    bool other = false;
    for (auto it = m_have.cbegin(); it != m_have.cend(); ++it) {
        const auto old = before.constFind(it.key());
        other = other || (old != before.cend() && *old != *it);
    }
    if (round.unsure) m_retry.start();
    Q_EMIT counted(m_have.keys());
    if (other) Q_EMIT replaced();
    again();
}

void TokenCensus::again()
{
    m_looking = false;
    if (m_lookAgain) look();
}

} // namespace Tandem
