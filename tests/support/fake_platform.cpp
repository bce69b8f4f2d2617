#include "tests/support/fake_platform.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

HttpResponse json(int status, const QJsonObject &object)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    response.contentType = "application/json";
    return response;
}

} // namespace

qint64 monotonicUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

FakePlatform::FakePlatform(quint16 port)
{
    m_thread = std::thread([this] { runLater(); });
    HttpLimits limits;
    limits.perAddress = limits.connections;
    const auto bound = m_server.listen(u"127.0.0.1"_s, port, limits, {},
        [this](const HttpRequest &request, const HttpReply &reply) { handle(request, reply); });
    m_port = bound ? *bound : quint16(0);
}

FakePlatform::~FakePlatform()
{
    m_server.close();
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

QUrl FakePlatform::graphUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/v25.0"_s.arg(m_port));
}

void FakePlatform::setScript(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

void FakePlatform::setRoute(Route route)
{
    const std::lock_guard lock(m_mutex);
    m_route = std::move(route);
}

QList<QJsonObject> FakePlatform::reads() const
{
    const std::lock_guard lock(m_mutex);
    return m_reads;
}

void FakePlatform::setEnforcedLimit(int perSecond)
{
    const std::lock_guard lock(m_mutex);
    m_limit = perSecond;
}

void FakePlatform::setCheck(Behaviour behaviour)
{
    const std::lock_guard lock(m_mutex);
    m_check = behaviour;
}

void FakePlatform::addMedia(const QString &id, const QByteArray &bytes, int failures)
{
    const std::lock_guard lock(m_mutex);
    m_media.insert(id, {bytes, failures});
}

QList<Attempt> FakePlatform::attempts() const
{
    const std::lock_guard lock(m_mutex);
    return m_attempts;
}

int FakePlatform::checks() const
{
    const std::lock_guard lock(m_mutex);
    return m_checks;
}

int FakePlatform::mediaQuestions() const
{
    const std::lock_guard lock(m_mutex);
    return m_mediaQuestions;
}

int FakePlatform::worstSecond(const QList<Attempt> &attempts)
{
    int worst = 0;
    for (const auto &first : attempts) {
        int count = 0;
        for (const auto &each : attempts) count += each.atUs >= first.atUs && each.atUs < first.atUs + 1'000'000 ? 1 : 0;
        worst = std::max(worst, count);
    }
    return worst;
}

double FakePlatform::meanRate(const QList<Attempt> &attempts)
{
    if (attempts.size() < 2) return 0;
    const auto span = attempts.last().atUs - attempts.first().atUs;
    return double(attempts.size() - 1) * 1e6 / double(std::max<qint64>(span, 1));
}

void FakePlatform::handle(const HttpRequest &request, const HttpReply &reply)
{
    Route route;
    {
        const std::lock_guard lock(m_mutex);
        route = m_route;
    }
    if (route && route(request, reply)) return;
    const auto parts = QString::fromUtf8(request.path).split(u'/', Qt::SkipEmptyParts);
    if (request.method == "POST" && parts.size() == 3 && parts[2] == u"messages"_s) return handleSend(parts[1], request, reply);
    if (request.method == "GET" && parts.size() == 2) return handleGet(parts[1], reply);
    reply(json(404, {{u"error"_s, QJsonObject{{u"code"_s, 100}, {u"message"_s, u"no such path"_s}}}}));
}

HttpResponse FakePlatform::errorAnswer(const Behaviour &behaviour)
{
    if (behaviour.status == 0) return HttpResponse{0, {}, {}, {}};
    if (behaviour.code <= 0) return HttpResponse{behaviour.status, "<html>broken</html>", "text/html", {}};
    return json(behaviour.status,
        {{u"error"_s,
            QJsonObject{{u"code"_s, behaviour.code}, {u"message"_s, u"(#%1) refused"_s.arg(behaviour.code)}, {u"type"_s, u"OAuthException"_s},
                {u"error_data"_s, QJsonObject{{u"details"_s, u"details of %1"_s.arg(behaviour.code)}}}}}});
}

void FakePlatform::handleSend(const QString &phone, const HttpRequest &request, const HttpReply &reply)
{
    Attempt attempt;
    attempt.atUs = monotonicUs();
    attempt.phoneNumberId = phone;
    attempt.body = QJsonDocument::fromJson(request.body).object();
    if (attempt.body["status"_L1] == "read"_L1) {
        {
            const std::lock_guard lock(m_mutex);
            m_reads.append(attempt.body);
        }
        reply(json(200, {{u"success"_s, true}}));
        return;
    }
    attempt.to = attempt.body.value("to"_L1).toString(attempt.body.value("recipient"_L1).toString());
    attempt.text = attempt.body["text"_L1]["body"_L1].toString();
    attempt.opaque = attempt.body["biz_opaque_callback_data"_L1].toString();
    attempt.token = request.header("authorization");
    Behaviour behaviour;
    {
        const std::lock_guard lock(m_mutex);
        if (m_script) behaviour = m_script(attempt, int(m_attempts.size()));
        if (m_limit > 0 && behaviour.status == 200 && behaviour.code == 0) {
            int recent = 0;
            for (const auto &each : m_attempts) recent += each.accepted && each.atUs > attempt.atUs - 1'000'000 ? 1 : 0;
            if (recent >= m_limit) behaviour = {400, 130429, behaviour.delayMs};
        }
        attempt.accepted = (behaviour.status == 200 && behaviour.code == 0 && !behaviour.silent) || behaviour.acceptsSilently;
        if (attempt.accepted) attempt.wamid = u"wamid.FAKE%1"_s.arg(m_attempts.size() + 1);
        m_attempts.append(attempt);
        if (behaviour.silent) {
            m_silent.push_back(reply);
            return;
        }
    }
    const bool good = behaviour.status == 200 && behaviour.code == 0;
    const QJsonObject contact{{u"input"_s, attempt.to}, {u"wa_id"_s, QString(attempt.to).remove(u'+')}};
    const auto answer = good ? json(200,
                            {{u"messaging_product"_s, u"whatsapp"_s}, {u"contacts"_s, QJsonArray{contact}},
                                {u"messages"_s, QJsonArray{QJsonObject{{u"id"_s, attempt.wamid}}}}})
                             : errorAnswer(behaviour);
    answerLater(behaviour.delayMs, [reply, answer] { reply(answer); });
}

void FakePlatform::handleGet(const QString &id, const HttpReply &reply)
{
    const std::lock_guard lock(m_mutex);
    if (id.startsWith(u"file-"_s)) {
        const auto media = m_media.value(id.sliced(5));
        reply(media.bytes.isNull() ? json(404, {}) : HttpResponse{200, media.bytes, "application/octet-stream", {}});
        return;
    }
    if (const auto media = m_media.find(id); media != m_media.end()) {
        ++m_mediaQuestions;
        if (media->failures > 0) {
            --media->failures;
            reply(errorAnswer({400, 100}));
            return;
        }
        const auto hash = QString::fromLatin1(QCryptographicHash::hash(media->bytes, QCryptographicHash::Sha256).toHex());
        reply(json(200,
            {{u"url"_s, u"http://127.0.0.1:%1/v25.0/file-%2"_s.arg(m_port).arg(id)}, {u"mime_type"_s, u"image/jpeg"_s},
                {u"sha256"_s, hash}, {u"file_size"_s, QString::number(media->bytes.size())}, {u"id"_s, id}}));
        return;
    }
    ++m_checks;
    if (m_check.silent) {
        m_silent.push_back(reply);
        return;
    }
    if (m_check.status != 200 || m_check.code != 0) {
        reply(errorAnswer(m_check));
        return;
    }
    reply(json(200,
        {{u"id"_s, id}, {u"display_phone_number"_s, u"+1 555-078-3881"_s}, {u"verified_name"_s, u"Lucky Shrub"_s}, {u"is_on_biz_app"_s, true},
            {u"platform_type"_s, u"CLOUD_API"_s}, {u"quality_rating"_s, u"GREEN"_s}}));
}

void FakePlatform::answerLater(int delayMs, std::function<void()> act)
{
    if (delayMs <= 0) return act();
    {
        const std::lock_guard lock(m_mutex);
        m_later.push({monotonicUs() + delayMs * 1000LL, std::move(act)});
    }
    m_wake.notify_all();
}

void FakePlatform::runLater()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        if (m_later.empty()) {
            m_wake.wait(lock);
            continue;
        }
        const auto wait = m_later.top().atUs - monotonicUs();
        if (wait > 0) {
            m_wake.wait_for(lock, std::chrono::microseconds(wait));
            continue;
        }
        const auto act = m_later.top().act;
        m_later.pop();
        lock.unlock();
        act();
        lock.lock();
    }
}

} // namespace Tandem::Testing
