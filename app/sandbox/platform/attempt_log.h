#pragma once

#include <QJsonObject>
#include <QString>

#include <deque>

namespace Tandem::Sandbox {

/// One attempt to send, as the platform saw it.
struct Attempt
{
    qint64 micros = 0; ///< monotonic, when the request had arrived
    qint64 wallMs = 0;
    QString source; ///< api | phone | read (read receipts and typing take no slot) | violation
    QString number; ///< phone_number_id
    QString to;
    QString type;
    int http = 200;
    int code = 0; ///< 0: accepted
    QString wamid;
    QString opaque;
};

/// Every attempt on /messages, accepted or refused, to check a client by.
class AttemptLog
{
public:
    void add(Attempt attempt);
    void clear() { m_attempts.clear(); }
    /// `number` empty: all numbers. `after`: only attempts with a larger sequence number.
    [[nodiscard]] QJsonObject list(const QString &number, qint64 after) const;
    /// `limit`: messages a second that the sum of phone and API is held against.
    [[nodiscard]] QJsonObject summary(const QString &number, int limit) const;

private:
    std::deque<std::pair<qint64, Attempt>> m_attempts;
    qint64 m_sequence = 0;
};

} // namespace Tandem::Sandbox
