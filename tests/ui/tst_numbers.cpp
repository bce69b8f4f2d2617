#include "core/coexistence/activity_watch.h"
#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/numbers/link_wizard.h"
#include "ui/numbers/number_card.h"
#include "ui/numbers/number_words.h"
#include "ui/numbers/numbers_page.h"
#include "ui/numbers/parts/unlink_guide.h"
#include "ui/numbers/steps/link_hosts.h"
#include "ui/numbers/steps/link_words.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/parts/status_line.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

/// The Numbers page, the link window and the settings over a real store. With TANDEM_LOOK=DIR it also leaves pictures there.
class TestNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pageIsEmptyUntilANumberComes();
    void cardTellsStateAndHealth();
    void budgetIsTheStatusLines();
    void limitIsChosenAndKept();
    void disconnectSaysWhyAndWhatNow();
    void unlinkGuideKnowsBothSystems();
    void wizardWantsANewEnoughApp();
    void wizardFollowsItsRow();
    void wizardAsksWhichNumber();
    void everyFailureHasItsOwnWords();
    void closingEarlyCancels();
    void closingLateGoesOn();
    void allowedHostsAreExact();
    void settingsApplyAtOnce();

private:
    struct Desk
    {
        QTemporaryDir folder;
        SystemClock clock;
        std::unique_ptr<Store> store;
        std::unique_ptr<ChangeFeed> feed;
        Theme theme;
        UserSettings settings{QString()};
        std::unique_ptr<UiContext> context;
    };
    NumberId addNumber(NumberState state = NumberState::Linked);
    LinkRequest waitForRequest(LinkRequestId id = LinkRequestId{1});
    void step(LinkRequest &request, LinkStep step, LinkFailure failure = LinkFailure::None);
    void look(QWidget *widget, const QString &name);
    std::unique_ptr<LinkWizard> openWizard();

    std::unique_ptr<Desk> m_desk;
};

template<typename T>
T *child(QWidget *parent, const char *name)
{
    return parent->findChild<T *>(QString::fromLatin1(name));
}

void TestNumbers::initTestCase()
{
    QCoreApplication::setApplicationName(u"tst_numbers"_s);
}

void TestNumbers::init()
{
    m_desk = std::make_unique<Desk>();
    StoreOptions options;
    options.url = u"sqlite:"_s + m_desk->folder.filePath(u"t.sqlite"_s);
    auto store = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY2(store, store ? "" : qPrintable(store.error().text));
    m_desk->store = std::move(*store);
    m_desk->feed = std::make_unique<ChangeFeed>(*m_desk->store);
    m_desk->theme.setMode(qEnvironmentVariable("TANDEM_LOOKS_THEME") == "dark"_L1 ? Theme::Mode::Dark : Theme::Mode::Light);
    m_desk->theme.apply();
    m_desk->context.reset(new UiContext{*m_desk->store, *m_desk->feed, nullptr, m_desk->clock, m_desk->theme, m_desk->settings});
}

void TestNumbers::cleanup()
{
    m_desk->context.reset();
    m_desk->feed.reset();
    m_desk.reset();
}

void TestNumbers::look(QWidget *widget, const QString &name)
{
    const auto folder = qEnvironmentVariable("TANDEM_LOOKS");
    if (folder.isEmpty()) return;
    QTest::qWait(50);
    widget->grab().save(u"%1/%2%3.png"_s.arg(folder, name, m_desk->theme.isDark() ? u"-dark"_s : QString()));
}

NumberId TestNumbers::addNumber(NumberState state)
{
    Number number;
    number.phoneNumberId = u"600000000000001"_s;
    number.wabaId = u"700000000000001"_s;
    number.displayPhone = u"+86 138 0013 8000"_s;
    number.verifiedName = u"Li Trading <b>&</b> Co"_s;
    number.coexistence = true;
    number.quality = u"GREEN"_s;
    number.messagingLimit = u"TIER_2K"_s;
    number.onboardedAt = m_desk->clock.now() - Seconds(40 * 86400);
    number.state = NumberState::Linked;
    const auto id = waitFor(m_desk->store->numbers().upsert(number));
    if (!id) qFatal("upsert: %s", qPrintable(id.error().text));
    if (state != NumberState::Linked) (void)waitFor(m_desk->store->numbers().setState(*id, state));
    return *id;
}

void TestNumbers::pageIsEmptyUntilANumberComes()
{
    NumbersPage page(*m_desk->context);
    page.resize(1180, 760);
    page.show();
    QTRY_VERIFY(child<QWidget>(&page, "numbers.empty")->isVisible());
    look(&page, u"numbers-empty"_s);
    QSignalSpy link(&page, &NumbersPage::linkRequested);
    child<QPushButton>(&page, "numbers.empty.link")->click();
    QCOMPARE(link.count(), 1);
    addNumber();
    QTRY_VERIFY(page.findChild<NumberCard *>());
    QTRY_VERIFY(!child<QWidget>(&page, "numbers.empty")->isVisible());
}

void TestNumbers::cardTellsStateAndHealth()
{
    addNumber();
    NumbersPage page(*m_desk->context);
    page.resize(1180, 760);
    page.show();
    QTRY_VERIFY(page.findChild<NumberCard *>());
    auto *card = page.findChild<NumberCard *>();
    // A name from the platform is shown as it is, never as markup.
    QCOMPARE(child<QLabel>(card, "number.title")->text(), u"Li Trading <b>&</b> Co"_s);
    QCOMPARE(child<QLabel>(card, "number.title")->textFormat(), Qt::PlainText);
    QVERIFY(child<QWidget>(card, "number.badge")->isVisible());
    // Linked 40 days ago and nothing was ever sent from the phone: past the 14 days.
    QVERIFY(child<QWidget>(card, "number.notice")->isVisible());
    look(&page, u"numbers"_s);
    child<QPushButton>(card, "number.more")->click();
    QVERIFY(child<QWidget>(card, "featureTable")->isVisible());
    page.resize(1180, 1500);
    look(&page, u"numbers-details"_s);
}

void TestNumbers::budgetIsTheStatusLines()
{
    addNumber();
    NumbersPage page(*m_desk->context);
    StatusLine line(*m_desk->context);
    BudgetSnapshot budget;
    budget.phoneNumberId = u"600000000000001"_s;
    budget.phone = 1;
    budget.reserve = 2;
    // It comes while the page is hidden and before it has a card; nothing may get lost.
    page.setBudgets({budget});
    line.setBudgets({budget});
    page.show();
    line.show();
    QTRY_VERIFY(page.findChild<NumberCard *>());
    QCOMPARE(child<QLabel>(&page, "number.reserve")->text(), u"2"_s);
    QVERIFY(child<QLabel>(&line, "statusLine.reserve")->text().startsWith(u'2'));
    page.hide();
    budget.reserve = 0;
    page.setBudgets({budget});
    line.setBudgets({budget});
    page.show();
    QCOMPARE(child<QLabel>(&page, "number.reserve")->text(), u"0"_s);
    QVERIFY(!child<QLabel>(&line, "statusLine.reserve")->isVisible());
}

void TestNumbers::limitIsChosenAndKept()
{
    const auto id = addNumber();
    NumbersPage page(*m_desk->context);
    page.show();
    QTRY_VERIFY(page.findChild<NumberCard *>());
    auto *box = child<QComboBox>(&page, "number.limit");
    QCOMPARE(box->currentData().toInt(), 5);
    QTest::keyClick(box, Qt::Key_Down);
    const auto limit = [this, id] {
        const auto numbers = waitFor(m_desk->store->numbers().all());
        return numbers && !numbers->isEmpty() && numbers->first().id == id ? numbers->first().limitPerSecond : 0;
    };
    QTRY_COMPARE(limit(), 20);
    QTest::keyClick(box, Qt::Key_Down);
    auto *custom = child<QSpinBox>(&page, "number.limit.custom");
    QTRY_VERIFY(custom->isVisible());
    custom->setValue(12);
    QTRY_COMPARE(limit(), 12);
    QVERIFY(custom->isVisible());
}

void TestNumbers::disconnectSaysWhyAndWhatNow()
{
    Number number;
    number.state = NumberState::Disconnected;
    number.disconnectReason = u"PRIMARY_INACTIVITY"_s;
    number.disconnectedBy = u"SYSTEM"_s;
    QVERIFY(NumberWords::explanation(number, 3).contains(u"14 days"_s));
    QVERIFY(NumberWords::explanation(number, 3).contains(u'3'));
    QSet<QString> reasons;
    for (const auto &reason : {u"ACCOUNT_DISCONNECTED"_s, u"PRIMARY_INACTIVITY"_s, u"COMPANION_INACTIVITY"_s, u"CHANGE_NUMBER"_s,
             u"USER_RE_REGISTERED"_s, u"BUSINESS_DOWNGRADE"_s, u"SOMETHING_NEW"_s}) {
        reasons.insert(NumberWords::disconnectReason(reason, {}));
    }
    QCOMPARE(reasons.size(), 7);
    number.state = NumberState::Linked;
    number.coexistence = true;
    const auto now = m_desk->clock.now();
    number.lastPhoneActivityAt = now - Seconds(12 * 86400);
    QCOMPARE(NumberWords::activityWarning(number, now), QString());
    number.lastPhoneActivityAt = now - ActivityWatch::WarnAfter;
    QVERIFY(NumberWords::activityWarning(number, now).contains(u"today"_s));

    addNumber(NumberState::NotLinked);
    NumbersPage page(*m_desk->context);
    page.resize(1180, 600);
    page.show();
    QTRY_VERIFY(page.findChild<NumberCard *>());
    look(&page, u"numbers-not-linked"_s);
}

void TestNumbers::unlinkGuideKnowsBothSystems()
{
    auto *guide = new UnlinkGuide(m_desk->theme);
    guide->show();
    look(guide, u"unlink-iphone"_s);
    const auto first = guide->grab().toImage();
    child<QPushButton>(guide, "unlink.android")->click();
    QTest::qWait(20);
    QVERIFY(guide->grab().toImage() != first);
    look(guide, u"unlink-android"_s);
    guide->close();
}

std::unique_ptr<LinkWizard> TestNumbers::openWizard()
{
    auto wizard = std::make_unique<LinkWizard>(*m_desk->context);
    wizard->setAttribute(Qt::WA_DeleteOnClose, false);
    wizard->show();
    wizard->start();
    return wizard;
}

void TestNumbers::wizardWantsANewEnoughApp()
{
    const auto wizard = openWizard();
    auto *primary = child<QPushButton>(wizard.get(), "link.primary");
    auto *version = child<QLineEdit>(wizard.get(), "link.version");
    QVERIFY(!primary->isEnabled());
    version->setText(u"2.24.16.99"_s);
    QVERIFY(!primary->isEnabled());
    version->setText(u"2.24.17"_s);
    QVERIFY(primary->isEnabled());
    look(wizard.get(), u"link-1"_s);
    version->clear();
    QVERIFY(!primary->isEnabled());
    child<QAbstractButton>(wizard.get(), "link.versionConfirmed")->click();
    QVERIFY(primary->isEnabled());
}

LinkRequest TestNumbers::waitForRequest(LinkRequestId id)
{
    LinkRequest found;
    const auto there = [&] {
        const auto request = waitFor(m_desk->store->links().get(id));
        if (request) found = *request;
        return request.has_value();
    };
    for (int i = 0; i < 200 && !there(); ++i) QTest::qWait(10);
    return found;
}

void TestNumbers::step(LinkRequest &request, LinkStep to, LinkFailure failure)
{
    request.step = to;
    request.failure = failure;
    const auto done = waitFor(m_desk->store->links().update(request));
    QVERIFY(done && *done);
}

void TestNumbers::wizardFollowsItsRow()
{
    const auto wizard = openWizard();
    QSignalSpy linked(wizard.get(), &LinkWizard::linked);
    child<QAbstractButton>(wizard.get(), "link.versionConfirmed")->click();
    child<QPushButton>(wizard.get(), "link.primary")->click();
    auto request = waitForRequest();
    QVERIFY(request.id.isValid());
    look(wizard.get(), u"link-2-checking"_s);
    request.pageUrl = u"http://127.0.0.1:9/link?state="_s + request.state;
    step(request, LinkStep::WaitingForOwner);
    // Without shared OpenGL contexts the page cannot be shown here, so the browser is offered.
    QTRY_VERIFY(child<QWidget>(wizard.get(), "link.browserAgain")->isVisible());
    look(wizard.get(), u"link-2-browser"_s);
    step(request, LinkStep::Subscribing);
    QTRY_VERIFY(child<QWidget>(wizard.get(), "link.ticks")->isVisible());
    look(wizard.get(), u"link-3"_s);
    addNumber();
    request.phoneNumberId = u"600000000000001"_s;
    request.contactsRequested = request.historyRequested = true;
    request.contactsRequestId = request.historyRequestId = u"r"_s;
    step(request, LinkStep::SyncingHistory);
    QTRY_VERIFY(child<QWidget>(wizard.get(), "link.history")->isVisible());
    QVERIFY(!child<QPushButton>(wizard.get(), "link.primary")->isEnabled());
    step(request, LinkStep::Done);
    QTRY_COMPARE(linked.count(), 1);
    QTRY_VERIFY(child<QPushButton>(wizard.get(), "link.primary")->isEnabled());
    look(wizard.get(), u"link-4"_s);
    child<QPushButton>(wizard.get(), "link.primary")->click();
    QTRY_VERIFY(child<QWidget>(wizard.get(), "link.doneBadge")->isVisible());
    look(wizard.get(), u"link-5"_s);
    QSignalSpy inbox(wizard.get(), &LinkWizard::inboxRequested);
    child<QPushButton>(wizard.get(), "link.primary")->click();
    QCOMPARE(inbox.count(), 1);
    QVERIFY(!wizard->isVisible());
}

void TestNumbers::wizardAsksWhichNumber()
{
    const auto wizard = openWizard();
    child<QAbstractButton>(wizard.get(), "link.versionConfirmed")->click();
    child<QPushButton>(wizard.get(), "link.primary")->click();
    auto request = waitForRequest();
    request.candidates = {{u"1"_s, u"+1 555"_s, u"A & B"_s, true}, {u"2"_s, u"+1 556"_s, u"C"_s, false}};
    step(request, LinkStep::ChoosingNumber);
    auto *primary = child<QPushButton>(wizard.get(), "link.primary");
    QTRY_VERIFY(primary->isVisible() && !primary->isEnabled());
    const auto options = wizard->findChildren<QRadioButton *>();
    QCOMPARE(options.size(), 2);
    // An ampersand of a business name is no shortcut.
    QCOMPARE(options.first()->text(), u"+1 555 · A && B"_s);
    options.last()->click();
    QVERIFY(primary->isEnabled());
    look(wizard.get(), u"link-3-choose"_s);
    primary->click();
    QTRY_COMPARE(waitForRequest().phoneNumberId, u"2"_s);
}

void TestNumbers::everyFailureHasItsOwnWords()
{
    QSet<QString> titles;
    QSet<QString> texts;
    int count = 0;
    for (int i = int(LinkFailure::CancelledByOwner); i <= int(LinkFailure::Interrupted); ++i) {
        LinkRequest request;
        request.failure = LinkFailure(i);
        const auto words = LinkWords::failure(request, u"https://inbox.example.com"_s);
        QVERIFY(!words.title.isEmpty() && !words.text.isEmpty());
        titles.insert(words.title);
        texts.insert(words.text);
        ++count;
    }
    QCOMPARE(titles.size(), count);
    QCOMPARE(texts.size(), count);
    const auto wizard = openWizard();
    child<QAbstractButton>(wizard.get(), "link.versionConfirmed")->click();
    child<QPushButton>(wizard.get(), "link.primary")->click();
    auto request = waitForRequest();
    step(request, LinkStep::Failed, LinkFailure::PublicAddressUnreachable);
    QTRY_VERIFY(child<QWidget>(wizard.get(), "link.failureTitle")->isVisible());
    look(wizard.get(), u"link-failed"_s);
    QSignalSpy settings(wizard.get(), &LinkWizard::settingsRequested);
    child<QPushButton>(wizard.get(), "link.primary")->click();
    QCOMPARE(settings.count(), 1);
}

void TestNumbers::closingEarlyCancels()
{
    const auto wizard = openWizard();
    child<QAbstractButton>(wizard.get(), "link.versionConfirmed")->click();
    child<QPushButton>(wizard.get(), "link.primary")->click();
    QVERIFY(waitForRequest().id.isValid());
    QTest::qWait(50);
    wizard->close();
    QTRY_COMPARE(int(waitForRequest().step), int(LinkStep::Cancelled));
}

void TestNumbers::closingLateGoesOn()
{
    const auto wizard = openWizard();
    child<QAbstractButton>(wizard.get(), "link.versionConfirmed")->click();
    child<QPushButton>(wizard.get(), "link.primary")->click();
    auto request = waitForRequest();
    step(request, LinkStep::SyncingHistory);
    QTRY_VERIFY(child<QWidget>(wizard.get(), "link.history")->isVisible());
    wizard->close();
    QTest::qWait(100);
    QCOMPARE(int(waitForRequest().step), int(LinkStep::SyncingHistory));
}

void TestNumbers::allowedHostsAreExact()
{
    const auto metas = LinkHosts::allowed({}, QUrl(u"https://inbox.example.com/link?state=1"_s));
    QVERIFY(metas.contains(u"*.facebook.com"_s));
    QVERIFY(metas.contains(u"inbox.example.com"_s));
    const auto own = LinkHosts::allowed({{u"allowed_hosts"_s, u"127.0.0.1:9090, 127.0.0.1:9080"_s}}, QUrl(u"http://127.0.0.1:9080/link"_s));
    QCOMPARE(own, (QStringList{u"127.0.0.1:9090"_s, u"127.0.0.1:9080"_s}));
}

void TestNumbers::settingsApplyAtOnce()
{
    SettingsPage page(*m_desk->context);
    page.setShortcuts({{u"Next conversation"_s, u"J"_s}, {u"Search"_s, u"/"_s}, {u"Send"_s, u"Enter"_s}});
    page.resize(1180, 900);
    page.show();
    look(&page, u"settings"_s);
    auto *theme = child<QComboBox>(&page, "settings.theme");
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_Down);
    QCOMPARE(m_desk->settings.text(UserSettings::Key::Theme), u"light"_s);
    m_desk->settings.setValue(UserSettings::Key::Theme, u"dark"_s);
    QCOMPARE(theme->currentData().toString(), u"dark"_s);
}

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
