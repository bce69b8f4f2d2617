#include "ui/format/whatsapp_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

Q_DECLARE_METATYPE(Tandem::TextStyles)

class TestWhatsAppText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("styled"); ///< the styled pieces, "style:piece", joined by '|'
        const auto row = [](const char *name, const QString &raw, const QString &shown, const QString &styled) {
            QTest::newRow(name) << raw << shown << styled;
        };
        row("plain", u"hello"_s, u"hello"_s, u""_s);
        row("bold", u"a *b c* d"_s, u"a b c d"_s, u"1:b c"_s);
        row("italic", u"_x_."_s, u"x."_s, u"2:x"_s);
        row("strike", u"~gone~"_s, u"gone"_s, u"4:gone"_s);
        row("code", u"run `ls *a*`"_s, u"run ls *a*"_s, u"8:ls *a*"_s);
        row("block", u"```a\n*b*```"_s, u"a\n*b*"_s, u"8:a\n*b*"_s);
        row("nested", u"*_both_*"_s, u"both"_s, u"3:both"_s);
        row("arithmetic", u"2*3*4 = 24"_s, u"2*3*4 = 24"_s, u""_s);
        row("snake_case", u"order_id_88"_s, u"order_id_88"_s, u""_s);
        row("space after marker", u"* not bold*"_s, u"* not bold*"_s, u""_s);
        row("not over lines", u"*a\nb*"_s, u"*a\nb*"_s, u""_s);
        row("chinese", u"请看*重点*内容"_s, u"请看重点内容"_s, u"1:重点"_s);
        row("lone markers", u"* _ ~ `"_s, u"* _ ~ `"_s, u""_s);
        row("emphasis of nothing", u"** __"_s, u"** __"_s, u""_s);
        row("html stays text", u"<b>x</b> & <img src=a>"_s, u"<b>x</b> & <img src=a>"_s, u""_s);
    }
    void formats()
    {
        QFETCH(QString, raw);
        QFETCH(QString, shown);
        QFETCH(QString, styled);
        const auto text = formatWhatsAppText(raw);
        QCOMPARE(text.text, shown);
        QStringList pieces;
        for (const auto &span : text.spans) pieces.append(QString::number(span.styles.toInt()) + u':' + text.text.mid(span.start, span.length));
        QCOMPARE(pieces.join(u'|'), styled);
    }

    void links_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("links"); ///< "shown→target" joined by '|'
        const auto row = [](const char *name, const QString &raw, const QString &links) { QTest::newRow(name) << raw << links; };
        row("plain", u"see https://example.com/a?b=c."_s, u"https://example.com/a?b=c→https://example.com/a?b=c"_s);
        row("www", u"www.example.com"_s, u"www.example.com→https://www.example.com"_s);
        row("brackets", u"(https://example.com/x)"_s, u"https://example.com/x→https://example.com/x"_s);
        row("own brackets", u"https://e.org/a_(b)"_s, u"https://e.org/a_(b)→https://e.org/a_(b)"_s);
        row("chinese after", u"看https://a.cn/订单。"_s, u"https://a.cn/→https://a.cn/"_s);
        row("mail", u"to ana@example.com, please"_s, u"ana@example.com→mailto:ana@example.com"_s);
        row("phone", u"call +86 138 0013 8000 now"_s, u"+86 138 0013 8000→tel:+8613800138000"_s);
        row("markers inside", u"https://e.org/*a*_b_"_s, u"https://e.org/*a*_b→https://e.org/*a*_b"_s);
        row("two", u"http://a.b https://c.d"_s, u"http://a.b→http://a.b|https://c.d→https://c.d"_s);
        row("script", u"javascript:alert(1) file:///etc/passwd"_s, u""_s);
        row("look-alike", u"https://аррӏе.com"_s, u""_s);
        row("no host", u"https://"_s, u""_s);
        row("short number", u"+12 34"_s, u""_s);
    }
    void links()
    {
        QFETCH(QString, raw);
        QFETCH(QString, links);
        const auto text = formatWhatsAppText(raw);
        QStringList found;
        for (const auto &link : text.links) found.append(text.text.mid(link.start, link.length) + u'→' + link.url.toString());
        QCOMPARE(found.join(u'|'), links);
    }

    void hostilePayloads()
    {
        const QString zalgo = u"a"_s + QString(2000, QChar(0x0335));
        const QStringList payloads{QString(QChar(0)), u"\u202e\u202dabc"_s, QString(QChar(0xD800)), QString(QChar(0xDC00)) + u'x', zalgo,
            QString(200'000, u'*'), QString(200'000, u'_'), QString(100'000, u'`'), u"*_~`"_s.repeated(20'000), u"https://"_s.repeated(5000),
            u"+1"_s.repeated(20'000), u"\r\n\r\n"_s.repeated(10'000), QString(70'000, u'é')};
        for (const auto &payload : payloads) {
            QElapsedTimer timer;
            timer.start();
            const auto text = formatWhatsAppText(payload);
            QVERIFY2(timer.elapsed() < 1500, "formatting must not hang");
            QVERIFY(text.text.size() <= 65'537);
            QVERIFY(!text.text.contains(QChar(0)));
            for (qsizetype i = 0; i < text.text.size(); ++i) {
                if (text.text.at(i).isHighSurrogate()) QVERIFY(i + 1 < text.text.size() && text.text.at(i + 1).isLowSurrogate());
            }
            for (const auto &span : text.spans) QVERIFY(span.start >= 0 && span.start + span.length <= text.text.size());
        }
    }

    void longTextsAreCutAtAWord()
    {
        const auto text = formatWhatsAppText(u"word "_s.repeated(1000), 1500);
        QVERIFY(text.shortened);
        QVERIFY(text.text.size() <= 1500);
        QVERIFY(text.text.endsWith(u"word…"_s));
        QVERIFY(!formatWhatsAppText(u"short"_s, 1500).shortened);
    }

    void targetsAreShownInAscii()
    {
        QCOMPARE(linkTarget(QUrl(u"https://例え.jp/x"_s)), u"xn--r8jz45g.jp"_s);
        QCOMPARE(linkTarget(QUrl(u"mailto:a@b.c"_s)), u"a@b.c"_s);
    }
};

QTEST_GUILESS_MAIN(TestWhatsAppText)
#include "tst_whatsapp_text.moc"
