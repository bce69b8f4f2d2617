#include "core/store/search/search_text.h"
#include "tests/store/store_fixture.h"

#include <random>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Segmentation, and search against the simplest oracle there is: does the folded text contain the folded query?
class SearchTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void segments_data();
    void segments();
    void chineseIsExact();
    void wordsByPrefix();
    void pagesNewestFirst();
    void oneConversationOnly();
    void contactsByNamePhoneUsername();
};

void SearchTextTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case") << u"HeLLo"_s << u"hello"_s;
    QTest::newRow("accents") << u"Crème Brûlée"_s << u"creme brulee"_s;
    QTest::newRow("full width") << u"ＡＢＣ１２３"_s << u"abc123"_s;
    QTest::newRow("half-width kana") << u"ｶﾀｶﾅ"_s << u"カタカナ"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("voiced kana stay") << u"がか"_s << u"がか"_s;
    QTest::newRow("hangul stays") << u"한국"_s << u"한국"_s;
    QTest::newRow("arabic vowel points") << u"مَرْحَبًا"_s << u"مرحبا"_s;
    QTest::newRow("devanagari keeps its signs") << u"हिन्दी"_s << u"हिन्दी"_s;
}

void SearchTextTest::folds()
{
    QFETCH(QString, text);
    QTEST(SearchText::fold(text), "folded");
}

void SearchTextTest::segments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("words") << u"Hello, big-World 42!"_s << u"hello big world 42"_s;
    QTest::newRow("pairs and a last single") << u"你好吗"_s << u"你好 好吗 吗"_s;
    QTest::newRow("one") << u"好"_s << u"好"_s;
    QTest::newRow("mixed") << u"买iPhone手机"_s << u"买 iphone 手机 机"_s;
    QTest::newRow("gap") << u"你，好"_s << u"你 好"_s;
    QTest::newRow("beyond the basic plane") << u"𠮷野"_s << u"𠮷野 野"_s;
    QTest::newRow("nothing") << u" …!? "_s << u""_s;
}

void SearchTextTest::segments()
{
    QFETCH(QString, text);
    QTEST(QString::fromUtf8(SearchText::tokens(text)), "tokens");
}

void SearchTextTest::chineseIsExact()
{
    std::mt19937 random(11);
    Workspace w;
    QStringList texts;
    std::vector<Event> events;
    for (int i = 0; i < 400; ++i) {
        QString text;
        const int length = 2 + int(random() % 12);
        // A small alphabet, so that short strings meet often; a comma now and then.
        for (int c = 0; c < length; ++c) text.append(random() % 9 == 0 ? QChar(0xff0c) : QChar(0x4e00 + int(random() % 12)));
        texts.append(text);
        events.push_back(textEvent(u"m%1"_s.arg(i), u"1650"_s, 1000 + i, text));
    }
    QVERIFY(w.apply(std::move(events)));
    int queries = 0;
    for (int length = 1; length <= 4; ++length) {
        for (int i = 0; i < 25; ++i) {
            QString query;
            for (int c = 0; c < length; ++c) query.append(QChar(0x4e00 + int(random() % 12)));
            const auto expected = std::count_if(texts.cbegin(), texts.cend(), [&](const QString &text) { return text.contains(query); });
            const auto found = waitFor(w->conversations().search(query, {}, 1000));
            QVERIFY(found.has_value());
            QVERIFY2(found->messages.size() == expected, qPrintable(u"%1: found %2, contained %3"_s.arg(query).arg(found->messages.size()).arg(expected)));
            ++queries;
        }
    }
    QCOMPARE(queries, 100);
}

void SearchTextTest::wordsByPrefix()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"The Crème arrives tomorrow"_s), textEvent(u"b"_s, u"1650"_s, 1001, u"to-morrow?"_s),
        textEvent(u"c"_s, u"1650"_s, 1002, u"买iPhone 15手机"_s)});
    const auto found = [&](const QString &query) { return waitFor(w->conversations().search(query, {}, 10))->messages.size(); };
    QCOMPARE(found(u"CREME"_s), 1);
    QCOMPARE(found(u"tom"_s), 1);
    QCOMPARE(found(u"to"_s), 2);
    QCOMPARE(found(u"t"_s), 0); // one letter is a word, not a beginning
    QCOMPARE(found(u"arr tom"_s), 0); // only the last word may go on
    QCOMPARE(found(u"tomorrow the"_s), 1);
    QCOMPARE(found(u"to-mor"_s), 1);
    QCOMPARE(found(u"iph"_s), 1);
    QCOMPARE(found(u"买iphone"_s), 1);
    QCOMPARE(found(u"手"_s), 1);
    QCOMPARE(found(u"\" OR tokens:*"_s), 0); // the query language of the engine never shows through
    QCOMPARE(found(u"  "_s), 0);
}

void SearchTextTest::pagesNewestFirst()
{
    Workspace w;
    std::vector<Event> events;
    for (int i = 0; i < 30; ++i) { // history comes last and is older
        const auto source = i < 10 ? MessageSource::Live : MessageSource::History;
        events.push_back(textEvent(u"m%1"_s.arg(i), u"1650"_s, 5000 - i * 7, u"needle"_s, Direction::In, source));
    }
    QVERIFY(w.apply(std::move(events)));
    QList<qint64> times;
    std::optional<MessageCursor> from;
    for (;;) {
        const auto page = waitFor(w->conversations().search(u"needle"_s, from, 7));
        for (const auto &hit : page->messages) times.append(hit.cursor.timestampMs);
        if (!page->hasMore) break;
        from = page->messages.last().cursor;
    }
    QCOMPARE(times.size(), 30);
    QVERIFY(std::is_sorted(times.rbegin(), times.rend()));
}

void SearchTextTest::oneConversationOnly()
{
    Workspace w;
    std::vector<Event> events;
    for (int i = 0; i < 30; ++i) {
        events.push_back(textEvent(u"a%1"_s.arg(i), u"1650"_s, 5000 + i, i % 3 == 0 ? u"the needle 针"_s : u"hay"_s));
        events.push_back(textEvent(u"b%1"_s.arg(i), u"1651"_s, 5000 + i, u"needle 针"_s));
    }
    QVERIFY(w.apply(std::move(events)));
    const auto all = waitFor(w->conversations().search(u"needle"_s, {}, 100));
    QCOMPARE(all->messages.size(), 40);
    const auto id = waitFor(w->conversations().search(u"the"_s, {}, 1))->messages.first().conversationId;
    for (const auto &query : {u"needle"_s, u"NEED"_s, u"针"_s}) {
        const auto found = waitFor(w->conversations().searchIn(id, query, 100));
        QCOMPARE(found->messages.size(), 10);
        QVERIFY(!found->hasMore && found->contacts.isEmpty());
        for (const auto &hit : found->messages) QCOMPARE(hit.conversationId, id);
        QVERIFY(found->messages.last().cursor < found->messages.first().cursor);
    }
    const auto few = waitFor(w->conversations().searchIn(id, u"needle"_s, 4));
    QCOMPARE(few->messages.size(), 4);
    QVERIFY(few->hasMore);
    QVERIFY(waitFor(w->conversations().searchIn(id, u" "_s, 4))->messages.isEmpty());
    QVERIFY(waitFor(w->conversations().searchIn(ConversationId{999}, u"needle"_s, 4))->messages.isEmpty());
}

void SearchTextTest::contactsByNamePhoneUsername()
{
    Workspace w;
    auto event = textEvent(u"a"_s, u"8613800138000"_s, 1000, u"x"_s);
    event.peer.username = u"liwei"_s;
    event.peer.profileName = u"Lǐ Wěi 李伟"_s;
    w.apply({event});
    for (const auto &query : {u"0138"_s, u"+86 138-0013"_s, u"li wei"_s, u"伟"_s, u"LIWEI"_s}) {
        QCOMPARE(waitFor(w->conversations().search(query, {}, 10))->contacts.size(), 1);
    }
    QCOMPARE(waitFor(w->conversations().search(u"nobody"_s, {}, 10))->contacts.size(), 0);
}

QTEST_GUILESS_MAIN(SearchTextTest)
#include "tst_search_text.moc"
