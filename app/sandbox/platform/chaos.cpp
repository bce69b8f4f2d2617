#include "app/sandbox/platform/chaos.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

/// Every switch with the chance it has when no number is given.
static const QMap<QString, double> &defaults()
{
    static const QMap<QString, double> table{{u"disorder"_s, 1.0}, {u"duplicates"_s, 0.3}, {u"batch"_s, 1.0},
        {u"delay"_s, 1.0}, {u"5xx"_s, 0.3}, {u"drop"_s, 0.2}, {u"slow"_s, 1.0}, {u"expired_token"_s, 1.0},
        {u"missing_history_chunk"_s, 1.0}, {u"late_refusal"_s, 1.0}, {u"dialect"_s, 1.0}, {u"stale_cursor"_s, 0.5}};
    return table;
}

Chaos::Chaos(const QString &list, quint32 seed)
    : m_random(seed ^ 0x9e3779b9U)
{
    turnOn(list);
}

QStringList Chaos::names()
{
    return defaults().keys();
}

QString Chaos::firstUnknown(const QString &list)
{
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const QString name = word.section(u'=', 0, 0).trimmed();
        if (!defaults().contains(name)) return name;
    }
    return {};
}

void Chaos::turnOn(const QString &list)
{
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
        const QString name = word.section(u'=', 0, 0).trimmed();
        bool ok = false;
        const double chance = word.section(u'=', 1).toDouble(&ok);
        if (defaults().contains(name)) m_chance.insert(name, ok ? qBound(0.0, chance, 1.0) : defaults().value(name));
    }
}

bool Chaos::apply(const QJsonObject &switches)
{
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        if (!defaults().contains(it.key())) return false;
    }
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        const double chance
            = it.value().isBool() ? (it.value().toBool() ? defaults().value(it.key()) : 0.0) : it.value().toDouble();
        m_chance.insert(it.key(), qBound(0.0, chance, 1.0));
    }
    return true;
}

QJsonObject Chaos::state() const
{
    QJsonObject state;
    for (const QString &name : names())
        state.insert(name, m_chance.value(name, 0.0));
    return state;
}

bool Chaos::strikes(const QString &name)
{
    const double chance = m_chance.value(name, 0.0);
    return chance > 0.0 && m_random.generateDouble() < chance;
}

} // namespace Tandem::Sandbox
