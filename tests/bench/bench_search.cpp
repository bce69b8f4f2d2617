#include "core/store/store.h"
#include "tests/bench/items.h"
#include "tests/bench/raw_database.h"

#include <QElapsedTimer>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

struct QueryClass
{
    const char *name;
    QStringList queries;
};

/// Parts of texts that are really there, drawn over the whole database.
std::vector<QueryClass> drawQueries(const QString &path, int each)
{
    RawDatabase db(path, true);
    const qint64 newest = db.number("SELECT max(id) FROM messages");
    std::mt19937_64 engine(4);
    QueryClass words{"one word", {}};
    QueryClass prefixes{"first two letters of a word", {}};
    QueryClass twoWords{"two words", {}};
    QueryClass oneHan{"1 Chinese character", {}};
    QueryClass twoHan{"2 Chinese characters", {}};
    QueryClass fourHan{"4 Chinese characters", {}};
    QueryClass absent{"what is not there", {}};
    const auto whole = [&] {
        return words.queries.size() >= each && twoWords.queries.size() >= each && fourHan.queries.size() >= each;
    };
    RawDatabase::Statement select(db.raw(), "SELECT text FROM messages WHERE id >= ? AND text IS NOT NULL ORDER BY id LIMIT 1");
    for (int i = 0; i < each * 50 && !whole(); ++i) {
        select.bind(1, qint64(1 + engine() % quint64(newest)));
        if (!select.step()) continue;
        const QString text = QString::fromUtf8(select.text(0));
        sqlite3_reset(select.raw());
        if (text.size() > 4 && text.at(0).unicode() >= 0x4e00 && text.at(3).unicode() >= 0x4e00) {
            oneHan.queries.append(text.left(1));
            twoHan.queries.append(text.left(2));
            fourHan.queries.append(text.left(4));
        } else if (text.count(u' ') > 2 && text.at(0).isLower()) {
            const auto parts = text.split(u' ');
            words.queries.append(parts.at(0));
            if (parts.at(1).size() > 2) prefixes.queries.append(parts.at(1).left(2));
            twoWords.queries.append(parts.at(0) + u' ' + parts.at(1));
            absent.queries.append(u"zzq"_s + parts.at(0));
        }
    }
    std::vector<QueryClass> classes{words, prefixes, twoWords, oneHan, twoHan, fourHan, absent};
    for (QueryClass &c : classes) c.queries = c.queries.mid(0, each);
    return classes;
}

/// The floor: the newest fifty hits by the same index, nothing else. Our tokens of these queries are the words themselves.
double bareMillis(RawDatabase::Statement &statement, const QByteArray &match)
{
    QElapsedTimer timer;
    timer.start();
    statement.bind(1, match);
    statement.run();
    return double(timer.nsecsElapsed()) / 1e6;
}

QByteArray bareMatch(const QString &query, bool han)
{
    QByteArray tokens;
    if (!han || query.size() == 1) return '"' + query.toUtf8() + "\"*";
    for (int i = 0; i + 2 <= query.size(); ++i) tokens += (i ? " " : "") + query.mid(i, 2).toUtf8();
    return '"' + tokens + '"';
}

} // namespace

/// Search over names and texts as the window's search field asks for it.
void benchSearch(const Options &options, Report &report)
{
    const QString path = largeDatabase(options);
    const int each = options.scaled(60, 3);
    const auto classes = drawQueries(path, each);
    auto store = Store::open({u"sqlite:"_s + path, options.folder + u"/media"_s, true, false}, std::make_shared<SystemClock>());
    if (!store) qFatal("open: %s", qUtf8Printable(store.error().text));
    RawDatabase db(path, true);
    RawDatabase::Statement bare(db.raw(),
        "SELECT m.id, m.text FROM message_search s JOIN messages m ON m.id = (s.rowid & 0x3fffffff) WHERE message_search MATCH ? "
        "ORDER BY s.rowid DESC LIMIT 50");
    for (const QueryClass &c : classes) { // the first touch of the file is the disk's time, not the search's
        for (const QString &query : c.queries.mid(0, 20)) (void)waitFor((*store)->conversations().search(query, std::nullopt, 50));
    }
    std::vector<double> all;
    for (const QueryClass &c : classes) {
        std::vector<double> times;
        std::vector<double> floors;
        qsizetype hits = 0;
        for (const QString &query : c.queries) {
            QElapsedTimer timer;
            timer.start();
            const auto page = waitFor((*store)->conversations().search(query, std::nullopt, 50));
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (!page) qFatal("search: %s", qUtf8Printable(page.error().text));
            hits += page->messages.size();
            floors.push_back(bareMillis(bare, bareMatch(query, query.at(0).unicode() >= 0x4e00)));
        }
        const QString name = QString::fromLatin1(c.name);
        if (hits == 0 && !name.startsWith(u"what"_s)) qFatal("%s: nothing found", c.name);
        report.add(u"search, %1: p50"_s.arg(name), percentile(times, 0.5), u"ms"_s);
        report.add(u"search, %1: p95"_s.arg(name), percentile(times, 0.95), u"ms"_s, Report::Goal{30},
            u"bare index query p95 %1 ms"_s.arg(percentile(floors, 0.95), 0, 'f', 2));
        all.insert(all.end(), times.begin(), times.end());
    }
    report.add(u"search, all: p95 at %1 messages"_s.arg(options.scaled(options.messages, 2'000)), percentile(all, 0.95), u"ms"_s, Report::Goal{30});
}

} // namespace Bench
