#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QString>

#include <random>
#include <vector>

namespace Bench {

inline constexpr char AppSecret[] = "bench-app-secret";
inline constexpr char VerifyToken[] = "bench-verify-token";
inline constexpr char NumberId[] = "600000000000001";
inline constexpr char WabaId[] = "700000000000001";
inline constexpr char DisplayPhone[] = "15550783881";

/// Makes webhook bodies of people who write English and Chinese, the same for the same seed.
class WebhookMaker
{
public:
    explicit WebhookMaker(quint64 seed) : m_engine(seed) { }

    /// A live message of one of `customers` people.
    [[nodiscard]] QByteArray liveMessage(int customers);
    /// History chunks of about `perBody` messages each: conversations of these lengths, over 180 days before `newest`.
    [[nodiscard]] QByteArrayList history(const std::vector<int> &lengths, int perBody, qint64 newestSeconds);

private:
    [[nodiscard]] QString text();
    [[nodiscard]] QString latinWord();
    [[nodiscard]] QString han(int length);
    [[nodiscard]] QJsonObject historyMessage(int person, qint64 seconds);
    [[nodiscard]] qint64 draw(qint64 low, qint64 high);

    std::mt19937_64 m_engine;
    qint64 m_serial = 0;
};

/// A few long conversations, many short ones: `messages` in all.
[[nodiscard]] std::vector<int> unevenLengths(int messages, int conversations);
/// "sha256=…" of the body with AppSecret.
[[nodiscard]] QByteArray signatureOf(const QByteArray &body);

} // namespace Bench
