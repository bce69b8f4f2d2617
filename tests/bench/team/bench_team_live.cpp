#include "tests/bench/gateway_process.h"
#include "tests/bench/items.h"
#include "tests/bench/team/team_server.h"
#include "tests/bench/webhook_maker.h"

#include "core/live/change_feed.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/current_conversation.h"
#include "ui/models/inbox_counts.h"
#include "ui/models/number_list.h"
#include "ui/models/team/noted_messages.h"
#include "ui/models/team/team_desk.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/team/mine_watch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <chrono>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

using Steady = std::chrono::steady_clock;

/// When each conversation was last changed, and how long the others took to have its new row in hand.
class Watch
{
public:
    void changed(ConversationId id)
    {
        const std::lock_guard lock(m_mutex);
        m_begun[id] = Steady::now();
    }
    void seen(ConversationId id)
    {
        const std::lock_guard lock(m_mutex);
        const auto begun = m_begun.constFind(id);
        if (begun != m_begun.cend()) m_millis.push_back(std::chrono::duration<double, std::milli>(Steady::now() - *begun).count());
    }
    [[nodiscard]] std::vector<double> millis() const
    {
        const std::lock_guard lock(m_mutex);
        return m_millis;
    }

private:
    mutable std::mutex m_mutex;
    QHash<ConversationId, Steady::time_point> m_begun;
    std::vector<double> m_millis;
};

/// One simulated desktop: everything that a window lets follow its database (main_window.cpp, inbox_page.cpp), without the
/// painting. It shows all open conversations and has one of them open.
struct Desk
{
    explicit Desk(std::unique_ptr<Store> opened) : store(std::move(opened)), feed(*store), team(*store, clock), numbers(store->numbers()),
        counts(store->conversations(), store->outbox()), list(store->conversations(), clock), current(store->conversations()),
        mine(store->conversations(), team.directory()), noted(store->messages(), store->notes()), timeline(noted)
    {
        QObject::connect(&feed, &ChangeFeed::changed, &team, &TeamDesk::applyChanges);
        QObject::connect(&feed, &ChangeFeed::changed, &numbers, &NumberList::applyChanges);
        QObject::connect(&feed, &ChangeFeed::changed, &counts, &InboxCounts::applyChanges);
        QObject::connect(&feed, &ChangeFeed::changed, &list, &ConversationListModel::applyChanges);
        QObject::connect(&feed, &ChangeFeed::changed, &current, &CurrentConversation::applyChanges);
        QObject::connect(&feed, &ChangeFeed::changed, &mine, &MineWatch::applyChanges);
        QObject::connect(&feed, &ChangeFeed::changed, &timeline, &TimelineModel::applyChanges);
        QObject::connect(&current, &CurrentConversation::opened, &timeline,
            [this](const ConversationRow &row) { timeline.open(row.id, std::nullopt, TimelineModel::Seek::End); });
        QObject::connect(&team.directory(), &TeamDirectory::changed, &counts, [this] { counts.setTeam(team.directory().isTeam()); });
        numbers.load();
        counts.refresh();
        list.setFilter({});
    }

    void open(ConversationId id)
    {
        current.openById(id);
        team.presence().look(id);
    }

    /// A change is seen when its row in the list is new, gone or back.
    void follow(Watch &watch)
    {
        const auto rows = [this, &watch](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row) see(watch, list.row(row)->id);
        };
        QObject::connect(&list, &QAbstractItemModel::rowsInserted, &feed, rows);
        QObject::connect(&list, &QAbstractItemModel::rowsAboutToBeRemoved, &feed, rows);
    }
    void see(Watch &watch, ConversationId id) const
    {
        if (id != own) watch.seen(id);
    }

    std::unique_ptr<Store> store;
    SystemClock clock;
    ChangeFeed feed;
    TeamDesk team;
    NumberList numbers;
    InboxCounts counts;
    ConversationListModel list;
    CurrentConversation current;
    MineWatch mine;
    NotedMessages noted;
    TimelineModel timeline;
    ConversationId own; ///< changed by this desktop last
};

QList<ConversationId> conversationsOf(Store &store, int wanted)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const auto page = waitFor(store.conversations().page({}, std::nullopt, wanted));
        if (!page) qFatal("page: %s", qUtf8Printable(page.error().text));
        if (page->rows.size() >= wanted || timer.elapsed() > 60'000) {
            QList<ConversationId> ids;
            for (const auto &row : page->rows) ids.append(row.id);
            if (ids.isEmpty()) qFatal("no conversations");
            return ids;
        }
        QThread::msleep(100);
    }
}

void work(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, std::max(1, int(ms - timer.elapsed())));
}

} // namespace

/// Fifty desktops on one workspace, each with all that a window reads, twenty conversations changed a second by them in turn:
/// how soon the others' lists show it.
void benchTeamLive(const Options &options, Report &report)
{
    const int desks = options.scaled(50, 3);
    const int changes = options.scaled(600, 10);
    const QTemporaryDir folder(options.folder + u"/team-live-XXXXXX"_s);
    TeamServer server(folder.path());
    GatewayProcess gateway(server.gatewayUrl(), folder.path());
    WebhookMaker maker(11);
    QByteArrayList requests;
    for (int i = 0; i < options.scaled(2000, 60); ++i) requests.append(signedRequest(maker.liveMessage(200)));
    if (post(gateway.port(), requests, 8, 60).other > 0) qFatal("webhooks were not taken");

    std::vector<std::unique_ptr<Desk>> all;
    Watch watch;
    for (int i = 0; i < desks; ++i) {
        const auto login = u"agent%1"_s.arg(i);
        server.gateway({u"agent"_s, u"add"_s, login, u"--role"_s, u"agent"_s});
        server.gateway({u"number"_s, u"grant"_s, QString::fromLatin1(NumberId), login});
        auto desk = std::make_unique<Desk>(server.openAs(server.agentUrl(login), folder.path()));
        desk->follow(watch);
        all.push_back(std::move(desk));
    }
    const auto ids = conversationsOf(*all.front()->store, options.scaled(40, 5));
    for (size_t i = 0; i < all.size(); ++i) all[i]->open(ids.at(qsizetype(i) % ids.size()));
    work(5000);
    const double before = server.cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < changes; ++i) {
        auto &desk = *all[size_t(i) % all.size()];
        const auto id = ids.at(i % ids.size());
        desk.own = id;
        watch.changed(id);
        onFinished(&desk.feed, desk.store->conversations().setState(id, (i / ids.size()) % 2 ? ConversationState::Open : ConversationState::Pending),
            [](const auto &done) { if (!done || !*done) qFatal("a change was refused"); });
        work(50);
    }
    const double busy = double(timer.nsecsElapsed()) / 1e9;
    const double spent = server.cpuSeconds() - before;
    work(2000);
    const auto millis = watch.millis();
    report.add(u"team: changes seen by others, %1 desktops, %2 changes a second"_s.arg(desks).arg(changes / busy, 0, 'f', 1), double(millis.size()),
        u"of %1"_s.arg(changes * (desks - 1)));
    report.add(u"team: change on one desktop → new row on another, p50"_s, percentile(millis, 0.5), u"ms"_s);
    report.add(u"team: change on one desktop → new row on another, p99"_s, percentile(millis, 0.99), u"ms"_s, Report::Goal{300});
    report.add(u"team: processor time of PostgreSQL meanwhile"_s, 100 * spent / busy, u"% of one core"_s);
}

} // namespace Bench
