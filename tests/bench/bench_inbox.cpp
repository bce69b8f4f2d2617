#include "core/store/store.h"
#include "tests/bench/items.h"
#include "tests/bench/raw_database.h"

#include <algorithm>

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

/// A workspace as a team leaves it: every hundredth conversation is mine, a label is rare.
void sharePlaces(const QString &path)
{
    RawDatabase db(path, false);
    db.exec("INSERT OR IGNORE INTO labels (id, name, color_index) VALUES (1, 'rare', 0)");
    db.exec("INSERT OR IGNORE INTO conversation_labels (conversation_id, label_id, number_id) SELECT id, 1, number_id FROM conversations WHERE id % 4999 = 0");
    db.exec("UPDATE conversations SET assignee_id = 1 WHERE id % 101 = 0 AND assignee_id IS NULL");
}

Condition test(Condition::Field field, const QString &value)
{
    Condition condition;
    condition.kind = Condition::Kind::Test;
    condition.field = field;
    condition.value = value;
    return condition;
}

ConversationFilter view(Condition::Kind kind, const QList<Condition> &parts)
{
    ConversationFilter filter;
    filter.state.reset();
    filter.condition = Condition();
    filter.condition->kind = kind;
    filter.condition->parts = parts;
    return filter;
}

/// The usual filters and the hardest views: those that few or no conversations pass, so that all are looked at.
QList<ConversationFilter> filters()
{
    using Whose = ConversationFilter::Whose;
    using enum Condition::Kind;
    QList<ConversationFilter> all(6);
    all[0].whose = Whose::Mine;
    all[1].whose = Whose::Unassigned;
    all[2].unreadOnly = true;
    all[3].customerWaiting = true;
    all[4].label = LabelId{1};
    all[5].state = ConversationState::Pending;
    all.append(view(All, {test(Condition::Field::NameContains, u"nobody is called so"_s)}));
    all.append(view(Any, {test(Condition::Field::Label, u"1"_s), test(Condition::Field::HasMention, {}), test(Condition::Field::Blocked, {})}));
    all.append(view(None, {test(Condition::Field::State, u"open"_s), test(Condition::Field::Assignee, u"me"_s)}));
    return all;
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

    sharePlaces(path);
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
    double slowest = 0;
    for (const auto &any : filters()) {
        slowest = std::max(slowest, percentile(timesOf(options.scaled(20, 2), [&] {
            if (!waitFor(conversations.page(any, std::nullopt, 50))) qFatal("a filter's page");
        }), 0.95));
    }
    report.add(u"store: first page of the slowest of nine filters and views, p95"_s, slowest, u"ms"_s, Report::Goal{100});
    const auto first = waitFor(conversations.page(filter, std::nullopt, 50));
    int at = 0;
    report.add(u"store: newest 60 messages of a conversation, p95"_s, percentile(timesOf(count, [&] {
        const auto page = waitFor((*store)->messages().newest(first->rows.at(at++ % first->rows.size()).id, 60));
        if (!page || page->messages.isEmpty()) qFatal("no messages");
    }), 0.95), u"ms"_s, Report::Goal{50});
}

} // namespace Bench
