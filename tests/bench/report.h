#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Bench {

/// What one run measured: printed as a table for people and as JSON for programs.
class Report
{
public:
    struct Goal
    {
        double value = 0;
        bool atMost = true;
    };
    void add(const QString &item, double value, const QString &unit, std::optional<Goal> goal = std::nullopt, const QString &note = {});
    /// `value` against a floor measured in this very run: a ratio above 1 means slower than the floor.
    void addRatio(const QString &item, double ratio, std::optional<Goal> goal = std::nullopt, const QString &note = {});
    void print() const;
    [[nodiscard]] bool writeJson(const QString &path) const;
    [[nodiscard]] bool missesAGoal() const;

private:
    struct Figure
    {
        QString item;
        double value;
        QString unit;
        std::optional<Goal> goal;
        QString note;
    };
    std::vector<Figure> m_figures;
};

/// Sorts a copy; `share` 0.5 is the median.
[[nodiscard]] double percentile(std::vector<double> values, double share);

struct Memory
{
    double rssMiB = 0;
    double pssMiB = 0;
};
/// Of the process and all its children; zero where the system does not tell.
[[nodiscard]] Memory memoryOf(qint64 pid);

/// Processor time of a process so far, user and system; zero where the system does not tell.
[[nodiscard]] double cpuSecondsOf(qint64 pid);

} // namespace Bench
