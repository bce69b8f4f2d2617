#include "tests/ui/composer/composer_steps.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/timing/pending_strip.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;
using Tandem::Test::Shop;

/// What waits or failed goes back into the composer whole: files with captions, templates with values, buttons.
class TestTakenBack : public QObject
{
    Q_OBJECT

private:
    static UtcTime later(Shop &shop) { return shop.workspace.clock->now() + std::chrono::hours(2); }
    static OutboxId queue(Shop &shop, const QString &type, const QJsonObject &content, OutboxHold hold)
    {
        OutboxItem item;
        item.clientId = u"queued "_s + type;
        item.numberId = shop.numberId;
        item.phoneNumberId = Testing::shop.phoneNumberId;
        item.conversationId = shop.row(liWei).id;
        item.toPhone = liWei;
        item.type = type;
        item.content = content;
        item.hold = hold;
        if (hold == OutboxHold::UntilTime) item.notBefore = later(shop);
        item.queuedAt = shop.workspace.clock->now();
        return waitFor(shop.workspace->outbox().enqueue(item, u"Ana"_s)).value_or(OutboxId{});
    }
    static void pressEdit(ComposerDesk &desk)
    {
        auto *strip = desk.part<PendingStrip>("composer.pending");
        QTRY_COMPARE(strip->items().size(), 1);
        QTRY_VERIFY(desk.part<QPushButton>("pending.edit")->isVisible());
        QTest::mouseClick(desk.part<QPushButton>("pending.edit"), Qt::LeftButton);
        QTRY_VERIFY(!strip->isVisible());
    }
    static QLineEdit *field(ComposerDesk &desk, const QString &key) { return desk.composer.findChild<QLineEdit *>(u"template.field."_s + key); }

private Q_SLOTS:
    void captionAndFile()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"a.png"_s)});
        QTRY_VERIFY(ready(desk, 1));
        const auto question = shop.newest(liWei).last();
        desk.composer.setReplyTo(question);
        QTest::keyClicks(desk.input, u"The blue one"_s);
        desk.composer.sendAt({OutboxHold::UntilTime, later(shop)});
        pressEdit(desk);
        QTRY_COMPARE(desk.input->toPlainText(), u"The blue one"_s);
        QTRY_VERIFY(ready(desk, 1));
        QTest::keyClicks(desk.input, u", as asked"_s);
        QTest::qWait(50); // the quote is looked for in the store
        desk.composer.send();
        QTRY_COMPARE(desk.queued().size(), 1);
        const auto item = desk.queued().first();
        QCOMPARE(item.type, u"image"_s);
        QCOMPARE(item.content.value("caption"_L1).toString(), u"The blue one, as asked"_s);
        QCOMPARE(item.replyToWamid, question.wamid);
    }

    void albumInItsOrder()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"a.png"_s), picture(dir, u"b.png"_s, samplePicture({200, 200}))});
        QTRY_VERIFY(ready(desk, 2));
        QTest::keyClicks(desk.input, u"Two of them"_s);
        desk.composer.sendAt({OutboxHold::UntilTime, later(shop)});
        pressEdit(desk);
        QTRY_COMPARE(desk.input->toPlainText(), u"Two of them"_s);
        QTRY_VERIFY(ready(desk, 2));
        const auto back = files(desk).of(desk.shop.row(liWei).id);
        QCOMPARE(back.at(0).file.media.filename, u"a.png"_s);
        QCOMPARE(back.at(1).file.media.filename, u"b.png"_s);
    }

    void templateWithItsValues()
    {
        Shop shop;
        greet(shop);
        saveTemplates(shop);
        ComposerDesk desk(shop, liWei, {1000, 600});
        auto &store = shop.workspace->templates();
        // Somebody filled in the same template since: what was queued counts.
        QVERIFY(waitFor(store.setLastValues(Testing::shop.wabaId, u"delivery"_s, u"en_US"_s, {{u"body.name"_s, u"Other"_s}, {u"body.day"_s, u"Mon"_s}})).has_value());
        const auto all = waitFor(store.all(Testing::shop.wabaId)).value_or(QList<MessageTemplate>());
        const auto found = std::find_if(all.cbegin(), all.cend(), [](const MessageTemplate &t) { return t.name == u"delivery"_s; });
        QVERIFY(found != all.cend());
        const TemplateForm form(*found);
        const auto content = form.content({{{u"body.name"_s, u"Maya"_s}, {u"body.day"_s, u"Sat"_s}}, {}});
        QVERIFY(content.has_value());
        QVERIFY(queue(shop, u"template"_s, *content, OutboxHold::UntilTime));
        pressEdit(desk);
        auto *picker = desk.composer.findChild<TemplatePicker *>();
        QTRY_VERIFY(picker->isVisible());
        QTRY_VERIFY(field(desk, u"body.name"_s));
        QTRY_COMPARE(field(desk, u"body.name"_s)->text(), u"Maya"_s);
        QCOMPARE(field(desk, u"body.day"_s)->text(), u"Sat"_s);
        field(desk, u"body.day"_s)->setText(u"Sun"_s);
        QTest::mouseClick(desk.part<QPushButton>("template.send"), Qt::LeftButton);
        QTRY_COMPARE(desk.queued().size(), 1);
        QVERIFY(QJsonDocument(desk.queued().first().content).toJson().contains("\"Sun\""));
    }

    /// Undo brings the fields back, not an empty composer.
    void undoneTemplate()
    {
        Shop shop;
        greet(shop);
        saveTemplates(shop);
        shop.settings.setValue(UserSettings::Key::UndoSendSeconds, 10);
        ComposerDesk desk(shop, liWei, {1000, 600});
        desk.composer.openTemplates();
        auto *list = desk.part<QListView>("template.list");
        QTRY_VERIFY(list->model()->rowCount() > 0);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"delivery"_s)) list->setCurrentIndex(list->model()->index(row, 0));
        }
        QTRY_VERIFY(field(desk, u"body.name"_s));
        field(desk, u"body.name"_s)->setText(u"Maya"_s);
        field(desk, u"body.day"_s)->setText(u"Sat"_s);
        QTest::mouseClick(desk.part<QPushButton>("template.send"), Qt::LeftButton);
        auto *strip = desk.part<PendingStrip>("composer.pending");
        QTRY_COMPARE(strip->undoable().size(), 1);
        desk.composer.undoSend();
        QTRY_VERIFY(desk.composer.findChild<TemplatePicker *>()->isVisible());
        QTRY_COMPARE(field(desk, u"body.name"_s)->text(), u"Maya"_s);
        QCOMPARE(field(desk, u"body.day"_s)->text(), u"Sat"_s);
    }

    void buttons()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop, liWei, {1000, 600});
        InteractiveDraft draft;
        draft.body = u"Is Friday fine?"_s;
        draft.buttons = {u"Yes"_s, u"No"_s};
        QVERIFY(queue(shop, u"interactive"_s, draft.request().value(), OutboxHold::UntilReply));
        pressEdit(desk);
        auto *builder = desk.composer.findChild<BuilderPanel *>();
        QTRY_VERIFY(builder->isVisible());
        QVERIFY(builder->draft() == draft);
    }

    void failedFileComesBack()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"a.png"_s)});
        QTRY_VERIFY(ready(desk, 1));
        desk.composer.send(); // without a word, so there is no text to come back
        QTRY_COMPARE(desk.queued().size(), 1);
        const auto id = desk.queued().first().id;
        auto &outbox = shop.workspace->outbox();
        QVERIFY(waitFor(outbox.claim(id, 1)).value_or(false));
        QVERIFY(waitFor(outbox.failed(id, 1, {131053, u"Media upload error"_s, {}})).value_or(false));
        desk.composer.takeBack(shop.newest(liWei).last());
        QTRY_VERIFY(ready(desk, 1));
        QCOMPARE(files(desk).of(shop.row(liWei).id).first().file.media.filename, u"a.png"_s);
        QTRY_VERIFY(waitFor(outbox.item(id))->state == OutboxState::Cancelled);
    }

    void whatWasNotWrittenHereStays()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        const auto id = queue(shop, u"location"_s, {{u"latitude"_s, u"31.2"_s}, {u"longitude"_s, u"121.5"_s}}, OutboxHold::UntilReply);
        QVERIFY(id);
        auto *strip = desk.part<PendingStrip>("composer.pending");
        QTRY_COMPARE(strip->items().size(), 1);
        QVERIFY(!desk.part<QPushButton>("pending.edit")->isVisible());
        QVERIFY(!strip->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).last()->toolTip().isEmpty()); // and says why
        QSignalSpy told(&desk.composer, &Composer::problem);
        desk.composer.takeBack(shop.newest(liWei).last());
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(waitFor(shop.workspace->outbox().item(id))->state == OutboxState::Queued);
    }
};

QTEST_MAIN(TestTakenBack)
#include "tst_taken_back.moc"
