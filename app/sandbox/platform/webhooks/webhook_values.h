#pragma once

#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {

/// Builds the `value` of each webhook field from the world, in the words of the platform's reference.
class WebhookValues
{
public:
    explicit WebhookValues(World &world)
        : m_world(world)
    {
    }
    /// Where media links of webhooks point: scheme, host and port.
    void setBase(const QString &base) { m_base = base; }
    [[nodiscard]] const QString &base() const { return m_base; }
    /// History as one vendor publishes it: lower-case status, from_me, newest first.
    void setDialect(bool on) { m_dialect = on; }

    [[nodiscard]] QJsonObject inbound(const Account &account, const Thread &thread, const Message &message);
    [[nodiscard]] QJsonObject inboundEdit(
        const Account &account, const Thread &thread, const Message &original, const Message &edit);
    [[nodiscard]] QJsonObject inboundRevoke(
        const Account &account, const Thread &thread, const QString &id, const QString &original);
    /// `emoji` empty: taken back, and then `spelt` says it by "" instead of leaving it out.
    [[nodiscard]] QJsonObject inboundReaction(const Account &account, const Thread &thread, const QString &id,
        const QString &target, const QString &emoji, bool spelt = false);
    [[nodiscard]] QJsonObject echo(const Account &account, const Thread &thread, const Message &message);
    [[nodiscard]] QJsonObject echoEdit(
        const Account &account, const Thread &thread, const Message &original, const Message &edit);
    [[nodiscard]] QJsonObject echoReaction(
        const Account &account, const Thread &thread, const QString &id, const QString &target, const QString &emoji);
    [[nodiscard]] QJsonObject echoRevoke(
        const Account &account, const Thread &thread, const QString &id, const QString &original);
    struct Status
    {
        QString word;
        qint64 timestamp = 0; ///< seconds; 0: now
        bool firstArrival = false; ///< `read` without a `delivered` before it, which then carries the price
        QJsonObject error;
    };
    [[nodiscard]] QJsonObject status(
        const Account &account, const Thread &thread, const Message &message, const Status &status);
    /// Instead of a message that the platform cannot give yet: error 131060.
    [[nodiscard]] QJsonObject unavailable(const Account &account, const Thread &thread, const Message &message);
    [[nodiscard]] QJsonObject preference(const Account &account, const Thread &thread, bool stops) const;
    /// Every status with a conversation object, as older versions of the API do.
    void setConversations(bool on) { m_conversations = on; }

    [[nodiscard]] QJsonObject contact(
        const Account &account, const QList<Customer> &customers, const QString &action, qint64 timestamp);
    struct Piece
    {
        const Thread *thread = nullptr;
        QList<const Message *> messages;
    };
    [[nodiscard]] QJsonObject history(
        const Account &account, const QList<Piece> &pieces, int phase, int chunkOrder, int progress);
    [[nodiscard]] QJsonObject historyMedia(const Account &account, const Thread &thread, const Message &message);
    [[nodiscard]] QJsonObject historyDeclined(const Account &account);

    [[nodiscard]] QJsonObject frame(const Account &account) const;

private:
    [[nodiscard]] QJsonObject priceOf(const Thread &thread, const Message &message, qint64 at) const;
    [[nodiscard]] QJsonObject conversationOf(
        const Thread &thread, const Message &message, const QString &category, bool withEnd) const;
    /// The type's object, and what stands beside it.
    void fill(QJsonObject &wire, const Message &message, bool hexDigest);
    [[nodiscard]] QJsonObject inboundFrame(
        const Account &account, const Thread &thread, const QJsonObject &message) const;
    [[nodiscard]] QJsonObject echoFrame(const Account &account, const Thread &thread, QJsonObject message) const;
    [[nodiscard]] QJsonObject head(
        const Thread &thread, const QString &id, qint64 timestamp, const QString &type) const;
    [[nodiscard]] QJsonValue content(const Message &message, bool hexDigest, bool withLink);
    [[nodiscard]] QJsonObject echoMessage(
        const Account &account, const Thread &thread, const Message &message, bool hexDigest);
    [[nodiscard]] QJsonObject historyMessage(
        const Account &account, const Thread &thread, const Message &message) const;

    World &m_world;
    QString m_base;
    bool m_dialect = false;
    bool m_conversations = false;
};

} // namespace Tandem::Sandbox
