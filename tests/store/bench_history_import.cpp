#include "core/store/search/search_index.h"
#include "core/store/search/search_text.h"
#include "core/store/sql/dialect.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>

#include <atomic>
#include <ctime>
#include <random>
#include <sqlite3.h>
#include <thread>

// History import of N messages through the Store against a bare sqlite3 loop that inserts the very same rows into the
// same tables, indexes and full-text index, in as many transactions. Prints JSON and a line for people.

using namespace Tandem;
using namespace Qt::StringLiterals;

namespace {

const EventNumber number{u"600000000000001"_s, u"700000000000001"_s, u"15550783881"_s};

QString words(std::mt19937 &random)
{
    static const QStringList pool{u"hello"_s, u"order"_s, u"shipped"_s, u"tomorrow"_s, u"price"_s, u"thanks"_s, u"size"_s, u"blue"_s,
        u"please"_s, u"address"_s, u"delivery"_s, u"invoice"_s, u"payment"_s, u"question"_s};
    QString text;
    if (random() % 10 < 4) {
        for (int i = 0; i < 16; ++i) text.append(QChar(0x4e00 + int(random() % 3000)));
        return text;
    }
    for (int i = 0; i < 9; ++i) text += pool[int(random() % unsigned(pool.size()))] + u' ';
    return text + QString::number(random() % 100000);
}

std::vector<Event> delivery(int index, int size, std::mt19937 &random)
{
    std::vector<Event> events;
    events.reserve(size_t(size) + 1);
    for (int i = 0; i < size; ++i) {
        MessageEvent event;
        event.number = number;
        event.peer.phone = u"1650"_s + QString::number(1'000'000 + (index * 7 + i / 50) % 400);
        event.wamid = u"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"_s + QString::number(index * size + i);
        event.direction = random() % 2 ? Direction::In : Direction::Out;
        event.source = MessageSource::History;
        event.timestamp = fromEpochSeconds(1'750'000'000 + qint64(random() % 15'000'000));
        event.status = MessageStatus::Read;
        event.type = random() % 10 == 0 ? u"media_placeholder"_s : u"text"_s;
        if (event.type == "text"_L1) {
            event.text = words(random);
            event.payload = QJsonObject{{u"text"_s, QJsonObject{{u"body"_s, event.text}}}};
        }
        events.emplace_back(std::move(event));
    }
    events.emplace_back(HistoryChunkEvent{number, index % 3, index, index, size});
    return events;
}

void check(sqlite3 *db, int code)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) qFatal("sqlite: %s", sqlite3_errmsg(db));
}

void execute(sqlite3 *db, const char *sql) { check(db, sqlite3_exec(db, sql, nullptr, nullptr, nullptr)); }

struct Table
{
    QByteArray insert;
    int columns = 0;
    std::vector<std::vector<sqlite3_value *>> rows;
};

Table readTable(sqlite3 *db, const QByteArray &name)
{
    Table table;
    sqlite3_stmt *select = nullptr;
    check(db, sqlite3_prepare_v2(db, ("SELECT * FROM " + name + " ORDER BY 1").constData(), -1, &select, nullptr));
    table.columns = sqlite3_column_count(select);
    QByteArray marks = "?";
    for (int i = 1; i < table.columns; ++i) marks += ",?";
    table.insert = "INSERT INTO " + name + " VALUES (" + marks + ")";
    while (sqlite3_step(select) == SQLITE_ROW) {
        std::vector<sqlite3_value *> row;
        for (int i = 0; i < table.columns; ++i) row.push_back(sqlite3_value_dup(sqlite3_column_value(select, i)));
        table.rows.push_back(std::move(row));
    }
    sqlite3_finalize(select);
    return table;
}

struct FloorRows
{
    Table numbers, contacts, identities, conversations, messages, media;
    struct Tokens
    {
        qint64 entry, message;
        QByteArray tokens;
    };
    std::vector<Tokens> tokens; ///< in the order of messages, within a transaction by entry, as FTS5 likes it
};

void insertRange(sqlite3 *db, sqlite3_stmt *statement, const Table &table, size_t from, size_t to)
{
    for (size_t r = from; r < std::min(to, table.rows.size()); ++r) {
        for (int c = 0; c < table.columns; ++c) sqlite3_bind_value(statement, c + 1, table.rows[r][size_t(c)]);
        check(db, sqlite3_step(statement));
        sqlite3_reset(statement);
    }
}

std::pair<double, double> floorSeconds(const QString &path, const FloorRows &rows, size_t perTransaction)
{
    sqlite3 *db = nullptr;
    check(db, sqlite3_open(path.toUtf8().constData(), &db));
    for (const char *sql : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = 1", "PRAGMA cache_size = -32768"}) execute(db, sql);
    for (const auto &script : makeSqliteDialect()->migrations()) {
        for (const auto &sql : script.statements) execute(db, sql.toUtf8().constData());
    }
    const auto prepare = [&](const QByteArray &sql) {
        sqlite3_stmt *statement = nullptr;
        check(db, sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr));
        return statement;
    };
    QElapsedTimer timer;
    timer.start();
    const auto cpu = std::clock();
    execute(db, "BEGIN IMMEDIATE");
    for (const auto *table : {&rows.numbers, &rows.contacts, &rows.identities, &rows.conversations}) {
        auto *statement = prepare(table->insert);
        insertRange(db, statement, *table, 0, table->rows.size());
        sqlite3_finalize(statement);
    }
    execute(db, "COMMIT");
    auto *message = prepare(rows.messages.insert);
    auto *media = prepare(rows.media.insert);
    auto *search = prepare("INSERT INTO message_search (rowid, tokens) VALUES (?, ?)");
    size_t medium = 0, token = 0;
    for (size_t from = 0; from < rows.messages.rows.size(); from += perTransaction) {
        execute(db, "BEGIN IMMEDIATE");
        const size_t to = std::min(from + perTransaction, rows.messages.rows.size());
        insertRange(db, message, rows.messages, from, to);
        const auto lastId = sqlite3_value_int64(rows.messages.rows[to - 1][0]);
        const size_t firstMedium = medium;
        while (medium < rows.media.rows.size() && sqlite3_value_int64(rows.media.rows[medium][0]) <= lastId) ++medium;
        insertRange(db, media, rows.media, firstMedium, medium);
        for (; token < rows.tokens.size() && rows.tokens[token].message <= lastId; ++token) {
            sqlite3_bind_int64(search, 1, rows.tokens[token].entry);
            sqlite3_bind_text(search, 2, rows.tokens[token].tokens.constData(), int(rows.tokens[token].tokens.size()), SQLITE_STATIC);
            check(db, sqlite3_step(search));
            sqlite3_reset(search);
        }
        execute(db, "COMMIT");
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double cpuSeconds = double(std::clock() - cpu) / CLOCKS_PER_SEC;
    for (auto *statement : {message, media, search}) sqlite3_finalize(statement);
    sqlite3_close(db);
    return {seconds, cpuSeconds};
}

FloorRows readRows(const QString &path, size_t perTransaction)
{
    sqlite3 *db = nullptr;
    check(db, sqlite3_open(path.toUtf8().constData(), &db));
    FloorRows rows{readTable(db, "numbers"), readTable(db, "contacts"), readTable(db, "identities"), readTable(db, "conversations"),
        readTable(db, "messages"), readTable(db, "message_media"), {}};
    for (size_t from = 0; from < rows.messages.rows.size(); from += perTransaction) {
        const size_t first = rows.tokens.size();
        for (size_t r = from; r < std::min(from + perTransaction, rows.messages.rows.size()); ++r) {
            const auto &row = rows.messages.rows[r];
            const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(row[14]));
            const auto id = sqlite3_value_int64(row[0]);
            const auto tokens = SearchText::tokens(QString::fromUtf8(text));
            if (!tokens.isEmpty()) rows.tokens.push_back({SearchIndex::entryOf(id, sqlite3_value_int64(row[3])), id, tokens});
        }
        std::sort(rows.tokens.begin() + qsizetype(first), rows.tokens.end(), [](const auto &x, const auto &y) { return x.entry < y.entry; });
    }
    sqlite3_close(db);
    return rows;
}

struct Imported
{
    double seconds = 0;
    double cpuSeconds = 0; ///< of the whole process; on a busy machine the fairer figure
    double worstAckMs = 0;
    int acks = 0;
};

Imported import(Store &store, int deliveries, int size)
{
    std::mt19937 random(42);
    std::vector<std::vector<Event>> bodies;
    for (int i = 0; i < deliveries; ++i) bodies.push_back(delivery(i, size, random));
    std::atomic<bool> going{true};
    Imported result;
    // A webhook every 5 ms meanwhile: how long until it is durable?
    std::thread webhooks([&] {
        while (going) {
            QElapsedTimer waited;
            waited.start();
            QPromise<Result<DeliveryId>> promise;
            promise.start();
            store.deliveries().append(u"meta"_s, QByteArray(600, 'x'), [&](Result<DeliveryId> id) {
                promise.addResult(std::move(id));
                promise.finish();
            });
            promise.future().waitForFinished();
            result.worstAckMs = std::max(result.worstAckMs, double(waited.nsecsElapsed()) / 1e6);
            ++result.acks;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    QElapsedTimer timer;
    timer.start();
    const auto cpu = std::clock();
    std::vector<FutureResult<bool>> waiting;
    for (auto &body : bodies) waiting.push_back(store.events().apply({}, std::move(body), false, {}));
    for (auto &one : waiting) {
        const auto done = waitFor(one);
        if (!done) qFatal("apply: %s", qPrintable(done.error().detail));
    }
    result.seconds = double(timer.nsecsElapsed()) / 1e9;
    result.cpuSeconds = double(std::clock() - cpu) / CLOCKS_PER_SEC;
    going = false;
    webhooks.join();
    return result;
}

/// What a person waits for, in a workspace of this size: milliseconds, the median of five.
QJsonObject readTimes(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    auto opened = Store::open({u"sqlite:"_s + path, {}, true, true}, std::make_shared<SystemClock>());
    if (!opened) qFatal("open");
    auto &store = **opened;
    const auto page = waitFor(store.conversations().page({}, {}, 50));
    const double start = double(timer.nsecsElapsed()) / 1e6;
    if (!page || page->rows.isEmpty()) qFatal("page");
    const auto id = page->rows.first().id;
    const auto median = [](const std::function<void()> &work) {
        QList<double> times;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer one;
            one.start();
            work();
            times.append(double(one.nsecsElapsed()) / 1e6);
        }
        std::sort(times.begin(), times.end());
        return times[2];
    };
    const auto search = [&](const QString &query) {
        return median([&] { if (!waitFor(store.conversations().search(query, {}, 50))) qFatal("search"); });
    };
    return {{u"open_to_first_page_ms"_s, start},
        {u"inbox_page_ms"_s, median([&] { (void)waitFor(store.conversations().page({}, {}, 50)); })},
        {u"counts_ms"_s, median([&] { (void)waitFor(store.conversations().counts({})); })},
        {u"numbers_ms"_s, median([&] { (void)waitFor(store.numbers().all()); })},
        {u"conversation_page_ms"_s, median([&] { (void)waitFor(store.messages().newest(id, 60)); })},
        {u"search_common_word_ms"_s, search(u"hello"_s)}, {u"search_two_words_ms"_s, search(u"blue invoice"_s)},
        {u"search_rare_ms"_s, search(u"99123"_s)}, {u"search_prefix_ms"_s, search(u"t"_s)}, {u"search_han_1_ms"_s, search(u"一"_s)},
        {u"search_han_2_ms"_s, search(QString(QChar(0x4e10)) + QChar(0x4f10))}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int deliveries = argc > 1 ? QString::fromLatin1(argv[1]).toInt() : 100;
    const int size = 1000;
    QTemporaryDir folder;
    const auto path = folder.filePath(u"import.db"_s);
    Imported imported;
    {
        auto store = Store::open({u"sqlite:"_s + path, {}, true, true}, std::make_shared<SystemClock>());
        if (!store) qFatal("open");
        imported = import(**store, deliveries, size);
    }
    const auto [floor, floorCpu] = floorSeconds(folder.filePath(u"floor.db"_s), readRows(path, size_t(size)), size_t(size));
    QJsonObject report{{u"bench"_s, u"history_import"_s}, {u"messages"_s, deliveries * size}, {u"seconds"_s, imported.seconds},
        {u"floor_seconds"_s, floor}, {u"ratio"_s, imported.seconds / floor}, {u"messages_per_second"_s, deliveries * size / imported.seconds},
        {u"ack_worst_ms"_s, imported.worstAckMs}, {u"acks"_s, imported.acks},
        {u"cpu_seconds"_s, imported.cpuSeconds}, {u"floor_cpu_seconds"_s, floorCpu}, {u"cpu_ratio"_s, imported.cpuSeconds / floorCpu}};
    report["reads"_L1] = readTimes(path);
    QTextStream(stdout) << QJsonDocument(report).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
