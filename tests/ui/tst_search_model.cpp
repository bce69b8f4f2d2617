#include "tests/support/fake_conversation_store.h"
#include "ui/models/search_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

namespace {

SearchHit hit(SearchHit::Kind kind, qint64 id)
{
    SearchHit h;
    h.kind = kind;
    h.conversationId = ConversationId{id};
    h.title = u"Customer %1"_s.arg(id);
    h.cursor = {id * 1000, MessageId{id}};
    return h;
}

} // namespace

class TestSearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hitsStandUnderHeadings()
    {
        FakeConversationStore store;
        store.searchPage.contacts = {hit(SearchHit::Kind::Contact, 1)};
        store.searchPage.messages = {hit(SearchHit::Kind::Message, 2), hit(SearchHit::Kind::Message, 3)};
        SearchModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery(u"退"_s);
        QTRY_COMPARE(model.state(), SearchModel::State::Ready);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.hit(model.index(0)));
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QCOMPARE(model.firstHit().row(), 1);
        QCOMPARE(model.hit(model.index(4))->conversationId.value, 3);
    }

    void anOldQuerysAnswerIsDropped()
    {
        FakeConversationStore store;
        store.immediate = false;
        store.searchPage.messages = {hit(SearchHit::Kind::Message, 2)};
        SearchModel model(store);
        model.setQuery(u"re"_s);
        store.searchPage.messages.clear();
        model.setQuery(u"refund"_s);
        QTRY_COMPARE(store.waiting(), 2);
        store.answerNewest();
        QTRY_COMPARE(model.state(), SearchModel::State::Ready);
        QCOMPARE(model.rowCount(), 0);
        store.answerOne();
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.shownQuery(), u"refund"_s);
    }

    void typingFastAsksOnceMore()
    {
        FakeConversationStore store;
        SearchModel model(store);
        for (const auto *text : {u"r", u"re", u"ref", u"refu", u"refund"}) model.setQuery(QString::fromUtf16(text));
        QTRY_COMPARE(model.state(), SearchModel::State::Ready);
        QTRY_COMPARE(store.queries, (QStringList{u"r"_s, u"refund"_s}));
    }

    void anEmptyQueryClears()
    {
        FakeConversationStore store;
        store.searchPage.messages = {hit(SearchHit::Kind::Message, 2)};
        SearchModel model(store);
        model.setQuery(u"x"_s);
        QTRY_COMPARE(model.rowCount(), 2);
        model.setQuery(u"  "_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.state(), SearchModel::State::Idle);
    }
};

QTEST_GUILESS_MAIN(TestSearchModel)
#include "tst_search_model.moc"
