#include "app/sandbox/platform/webhooks/webhook_sender.h"

#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/world/json.h"

#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr int mostFlying = 6; // what one HTTP/1.1 host gets from QNetworkAccessManager
static constexpr int mostInBatch = 1000;
static constexpr qsizetype mostBytes = 3 * 1024 * 1024;
static constexpr qint64 giveUpMs = 36LL * 3600 * 1000;

WebhookSender::WebhookSender(World &world, Chaos &chaos, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_chaos(chaos)
{
    m_batchTimer.setSingleShot(true);
    m_batchTimer.setInterval(700);
    connect(&m_batchTimer, &QTimer::timeout, this, &WebhookSender::flushBatch);
}

QByteArray WebhookSender::escaped(const QByteArray &json)
{
    QByteArray out;
    const QString text = QString::fromUtf8(json);
    out.reserve(text.size() + text.size() / 4);
    for (const QChar c : text) {
        if (c == u'/') {
            out += "\\/";
        } else if (c.unicode() < 0x80) {
            out += char(c.unicode());
        } else {
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        }
    }
    return out;
}

QByteArray WebhookSender::signature(const QByteArray &body) const
{
    return "sha256="
        + QMessageAuthenticationCode::hash(body, m_world.appSecret().toUtf8(), QCryptographicHash::Sha256).toHex();
}

/// Fields about messages follow an overridden address and carry no time; the others are about the account.
static bool aboutMessages(const QString &field)
{
    static const QStringList fields{
        u"messages"_s, u"history"_s, u"smb_app_state_sync"_s, u"smb_message_echoes"_s, u"user_preferences"_s};
    return fields.contains(field);
}

QString WebhookSender::target(const Account &account, const QString &field) const
{
    if (!m_world.subscription.active || !m_world.subscription.fields.contains(field)) return {};
    if (!account.subscribed && field != "account_update"_L1) return {};
    return account.overrideUrl.isEmpty() || !aboutMessages(field) ? m_world.subscription.callbackUrl
                                                                  : account.overrideUrl;
}

void WebhookSender::post(const Account &account, const QString &field, const QJsonObject &value)
{
    Change change{target(account, field), account.wabaId, field, value, m_world.now(), !aboutMessages(field)};
    if (change.url.isEmpty()) {
        ++m_dropped;
        return;
    }
    if (m_chaos.isOn(u"batch"_s)) {
        m_batch.append(change);
        if (m_batch.size() >= mostInBatch)
            flushBatch();
        else if (!m_batchTimer.isActive())
            m_batchTimer.start();
        return;
    }
    Delivery delivery{change.url, bodyOf({change}), 0, 1, m_world.nowMs()};
    int delay = 0;
    if (m_chaos.strikes(u"delay"_s)) delay += m_chaos.between(2000, 8000);
    if (m_chaos.strikes(u"disorder"_s)) delay += m_chaos.between(0, 2500);
    if (m_chaos.strikes(u"duplicates"_s)) enqueue(delivery, delay + m_chaos.between(0, 3000));
    enqueue(std::move(delivery), delay);
}

void WebhookSender::postRaw(const QJsonObject &envelope)
{
    enqueue({m_world.subscription.callbackUrl, escaped(compact(envelope)), 0, 1, m_world.nowMs()}, 0);
}

QByteArray WebhookSender::bodyOf(const QList<Change> &changes) const
{
    QJsonArray entries;
    for (const Change &change : changes) {
        const QJsonObject row{{u"field"_s, change.field}, {u"value"_s, change.value}};
        QJsonObject last = entries.isEmpty() ? QJsonObject() : entries.last().toObject();
        if (!change.hasTime && last[u"id"].toString() == change.wabaId && !last.contains(u"time"_s)) {
            QJsonArray rows = last[u"changes"].toArray();
            rows.append(row);
            last.insert(u"changes"_s, rows);
            entries.replace(entries.size() - 1, last);
            continue;
        }
        QJsonObject entry{{u"id"_s, change.wabaId}, {u"changes"_s, QJsonArray{row}}};
        if (change.hasTime) entry.insert(u"time"_s, change.time);
        entries.append(entry);
    }
    return escaped(compact({{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, entries}}));
}

void WebhookSender::flushBatch()
{
    m_batchTimer.stop();
    if (m_chaos.isOn(u"disorder"_s)) std::shuffle(m_batch.begin(), m_batch.end(), *QRandomGenerator::global());
    while (!m_batch.isEmpty()) {
        QList<Change> together;
        qsizetype bytes = 0;
        const QString url = m_batch.first().url;
        for (qsizetype i = 0; i < m_batch.size() && together.size() < mostInBatch;) {
            const qsizetype size = escaped(compact(m_batch[i].value)).size() + 200;
            if (m_batch[i].url != url || (!together.isEmpty() && bytes + size > mostBytes)) {
                ++i;
                continue;
            }
            bytes += size;
            together.append(m_batch.takeAt(i));
        }
        Delivery delivery{url, bodyOf(together), 0, int(together.size()), m_world.nowMs()};
        if (m_chaos.strikes(u"duplicates"_s)) enqueue(delivery, m_chaos.between(0, 2000));
        enqueue(std::move(delivery), 0);
    }
}

void WebhookSender::enqueue(Delivery delivery, int delayMs)
{
    ++m_waiting;
    if (delayMs <= 0) {
        m_ready.push_back(std::move(delivery));
        pump();
        return;
    }
    QTimer::singleShot(delayMs, this, [this, delivery = std::move(delivery)] {
        m_ready.push_back(delivery);
        pump();
    });
}

void WebhookSender::pump()
{
    while (m_flying < mostFlying && !m_ready.empty()) {
        Delivery next = std::move(m_ready.front());
        m_ready.pop_front();
        launch(std::move(next));
    }
}

void WebhookSender::launch(Delivery delivery)
{
    ++m_flying;
    ++m_posted;
    ++delivery.attempts;
    QNetworkRequest request{QUrl(delivery.url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"facebookexternalua"_s);
    request.setRawHeader("X-Hub-Signature-256", signature(delivery.body));
    request.setTransferTimeout(20'000);
    QNetworkReply *reply = m_network.post(request, delivery.body);
    const qint64 startedMicros = monotonicMicros();
    connect(
        reply, &QNetworkReply::finished, this, [this, reply, delivery = std::move(delivery), startedMicros]() mutable {
            reply->deleteLater();
            --m_flying;
            m_slowestMs = std::max(m_slowestMs, (monotonicMicros() - startedMicros) / 1000);
            settle(std::move(delivery), reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
            pump();
        });
}

void WebhookSender::settle(Delivery delivery, int status)
{
    m_lastStatus = status;
    --m_waiting;
    if (status == 200) {
        ++m_acknowledged;
        return;
    }
    if (m_world.nowMs() - delivery.firstMs > giveUpMs) {
        ++m_dropped;
        return;
    }
    ++m_retried;
    // At once, then 1, 2, 4 … seconds, at most a minute: the platform's decreasing frequency, made short enough to
    // watch.
    const int delay = delivery.attempts == 1 ? 100 : std::min(60'000, 1000 << std::min(6, delivery.attempts - 2));
    enqueue(std::move(delivery), delay);
}

void WebhookSender::handshake(const QString &url, const QString &verifyToken, const std::function<void(QString)> &done)
{
    const QString challenge = QString::number(QRandomGenerator::global()->bounded(1'000'000'000, 2'000'000'000));
    QUrl address(url);
    QUrlQuery query(address);
    query.addQueryItem(u"hub.mode"_s, u"subscribe"_s);
    query.addQueryItem(u"hub.challenge"_s, challenge);
    query.addQueryItem(u"hub.verify_token"_s, QString::fromLatin1(QUrl::toPercentEncoding(verifyToken)));
    address.setQuery(query);
    QNetworkRequest request(address);
    request.setTransferTimeout(10'000);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, challenge, done] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != 200) {
            done(u"HTTP Status Code = %1; HTTP Message = %2"_s.arg(status).arg(status == 0
                    ? reply->errorString()
                    : reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString()));
        } else {
            done(reply->readAll().trimmed() == challenge.toLatin1() ? QString() : u"the challenge did not come back"_s);
        }
    });
}

QJsonObject WebhookSender::figures() const
{
    return {{u"posted"_s, m_posted}, {u"acknowledged"_s, m_acknowledged}, {u"retried"_s, m_retried},
        {u"waiting"_s, m_waiting + m_batch.size()}, {u"dropped"_s, m_dropped}, {u"slowest_ms"_s, m_slowestMs},
        {u"last_status"_s, m_lastStatus}};
}

} // namespace Tandem::Sandbox
