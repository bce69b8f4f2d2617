#include "tests/gui/desk.h"

#include "ui/format/canned_text.h"
#include "ui/settings/replies/replies_section.h"
#include "ui/settings/replies/reply_checks.h"
#include "ui/settings/replies/reply_editor.h"
#include "ui/settings/settings_page.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Canned replies and the sending switches on the settings page.
class TestCannedSettings : public QObject
{
    Q_OBJECT

private:
    static QList<CannedReply> kept(Desk &desk) { return waitFor(desk.sample.store().cannedReplies().all()).value_or(QList<CannedReply>()); }
    static void write(QWidget &section, const QString &shortcut, const QString &title, const QString &body)
    {
        section.findChild<QLineEdit *>(u"reply.shortcut"_s)->setText(shortcut);
        section.findChild<QLineEdit *>(u"reply.title"_s)->setText(title);
        section.findChild<QPlainTextEdit *>(u"reply.body"_s)->setPlainText(body);
    }

private Q_SLOTS:
    void addChangeDeleteUndo()
    {
        Desk desk(false);
        RepliesSection section(*desk.context);
        section.show();
        const auto button = [&](const QString &name) { return section.findChild<QAbstractButton *>(name); };
        QTRY_VERIFY(section.findChild<QLabel *>(u"replies.empty"_s));
        button(u"replies.add"_s)->click();
        write(section, u" /Thanks "_s, u"Thank you"_s, u"Thank you, {{contact.name|there}}!"_s);
        button(u"reply.save"_s)->click();
        QTRY_COMPARE(kept(desk).size(), 1);
        QCOMPARE(kept(desk).first().shortcut, u"thanks"_s);
        QTRY_VERIFY(button(u"replies.edit"_s));
        QTRY_VERIFY(!section.findChild<ReplyEditor *>()->isVisible());
        button(u"replies.edit"_s)->click();
        QCOMPARE(section.findChild<QLineEdit *>(u"reply.shortcut"_s)->text(), u"thanks"_s);
        section.findChild<QPlainTextEdit *>(u"reply.body"_s)->setPlainText(u"Many thanks!"_s);
        button(u"reply.save"_s)->click();
        QCOMPARE(section.findChild<QLabel *>(u"reply.problem"_s)->text(), QString());
        QTRY_COMPARE(kept(desk).first().body, u"Many thanks!"_s);
        QCOMPARE(kept(desk).size(), 1);
        QTRY_VERIFY(button(u"replies.delete"_s));
        QTest::qWait(0); // rows of the former list go with the event loop
        section.findChildren<QAbstractButton *>(u"replies.delete"_s).constLast()->click();
        QTRY_VERIFY(kept(desk).isEmpty());
        QTRY_VERIFY(button(u"replies.undo"_s)->isVisible());
        button(u"replies.undo"_s)->click();
        QTRY_COMPARE(kept(desk).size(), 1);
        QCOMPARE(kept(desk).first().body, u"Many thanks!"_s);
    }

    /// Another agent changed the reply a moment ago: undo brings back theirs, not the text that the row still showed.
    void undoBringsBackWhatWasDeleted()
    {
        Desk desk(false);
        auto &store = desk.sample.store().cannedReplies();
        const auto id = waitFor(store.save({{}, u"thanks"_s, u"Thank you"_s, u"Thank you!"_s, {}, {}}));
        QVERIFY(id.has_value());
        RepliesSection section(*desk.context);
        section.show();
        const auto button = [&](const QString &name) { return section.findChild<QAbstractButton *>(name); };
        QTRY_VERIFY(button(u"replies.delete"_s));
        auto *away = button(u"replies.delete"_s);
        auto changing = store.save({*id, u"thanks"_s, u"Thank you"_s, u"Many thanks!"_s, {}, {}});
        changing.waitForFinished(); // without the event loop: the row does not know of it
        away->click();
        QTRY_VERIFY(kept(desk).isEmpty());
        QTRY_VERIFY(button(u"replies.undo"_s)->isVisible());
        button(u"replies.undo"_s)->click();
        QTRY_COMPARE(kept(desk).size(), 1);
        QCOMPARE(kept(desk).first().body, u"Many thanks!"_s);
    }

    void wrongOnesAreToldAndNotKept()
    {
        Desk desk(false);
        QVERIFY(waitFor(desk.sample.store().cannedReplies().save({{}, u"thanks"_s, u"Thank you"_s, u"Thank you!"_s, {}, {}})));
        RepliesSection section(*desk.context);
        section.show();
        QTRY_VERIFY(section.findChild<QWidget *>(u"replies.row"_s));
        auto *problem = section.findChild<QLabel *>(u"reply.problem"_s);
        section.findChild<QAbstractButton *>(u"replies.add"_s)->click();
        auto *save = section.findChild<QAbstractButton *>(u"reply.save"_s);
        write(section, u"THANKS"_s, {}, u"Again"_s);
        save->click();
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"Thank you"_s));
        write(section, u"two words"_s, {}, u"Again"_s);
        save->click();
        QVERIFY(problem->isVisible());
        write(section, u"fine"_s, {}, u"  "_s);
        save->click();
        QVERIFY(problem->isVisible());
        write(section, u"fine"_s, {}, u"For {{customer}}"_s);
        QVERIFY(section.findChild<QLabel *>(u"reply.warning"_s)->text().contains(u"{{customer}}"_s));
        QCOMPARE(kept(desk).size(), 1);
    }

    void filesAreKeptWithTheReply()
    {
        Desk desk(false);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"prices.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
        file.close();
        RepliesSection section(*desk.context);
        section.show();
        section.findChild<QAbstractButton *>(u"replies.add"_s)->click();
        section.findChild<ReplyEditor *>()->addFile(file.fileName());
        QTRY_VERIFY(section.findChild<QAbstractButton *>(u"reply.file"_s));
        write(section, u"prices"_s, {}, {});
        section.findChild<QAbstractButton *>(u"reply.save"_s)->click();
        QTRY_COMPARE(kept(desk).size(), 1);
        const auto attached = kept(desk).first().attachments;
        QCOMPARE(attached.size(), 1);
        QCOMPARE(attached.first().filename, u"prices.pdf"_s);
        QVERIFY(QFile::exists(desk.sample.store().media().pathFor(attached.first().sha256)));
    }

    /// One rule says what a variable is: for the page that warns and for the composer that asks.
    void unknownVariablesAreFound()
    {
        const auto body = u"{{contact.name|there}} {{Date}} {{?Order}} {{nope}} {{nope}} {{ time }}"_s;
        QCOMPARE(CannedText::unknownVariables(body), QStringList{u"{{nope}}"_s});
        const CannedFacts nobody{{}, {}, {}, {}, QDateTime::currentDateTime()};
        QStringList asked;
        for (const auto &question : CannedText::questions(body, nobody)) asked.append(question.key);
        QCOMPARE(asked, (QStringList{u"?Order"_s, u"nope"_s}));
        for (const auto &variable : CannedText::variables()) {
            QVERIFY2(CannedText::unknownVariables(u"{{%1}}"_s.arg(variable.key)).isEmpty(), qPrintable(variable.key));
            QVERIFY(!variable.label.isEmpty());
        }
        QCOMPARE(ReplyChecks::shortcut(u" //Ab "_s), u"ab"_s);
    }

    void sendingSwitchesApplyAtOnce()
    {
        Desk desk(false);
        SettingsPage page(*desk.context);
        page.show();
        auto *undo = page.findChild<QSpinBox *>(u"settings.undo"_s);
        QCOMPARE(undo->maximum(), 10);
        undo->setValue(5);
        QCOMPARE(desk.settings.value(UserSettings::Key::UndoSendSeconds).toInt(), 5);
        auto *spell = page.findChild<QCheckBox *>(u"settings.spell"_s);
        QVERIFY(spell->isChecked());
        spell->click();
        QVERIFY(!desk.settings.flag(UserSettings::Key::SpellCheck));
    }
};

QTEST_MAIN(TestCannedSettings)

#include "tst_canned_settings.moc"
