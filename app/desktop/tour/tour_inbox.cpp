#include "app/desktop/tour/tour.h"

#include "app/desktop/desktop_application.h"
#include "core/gateway/gateway.h"
#include "core/store/store.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/timeline_view.h"

#include <QJsonObject>
#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int stepMs = 20000;
constexpr int burstSize = 30;
constexpr int phoneMessages = 9;
constexpr double paintGoalMs = 150; ///< a webhook is on the screen within this time on a computer that is not busy
constexpr double paintLimitMs = 1500; ///< above it something is wrong, however busy the computer is
constexpr auto question = "Do you still have the blue lamp?";
constexpr auto reply = "Yes, the blue lamp is back in stock. Shall I put one aside for you?";

QString figure(double ms)
{
    return u"%1 ms"_s.arg(ms, 0, 'f', ms < 10 ? 1 : 0);
}

/// Tells when a widget has painted: the event after the paint event sees the picture on the screen.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, this, [this] { ++m_count; });
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

TourTask Tour::findConversation(QString text)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < stepMs) {
        std::optional<Result<ConversationPage>> page;
        onFinished(this, store().conversations().page({}, std::nullopt, 100), [&page](const Result<ConversationPage> &result) { page = result; });
        TANDEM_WALK(TourDriver::until(u"the conversations"_s, [&page] { return page.has_value(); }));
        if (*page) {
            for (const auto &row : (*page)->rows) {
                if (row.previewText != text) continue;
                m_found = row;
                co_return;
            }
        }
        TANDEM_WALK(TourDriver::pause(5));
    }
    throw TourFailure(u"no conversation shows \"%1\""_s.arg(text));
}

TourTask Tour::count(qint64 *conversations)
{
    std::optional<Result<ConversationCounts>> counts;
    onFinished(this, store().conversations().counts(std::nullopt), [&counts](const Result<ConversationCounts> &result) { counts = result; });
    TANDEM_WALK(TourDriver::until(u"the counts"_s, [&counts] { return counts.has_value(); }));
    demand(counts->has_value(), u"the conversations could not be counted"_s);
    *conversations = (*counts)->open + (*counts)->closed;
}

TourTask Tour::openConversation(ConversationId id)
{
    auto *view = list();
    demand(view != nullptr, u"the inbox list is not on the screen"_s);
    const auto rowOf = [view, id] {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data(ConversationListModel::IdRole).toLongLong() == id.value) return row;
        }
        return -1;
    };
    TANDEM_WALK(TourDriver::until(u"the conversation in the list"_s, [view, rowOf] {
        if (rowOf() >= 0) return true;
        if (view->model()->canFetchMore({})) view->model()->fetchMore({});
        return false;
    }));
    m_do.begin();
    m_do.clickRow(view, rowOf());
    TANDEM_WALK(TourDriver::until(u"the conversation to open"_s, [this, id] {
        const auto *shown = timeline();
        return shown && shown->conversation() == id && shown->model().rowCount() > 0;
    }));
}

TourTask Tour::painted(QString text)
{
    TANDEM_WALK(TourDriver::until(u"the timeline to hold the message"_s, [this, text] { return rowWithText(text) >= 0; }));
    auto *view = timeline();
    const PaintWatch watch(view->viewport());
    const int row = rowWithText(text);
    // Painted in this very turn, or by the next paint event.
    if (!view->bubbleRect(row).isEmpty()) co_return;
    TANDEM_WALK(TourDriver::until(u"the message to be painted"_s, [this, &watch, text] {
        return watch.count() > 0 && !timeline()->bubbleRect(rowWithText(text)).isEmpty();
    }));
}

TourTask Tour::inbox()
{
    m_do.begin();
    m_do.click(u"rail.inbox"_s);
    TANDEM_WALK(TourDriver::until(u"the inbox to fill"_s, [this] { return list() && list()->model()->rowCount() > 10; }));
    const auto filled = m_do.ms();
    TANDEM_WALK(count(&m_conversations));
    demand(m_conversations >= 40, u"only %1 conversations came"_s.arg(m_conversations));
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"inbox"_s);
    m_do.print(u"The inbox with %1 conversations"_s.arg(m_conversations), figure(filled));
}

TourTask Tour::oldMedia()
{
    // Which conversation has an old picture and a reply from the phone is asked of the store; reading it is done by eye.
    std::optional<Result<ConversationPage>> page;
    onFinished(this, store().conversations().page({}, std::nullopt, 100), [&page](const Result<ConversationPage> &result) { page = result; });
    TANDEM_WALK(TourDriver::until(u"the conversations"_s, [&page] { return page.has_value(); }));
    demand(page->has_value(), u"the conversations could not be read"_s);
    ConversationRow chosen;
    for (const auto &row : (*page)->rows) {
        std::optional<Result<QList<Message>>> media;
        onFinished(this, store().messages().mediaOf(row.id, 100), [&media](const Result<QList<Message>> &result) { media = result; });
        TANDEM_WALK(TourDriver::until(u"a conversation's media"_s, [&media] { return media.has_value(); }));
        if (!*media) continue;
        const bool old = std::any_of((*media)->begin(), (*media)->end(), [](const Message &m) { return m.media.state == MediaState::Over14Days; });
        const bool fresh = std::any_of((*media)->begin(), (*media)->end(), [](const Message &m) { return m.media.state == MediaState::Available; });
        if (old && (fresh || !chosen.id)) chosen = row;
        if (old && fresh) break;
    }
    demand(bool(chosen.id), u"no conversation holds media older than 14 days"_s);
    TANDEM_WALK(openConversation(chosen.id));
    const auto opened = m_do.ms();
    TANDEM_WALK(TourDriver::pause(400));
    m_do.picture(u"conversation"_s);
    m_do.print(u"A conversation of customer and phone"_s, figure(opened));

    const auto oldRow = [this] {
        const auto *view = timeline();
        for (int row = 0; row < view->model().rowCount(); ++row) {
            if (view->model().message(row).media.state != MediaState::Over14Days) continue;
            // A row that is not laid out has an empty place.
            const auto place = view->bubbleRect(row);
            if (!place.isEmpty() && view->viewport()->rect().contains(place.center())) return row;
        }
        return -1;
    };
    // Each press glides up by a page; what counts is where it comes to rest.
    for (int turn = 0; turn < 80 && oldRow() < 0; ++turn) {
        m_do.key(timeline(), Qt::Key_PageUp);
        TANDEM_WALK(TourDriver::pause(420));
    }
    demand(oldRow() >= 0, u"scrolling up did not come to the old picture"_s);
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"over-14-days"_s);
    m_do.print(u"Media older than 14 days says so and stays on the phone"_s);
}

TourTask Tour::answer()
{
    const QJsonObject reading{{u"after_seconds"_s, 2}};
    TANDEM_WALK(m_do.post(u"/_control/reading"_s, reading));
    // A fresh question, so that it is the newest whatever the shop's customers did meanwhile.
    const auto text = u"%1 (%2)"_s.arg(QLatin1StringView(question), u"second try"_s);
    const QJsonObject asked{{u"from"_s, m_customer}, {u"text"_s, text}};
    TANDEM_WALK(m_do.post(u"/_customers/send"_s, asked));
    TANDEM_WALK(findConversation(text));
    const auto talk = m_found.id;
    TANDEM_WALK(openConversation(talk));
    m_do.type(m_do.find(u"composer.edit"_s), QLatin1StringView(reply));
    m_do.begin();
    m_do.key(m_do.find(u"composer.edit"_s), Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    TANDEM_WALK(painted(QLatin1StringView(reply)));
    const auto shown = m_do.ms();
    const auto status = [this] {
        const int row = rowWithText(QLatin1StringView(reply));
        return row < 0 ? MessageStatus::None : timeline()->model().message(row).status;
    };
    TANDEM_WALK(TourDriver::until(u"the platform to take the reply"_s, [status] { return status() >= MessageStatus::Accepted && status() != MessageStatus::Failed; }));
    const auto taken = m_do.ms();
    TANDEM_WALK(TourDriver::until(u"the customer to read the reply"_s, [status] { return status() == MessageStatus::Read; }, 2 * stepMs));
    m_do.print(u"Answered: on the screen"_s, figure(shown));
    m_do.print(u"   … taken by the platform"_s, figure(taken));
    TANDEM_WALK(TourDriver::pause(200));
    m_do.picture(u"answered"_s);
    m_do.print(u"   … read by the customer: two coloured ticks"_s, figure(m_do.ms()));
}

TourTask Tour::burst()
{
    // Past the reserve that the phone's own messages would leave: this part is about us alone.
    TANDEM_WALK(m_do.forget(u"/_log"_s));
    int fullest = 0;
    const auto watch = connect(m_application.workspace()->gateway(), &Gateway::budgetChanged, this, [&fullest](const BudgetSnapshots &budgets) {
        for (const auto &budget : budgets) fullest = std::max(fullest, budget.used + budget.phone);
    });
    m_do.begin();
    for (int i = 1; i <= burstSize; ++i) {
        m_do.type(m_do.find(u"composer.edit"_s), u"Line %1 of %2"_s.arg(i).arg(burstSize));
        m_do.key(m_do.find(u"composer.edit"_s), Qt::Key_Return, Qt::NoModifier, u"\r"_s);
        if (i % 5 == 0) TANDEM_WALK(TourDriver::pause(1));
    }
    const auto typed = m_do.ms();
    TANDEM_WALK(TourDriver::pause(2500));
    m_do.picture(u"budget"_s);
    qint64 waiting = 1;
    while (waiting > 0) {
        demand(m_do.ms() < 60000, u"%1 of the messages were still waiting after a minute"_s.arg(waiting));
        std::optional<Result<qint64>> depth;
        onFinished(this, store().outbox().depth(), [&depth](const Result<qint64> &result) { depth = result; });
        TANDEM_WALK(TourDriver::until(u"the outbox"_s, [&depth] { return depth.has_value(); }));
        waiting = depth->value_or(1);
        TANDEM_WALK(TourDriver::pause(20));
    }
    const auto sent = m_do.ms();
    disconnect(watch);
    QJsonObject summary;
    TANDEM_WALK(m_do.get(u"/_log?summary=1"_s, &summary));
    const int most = summary[u"max_per_second_attempts"_s].toInt();
    const int refused = summary[u"refused_130429"_s].toInt();
    const double mean = summary[u"mean_rate_accepted"_s].toDouble();
    demand(summary[u"accepted"_s].toInt() >= burstSize, u"the platform took only %1 messages"_s.arg(summary[u"accepted"_s].toInt()));
    demand(most <= 5, u"%1 attempts fell into one second"_s.arg(most));
    demand(refused == 0, u"the platform refused %1 messages for being too fast"_s.arg(refused));
    demand(mean > 4, u"only %1 messages a second were sent"_s.arg(mean));
    m_do.print(u"%1 messages at once, typed in %2"_s.arg(burstSize).arg(figure(typed)), figure(sent));
    m_do.print(u"   … platform's log: densest second %1, mean %2/s, refused %3, meter's fullest %4"_s.arg(most).arg(mean, 0, 'f', 2).arg(refused).arg(fullest));
}

TourTask Tour::phoneTypes()
{
    QList<double> times;
    for (int i = 0; i < phoneMessages; ++i) {
        const auto text = u"Typed on the phone, %1"_s.arg(i + 1);
        m_do.begin();
        const QJsonObject written{{u"to"_s, m_customer}, {u"text"_s, text}};
        TANDEM_WALK(m_do.post(u"/_phone/send"_s, written));
        TANDEM_WALK(painted(text));
        times << m_do.ms();
        TANDEM_WALK(TourDriver::pause(250));
    }
    std::sort(times.begin(), times.end());
    const double median = times.at(times.size() / 2);
    TANDEM_WALK(TourDriver::pause(200));
    m_do.picture(u"phone-typed"_s);
    m_do.print(u"Typed on the phone, painted here (median of %1, slowest %2)"_s.arg(phoneMessages).arg(figure(times.last())),
        u"%1 (goal %2: %3)"_s.arg(figure(median), figure(paintGoalMs), median <= paintGoalMs ? u"met"_s : u"missed"_s));
    demand(median <= paintLimitMs, u"a message from the phone took %1 to be painted"_s.arg(figure(median)));
    const int row = rowWithText(u"Typed on the phone, 1"_s);
    demand(row >= 0 && timeline()->model().message(row).origin == Origin::Phone, u"the phone's message does not carry the phone's mark"_s);
}

TourTask Tour::search()
{
    auto *field = m_do.find(u"search.edit"_s);
    demand(field != nullptr, u"the search field is not on the screen"_s);
    m_do.click(u"search.edit"_s);
    m_do.begin();
    m_do.type(field, u"发货"_s);
    TANDEM_WALK(TourDriver::until(u"the search to find something"_s, [this] {
        const auto *results = m_do.find<QAbstractItemView>(u"search.results"_s);
        return results && results->model() && results->model()->rowCount() > 1;
    }));
    const auto found = m_do.ms();
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"search"_s);
    m_do.print(u"Search for 发货"_s, figure(found));
    const auto before = timeline() ? timeline()->conversation() : ConversationId{};
    m_do.begin();
    m_do.key(field, Qt::Key_Down);
    m_do.key(field, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    TANDEM_WALK(TourDriver::until(u"the hit to be on the screen"_s, [this, before] {
        const auto *view = timeline();
        if (!view || !view->conversation() || view->conversation() == before) return false;
        for (int row = 0; row < view->model().rowCount(); ++row) {
            if (!view->model().message(row).text.contains(u"发货"_s)) continue;
            if (view->viewport()->rect().intersects(view->bubbleRect(row))) return true;
        }
        return false;
    }));
    const auto jumped = m_do.ms();
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"jumped"_s);
    m_do.print(u"   … and jump to the hit in its conversation"_s, figure(jumped));
    m_do.key(field, Qt::Key_Escape);
}

} // namespace Tandem
