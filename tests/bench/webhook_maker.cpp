#include "tests/bench/webhook_maker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace Bench {
namespace {

QByteArray envelope(const QString &field, QJsonObject value)
{
    value[u"messaging_product"_s] = u"whatsapp"_s;
    value[u"metadata"_s] = QJsonObject{{u"display_phone_number"_s, QString::fromLatin1(DisplayPhone)},
        {u"phone_number_id"_s, QString::fromLatin1(NumberId)}};
    const QJsonObject change{{u"field"_s, field}, {u"value"_s, value}};
    const QJsonObject entry{{u"id"_s, QString::fromLatin1(WabaId)}, {u"changes"_s, QJsonArray{change}}};
    return QJsonDocument(QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}})
        .toJson(QJsonDocument::Compact);
}

QString phoneOf(int person) { return u"1650%1"_s.arg(person, 7, 10, QChar(u'0')); }

} // namespace

qint64 WebhookMaker::draw(qint64 low, qint64 high)
{
    return low + qint64(m_engine() % quint64(high - low + 1));
}

/// Words as in speech: few of them make most of the text.
QString WebhookMaker::latinWord()
{
    const double unit = double(m_engine() % 1'000'000) / 1'000'000;
    auto rank = quint64(std::pow(20'000.0, unit));
    static constexpr char16_t Consonants[] = u"bcdfghklmnprstvz";
    static constexpr char16_t Vowels[] = u"aeiou";
    QString word;
    do {
        word += QChar(Consonants[rank % 16]);
        rank /= 16;
        word += QChar(Vowels[rank % 5]);
        rank /= 5;
    } while (rank > 0);
    return word;
}

QString WebhookMaker::han(int length)
{
    QString text;
    for (int i = 0; i < length; ++i) {
        const double unit = double(m_engine() % 1'000'000) / 1'000'000;
        text += QChar(char16_t(0x4e00 + quint64(std::pow(3'000.0, unit)) * 7 % 0x5000));
    }
    return text;
}

QString WebhookMaker::text()
{
    QString text;
    const bool chinese = draw(0, 9) < 4;
    for (qint64 words = draw(2, 14); words > 0; --words) {
        if (!text.isEmpty() && !chinese) text += u' ';
        text += chinese ? han(int(draw(1, 3))) : latinWord();
    }
    if (draw(0, 9) == 0) text += u" %1"_s.arg(draw(1000, 99'999));
    return text;
}

QByteArray WebhookMaker::liveMessage(int customers)
{
    const QString phone = phoneOf(int(draw(0, customers - 1)));
    const qint64 serial = ++m_serial;
    const QJsonObject message{{u"from"_s, phone}, {u"id"_s, u"wamid.LIVE%1"_s.arg(serial, 12, 10, QChar(u'0'))},
        {u"timestamp"_s, QString::number(1'764'000'000 + serial / 50)}, {u"type"_s, u"text"_s},
        {u"text"_s, QJsonObject{{u"body"_s, text()}}}};
    const QJsonObject contact{{u"wa_id"_s, phone}, {u"profile"_s, QJsonObject{{u"name"_s, u"Customer "_s + phone}}}};
    return envelope(u"messages"_s, {{u"contacts"_s, QJsonArray{contact}}, {u"messages"_s, QJsonArray{message}}});
}

QJsonObject WebhookMaker::historyMessage(int person, qint64 seconds)
{
    const bool ours = draw(0, 1) == 0;
    QJsonObject message{{u"from"_s, ours ? QString::fromLatin1(DisplayPhone) : phoneOf(person)},
        {u"id"_s, u"wamid.HIST%1"_s.arg(++m_serial, 12, 10, QChar(u'0'))}, {u"timestamp"_s, QString::number(seconds)},
        {u"history_context"_s, QJsonObject{{u"status"_s, u"READ"_s}}}};
    const bool media = draw(0, 19) == 0;
    message[u"type"_s] = media ? u"media_placeholder"_s : u"text"_s;
    if (!media) message[u"text"_s] = QJsonObject{{u"body"_s, text()}};
    return message;
}

std::vector<int> unevenLengths(int messages, int conversations)
{
    double sum = 0;
    for (int i = 0; i < conversations; ++i) sum += 1.0 / std::sqrt(1.0 + i);
    std::vector<int> lengths;
    int left = messages;
    for (int i = 0; i < conversations; ++i) {
        const int share = int(double(messages) / std::sqrt(1.0 + i) / sum);
        lengths.push_back(i + 1 == conversations ? left : std::min(left, share));
        left -= lengths.back();
    }
    return lengths;
}

QByteArrayList WebhookMaker::history(const std::vector<int> &lengths, int perBody, qint64 newestSeconds)
{
    const int messages = std::accumulate(lengths.cbegin(), lengths.cend(), 0);
    QByteArrayList bodies;
    const int chunks = std::max(1, (messages + perBody - 1) / perBody);
    for (int chunk = 0; chunk < chunks; ++chunk) {
        const int phase = chunk == 0 ? 0 : chunk < chunks / 2 ? 1 : 2;
        QJsonArray list;
        for (int person = 0; person < int(lengths.size()); ++person) {
            // Each chunk holds a slice of time of every conversation.
            const int length = lengths[size_t(person)];
            const int from = int(qint64(length) * chunk / chunks);
            const int to = int(qint64(length) * (chunk + 1) / chunks);
            if (from == to) continue;
            QJsonArray rows;
            for (int i = from; i < to; ++i) {
                rows.append(historyMessage(person, newestSeconds - qint64(i) * 15'500'000 / length - draw(0, 60)));
            }
            list.append(QJsonObject{{u"id"_s, phoneOf(person)}, {u"messages"_s, rows}});
        }
        const int progress = chunk + 1 == chunks ? 100 : (chunk + 1) * 100 / chunks;
        const QJsonObject metadata{{u"phase"_s, phase}, {u"chunk_order"_s, chunk + 1}, {u"progress"_s, progress}};
        bodies.append(envelope(u"history"_s, {{u"history"_s, QJsonArray{QJsonObject{{u"metadata"_s, metadata}, {u"threads"_s, list}}}}}));
    }
    return bodies;
}

QByteArray signatureOf(const QByteArray &body)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, AppSecret, QCryptographicHash::Sha256).toHex();
}

} // namespace Bench
