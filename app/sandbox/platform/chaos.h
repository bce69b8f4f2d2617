#pragma once

#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace Tandem::Sandbox {

/// The switches that make the platform behave badly, each with a probability between 0 (off) and 1.
class Chaos
{
public:
    Chaos(const QString &list, quint32 seed);

    [[nodiscard]] static QStringList names();
    /// The first word of a comma-separated list that is no switch; empty when all are.
    [[nodiscard]] static QString firstUnknown(const QString &list);

    /// "disorder,5xx=0.5": turns these on, leaves the others.
    void turnOn(const QString &list);
    /// {"disorder":true,"5xx":0.5,"delay":false}; false in return when a name is unknown.
    [[nodiscard]] bool apply(const QJsonObject &switches);
    [[nodiscard]] QJsonObject state() const;

    [[nodiscard]] bool isOn(const QString &name) const { return m_chance.value(name, 0.0) > 0.0; }
    /// Throws the dice of one switch.
    [[nodiscard]] bool strikes(const QString &name);
    [[nodiscard]] int between(int low, int high) { return m_random.bounded(low, high + 1); }

private:
    QMap<QString, double> m_chance;
    QRandomGenerator m_random;
};

} // namespace Tandem::Sandbox
