#include "core/gateway/receive/ingestor.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

QByteArray message(const QByteArray &wamid, const QByteArray &text)
{
    return R"({"from":"16505551234","id":")" + wamid + R"(","timestamp":"1763900000","type":"text","text":{"body":")" + text + R"("}})";
}

QByteArray envelope(const QByteArray &field, const QByteArray &content)
{
    return R"({"object":"whatsapp_business_account","entry":[{"id":"700000000000001","changes":[{"field":")" + field
        + R"(","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"600000000000001"},)"
        + content + "}}]}]}";
}

/// A customer's text in a value that names its number, or none.
QByteArray textOf(const QByteArray &waba, const QByteArray &number, const QByteArray &wamid)
{
    const auto metadata = number.isEmpty() ? QByteArray() : R"("metadata":{"display_phone_number":"1555078)" + number.right(4)
            + R"(","phone_number_id":")" + number + R"("},)";
    return R"({"object":"whatsapp_business_account","entry":[{"id":")" + waba + R"(","changes":[{"field":"messages","value":{)" + metadata
        + R"("contacts":[{"profile":{"name":"Ana"},"wa_id":"16505551234"}],"messages":[)" + message(wamid, "words of " + wamid) + "]}}]}]}";
}

/// A history chunk well above the size of any live message.
QByteArray history(int chunk)
{
    QByteArrayList messages;
    for (int i = 0; i < 400; ++i) {
        messages.append(message("wamid.H" + QByteArray::number(chunk * 1000 + i), QByteArray(200, 'x')));
    }
    return envelope("history", R"("history":[{"metadata":{"phase":1,"chunk_order":)" + QByteArray::number(chunk)
            + R"(,"progress":10},"threads":[{"id":"16505551234","messages":[)" + messages.join(',') + "]}]}]");
}

QByteArray live(const QByteArray &wamid)
{
    return envelope("messages", R"("contacts":[{"profile":{"name":"Ana"},"wa_id":"16505551234"}],"messages":[)" + message(wamid, "hello") + "]");
}

} // namespace

/// A long history import and live messages share one queue; nobody may wait for the import.
class TestIngestor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;

    /// What the export says once all of it is applied, deliveries aside.
    QList<QByteArray> linesAfter(const QList<QByteArray> &bodies, const QString &file)
    {
        auto store = Store::open({u"sqlite:"_s + m_folder.filePath(file), {}, true, true}, std::make_shared<SystemClock>());
        if (!store) return {};
        m_store = std::move(*store);
        Ingestor ingestor(*m_store, {});
        for (const auto &body : bodies) {
            append(body);
            ingestor.wake();
            QCoreApplication::processEvents();
        }
        const auto left = [&] { return waitFor(m_store->deliveries().received(100)).value_or(QList<Delivery>(1)).size(); };
        if (!QTest::qWaitFor([&] { return left() == 0; }, 20'000)) return {};
        QList<QByteArray> lines;
        const auto done = m_store->exporter().jsonLines([&](const QByteArray &line) {
            if (!line.contains(R"("kind":"delivery")")) lines.append(line);
            return true;
        });
        const auto report = m_store->exporter().doctor();
        return done && report && report->problems.isEmpty() ? lines : QList<QByteArray>();
    }

    void append(const QByteArray &body)
    {
        std::promise<bool> done;
        m_store->deliveries().append(u"meta"_s, body, [&](const Result<DeliveryId> &id) { done.set_value(id.has_value()); });
        QVERIFY(done.get_future().get());
    }

private Q_SLOTS:
    void init()
    {
        auto store = Store::open({u"sqlite:"_s + m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".db"_s), {}, true, true}, std::make_shared<SystemClock>());
        QVERIFY(store.has_value());
        m_store = std::move(*store);
    }
    void cleanup() { m_store.reset(); }

    void liveMessagesPassAHistory()
    {
        for (int chunk = 1; chunk <= 6; ++chunk) append(history(chunk));
        append(live("wamid.L1"));
        append(live("wamid.L2"));
        QStringList order; // "history" once a chunk, and the live wamids
        Ingestor ingestor(*m_store, [&](const std::vector<Event> &events) {
            const auto *first = std::get_if<MessageEvent>(&events.front());
            for (const auto &event : events) {
                if (!first) first = std::get_if<MessageEvent>(&event);
            }
            QVERIFY(first);
            order.append(first->source == MessageSource::History ? u"history"_s : first->wamid);
        });
        ingestor.wake();
        const auto left = [&] { return waitFor(m_store->deliveries().received(100)).value_or(QList<Delivery>(1)).size(); };
        QTRY_COMPARE_WITH_TIMEOUT(left(), 0, 20'000);
        QCOMPARE(order.size(), 8); // none twice
        QCOMPARE(order.mid(0, 3), QStringList({u"history"_s, u"wamid.L1"_s, u"wamid.L2"_s}));
        QCOMPARE(waitFor(m_store->numbers().all()).value().size(), 1);
    }

    /// A value without metadata belongs to its WABA's number, also when that is heard of later.
    void valuesFindTheirNumberInAnyOrder()
    {
        QList<QByteArray> bodies{textOf("701", {}, "wamid.A"), textOf("701", "601", "wamid.B"),
            textOf("701", {}, "wamid.A2"), textOf("702", {}, "wamid.C")}; // of 702 no number is ever heard
        std::sort(bodies.begin(), bodies.end());
        QList<QByteArray> expected;
        int permutation = 0;
        do {
            const auto lines = linesAfter(bodies, u"order%1.db"_s.arg(++permutation));
            if (expected.isEmpty()) expected = lines;
            QVERIFY(!lines.isEmpty());
            QCOMPARE(lines, expected);
        } while (std::next_permutation(bodies.begin(), bodies.end()));
        QCOMPARE(permutation, 24);
        const auto of = [&](const QByteArray &number) {
            return std::count_if(expected.begin(), expected.end(), [&](const QByteArray &line) {
                return line.contains(R"("kind":"message")") && line.contains("\"number\":\"" + number + '"');
            });
        };
        QCOMPARE(of("601"), 3);
        QCOMPARE(of("unknown"), 1);
    }

    void nothingIsLeftOfUnknownOnceAllIsFound()
    {
        const auto known = linesAfter({textOf("701", "601", "wamid.B"), textOf("701", {}, "wamid.A")}, u"known.db"_s);
        const auto found = linesAfter({textOf("701", {}, "wamid.A"), textOf("701", "601", "wamid.B")}, u"found.db"_s);
        QCOMPARE(found, known);
        QVERIFY(!found.join('\n').contains("unknown\""));
        // Still found by its words, once.
        QCOMPARE(waitFor(m_store->conversations().search(u"wamid.A"_s, {}, 10)).value().messages.size(), 1);
        // The body is kept while it waits, and no longer.
        QCOMPARE(waitFor(m_store->deliveries().prune(SystemClock().now() + Seconds(60))).value(), 2);
        (void)linesAfter({textOf("702", {}, "wamid.C")}, u"waits.db"_s);
        QCOMPARE(waitFor(m_store->deliveries().prune(SystemClock().now() + Seconds(60))).value(), 0);
    }

    /// A long delivery is applied in slices; the number may be heard of between two of them.
    void aDeliveryIsTakenBackInTheMiddle()
    {
        QByteArrayList messages;
        for (int i = 0; i < 2500; ++i) messages.append(message("wamid.M" + QByteArray::number(i), "x"));
        const QByteArray nameless = R"({"field":"messages","value":{"messages":[)" + messages.join(',') + "]}}";
        const QByteArray named = R"({"field":"messages","value":{"metadata":{"display_phone_number":"15550783881","phone_number_id":"601"},"messages":[)"
            + message("wamid.N", "hello") + "]}}";
        const auto body = [](const QByteArray &first, const QByteArray &second) {
            return R"({"object":"whatsapp_business_account","entry":[{"id":"701","changes":[)" + first + ',' + second + "]}]}";
        };
        const auto expected = linesAfter({body(named, nameless)}, u"named.db"_s);
        QVERIFY(expected.size() > 2500);
        QCOMPARE(linesAfter({body(nameless, named)}, u"nameless.db"_s), expected);
    }

    void linkingFindsThemToo()
    {
        (void)linesAfter({textOf("701", {}, "wamid.A")}, u"linking.db"_s);
        QCOMPARE(waitFor(m_store->numbers().all()).value().first().phoneNumberId, u"unknown"_s);
        Number number;
        number.phoneNumberId = u"601"_s;
        number.wabaId = u"701"_s;
        number.state = NumberState::Linked;
        // What people did meanwhile goes with it.
        const auto unknown = waitFor(m_store->numbers().all()).value().first().id;
        QVERIFY(waitFor(m_store->commands().enqueue(unknown, CommandKind::MarkRead, {{u"wamid"_s, u"wamid.A"_s}})).has_value());
        QVERIFY(waitFor(m_store->numbers().upsert(number)).has_value());
        QCOMPARE(waitFor(m_store->deliveries().received(10)).value().size(), 1); // the ingestor's again
        const auto numbers = waitFor(m_store->numbers().all()).value();
        QCOMPARE(numbers.size(), 1);
        QCOMPARE(numbers.first().phoneNumberId, u"601"_s);
    }

    void smallOnesComeAloneAndInOrder()
    {
        append(history(1));
        append(live("wamid.A"));
        append(history(2));
        append(live("wamid.B"));
        const auto all = waitFor(m_store->deliveries().received(10)).value();
        const auto small = waitFor(m_store->deliveries().receivedSmall(all.first().id, 64 * 1024, 10)).value();
        QCOMPARE(small.size(), 2);
        QVERIFY(small.at(0).body.contains("wamid.A") && small.at(1).body.contains("wamid.B"));
        QCOMPARE(waitFor(m_store->deliveries().receivedSmall(all.at(1).id, 64 * 1024, 10)).value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestIngestor)
#include "tst_ingestor.moc"
