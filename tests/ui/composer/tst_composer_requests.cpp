#include "tests/ui/composer/composer_steps.h"
#include "tests/ui/composer/tone_source.h"
#include "ui/composer/attach/attachment_card.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/attach/file_drop.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/canned/canned_popup.h"
#include "ui/composer/canned/canned_prompt.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/composer/voice/voice_bar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;
using Tandem::Test::Shop;

/// From what a person does in the composer to the exact request that goes out.
class TestComposerRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        const auto question = shop.newest(liWei).last();
        desk.composer.setReplyTo(question);
        QTest::keyClicks(desk.input, u"On its way"_s);
        QTest::keyClick(desk.input, Qt::Key_B, Qt::ControlModifier);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.queued().size(), 1);
        auto wanted = ComposerDesk::expected(u"text"_s, quoted("{'body':'On its *way*','preview_url':false}"));
        wanted.insert("context"_L1, QJsonObject{{u"message_id"_s, question.wamid}});
        QCOMPARE(ComposerDesk::request(desk.queued().first()), wanted);
    }

    void aPictureTakesTheTextAsItsCaption()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"lamp.png"_s)});
        QTRY_VERIFY(ready(desk, 1));
        QTest::keyClicks(desk.input, u"The blue one"_s);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.queued().size(), 1);
        const auto item = desk.queued().first();
        QCOMPARE(item.text, u"The blue one"_s);
        QCOMPARE(item.media.mime, u"image/png"_s);
        QVERIFY(QFile::exists(shop.workspace->media().pathFor(item.media.sha256)));
        asked(item, u"image"_s, quoted("{'id':'4490709327384033','caption':'The blue one'}"));
        // It stands in the timeline at once, and nothing is left in the composer.
        QTRY_COMPARE(shop.newest(liWei).last().type, u"image"_s);
        QVERIFY(shop.newest(liWei).last().media.state == MediaState::Available);
        QVERIFY(files(desk).of(shop.row(liWei).id).isEmpty());
    }

    void anAlbumGoesWholeAndInOrder()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"a.jpg"_s), write(dir, u"invoice.pdf"_s, "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"), picture(dir, u"c.png"_s)});
        QTRY_VERIFY(ready(desk, 3));
        const auto id = shop.row(liWei).id;
        files(desk).setCaption(id, files(desk).of(id).at(1).id, u"For your records"_s);
        QTest::keyClicks(desk.input, u"Three things"_s);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.queued().size(), 4);
        const auto items = desk.queued();
        asked(items.at(0), u"text"_s, quoted("{'body':'Three things','preview_url':false}"));
        asked(items.at(1), u"image"_s, quoted("{'id':'4490709327384033'}"));
        asked(items.at(2), u"document"_s, quoted("{'id':'4490709327384033','filename':'invoice.pdf','caption':'For your records'}"));
        asked(items.at(3), u"image"_s, quoted("{'id':'4490709327384033'}"));
        QSet<QString> ids;
        for (const auto &item : items) ids.insert(item.clientId);
        QCOMPARE(ids.size(), 4);
    }

    void otherKindsOfFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("content");
        const QByteArray mp4 = QByteArray::fromHex("00000018667479706d703432000000006d70343269736f6d") + "....avc1....";
        QTest::newRow("video") << u"v.mp4"_s << mp4 << u"video"_s << quoted("{'id':'4490709327384033'}");
        QTest::newRow("audio") << u"s.mp3"_s << QByteArray("ID3\x03\x00\x00\x00\x00\x00\x00", 10) + QByteArray(400, 'x') << u"audio"_s << quoted("{'id':'4490709327384033'}");
        QTest::newRow("text file") << u"n.txt"_s << QByteArray("hello there\n") << u"document"_s << quoted("{'id':'4490709327384033','filename':'n.txt'}");
    }
    void otherKindsOfFiles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, type);
        QFETCH(QByteArray, content);
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {write(dir, name, bytes)});
        QTRY_VERIFY(ready(desk, 1));
        desk.composer.send();
        QTRY_COMPARE(desk.queued().size(), 1);
        asked(desk.queued().first(), type, content);
    }

    void aSticker()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"hi.webp"_s, samplePicture({512, 512}))});
        QTRY_VERIFY(ready(desk, 1));
        desk.composer.send();
        QTRY_COMPARE(desk.queued().size(), 1);
        asked(desk.queued().first(), u"sticker"_s, quoted("{'id':'4490709327384033'}"));
    }

    void aPastedPicture()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        QMimeData data;
        data.setImageData(samplePicture({300, 200}));
        Q_EMIT desk.input->mimeGiven(&data);
        QTRY_VERIFY(ready(desk, 1));
        desk.composer.send();
        QTRY_COMPARE(desk.queued().size(), 1);
        QCOMPARE(desk.queued().first().media.mime, u"image/png"_s);
    }

    void filesDroppedAnywhereOnThePane()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        QWidget pane;
        pane.resize(600, 500);
        pane.show();
        ComposerDesk desk(shop);
        desk.composer.takeDropsOf(&pane);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(picture(dir, u"a.png"_s))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&pane, &enter);
        QVERIFY(enter.isAccepted());
        auto *cover = pane.findChild<FileDrop *>();
        QVERIFY(cover && cover->isVisible());
        QCOMPARE(cover->size(), pane.size());
        // The cover lies under the pointer now, so it is entered next.
        QDragEnterEvent over({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(cover, &over);
        QVERIFY(over.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(cover, &drop);
        QVERIFY(!cover->isVisible());
        QTRY_VERIFY(ready(desk, 1));
        QMimeData words;
        words.setText(u"no file"_s);
        QDragEnterEvent text({10, 10}, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        text.ignore();
        QApplication::sendEvent(&pane, &text);
        QVERIFY(!cover->isVisible());
    }

    void tooLargeIsFixedByOnePress()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"huge.png"_s, noisyPicture({1500, 1300}))}); // about 6 MB
        const auto id = shop.row(liWei).id;
        QTRY_COMPARE(files(desk).of(id).size(), 1);
        QTRY_VERIFY(files(desk).of(id).first().state == Attachment::State::Problem);
        QVERIFY(!files(desk).of(id).first().verdict.problem.isEmpty());
        desk.composer.send();
        QTest::qWait(50);
        QCOMPARE(desk.queued().size(), 0); // never uploaded first and refused then
        QVERIFY(!desk.error().isEmpty());
        QCOMPARE(files(desk).of(id).first().verdict.fixes.first(), AttachmentFix::Reencode);
        auto *card = desk.composer.findChild<AttachmentCard *>();
        QTest::mouseClick(card->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(ready(desk, 1), 20000);
        desk.composer.send();
        QTRY_COMPARE(desk.queued().size(), 1);
        const auto item = desk.queued().first();
        QCOMPARE(item.media.mime, u"image/jpeg"_s);
        QVERIFY(item.media.size <= 5 * 1024 * 1024);
        QCOMPARE(item.media.filename, u"huge.jpg"_s);
        QVERIFY(QFile::exists(dir.filePath(u"huge.png"_s))); // the person's own file stays
    }

    void aVoiceMessage()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        VoiceParts parts;
        parts.microphone = [] { return std::make_unique<ToneSource>(); };
        desk.composer.setVoice(parts);
        QTest::keyClick(desk.input, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *bar = desk.part<VoiceBar>("composer.voice");
        QVERIFY(bar->isVisible());
        QVERIFY(!desk.input->isVisible());
        QTest::qWait(700);
        // Another conversation: the recording stops and waits for its own.
        desk.composer.setConversation(shop.row(noor));
        QVERIFY(!bar->isVisible() && bar->isActive());
        desk.composer.setConversation(shop.row(liWei));
        QVERIFY(bar->isVisible());
        QTest::keyClick(bar, Qt::Key_Return);
        QTRY_COMPARE(desk.queued().size(), 1);
        const auto item = desk.queued().first();
        QVERIFY(item.media.voice);
        asked(item, u"audio"_s, quoted("{'id':'4490709327384033','voice':true}"));
        QVERIFY(desk.input->isVisible());
        QTRY_VERIFY(shop.newest(liWei).last().media.ref.voice);
    }

    void aTemplateWithAPicture()
    {
        Shop shop;
        greet(shop);
        saveTemplates(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop, liWei, {1000, 420});
        desk.composer.openTemplates();
        auto *picker = desk.part<TemplatePicker>("composer.templates");
        QTRY_VERIFY(picker->isVisible());
        auto *search = desk.part<QLineEdit>("template.search");
        QTRY_VERIFY(search->isVisible());
        QTest::keyClicks(search, u"order"_s);
        QTRY_VERIFY(desk.part<QLineEdit>("template.field.body.1"));
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClicks(desk.part<QLineEdit>("template.field.body.1"), u"Li Wei"_s);
        QTest::keyClicks(desk.part<QLineEdit>("template.field.body.2"), u"88231"_s);
        QTest::keyClicks(desk.part<QLineEdit>("template.field.button.1"), u"SF14"_s);
        auto *send = desk.part<QPushButton>("template.send");
        send->click();
        QTest::qWait(50);
        QCOMPARE(desk.queued().size(), 0); // its picture is missing
        auto *headers = picker->findChild<Attachments *>();
        headers->addFiles(shop.row(liWei).id, {picture(dir, u"box.jpg"_s)});
        QTRY_VERIFY(headers->allReady(shop.row(liWei).id));
        send->click();
        QTRY_COMPARE(desk.queued().size(), 1);
        const auto item = desk.queued().first();
        QCOMPARE(item.text, u"Hi Li Wei, order 88231 has left.\nShop Shanghai"_s);
        asked(item, u"template"_s, quoted("{'name':'order','language':{'code':'en_US'},'components':["
            "{'type':'header','parameters':[{'type':'image','image':{'id':'4490709327384033'}}]},"
            "{'type':'body','parameters':[{'type':'text','text':'Li Wei'},{'type':'text','text':'88231'}]},"
            "{'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'SF14'}]}]}"));
        // What was filled in is there the next time.
        desk.composer.openTemplates();
        QTRY_COMPARE(desk.part<QLineEdit>("template.field.body.1")->text(), u"Li Wei"_s);
    }

    void theClosedWindowIsTheTemplatePicker()
    {
        Shop shop;
        greet(shop);
        saveTemplates(shop);
        ComposerDesk desk(shop, liWei, {1000, 420});
        QTest::keyClicks(desk.input, u"a thought"_s);
        shop.workspace.clock->advance(std::chrono::hours(25));
        desk.composer.setConversation(shop.row(liWei));
        auto *picker = desk.part<TemplatePicker>("composer.templates");
        QVERIFY(picker->isVisible());
        QVERIFY(!desk.input->isVisible());
        auto *search = desk.part<QLineEdit>("template.search");
        QTRY_VERIFY(search->isVisible());
        QTest::keyClicks(search, u"delivery"_s);
        QTRY_VERIFY(desk.part<QLineEdit>("template.field.body.day"));
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClicks(desk.part<QLineEdit>("template.field.body.name"), u"Mei"_s);
        QTest::keyClick(desk.part<QLineEdit>("template.field.body.name"), Qt::Key_Return);
        QTest::keyClicks(desk.part<QLineEdit>("template.field.body.day"), u"Friday"_s);
        QTest::keyClick(desk.part<QLineEdit>("template.field.body.day"), Qt::Key_Return);
        QTRY_COMPARE(desk.queued().size(), 1);
        asked(desk.queued().first(), u"template"_s, quoted("{'name':'delivery','language':{'code':'en_US'},'components':["
            "{'type':'body','parameters':[{'type':'text','parameter_name':'name','text':'Mei'},{'type':'text','parameter_name':'day','text':'Friday'}]}]}"));
        // The draft waits for the customer.
        shop.live(liWei, u"still there?"_s);
        desk.composer.setConversation(shop.row(liWei));
        QVERIFY(desk.input->isVisible());
        QCOMPARE(desk.input->toPlainText(), u"a thought"_s);
    }

    void aPausedTemplateCantBeSent()
    {
        Shop shop;
        greet(shop);
        saveTemplates(shop);
        ComposerDesk desk(shop, liWei, {1000, 420});
        desk.composer.openTemplates();
        auto *search = desk.part<QLineEdit>("template.search");
        QTRY_VERIFY(search->isVisible());
        QTest::keyClicks(search, u"paused"_s);
        QTest::qWait(20);
        QVERIFY(!desk.part<QPushButton>("template.send")->isEnabled());
    }

    void replyButtons()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop, liWei, {1000, 400});
        QTest::keyClicks(desk.input, u"Is Friday fine?"_s);
        auto *panel = desk.part<BuilderPanel>("composer.builder");
        panel->show();
        panel->begin(InteractiveDraft::Kind::Buttons, desk.input->toPlainText(), u"Ana"_s);
        QTest::keyClicks(desk.part<QLineEdit>("builder.button1"), u"Yes"_s);
        QTest::keyClicks(desk.part<QLineEdit>("builder.button2"), u"A button longer than twenty"_s);
        desk.part<QPushButton>("builder.send")->click();
        QTRY_COMPARE(desk.queued().size(), 1);
        QCOMPARE(desk.queued().first().text, u"Is Friday fine?"_s);
        asked(desk.queued().first(), u"interactive"_s, quoted("{'type':'button','body':{'text':'Is Friday fine?'},'action':{'buttons':["
            "{'type':'reply','reply':{'id':'b1','title':'Yes'}},{'type':'reply','reply':{'id':'b2','title':'A button longer than'}}]}}"));
    }

    void linkAndLocation()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop, liWei, {1000, 400});
        auto *panel = desk.part<BuilderPanel>("composer.builder");
        panel->begin(InteractiveDraft::Kind::Link, u"Your invoice"_s, u"Ana"_s);
        desk.part<QLineEdit>("builder.label")->setText(u"Open"_s);
        QVERIFY(!desk.part<QPushButton>("builder.send")->isEnabled());
        desk.part<QLineEdit>("builder.url")->setText(u"https://example.com/i/1"_s);
        desk.part<QPushButton>("builder.send")->click();
        panel->begin(InteractiveDraft::Kind::AskLocation, u"Where shall we deliver?"_s, u"Ana"_s);
        desk.part<QPushButton>("builder.send")->click();
        QTRY_COMPARE(desk.queued().size(), 2);
        asked(desk.queued().at(0), u"interactive"_s, quoted("{'type':'cta_url','body':{'text':'Your invoice'},'action':{'name':'cta_url','parameters':{'display_text':'Open','url':'https://example.com/i/1'}}}"));
        asked(desk.queued().at(1), u"interactive"_s, quoted("{'type':'location_request_message','body':{'text':'Where shall we deliver?'},'action':{'name':'send_location'}}"));
    }

    void aListMessage()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop, liWei, {1000, 400});
        InteractiveDraft draft;
        draft.kind = InteractiveDraft::Kind::List;
        draft.header = u"Shop"_s;
        draft.body = u"Which size?"_s;
        draft.footer = u"All in stock"_s;
        draft.label = u"Sizes"_s;
        draft.sections = {{u"Cups"_s, {{u"Small"_s, u"200 ml"_s}, {u"Large"_s, QString()}}}};
        const auto wanted = ComposerDesk::json(quoted("{'type':'list','header':{'type':'text','text':'Shop'},'body':{'text':'Which size?'},'footer':{'text':'All in stock'},"
            "'action':{'button':'Sizes','sections':[{'title':'Cups','rows':[{'id':'r1','title':'Small','description':'200 ml'},{'id':'r2','title':'Large'}]}]}}"));
        QCOMPARE(draft.request().value_or(QJsonObject()), wanted);
        QCOMPARE(draft.sketch(), *draft.request());
    }
};

QTEST_MAIN(TestComposerRequests)
#include "tst_composer_requests.moc"
