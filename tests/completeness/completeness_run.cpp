#include "tests/completeness/completeness_run.h"

#include "ui/timeline/bubbles/bubble_layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

const auto business = u"15550783881"_s;
const auto customer = QString::fromLatin1(ContentWorld::Customer);

/// Every text that the wire said, but for what the export writes in another form.
QStringList leaves(const QJsonValue &value, const QString &key = {})
{
    QStringList found;
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) found += leaves(it.value(), it.key());
    } else if (value.isArray()) {
        for (const auto &each : value.toArray()) found += leaves(each, key);
    } else if (value.isString() && key != u"sha256"_s && !value.toString().isEmpty()) {
        // As it stands inside a JSON string.
        const auto quoted = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        found.append(QString::fromUtf8(quoted.sliced(2, quoted.size() - 4)));
    } else if (value.isDouble()) {
        found.append(QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).mid(1).chopped(1));
    }
    return found;
}

} // namespace

CompletenessRun::CompletenessRun()
{
    for (const auto &file : sampleFiles()) m_world.platform->addMedia(file.id, file.bytes);
    m_world.start();
}

bool CompletenessRun::soon(const std::function<bool()> &condition) const
{
    return QTest::qWaitFor(condition, m_patienceMs);
}

bool CompletenessRun::noticesWhatIsMissing()
{
    m_patienceMs = 1000;
    const auto text = [](const QString &body) { return QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, body}}}}; };
    const auto wamid = nextWamid();
    const bool received = send(u"messages"_s, u"messages"_s, addressed(text(u"one thing"_s), wamid, false), false);
    const auto outcome = check({u"Never sent"_s, text(u"another thing"_s), {u"another thing"_s}, {}, false, false}, wamid, received);
    m_patienceMs = 6000;
    return outcome.received && !outcome.stored && !outcome.shown;
}

QString CompletenessRun::nextWamid()
{
    return u"wamid.COMPLETE%1"_s.arg(++m_serial, 3, 10, QLatin1Char('0'));
}

bool CompletenessRun::deliver(const QByteArray &body)
{
    return m_world.post(body) == 200 && waitFor(m_world.store->deliveries().quarantined(1)).value_or(QList<Delivery>{Delivery{}}).isEmpty();
}

QJsonObject CompletenessRun::addressed(QJsonObject message, const QString &wamid, bool fromBusiness) const
{
    message[u"id"_s] = wamid;
    message[u"from"_s] = fromBusiness ? business : customer;
    if (fromBusiness) message[u"to"_s] = customer;
    message[u"timestamp"_s] = QString::number(nowSeconds() - 600 + m_serial);
    return message;
}

bool CompletenessRun::send(const QString &field, const QString &list, const QJsonObject &message, bool fromBusiness)
{
    QJsonObject value{{list, QJsonArray{message}}};
    if (!fromBusiness) value[u"contacts"_s] = QJsonArray{QJsonObject{{u"wa_id"_s, customer}, {u"profile"_s, QJsonObject{{u"name"_s, u"Li Wei"_s}}}}};
    return deliver(hook(field, value));
}

Outcome CompletenessRun::fromCustomer(const ContentCase &each)
{
    const auto wamid = nextWamid();
    return check(each, wamid, send(u"messages"_s, u"messages"_s, addressed(each.message, wamid, false), false));
}

Outcome CompletenessRun::fromPhone(const ContentCase &each)
{
    const auto wamid = nextWamid();
    return check(each, wamid, send(u"smb_message_echoes"_s, u"message_echoes"_s, addressed(each.message, wamid, true), true));
}

/// A history names a file as a placeholder first; what it was follows in a webhook of its own.
Outcome CompletenessRun::fromHistory(const ContentCase &each)
{
    const auto wamid = nextWamid();
    const bool isMedia = each.message[each.message["type"_L1].toString()]["mime_type"_L1].isString();
    auto message = addressed(isMedia ? QJsonObject{{u"type"_s, u"media_placeholder"_s}} : each.message, wamid, false);
    message[u"history_context"_s] = QJsonObject{{u"status"_s, u"READ"_s}};
    const QJsonObject chunk{{u"metadata"_s, QJsonObject{{u"phase"_s, 0}, {u"chunk_order"_s, m_serial}, {u"progress"_s, 50}}},
        {u"threads"_s, QJsonArray{QJsonObject{{u"id"_s, customer}, {u"messages"_s, QJsonArray{message}}}}}};
    bool received = deliver(hook(u"history"_s, {{u"history"_s, QJsonArray{chunk}}}));
    if (isMedia) received = send(u"history"_s, u"messages"_s, addressed(each.message, wamid, false), false) && received;
    return check(each, wamid, received);
}

Outcome CompletenessRun::check(const ContentCase &each, const QString &wamid, bool received)
{
    Outcome outcome;
    outcome.received = received;
    outcome.stored = soon([&] { return isStored(each.message, wamid); });
    outcome.shown = soon([&] {
        const auto message = m_world.message(wamid);
        const auto words = painted(message);
        for (const auto &word : each.words) {
            if (!words.contains(word)) return false;
        }
        return each.drawn.isEmpty() || isDrawn(message, each.drawn);
    });
    if (!outcome.shown) qInfo("%s: painted are\n%s", qPrintable(each.name), qPrintable(painted(m_world.message(wamid))));
    if (!outcome.stored) qInfo("%s: exported is\n%s", qPrintable(each.name), qPrintable(exported(wamid)));
    return outcome;
}

QString CompletenessRun::exported(const QString &wamid)
{
    QString line;
    (void)m_world.store->exporter().jsonLines([&](const QByteArray &each) {
        const auto object = QJsonDocument::fromJson(each).object();
        if (object["kind"_L1] == "message"_L1 && object["wamid"_L1] == wamid) line = QString::fromUtf8(each);
        return true;
    });
    return line;
}

bool CompletenessRun::isStored(const QJsonObject &message, const QString &wamid)
{
    const auto line = exported(wamid);
    const auto type = message["type"_L1].toString();
    if (QJsonDocument::fromJson(line.toUtf8())["type"_L1].toString() != type) return false;
    auto said = leaves(message[type]) + leaves(message["referral"_L1]) + leaves(message["errors"_L1]) + leaves(message["context"_L1]["referred_product"_L1]);
    return std::all_of(said.cbegin(), said.cend(), [&](const QString &text) { return line.contains(text); });
}

QString CompletenessRun::painted(const Message &message, bool opened) const
{
    BubbleInput input;
    input.width = 760;
    input.editsShown = opened;
    input.customerName = u"Li Wei"_s;
    const auto layout = BubbleLayout::build(message, input, BubbleStyle::of(m_theme, 1, false, 1));
    QStringList lines;
    for (const auto &text : layout->texts()) lines.append(text.layout->text());
    for (const auto &chip : layout->chips()) lines.append(chip.emoji);
    lines.append(layout->meta().text);
    return lines.join(u'\n');
}

bool CompletenessRun::isDrawn(const Message &message, const QString &what) const
{
    BubbleInput input;
    input.width = 760;
    const auto layout = BubbleLayout::build(message, input, BubbleStyle::of(m_theme, 1, false, 1));
    const bool here = message.media.state == MediaState::Available;
    if (what == u"picture"_s) return here && !layout->pictures().empty();
    if (what == u"sound"_s) return here && layout->sound().has_value();
    if (what == u"file"_s) return here && layout->file().has_value();
    return what == u"place"_s && layout->place().has_value();
}

} // namespace Tandem::Testing
