#include "core/domain/team/invite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

Invite sample()
{
    return {u"inbox.example.com"_s, 5433, u"tandem"_s, u"anna.k"_s, "-----BEGIN CERTIFICATE-----\nMIIB+/==\n-----END CERTIFICATE-----\n"};
}

} // namespace

/// What an administrator hands out and a desktop opens.
class TestInvite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromFileAndLink()
    {
        const auto invite = sample();
        QCOMPARE(inviteFrom(inviteFile(invite)).value(), invite);
        QCOMPARE(inviteFrom(inviteLink(invite).toUtf8()).value(), invite);
        auto plain = invite;
        plain.certificate.clear();
        plain.port = Invite::DefaultPort;
        QCOMPARE(inviteFrom("  " + inviteLink(plain).toUtf8() + "\n").value(), plain);
        QVERIFY(!inviteLink(plain).contains("certificate"_L1));
    }

    void asksForACheckedCertificate()
    {
        auto invite = sample();
        QCOMPARE(invite.url(), u"postgresql://anna.k@inbox.example.com:5433/tandem?sslmode=verify-full"_s);
        invite.host = u"127.0.0.1"_s;
        QCOMPARE(invite.url(), u"postgresql://anna.k@127.0.0.1:5433/tandem"_s);
        // A name is somebody else's computer, whatever it begins with.
        for (const auto *host : {"127.evil.example", "127.0.0.1.evil.example", "127.0.0", "127.0.0.256", "127.0.0.1a", "127.0.0.", "127..0.1", "::1.evil.example", "localhost.evil.example"}) {
            invite.host = QString::fromLatin1(host);
            QVERIFY2(!isThisComputer(invite.host), host);
            QVERIFY2(invite.url().endsWith("?sslmode=verify-full"_L1), host);
        }
        for (const auto *host : {"127.0.0.1", "127.1.2.3", "127.255.255.254", "::1", "localhost", "/run/postgresql"}) QVERIFY2(isThisComputer(QString::fromLatin1(host)), host);
        invite.host = u"/run/postgresql"_s;
        QCOMPARE(invite.url(), u"postgresql://anna.k@/tandem?host=/run/postgresql&port=5433"_s);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another file") << QByteArray("{\"host\":\"a\"}");
        QTest::newRow("another link") << QByteArray("tandem://open?host=a");
        QTest::newRow("newer") << QByteArray("{\"tandem_invite\":2,\"host\":\"a.b\",\"database\":\"t\",\"login\":\"anna\"}");
        QTest::newRow("no login") << QByteArray("tandem://join?host=a.b&database=t");
        QTest::newRow("a host with an option") << QByteArray("tandem://join?host=a.b%3Fsslmode%3Ddisable&database=t&login=anna");
        QTest::newRow("a login with an @") << QByteArray("tandem://join?host=a.b&database=t&login=anna%40evil.example");
        QTest::newRow("a database with an option") << QByteArray("tandem://join?host=a.b&database=t%3Fsslmode%3Ddisable&login=anna");
        QTest::newRow("no certificate in it") << QByteArray("{\"tandem_invite\":1,\"host\":\"a.b\",\"database\":\"t\",\"login\":\"anna\",\"certificate\":\"abc\"}");
    }
    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, text);
        const auto read = inviteFrom(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Usage);
        QVERIFY(!read.error().text.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestInvite)
#include "tst_invite.moc"
