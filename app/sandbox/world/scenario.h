#pragma once

#include "app/sandbox/world/people.h"
#include "app/sandbox/world/script.h"

#include <QRandomGenerator>

namespace Tandem::Sandbox {

class World;

/// Writes a shop's last six months into an account: the same seed, number and day give the same talk and the same ids.
class Scenario
{
public:
    Scenario(World &world, Account &account);
    void fill();

    [[nodiscard]] static QString wamid(quint32 seed, const QString &text);
    /// Gives the message its type, content and file from an attachment word ("photo:lamp", "voice", "location"…).
    static void dress(
        World &world, Message &message, const QString &attachment, const QString &text, quint32 pictureSeed);

private:
    [[nodiscard]] QList<QList<Line>> rehearse(const Person &person, int messages);
    void lay(Thread &thread, const Person &person, const QList<QList<Line>> &talks);
    [[nodiscard]] qint64 intoTheDay(qint64 second) const;

    World &m_world;
    Account &m_account;
    QRandomGenerator m_random;
};

} // namespace Tandem::Sandbox
