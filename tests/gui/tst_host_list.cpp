#include "ui/link/host_list.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tandem::HostList;

class TestHostList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pages_data();
    void pages();
    void resources();
    void emptyListAllowsNothing();
};

void TestHostList::pages_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *url, bool allowed) { QTest::newRow(url) << QString::fromLatin1(url) << allowed; };
    row("https://www.facebook.com/dialog/oauth?x=1", true);
    row("https://business.facebook.com", true);
    row("https://WWW.FACEBOOK.COM/", true);
    row("https://facebook.com/", false); // only its subdomains are listed
    row("https://evilfacebook.com/", false);
    row("https://www.facebook.com.evil.example/", false);
    row("https://www.facebook.com:8443/", false);
    row("http://www.facebook.com/", false);
    row("https://user:pass@www.facebook.com/", false);
    row("https://inbox.example.com/link", true);
    row("https://inbox.example.com:443/link", true);
    row("https://sub.inbox.example.com/", false);
    row("http://127.0.0.1:4711/link", true);
    row("http://127.0.0.1:4712/link", false);
    row("http://127.0.0.1/link", false);
    row("https://127.0.0.1:4711/", true);
    row("http://localhost:4711/", false);
    row("http://[::1]:4711/", true);
    row("http://inbox.example.com/", false);
    row("about:blank", true);
    row("about:config", false);
    row("file:///etc/passwd", false);
    row("qrc:/x", false);
    row("data:text/html,x", false);
    row("blob:https://www.facebook.com/1", false);
    row("javascript:alert(1)", false);
    row("chrome://settings", false);
    row("ws://127.0.0.1:4711/", false);
}

void TestHostList::pages()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    const HostList list({u"*.facebook.com"_s, u"inbox.example.com"_s, u"127.0.0.1:4711"_s, u"[::1]:4711"_s, u""_s, u"bad host"_s});
    QCOMPARE(list.allowsPage(QUrl(url)), allowed);
}

void TestHostList::resources()
{
    const HostList list({u"*.facebook.com"_s, u"127.0.0.1:4711"_s});
    QVERIFY(list.allowsResource(QUrl(u"data:image/png;base64,AA=="_s)));
    QVERIFY(list.allowsResource(QUrl(u"blob:https://www.facebook.com/1"_s)));
    QVERIFY(list.allowsResource(QUrl(u"wss://edge.facebook.com/chat"_s)));
    QVERIFY(list.allowsResource(QUrl(u"ws://127.0.0.1:4711/"_s)));
    QVERIFY(!list.allowsResource(QUrl(u"ws://127.0.0.1:4712/"_s)));
    QVERIFY(!list.allowsResource(QUrl(u"ws://edge.facebook.com/"_s)));
    QVERIFY(!list.allowsResource(QUrl(u"ftp://www.facebook.com/"_s)));
}

void TestHostList::emptyListAllowsNothing()
{
    QVERIFY(!HostList().allowsPage(QUrl(u"https://www.facebook.com"_s)));
    QVERIFY(!HostList().allowsPage(QUrl(u"http://127.0.0.1"_s)));
}

QTEST_APPLESS_MAIN(TestHostList)
#include "tst_host_list.moc"
