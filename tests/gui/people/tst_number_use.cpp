#include "tests/gui/people/sent.h"

#include "ui/numbers/number_card.h"
#include "ui/numbers/numbers_page.h"
#include "ui/numbers/use/usage_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T *in(QWidget *parent, const QString &name)
{
    return parent->findChild<T *>(name);
}

Number stored(SampleInbox &sample, const EventNumber &number)
{
    return waitFor(sample.store().numbers().byPhoneNumberId(number.phoneNumberId)).value_or(Number{});
}

} // namespace

/// What a person sets and sees for a number besides its health: policy, messages and prices, disk.
class TestNumberUse : public QObject
{
    Q_OBJECT

private:
    /// The page in a desk and the card of the first number.
    static NumberCard *card(NumbersPage &page, SampleInbox &sample)
    {
        page.resize(1280, 900);
        page.show();
        const auto find = [&]() -> NumberCard * {
            const auto cards = page.findChildren<NumberCard *>();
            for (auto *one : cards) {
                if (one->number().phoneNumberId == sample.shanghai.phoneNumberId) return one;
            }
            return nullptr;
        };
        if (!QTest::qWaitFor([&] { return find() != nullptr; })) return nullptr;
        return find();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void policyIsChosenAndKept()
    {
        Desk desk;
        NumbersPage page(*desk.context);
        auto *one = card(page, desk.sample);
        QVERIFY(one);
        auto *receipts = in<QComboBox>(one, u"number.receipts"_s);
        auto *typing = in<QCheckBox>(one, u"number.typing"_s);
        QCOMPARE(receipts->currentData().toInt(), int(ReadReceipts::OnOpen));
        QVERIFY(typing->isChecked());
        receipts->setCurrentIndex(receipts->findData(int(ReadReceipts::OnReply)));
        Q_EMIT receipts->activated(receipts->currentIndex());
        QTRY_COMPARE(stored(desk.sample, desk.sample.shanghai).readReceipts, ReadReceipts::OnReply);
        typing->click();
        QTRY_VERIFY(!stored(desk.sample, desk.sample.shanghai).typingIndicator);
        QCOMPARE(stored(desk.sample, desk.sample.shanghai).readReceipts, ReadReceipts::OnReply);
        QCOMPARE(stored(desk.sample, desk.sample.shenzhen).readReceipts, ReadReceipts::OnOpen); // the other number keeps its own
    }

    void typingNeedsReceipts()
    {
        Desk desk;
        NumbersPage page(*desk.context);
        auto *one = card(page, desk.sample);
        QVERIFY(one);
        auto *receipts = in<QComboBox>(one, u"number.receipts"_s);
        auto *typing = in<QCheckBox>(one, u"number.typing"_s);
        receipts->setCurrentIndex(receipts->findData(int(ReadReceipts::Never)));
        Q_EMIT receipts->activated(receipts->currentIndex());
        QVERIFY(!typing->isEnabled());
        QVERIFY(!typing->isChecked());
        QTRY_COMPARE(stored(desk.sample, desk.sample.shanghai).readReceipts, ReadReceipts::Never);
        QVERIFY(stored(desk.sample, desk.sample.shanghai).typingIndicator); // comes back with the ticks
        receipts->setCurrentIndex(receipts->findData(int(ReadReceipts::OnOpen)));
        Q_EMIT receipts->activated(receipts->currentIndex());
        QVERIFY(typing->isEnabled() && typing->isChecked());
    }

    void messagesAreSummed()
    {
        Desk desk;
        sent(desk.sample, u"Li Wei 李伟"_s, u"One"_s, u"service"_s, true);
        sent(desk.sample, u"Li Wei 李伟"_s, u"Two"_s, u"service"_s, true);
        sent(desk.sample, u"Li Wei 李伟"_s, u"Three"_s, u"referral_conversion"_s, false);
        NumbersPage page(*desk.context);
        auto *one = card(page, desk.sample);
        QVERIFY(one);
        const auto values = [&] {
            QStringList all;
            const auto labels = one->findChildren<QLabel *>(u"usage.value"_s);
            for (auto *label : labels) all.append(label->accessibleName());
            return all;
        };
        QTRY_VERIFY(values().contains(u"Written here · service 2 billed"_s));
        QVERIFY(values().contains(u"Written here · after an ad 1 free"_s));
        QVERIFY(!values().filter(u"Typed on the phone"_s).isEmpty());
        QVERIFY(in<QLabel>(one, u"usage.sum"_s)->text().startsWith(u"2 billed"_s));
        QCOMPARE(in<QLabel>(one, u"usage.month"_s)->text(), u"November 2026"_s);
        in<QAbstractButton>(one, u"usage.back"_s)->click();
        QCOMPARE(in<QLabel>(one, u"usage.month"_s)->text(), u"October 2026"_s);
        QVERIFY(!values().contains(u"Written here · service 2 billed"_s));
        in<QAbstractButton>(one, u"usage.forward"_s)->click();
        QVERIFY(!in<QAbstractButton>(one, u"usage.forward"_s)->isEnabled()); // nothing after this month
    }

    void usageWordsNameEverySender()
    {
        const NumberId number{1};
        const QDate month(2026, 11, 1);
        const QList<UsageRow> rows{{number, month, Origin::Phone, {}, false, 312}, {number, month, Origin::Agent, u"marketing"_s, true, 1204},
            {number, month, Origin::Api, {}, false, 3}, {number, month, Origin::Campaign, u"brand_new"_s, true, 1}, {NumberId{2}, month, Origin::Agent, u"service"_s, true, 9},
            {number, month.addMonths(-1), Origin::Agent, u"service"_s, true, 9}};
        const auto lines = UsageWords::lines(rows, number, month);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0).name, u"Typed on the phone"_s);
        QCOMPARE(lines.at(0).value, u"312 free"_s);
        QCOMPARE(lines.at(1).name, u"Other programs · price not told yet"_s);
        QCOMPARE(lines.at(1).value, u"3"_s); // neither free nor billed before the platform says so
        QCOMPARE(lines.at(2).value, u"1,204 billed"_s);
        QCOMPARE(lines.at(3).name, u"Campaigns · brand_new"_s);
        QCOMPARE(UsageWords::summary(lines), u"1,205 billed · 315 not billed"_s);
        QCOMPARE(UsageWords::summary({}), u"Nothing sent"_s);
    }

    void purgeFreesFilesAndKeepsTexts()
    {
        Desk desk;
        const auto row = desk.sample.conversation(u"Li Wei 李伟"_s);
        const auto before = waitFor(desk.sample.store().messages().mediaOf(row.id, 20)).value();
        const auto path = before.first().media.path;
        QVERIFY(QFileInfo::exists(path));
        // The store spares files of the last minutes: somebody may be about to send them.
        for (const auto &message : before) {
            QFile file(message.media.path);
            if (message.media.path.isEmpty()) continue;
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
        }
        NumbersPage page(*desk.context);
        auto *one = card(page, desk.sample);
        QVERIFY(one);
        auto *free = in<QPushButton>(one, u"disk.free"_s);
        QTRY_VERIFY(free->isVisible());
        free->click();
        auto *age = in<QComboBox>(one, u"disk.age"_s);
        age->setCurrentIndex(age->findData(0));
        Q_EMIT age->activated(age->currentIndex());
        // The person is told the sum before anything is deleted.
        QVERIFY(in<QLabel>(one, u"disk.words"_s)->text().contains(in<QLabel>(one, u"disk.bytes"_s)->text()));
        in<QPushButton>(one, u"disk.cancel"_s)->click();
        QVERIFY(QFileInfo::exists(path));
        free->click();
        in<QPushButton>(one, u"disk.confirm"_s)->click();
        QTRY_VERIFY(!QFileInfo::exists(path));
        QTRY_VERIFY(in<QLabel>(one, u"disk.note"_s)->text().contains(u"free now"_s));
        const auto after = waitFor(desk.sample.store().messages().byIds({before.first().id})).value();
        QCOMPARE(after.first().media.state, MediaState::Purged);
        QCOMPARE(after.first().text, before.first().text);
        QTRY_VERIFY(!free->isVisible()); // nothing is left to free
    }
};

QTEST_MAIN(TestNumberUse)

#include "tst_number_use.moc"
