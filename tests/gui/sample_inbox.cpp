#include "tests/gui/sample_inbox.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLinearGradient>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {

void SampleInbox::liWei()
{
    const auto phone = u"8613812345678"_s;
    const auto name = u"Li Wei 李伟"_s;
    auto old = message(shanghai, phone, name, Now - 52 * day, {}, Direction::In, MessageSource::History);
    old.type = u"media_placeholder"_s;
    old.payload = {};
    m_events.push_back(old);
    for (int i = 0; i < 7; ++i) picture(shanghai, phone, Now - 3 * day + i * 20 * minute, 20 + i * 48, i == 6 ? u"The box is a bit dented"_s : QString());
    echo(shanghai, phone, name, Now - 3 * day + 4 * hour, u"Thank you for the pictures, we will send a new one."_s);
    in(shanghai, phone, name, Now - 9 * minute, u"Hi! Has my order 88231 shipped yet?"_s);
    in(shanghai, phone, name, Now - 8 * minute, u"我要申请退款也可以"_s);
    echo(shanghai, phone, name, Now - 4 * minute, u"It left this morning, SF 1409 7731 20. You should have it tomorrow."_s);
    ContactEvent book;
    book.number = shanghai;
    book.peer.phone = phone;
    book.fullName = name;
    book.timestamp = fromEpochSeconds(Now - 30 * day);
    m_events.push_back(book);
}

void SampleInbox::others()
{
    in(shanghai, u"14155550132"_s, u"Acme Trading"_s, Now - 26 * minute, u"Good morning"_s);
    in(shanghai, u"14155550132"_s, u"Acme Trading"_s, Now - 25 * minute, u"Could you send the invoice again? The link has expired."_s);
    in(shenzhen, u"34600111222"_s, u"Sofía Ramírez"_s, Now - 43 * minute, u"¿Cuándo llega mi reembolso?"_s);
    auto voice = message(shanghai, u"971501234567"_s, u"Noor Al Hashimi"_s, Now - 58 * minute, {});
    voice.type = u"audio"_s;
    voice.media = MediaRef{u"voice1"_s, {}, u"audio/ogg"_s, {}, {}, true, false};
    m_events.push_back(voice);
    in(shenzhen, u"8613911112222"_s, u"陈静"_s, Now - 22 * hour - 50 * minute, u"好的,我等您的消息。发票请开公司抬头,谢谢!"_s);
    in(shanghai, u"628123456789"_s, u"Bambang S."_s, Now - 20 * hour, u"Terima kasih!"_s);
    echo(shanghai, u"628123456789"_s, u"Bambang S."_s, Now - 20 * hour + 300, u"Sama-sama, pesanan Anda sedang dikirim"_s, MessageStatus::Delivered);
    in(shenzhen, u"4915112345678"_s, u"Northwind Café & Rösterei Berlin GmbH"_s, Now - 23 * hour - 12 * minute, u"Haben Sie die Tassen wieder auf Lager?"_s);
    in(shanghai, u"966501112233"_s, u"فاطمة السالم"_s, Now - 2 * hour, u"شكرا جزيلا، متى يصل الطلب؟"_s);
    picture(shanghai, u"5511987654321"_s, Now - 3 * hour, 200, u"É este aqui 😊"_s);
    auto place = message(shanghai, u"447700900123"_s, u"Oliver Smith"_s, Now - 5 * hour, {});
    place.type = u"location"_s;
    place.payload = QJsonObject{{u"location"_s, QJsonObject{{u"latitude"_s, 31.23}, {u"longitude"_s, 121.47}, {u"name"_s, u"Pier 7"_s}}}};
    m_events.push_back(place);
    Peer hidden;
    hidden.bsuid = u"US.13491208655302741918"_s;
    hidden.username = u"mei.design"_s;
    auto anonymous = message(shenzhen, {}, {}, Now - 6 * hour, u"Do you ship to Lisbon? 🇵🇹"_s);
    anonymous.peer = hidden;
    m_events.push_back(anonymous);
}

void SampleInbox::older()
{
    const QStringList names{u"王芳"_s, u"Emma Johansson"_s, u"Diego Fernández"_s, u"김민수"_s, u"Aisha Bello"_s, u"Tanaka 田中"_s,
        u"Marie Dupont"_s, u"Ravi Kumar"_s, u"赵敏"_s, u"Lucas Silva"_s, u"Hanna Nowak"_s, u"Ahmet Yılmaz"_s};
    const QStringList texts{u"谢谢,下次再买"_s, u"Perfect, thanks!"_s, u"¿Tienen talla M?"_s, u"감사합니다"_s, u"How much is shipping to Lagos?"_s,
        u"ありがとうございます"_s, u"Parfait, à bientôt"_s, u"Is the blue one still available?"_s, u"已经收到货了"_s, u"Valeu!"_s,
        u"Dziękuję bardzo"_s, u"Teşekkürler"_s};
    for (int i = 0; i < names.size(); ++i) {
        const auto phone = QString::number(8613700000000 + i * 1111);
        auto event = message(i % 3 == 0 ? shenzhen : shanghai, phone, names.at(i), Now - (2 + i) * day, texts.at(i), Direction::In, MessageSource::History);
        m_events.push_back(event);
        if (i % 2 == 0) {
            event = message(i % 3 == 0 ? shenzhen : shanghai, phone, names.at(i), Now - (2 + i) * day + hour, u"👍"_s, Direction::Out, MessageSource::History);
            event.status = MessageStatus::Read;
            m_events.push_back(event);
        }
    }
}

void SampleInbox::answerAsAgent()
{
    const auto row = conversation(u"Li Wei 李伟"_s);
    OutboxItem item;
    item.clientId = u"11111111-2222-3333-4444-555555555555"_s;
    item.numberId = row.numberId;
    item.phoneNumberId = shanghai.phoneNumberId;
    item.conversationId = row.id;
    item.toPhone = u"8613812345678"_s;
    item.type = u"text"_s;
    item.text = u"Let me check with the warehouse, one moment."_s;
    item.queuedAt = fromEpochSeconds(Now - 7 * minute);
    m_clock->advance(std::chrono::minutes(-7));
    const auto id = waitFor(m_store->outbox().enqueue(item, u"Ana"_s));
    if (!id) qFatal("enqueue: %s", qPrintable(id.error().detail));
    (void)waitFor(m_store->outbox().claim(*id, 1));
    (void)waitFor(m_store->outbox().accepted(*id, 1, u"wamid.agent1"_s, u"8613812345678"_s, {}));
    m_clock->advance(std::chrono::minutes(7));
    auto read = statusEvent(u"wamid.agent1"_s, MessageStatus::Read, Now - 6 * minute);
    read.number = shanghai;
    m_events.push_back(read);
    flush();
    in(shanghai, u"8613812345678"_s, {}, Now - 3 * minute, u"Wonderful, thank you!"_s);
    flush();
    (void)waitFor(m_store->conversations().markRead(row.id, fromEpochSeconds(Now)));
    (void)waitFor(m_store->conversations().setDraft(conversation(u"Sofía Ramírez"_s).id, u"Hola Sofía, el reembolso sale hoy"_s));
    const auto berlin = conversation(u"Northwind Café & Rösterei Berlin GmbH"_s);
    item.clientId = u"99999999-2222-3333-4444-555555555555"_s;
    item.numberId = berlin.numberId;
    item.phoneNumberId = shenzhen.phoneNumberId;
    item.conversationId = berlin.id;
    item.toPhone = u"4915112345678"_s;
    item.text = u"Ja, seit heute wieder da."_s;
    const auto failed = waitFor(m_store->outbox().enqueue(item, u"Ana"_s));
    if (!failed) return;
    (void)waitFor(m_store->outbox().claim(*failed, 1));
    (void)waitFor(m_store->outbox().failed(*failed, 1, {131026, u"Message undeliverable"_s, {}}));
}

void SampleInbox::flush()
{
    const auto done = waitFor(m_store->events().apply({}, std::move(m_events), false, {}));
    if (!done) qFatal("apply: %s", qPrintable(done.error().detail));
    m_events.clear();
    storePictures();
}

void SampleInbox::storePictures()
{
    for (const auto &[wamid, hue] : std::as_const(m_pictures)) {
        QImage image(480, 360, QImage::Format_RGB32);
        QPainter painter(&image);
        QLinearGradient gradient(0, 0, 480, 360);
        gradient.setColorAt(0, QColor::fromHsl(hue % 360, 90, 190));
        gradient.setColorAt(1, QColor::fromHsl((hue + 40) % 360, 110, 120));
        painter.fillRect(image.rect(), gradient);
        painter.setBrush(QColor(255, 255, 255, 90));
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(120, 110, 240, 150), 16, 16);
        painter.end();
        const auto part = m_store->media().temporaryPath();
        image.save(part, "PNG");
        QFile file(part);
        if (!file.open(QIODevice::ReadOnly)) qFatal("picture");
        const auto bytes = file.readAll();
        const auto digest = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QFile::rename(part, m_store->media().pathFor(digest));
        const auto jobs = waitFor(m_store->media().due(fromEpochSeconds(Now + day), 100)).value();
        for (const auto &job : jobs) {
            if (job.wamid == wamid) (void)waitFor(m_store->media().available(job.messageId, digest, bytes.size(), u"image/png"_s));
        }
    }
    m_pictures.clear();
}

} // namespace Tandem::Testing
