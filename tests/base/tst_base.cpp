#include "core/base/clock.h"
#include "core/base/on_finished.h"
#include "core/domain/contact.h"
#include "core/domain/words.h"
#include "core/settings/user_settings.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isoTimesRoundTrip_data()
    {
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64(0) << u"1970-01-01T00:00:00Z"_s;
        QTest::newRow("seconds") << qint64(1739230955000) << u"2025-02-10T23:42:35Z"_s;
        QTest::newRow("millis") << qint64(1739230955007) << u"2025-02-10T23:42:35.007Z"_s;
    }
    void isoTimesRoundTrip()
    {
        QFETCH(qint64, millis);
        QFETCH(QString, text);
        QCOMPARE(toIso(fromEpochMillis(millis)), text);
        bool ok = false;
        QCOMPARE(toEpochMillis(fromIso(text, &ok)), millis);
        QVERIFY(ok);
    }
    void secondsRoundDownBeforeTheEpochToo()
    {
        QCOMPARE(toEpochSeconds(fromEpochMillis(-1)), qint64(-1));
        QCOMPARE(toEpochSeconds(fromEpochMillis(1999)), qint64(1));
    }
    void nonsenseIsNoTime()
    {
        bool ok = true;
        QCOMPARE(fromIso(u"yesterday"_s, &ok), UtcTime{});
        QVERIFY(!ok);
    }

    void wordsRoundTrip()
    {
        for (const auto v : {NumberState::NotLinked, NumberState::Linked, NumberState::Suspended, NumberState::Blocked}) {
            QCOMPARE(fromWord<NumberState>(word(v)), std::optional(v));
        }
        for (int i = 0; i <= int(MessageStatus::Played); ++i) {
            const auto v = MessageStatus(i);
            QCOMPARE(fromWord<MessageStatus>(word(v)), std::optional(v));
        }
        for (int i = 0; i <= int(LinkFailure::Interrupted); ++i) {
            QCOMPARE(fromWord<LinkFailure>(word(LinkFailure(i))), std::optional(LinkFailure(i)));
        }
        QCOMPARE(word(MediaState::Over14Days), u"over_14_days"_s);
        QVERIFY(!fromWord<Origin>(u"from a newer version").has_value());
    }

    void resultsArriveInTheContextsThread()
    {
        QPromise<Result<int>> promise;
        promise.start();
        int seen = 0;
        onFinished<int>(this, promise.future(), [&](const Result<int> &r) { seen = r.value_or(-1); });
        promise.addResult(Result<int>(7));
        promise.finish();
        QTRY_COMPARE(seen, 7);
    }
    void aDeadContextHearsNothing()
    {
        QPromise<Result<int>> promise;
        promise.start();
        bool called = false;
        auto context = std::make_unique<QObject>();
        onFinished<int>(context.get(), promise.future(), [&](const Result<int> &) { called = true; });
        context.reset();
        promise.addResult(Result<int>(7));
        promise.finish();
        QTest::qWait(20);
        QVERIFY(!called);
    }
    void aDroppedPromiseArrivesAsCancelled()
    {
        auto promise = std::make_unique<QPromise<Result<int>>>();
        promise->start();
        ErrorCode code = ErrorCode::Internal;
        onFinished<int>(this, promise->future(), [&](const Result<int> &r) { code = r.error().code; });
        promise.reset();
        QTRY_COMPARE(code, ErrorCode::Cancelled);
    }

    void settingsKeepTheirTypesThroughTheFile()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"settings.ini"_s);
        {
            UserSettings settings(path);
            QVERIFY(settings.flag(UserSettings::Key::SendWithEnter));
            QSignalSpy changed(&settings, &UserSettings::changed);
            settings.setValue(UserSettings::Key::SendWithEnter, false);
            settings.setValue(UserSettings::Key::SendWithEnter, false);
            QCOMPARE(changed.size(), 1);
            settings.setValue(UserSettings::Key::LastConversation, qint64(42));
        }
        UserSettings again(path);
        QVERIFY(!again.flag(UserSettings::Key::SendWithEnter));
        QCOMPARE(again.value(UserSettings::Key::LastConversation).toLongLong(), 42);
        QCOMPARE(again.text(UserSettings::Key::Theme), u"system"_s);
    }

    void contactsShowTheirBestName()
    {
        Contact contact;
        contact.bsuids = {u"US.1"_s};
        QCOMPARE(contact.displayName(), u"US.1"_s);
        contact.phones = {u"8613800138000"_s};
        QCOMPARE(contact.displayName(), u"+8613800138000"_s);
        contact.usernames = {u"liwei"_s};
        QCOMPARE(contact.displayName(), u"@liwei"_s);
        contact.profileName = u"李伟"_s;
        contact.bookName = u"Li Wei (wholesale)"_s;
        QCOMPARE(contact.displayName(), u"Li Wei (wholesale)"_s);
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
