#include "ui/team/join/join_form.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

/// The page on which a team is joined.
class TestJoinForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPastedLinkFillsIt()
    {
        Theme theme;
        JoinForm form(theme);
        form.show();
        auto *join = form.findChild<QPushButton *>(u"join.join"_s);
        QVERIFY(!join->isEnabled());
        const Invite invite{u"inbox.example.com"_s, 5433, u"shop"_s, u"ana"_s, "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"};
        form.findChild<QLineEdit *>(u"join.link"_s)->setText(inviteLink(invite));
        QCOMPARE(form.invite(), invite);
        QVERIFY(!join->isEnabled()); // the password is never in it
        QSignalSpy wanted(&form, &JoinForm::joinRequested);
        auto *password = form.findChild<QLineEdit *>(u"join.password"_s);
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        password->setText(u"correct horse"_s);
        QVERIFY(join->isEnabled());
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        form.setOutcome(u"Connecting…"_s, Theme::Color::Muted, true);
        QVERIFY(!join->isEnabled());
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        auto other = invite;
        other.host = u"elsewhere.example.com"_s;
        form.findChild<QLineEdit *>(u"join.link"_s)->setText(inviteLink(other)); // what is tried is what will be kept
        QCOMPARE(form.invite(), invite);
        QVERIFY(!form.acceptDrops());
        QVERIFY(!join->isEnabled());
        form.setOutcome(u"Refused"_s, Theme::Color::Error);
        QVERIFY(join->isEnabled());
    }

    void saysWhatIsWrongWithALink()
    {
        Theme theme;
        JoinForm form(theme);
        form.show();
        form.findChild<QLineEdit *>(u"join.link"_s)->setText(u"tandem://join?host=a.b"_s);
        const auto *outcome = form.findChild<QLabel *>(u"join.outcome"_s);
        QVERIFY(outcome->isVisible());
        QVERIFY(!outcome->text().isEmpty());
        QVERIFY(form.invite().host.isEmpty()); // nothing of it was taken
    }
};

QTEST_MAIN(TestJoinForm)
#include "tst_join_form.moc"
