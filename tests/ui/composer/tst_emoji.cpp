#include "core/settings/user_settings.h"
#include "ui/composer/emoji/emoji_grid.h"
#include "ui/composer/emoji/emoji_popup.h"
#include "ui/composer/emoji/emoji_table.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

QStringList found(const QString &query, int most = 5)
{
    QStringList result;
    for (const int place : emojiTable().search(query).mid(0, most)) result.append(emojiTable().all().at(place).text);
    return result;
}

} // namespace

class TestEmoji : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsWhole()
    {
        const auto &all = emojiTable().all();
        QVERIFY(all.size() > 1700);
        QSet<int> groups;
        int chinese = 0;
        int tones = 0;
        for (const auto &emoji : all) {
            QVERIFY(!emoji.text.isEmpty() && !emoji.english.isEmpty());
            groups.insert(emoji.group);
            chinese += emoji.chinese.isEmpty() ? 0 : 1;
            tones += emoji.tones.size() == 5 ? 1 : 0;
        }
        QCOMPARE(groups.size(), EmojiTable::Groups);
        QVERIFY(chinese > all.size() * 9 / 10);
        QVERIFY(tones > 250);
        QCOMPARE(all.first().text, u"😀"_s);
    }

    void searchInTwoLanguages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("emoji");
        QTest::newRow("name") << u"thumbs up"_s << u"👍"_s;
        QTest::newRow("keyword") << u"truck"_s << u"🚚"_s;
        QTest::newRow("beginning") << u"packa"_s << u"📦"_s;
        QTest::newRow("chinese name") << u"拇指向上"_s << u"👍"_s;
        QTest::newRow("one chinese character") << u"猫"_s << u"🐈"_s;
        QTest::newRow("chinese keyword") << u"赞成"_s << u"👍"_s;
        QTest::newRow("case") << u"ROCKET"_s << u"🚀"_s;
        QTest::newRow("flag") << u"china"_s << u"🇨🇳"_s;
    }
    void searchInTwoLanguages()
    {
        QFETCH(QString, query);
        QFETCH(QString, emoji);
        QVERIFY2(found(query, 8).contains(emoji), qPrintable(found(query, 8).join(u' ')));
    }

    void nothingIsFoundForNonsense() { QVERIFY(found(u"qwxzv"_s).isEmpty()); }

    void searchIsQuick()
    {
        (void)emojiTable();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) (void)emojiTable().search(u"he"_s);
        QVERIFY2(timer.elapsed() < 20 * 16, qPrintable(QString::number(timer.elapsed())));
    }

    void skinTones()
    {
        const auto &table = emojiTable();
        const int thumb = table.indexOf(u"👍"_s);
        QCOMPARE(table.all().at(thumb).toned(0), u"👍"_s);
        QCOMPARE(table.all().at(thumb).toned(3), u"👍🏽"_s);
        QCOMPARE(table.indexOf(u"👍🏽"_s), thumb);
        QCOMPARE(table.all().at(table.indexOf(u"📦"_s)).toned(3), u"📦"_s);
        // Two people take the tone together.
        QCOMPARE(table.all().at(table.indexOf(u"🧑‍🤝‍🧑"_s)).toned(5), u"🧑🏿‍🤝‍🧑🏿"_s);
    }

    void chosenByKeyboardAndRemembered()
    {
        Theme theme;
        UserSettings settings{QString()};
        QWidget window;
        window.resize(800, 800);
        window.show();
        EmojiPopup popup(theme, settings, &window);
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy chosen(&popup, &EmojiPopup::chosen);
        popup.popUp({100, 600});
        auto *search = popup.findChild<QLineEdit *>(u"emoji.search"_s);
        QTest::keyClicks(search, u"rocket"_s);
        QCOMPARE(popup.current(), u"🚀"_s);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(popup.isVisible());
        search->clear();
        QCOMPARE(popup.current(), u"🚀"_s); // the last one is at hand first
        search->setText(u"猫"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QVERIFY(!popup.isVisible());
        QVERIFY(EmojiMemory(settings).recent().contains(u"🚀"_s));
        EmojiPopup again(theme, settings, &window);
        QCOMPARE(again.current(), chosen.last().first().toString());
    }

    void toneIsKept()
    {
        Theme theme;
        UserSettings settings{QString()};
        EmojiMemory(settings).setTone(4);
        QWidget window;
        EmojiPopup popup(theme, settings, &window);
        auto *search = popup.findChild<QLineEdit *>(u"emoji.search"_s);
        QTest::keyClicks(search, u"thumbs up"_s);
        QCOMPARE(popup.current(), u"👍🏾"_s);
    }

    void arrowsReachEveryRow()
    {
        Theme theme;
        EmojiGrid grid(theme);
        grid.resize(EmojiGrid::Columns * EmojiGrid::Cell, 300);
        grid.setSections({{u"a"_s, {u"1"_s, u"2"_s}}, {u"b"_s, {u"3"_s, u"4"_s, u"5"_s}}});
        QCOMPARE(grid.current(), u"1"_s);
        QVERIFY(grid.moveBy(Qt::Key_Right));
        QVERIFY(grid.moveBy(Qt::Key_Down));
        QCOMPARE(grid.current(), u"4"_s);
        QVERIFY(grid.moveBy(Qt::Key_Right));
        QVERIFY(!grid.moveBy(Qt::Key_Down));
        QVERIFY(grid.moveBy(Qt::Key_Up));
        QCOMPARE(grid.current(), u"2"_s);
    }
};

QTEST_MAIN(TestEmoji)
#include "tst_emoji.moc"
