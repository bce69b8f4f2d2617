#include "core/store/store.h"
#include "tests/bench/items.h"
#include "tests/bench/raw_database.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

/// The floor: open the file, read the fifty newest rows with their names.
double bareListMillis(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    RawDatabase db(path, true);
    RawDatabase::Statement(db.raw(), "SELECT c.*, k.display_name FROM conversations c JOIN contacts k ON k.id = c.contact_id "
        "WHERE c.state = 'open' ORDER BY c.sort_ms DESC, c.id DESC LIMIT 50").run();
    return double(timer.nsecsElapsed()) / 1e6;
}

template<typename Query>
std::vector<double> timesOf(int count, Query query)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        query();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

} // namespace

/// From opening the workspace to the rows of the inbox list, without a window.
void benchInbox(const Options &options, Report &report)
{
    const QString path = largeDatabase(options);
    const StoreOptions storeOptions{u"sqlite:"_s + path, options.folder + u"/media"_s, true, false};
    const auto clock = std::make_shared<SystemClock>();
    const ConversationFilter filter;
    std::vector<double> opened;
    std::vector<double> floors;
    for (int i = 0; i < options.scaled(20, 2); ++i) {
        QElapsedTimer timer;
        timer.start();
        auto store = Store::open(storeOptions, clock);
        if (!store) qFatal("open: %s", qUtf8Printable(store.error().text));
        const auto page = waitFor((*store)->conversations().page(filter, std::nullopt, 50));
        opened.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!page || page->rows.isEmpty()) qFatal("the list is empty");
        floors.push_back(bareListMillis(path));
    }
    report.add(u"store: open and read the list's first page, p95"_s, percentile(opened, 0.95), u"ms"_s, Report::Goal{500},
        u"bare open and select p95 %1 ms"_s.arg(percentile(floors, 0.95), 0, 'f', 2));

    auto store = Store::open(storeOptions, clock);
    auto &conversations = (*store)->conversations();
    const int count = options.scaled(200, 3);
    std::optional<ConversationCursor> cursor;
    report.add(u"store: next page of 50 conversations, p95"_s, percentile(timesOf(count, [&] {
        const auto page = waitFor(conversations.page(filter, cursor, 50));
        if (!page) qFatal("page: %s", qUtf8Printable(page.error().text));
        if (page->rows.isEmpty()) return cursor.reset();
        const auto &last = page->rows.last();
        cursor = ConversationCursor{last.lastMessageAt ? toEpochMillis(*last.lastMessageAt) : 0, last.id};
    }), 0.95), u"ms"_s);
    report.add(u"store: counts of the filters, p95"_s, percentile(timesOf(options.scaled(20, 2), [&] {
        if (!waitFor(conversations.counts(std::nullopt))) qFatal("counts");
    }), 0.95), u"ms"_s);
    const auto first = waitFor(conversations.page(filter, std::nullopt, 50));
    int at = 0;
    report.add(u"store: newest 60 messages of a conversation, p95"_s, percentile(timesOf(count, [&] {
        const auto page = waitFor((*store)->messages().newest(first->rows.at(at++ % first->rows.size()).id, 60));
        if (!page || page->messages.isEmpty()) qFatal("no messages");
    }), 0.95), u"ms"_s, Report::Goal{50});
}

} // namespace Bench
