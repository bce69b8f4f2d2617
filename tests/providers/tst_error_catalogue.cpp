#include "core/providers/meta/error_catalogue.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Meta;

namespace {

struct Known
{
    int code;
    ErrorClass kind;
    FailureStep step;
    qint64 retrySeconds = 0;
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
using enum ErrorClass;
using Step = FailureStep;

// Every code of the protocol's table of errors, with what becomes of the request and what a person can do about a message.
const Known table[] = {
    {0, Auth, Step::OpenSettings}, {190, Auth, Step::OpenSettings},
    {3, Auth, Step::OpenSettings}, {10, Auth, Step::OpenSettings}, {200, Auth, Step::OpenSettings}, {250, Auth, Step::OpenSettings},
    {299, Auth, Step::OpenSettings}, {131005, Auth, Step::OpenSettings},
    {1, Permanent, Step::Retry}, {2, Retry, Step::Retry}, {131016, Retry, Step::Retry}, {133004, Retry, Step::Retry},
    {4, Rate, Step::RetryLater, hour}, {80007, Rate, Step::RetryLater, hour}, {130429, Rate, Step::Retry},
    {131056, Pair, Step::RetryLater, minute}, {131048, Permanent, Step::RetryLater, 6 * hour}, {133016, Permanent, Step::RetryLater, 24 * hour},
    {131064, Permanent, Step::Wait}, {33, Auth, Step::OpenSettings}, {100, Permanent, Step::ChangeMessage}, {368, Auth, Step::OpenSettings},
    {130497, Permanent, Step::None}, {131031, Auth, Step::OpenSettings}, {130472, Permanent, Step::Wait}, {131000, Retry, Step::Retry},
    {131008, Permanent, Step::ChangeMessage}, {131009, Permanent, Step::ChangeMessage}, {131021, Permanent, Step::None},
    {131026, Permanent, Step::AskCustomer}, {131037, Permanent, Step::OpenSettings}, {131042, Permanent, Step::OpenSettings},
    {131045, Permanent, Step::OpenSettings}, {131047, Permanent, Step::SendTemplate}, {131049, Permanent, Step::RetryLater, 24 * hour},
    {131050, Permanent, Step::None}, {131051, Permanent, Step::ChangeMessage}, {131052, Permanent, Step::AskCustomer},
    {131053, Permanent, Step::ChangeMessage}, {131055, Permanent, Step::None}, {131057, Retry, Step::RetryLater, minute},
    {131059, Retry, Step::Wait}, {131060, Permanent, Step::OpenOnPhone}, {131062, Permanent, Step::AskCustomer},
    {132000, Permanent, Step::ChooseTemplate}, {132001, Permanent, Step::ChooseTemplate}, {132005, Permanent, Step::ChooseTemplate},
    {132007, Permanent, Step::ChooseTemplate}, {132012, Permanent, Step::ChooseTemplate}, {132015, Permanent, Step::ChooseTemplate},
    {132016, Permanent, Step::ChooseTemplate}, {132018, Permanent, Step::ChooseTemplate}, {132068, Permanent, Step::None},
    {132069, Permanent, Step::RetryLater, hour}, {133000, Permanent, Step::RetryLater, 5 * minute}, {133005, Permanent, Step::OpenSettings},
    {133006, Permanent, Step::OpenSettings}, {133008, Permanent, Step::OpenSettings}, {133009, Permanent, Step::OpenSettings},
    {133010, Permanent, Step::OpenSettings}, {133015, Permanent, Step::RetryLater, 5 * minute}, {134011, Permanent, Step::OpenSettings},
    {135000, Permanent, Step::ChangeMessage}, {2593107, Permanent, Step::OpenSettings}, {2593108, Permanent, Step::OpenSettings},
    {2593109, Permanent, Step::OpenSettings}, {3441041, Permanent, Step::Wait}, {2655093, Permanent, Step::Wait},
    {147001, Permanent, Step::None}, {147003, Permanent, Step::None}, {147005, Permanent, Step::None},
    {139100, Permanent, Step::Retry}, {139101, Permanent, Step::None}, {139102, Retry, Step::Retry}, {139103, Retry, Step::Retry},
};

constexpr UtcTime failedAt = fromEpochSeconds(1'750'030'073);

} // namespace

/// Each code has plain words, the right consequence for the queue and one next step for the person.
class TestErrorCatalogue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCode_data();
    void everyCode();
    void fourThatMatter_data();
    void fourThatMatter();
    void nothingPromisesARetryAfterTheEnd();
    void unknownCodes();
    void serverFaults();
};

void TestErrorCatalogue::everyCode_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(table)); ++i) QTest::addRow("%d", table[i].code) << i;
}

void TestErrorCatalogue::everyCode()
{
    QFETCH(int, index);
    const Known &expected = table[index];
    const ErrorAdvice advice = adviceFor(expected.code);
    QVERIFY(advice.known);
    QVERIFY(advice.kind == expected.kind);
    QVERIFY(!advice.text.isEmpty());
    QVERIFY(advice.text.endsWith(u'.') && !advice.text.contains("code"_L1));
    QCOMPARE(advice.stopsNumber, QSet<int>({190, 33, 368, 131031}).contains(expected.code));
    QVERIFY(advice.step == expected.step);
    QCOMPARE(advice.retryAfter.count(), expected.retrySeconds);
    if (expected.code == 0) return; // a message's code 0 is none
    const Failure failure = failureOf(expected.code, failedAt, u"(#1) said"_s);
    QCOMPARE(failure.text, advice.text); // the platform's own words only where we have none
    QVERIFY(failure.step == expected.step);
    QCOMPARE(failure.retryAt.has_value(), expected.retrySeconds > 0);
    if (failure.retryAt) QCOMPARE((*failure.retryAt - failedAt).count(), expected.retrySeconds * 1000);
    if (failure.step != Step::None) QVERIFY2(!failure.next.isEmpty(), "a button needs its sentence");
}

void TestErrorCatalogue::fourThatMatter_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("next");
    QTest::newRow("window") << 131047 << u"More than 24 hours have passed since the customer last wrote."_s << u"Send a template, or answer on the phone."_s;
    QTest::newRow("undeliverable") << 131026 << u"Not deliverable: the customer may not use WhatsApp, have an old version, or have blocked you."_s << u"Reach the customer another way."_s;
    QTest::newRow("marketing cap") << 131049 << u"Not delivered: this customer has had enough marketing messages for now."_s << u"Wait at least 24 hours; sending again sooner makes it worse."_s;
    QTest::newRow("opted out") << 131050 << u"The customer no longer wants marketing messages from you."_s << QString();
}

void TestErrorCatalogue::fourThatMatter()
{
    QFETCH(int, code);
    QFETCH(QString, text);
    QFETCH(QString, next);
    const Failure failure = failureOf(code, failedAt);
    QCOMPARE(failure.text, text);
    QCOMPARE(failure.next, next);
    QVERIFY(adviceFor(code).kind == Permanent); // never repeated by the queue
}

void TestErrorCatalogue::nothingPromisesARetryAfterTheEnd()
{
    for (const Known &known : table) {
        if (known.code == 0 || known.code == 131059) continue; // a list, never a message
        const Failure failure = failureOf(known.code, failedAt);
        QVERIFY2(!failure.next.contains("by itself"_L1), qPrintable(QString::number(known.code)));
    }
}

void TestErrorCatalogue::unknownCodes()
{
    QVERIFY(!adviceFor(4242).known);
    QVERIFY(adviceFor(4242).text.contains(u"4242"_s));
    const Failure unknown = failureOf(4242, failedAt, u"Moon phase"_s);
    QVERIFY(unknown.text.contains(u"4242"_s) && unknown.text.contains("Moon phase"_L1));
    QVERIFY(unknown.step == Step::Retry);
    QCOMPARE(failureOf(0, failedAt, u"Waited too long."_s).text, u"Waited too long."_s);
    QVERIFY(!failureOf(0, failedAt).text.isEmpty());
}

void TestErrorCatalogue::serverFaults()
{
    QVERIFY(adviceFor(2, 503).kind == Ambiguous);
    QVERIFY(adviceFor(1, 500).kind == Ambiguous);
    QVERIFY(adviceFor(2, 503).step == Step::CheckFirst);
    QVERIFY(adviceFor(131000, 500).kind == Retry);
    QVERIFY(adviceFor(4242, 500).kind == Ambiguous);
    QCOMPARE(wordsFor(adviceFor(131050)), adviceFor(131050).text);
    QVERIFY(wordsFor(adviceFor(131047)).endsWith(adviceFor(131047).nextStep));
}

QTEST_GUILESS_MAIN(TestErrorCatalogue)
#include "tst_error_catalogue.moc"
