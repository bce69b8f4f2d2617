#include "tests/bench/report.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Bench {
namespace {

QString shown(double value)
{
    return QString::number(value, 'f', std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 2);
}

double sumOf(const QByteArray &text, const QByteArray &key)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(key)) return line.mid(key.size()).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

void Report::add(const QString &item, double value, const QString &unit, std::optional<Goal> goal, const QString &note)
{
    m_figures.push_back({item, value, unit, goal, note});
    std::printf("  %s: %s %s\n", qUtf8Printable(item), qUtf8Printable(shown(value)), qUtf8Printable(unit));
    std::fflush(stdout);
}

void Report::addRatio(const QString &item, double ratio, std::optional<Goal> goal, const QString &note)
{
    add(item, ratio, u"x floor"_s, goal, note);
}

bool Report::missesAGoal() const
{
    return std::any_of(m_figures.cbegin(), m_figures.cend(), [](const Figure &f) {
        return f.goal && (f.goal->atMost ? f.value > f.goal->value : f.value < f.goal->value);
    });
}

void Report::print() const
{
    std::printf("\n| what | measured | goal | |\n|---|---|---|---|\n");
    for (const Figure &f : m_figures) {
        const bool missed = f.goal && (f.goal->atMost ? f.value > f.goal->value : f.value < f.goal->value);
        const QString goal = f.goal ? (f.goal->atMost ? u"≤ "_s : u"≥ "_s) + shown(f.goal->value) + (missed ? u" missed"_s : u" met"_s) : QString();
        std::printf("| %s | %s %s | %s | %s |\n", qUtf8Printable(f.item), qUtf8Printable(shown(f.value)), qUtf8Printable(f.unit),
            qUtf8Printable(goal), qUtf8Printable(f.note));
    }
    std::fflush(stdout);
}

bool Report::writeJson(const QString &path) const
{
    QJsonArray all;
    for (const Figure &f : m_figures) {
        QJsonObject figure{{u"item"_s, f.item}, {u"value"_s, f.value}, {u"unit"_s, f.unit}, {u"note"_s, f.note}};
        if (f.goal) {
            figure[u"goal"_s] = f.goal->value;
            figure[u"met"_s] = f.goal->atMost ? f.value <= f.goal->value : f.value >= f.goal->value;
        }
        all.append(figure);
    }
    const auto text = QJsonDocument(all).toJson(path.isEmpty() ? QJsonDocument::Compact : QJsonDocument::Indented);
    if (path.isEmpty()) return std::printf("\n%s\n", text.constData()) > 0;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

double cpuSecondsOf(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    const QByteArray text = stat.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() < 13 ? 0 : (fields[11].toDouble() + fields[12].toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

Memory memoryOf(qint64 pid)
{
    Memory memory;
    QFile rollup(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!rollup.open(QIODevice::ReadOnly)) return memory;
    const QByteArray text = rollup.readAll();
    memory = {sumOf(text, "Rss:"), sumOf(text, "Pss:")};
    QFile children(u"/proc/%1/task/%1/children"_s.arg(pid));
    if (!children.open(QIODevice::ReadOnly)) return memory;
    for (const QByteArray &child : children.readAll().simplified().split(' ')) {
        if (child.isEmpty()) continue;
        const Memory more = memoryOf(child.toLongLong());
        memory.rssMiB += more.rssMiB;
        memory.pssMiB += more.pssMiB;
    }
    return memory;
}

} // namespace Bench
