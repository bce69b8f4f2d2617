#pragma once

#include <QString>
#include <QtTest>

#include <random>

/// Runs `check(seed)`, which answers an empty text or what went wrong, for TANDEM_CASES seeds (1,000 when unset, 100,000 in
/// the long run) from TANDEM_SEED on; a failure names the seed that repeats it.
template<typename Check>
void forAllSeeds(quint64 salt, int perThousand, Check check)
{
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("TANDEM_CASES", &ok);
    const qint64 cases = qMax<qint64>(1, qint64(ok ? wanted : 1000) * perThousand / 1000);
    const quint64 first = qEnvironmentVariable("TANDEM_SEED", QStringLiteral("1")).toULongLong();
    for (qint64 i = 0; i < cases; ++i) {
        const quint64 seed = first + quint64(i);
        const QString fault = check(seed * 1'000'003 + salt);
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("TANDEM_SEED=%1: %2").arg(seed).arg(fault)));
    }
    qInfo("%lld cases from TANDEM_SEED=%llu", static_cast<long long>(cases), static_cast<unsigned long long>(first));
}

/// Integer draws whose sequence is the same with every standard library.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) { }
    [[nodiscard]] qint64 between(qint64 low, qint64 high) { return low + qint64(m_engine() % quint64(high - low + 1)); }
    [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }
    template<typename T>
    [[nodiscard]] T oneOf(std::initializer_list<T> values)
    {
        return values.begin()[between(0, qint64(values.size()) - 1)];
    }
    [[nodiscard]] std::mt19937_64 &engine() { return m_engine; }

private:
    std::mt19937_64 m_engine;
};
