#include "core/gateway/receive/ingestor.h"
#include "core/store/store.h"

#include <QTemporaryDir>
#include <QTest>

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
