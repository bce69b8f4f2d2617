// Pictures to look at: TANDEM_LOOKS=FOLDER [TANDEM_CATALOGUE=x.qm] [QT_SCALE_FACTOR=1.5] tst_composer_looks
#include "tests/ui/composer/composer_desk.h"
#include "tests/ui/composer/tone_source.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/canned/canned_popup.h"
#include "ui/composer/emoji/emoji_popup.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/timing/later_popup.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/composer/timing/send_menu.h"
#include "ui/composer/voice/voice_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTranslator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;
using Tandem::Test::Shop;

class TestComposerLooks : public QObject
{
    Q_OBJECT

    QTranslator m_words;
    QString m_prefix;

    void save(QWidget &widget, const QString &name)
    {
        QTest::qWait(80);
        const auto image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        const auto folder = qEnvironmentVariable("TANDEM_LOOKS");
        if (!folder.isEmpty()) QVERIFY(image.save(QDir(folder).filePath(m_prefix + name + u".png"_s)));
    }
    static void saveTemplates(Shop &shop)
    {
        const auto make = [](const QString &name, const QString &language, const QString &category, const QString &status, const QByteArray &components) {
            MessageTemplate t;
            t.wabaId = Testing::shop.wabaId;
            t.platformId = name + language;
            t.name = name;
            t.language = language;
            t.category = category;
            t.status = status;
            t.components = QJsonDocument::fromJson(components).array();
            return t;
        };
        const QList<MessageTemplate> all{
            make(u"order_shipped"_s, u"en_US"_s, u"UTILITY"_s, u"APPROVED"_s, quoted("[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'Hi {{1}}, your order *{{2}}* left our warehouse this morning. It should reach you by {{3}}.','example':{'body_text':[['Mark','88231','Friday']]}},"
            "{'type':'FOOTER','text':'Shop Shanghai'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Thank you'},{'type':'URL','text':'Track the parcel','url':'https://example.com/t/{{1}}','example':['SF14']}]}]")),
            make(u"order_shipped"_s, u"zh_CN"_s, u"UTILITY"_s, u"APPROVED"_s, quoted("[{'type':'BODY','text':'{{1}}您好，您的订单 {{2}} 已发出。','example':{'body_text':[['小林','88231']]}}]")),
            make(u"autumn_sale"_s, u"en_US"_s, u"MARKETING"_s, u"APPROVED"_s, quoted("[{'type':'BODY','text':'Ten per cent off every lamp until Sunday.'}]")),
            make(u"sign_in_code"_s, u"en_US"_s, u"AUTHENTICATION"_s, u"APPROVED"_s, quoted("[{'type':'BODY','text':'*{{1}}* is your code.','example':{'body_text':[['123456']]}}]")),
            make(u"old_offer"_s, u"en_US"_s, u"MARKETING"_s, u"PAUSED"_s, quoted("[{'type':'BODY','text':'Buy two, get three.'}]"))};
        QVERIFY(waitFor(shop.workspace->templates().replace(Testing::shop.wabaId, all)).has_value());
    }
    static void saveCanned(Shop &shop)
    {
        auto &canned = shop.workspace->cannedReplies();
        for (const auto &[shortcut, title, body] : {std::tuple{u"hello"_s, u"Greeting"_s, u"Hi {{contact.first_name|there}}, this is {{agent.name}}. How can I help?"_s},
                 {u"order"_s, u"Order status"_s, u"Your order {{?Order number}} leaves {{?Day}}."_s}, {u"hours"_s, u"Opening hours"_s, u"We are here Monday to Friday, 9 to 18."_s},
                 {u"yunfei"_s, u"运费说明"_s, u"满五十元包邮，其他地区按重量计费。"_s}}) {
            QVERIFY(waitFor(canned.save({{}, shortcut, title, body, {}, {}})).has_value());
        }
    }

    void writing(ComposerDesk &desk, QWidget &window, Shop &shop)
    {
        save(window, u"01-empty"_s);
        desk.composer.setReplyTo(shop.newest(liWei).last());
        QTest::keyClicks(desk.input, u"Hello Li Wei, *thank you* for the patience. The parcell leaves tomorow."_s);
        save(window, u"02-writing"_s);
    }
    void files(ComposerDesk &desk, QWidget &window, Shop &shop, const QTemporaryDir &dir)
    {
        const auto id = shop.row(liWei).id;
        auto *all = desk.composer.findChild<Attachments *>(QString(), Qt::FindDirectChildrenOnly);
        const auto put = [&](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::WriteOnly)) file.write(bytes);
            return file.fileName();
        };
        const auto photo = dir.filePath(u"Delivery in the snow.jpg"_s);
        const auto tall = dir.filePath(u"receipt.png"_s);
        QVERIFY(samplePicture({1600, 1000}).save(photo));
        QVERIFY(samplePicture({500, 1100}).save(tall));
        all->addFiles(id, {photo});
        QTRY_VERIFY(all->allReady(id));
        save(window, u"03-one-file"_s);
        all->addFiles(id, {tall, put(u"Invoice 88231, second copy with the tax number.pdf"_s, "%PDF-1.4\n"), put(u"huge.bmp"_s, "BM" + QByteArray(200, 'x')),
                              put(u"empty.txt"_s, {})});
        QTRY_COMPARE(all->of(id).size(), 5);
        QTest::qWait(300);
        save(window, u"04-files"_s);
        all->clear(id);
    }
    void overlays(ComposerDesk &desk, QWidget &window, Shop &shop)
    {
        EmojiPopup emoji(shop.theme, shop.settings, &desk.composer);
        emoji.setAttribute(Qt::WA_DeleteOnClose, false);
        emoji.popUp({20, 700});
        save(emoji, u"05-emoji"_s);
        QTest::keyClicks(emoji.findChild<QLineEdit *>(), u"heart"_s);
        save(emoji, u"06-emoji-search"_s);
        emoji.close();
        desk.input->clear();
        desk.input->setFocus();
        QTest::keyClicks(desk.input, u"Hi, /"_s);
        QTRY_VERIFY(window.findChild<CannedPopup *>() && window.findChild<CannedPopup *>()->isVisible());
        save(window, u"07-canned"_s);
        QTest::keyClicks(desk.input, u"ord"_s);
        QTest::qWait(50);
        QTest::keyClick(desk.input, Qt::Key_Return);
        save(window, u"08-prompt"_s);
        QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        desk.input->setPlainText(u"See you"_s);
        SendMenu menu(*shop.workspace.clock, shop.settings, shop.row(liWei).windowExpiresAt, true, &window);
        menu.setAttribute(Qt::WA_DeleteOnClose, false);
        menu.popup({200, 200});
        save(menu, u"09-send-menu"_s);
        menu.close();
        const auto now = QDateTime::fromMSecsSinceEpoch(toEpochMillis(shop.workspace.clock->now()));
        LaterPopup later(shop.theme, now, now.addSecs(20 * 3600), &window);
        later.setAttribute(Qt::WA_DeleteOnClose, false);
        later.popUp({700, 700});
        save(later, u"10-later"_s);
        later.close();
    }
    void waiting(ComposerDesk &desk, QWidget &window, Shop &shop)
    {
        desk.composer.sendAt({OutboxHold::UntilTime, shop.workspace.clock->now() + std::chrono::hours(6)});
        desk.input->setPlainText(u"Welcome back! Did the lamp arrive in one piece?"_s);
        desk.composer.sendAt({OutboxHold::UntilReply, {}});
        shop.settings.setValue(UserSettings::Key::UndoSendSeconds, 5);
        desk.input->setPlainText(u"It left this morning, SF 1409 7731 20."_s);
        desk.composer.send();
        shop.settings.setValue(UserSettings::Key::UndoSendSeconds, 0);
        QTRY_COMPARE(desk.part<PendingStrip>("composer.pending")->items().size(), 3);
        save(window, u"11-waiting"_s);
    }
    void voice(ComposerDesk &desk, QWidget &window)
    {
        desk.composer.setVoice({[] { return std::make_unique<ToneSource>(48'000, 0.1); }, [] { return std::unique_ptr<VoicePlayer>(); }});
        QTest::keyClick(desk.input, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::qWait(700);
        save(window, u"12-recording"_s);
        QTest::keyClick(desk.part<QWidget>("composer.voice"), Qt::Key_Space);
        save(window, u"13-paused"_s);
        QTest::keyClick(desk.part<QWidget>("composer.voice"), Qt::Key_Escape);
    }
    void panels(ComposerDesk &desk, QWidget &window, Shop &shop, const QTemporaryDir &dir)
    {
        desk.composer.openTemplates();
        QTRY_VERIFY(desk.part<QLineEdit>("template.search")->isVisible());
        desk.part<QLineEdit>("template.search")->setText(u"order"_s);
        auto *field = static_cast<QLineEdit *>(nullptr);
        QTRY_VERIFY((field = desk.part<QLineEdit>("template.field.body.1")) != nullptr);
        field->setText(u"Li Wei"_s);
        auto *headers = desk.part<TemplatePicker>("composer.templates")->findChild<Attachments *>();
        headers->addFiles(shop.row(liWei).id, {dir.filePath(u"Delivery in the snow.jpg"_s)});
        QTRY_VERIFY(headers->allReady(shop.row(liWei).id));
        QTest::qWait(100);
        save(window, u"14-template"_s);
        QTest::keyClick(desk.part<QLineEdit>("template.search"), Qt::Key_Escape);
        auto *builder = desk.part<BuilderPanel>("composer.builder");
        QMetaObject::invokeMethod(desk.part<QWidget>("composer.buttons")->parent(), "builderAsked", Q_ARG(Tandem::InteractiveDraft::Kind, InteractiveDraft::Kind::Buttons));
        builder->findChild<QPlainTextEdit *>(u"builder.body"_s)->setPlainText(u"Is Friday between 9 and 12 fine for the delivery?"_s);
        desk.part<QLineEdit>("builder.button1")->setText(u"Yes, please"_s);
        desk.part<QLineEdit>("builder.button2")->setText(u"Another day"_s);
        save(window, u"15-buttons"_s);
        builder->begin(InteractiveDraft::Kind::List, u"Which size shall it be?"_s, u"Ana"_s);
        desk.part<QLineEdit>("builder.label")->setText(u"Sizes"_s);
        save(window, u"16-list"_s);
        QTest::keyClick(builder, Qt::Key_Escape);
    }
    void closed(ComposerDesk &desk, QWidget &window, Shop &shop)
    {
        shop.workspace.clock->advance(std::chrono::hours(26));
        desk.composer.setConversation(shop.row(liWei));
        QTest::qWait(100);
        save(window, u"17-closed"_s);
        window.resize(500, 700);
        save(window, u"18-closed-narrow"_s);
        QVERIFY(waitFor(shop.workspace->templates().replace(Testing::shop.wabaId, {})).has_value());
        QTest::qWait(200);
        window.resize(860, 700);
        save(window, u"19-no-templates"_s);
        QVERIFY(waitFor(shop.workspace->numbers().setState(shop.numberId, NumberState::Disconnected)).has_value());
        QTest::qWait(200);
        save(window, u"20-disconnected"_s);
    }

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void looks()
    {
        QFETCH(bool, dark);
        const auto catalogue = qEnvironmentVariable("TANDEM_CATALOGUE");
        if (!catalogue.isEmpty() && m_words.isEmpty()) {
            QVERIFY(m_words.load(catalogue));
            QCoreApplication::installTranslator(&m_words);
            QLocale::setDefault(QLocale(QLocale::Chinese));
        }
        m_prefix = QString::fromLatin1(QTest::currentDataTag()) + (catalogue.isEmpty() ? u"-en"_s : u"-zh"_s) + u"-x%1-"_s.arg(qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s));
        Shop shop;
        shop.theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        shop.theme.apply();
        shop.live(liWei, u"Hi! Has my order 88231 shipped yet?"_s);
        saveTemplates(shop);
        saveCanned(shop);
        QTemporaryDir dir;
        QWidget window;
        ComposerDesk desk(shop);
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addStretch(1);
        column->addWidget(&desk.composer);
        window.resize(860, 700);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        desk.composer.focusInput();
        writing(desk, window, shop);
        files(desk, window, shop, dir);
        overlays(desk, window, shop);
        waiting(desk, window, shop);
        voice(desk, window);
        panels(desk, window, shop, dir);
        closed(desk, window, shop);
        desk.composer.setParent(nullptr); // the desk owns it
    }
};

int main(int argc, char *argv[])
{
    Theme::prepareFonts();
    QApplication app(argc, argv);
    TestComposerLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_composer_looks.moc"
