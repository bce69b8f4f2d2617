#pragma once

#include "core/http/http_server.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>

namespace Tandem::Testing {

/// One request to send a message, as the platform saw it.
struct Attempt
{
    qint64 atUs = 0; ///< monotonic, when the whole request was here
    QString phoneNumberId;
    QString to;
    QString text;
    QString opaque;
    QByteArray token;
    QJsonObject body;
    bool accepted = false;
    QString wamid;
};

/// What the platform does with it. The default accepts.
struct Behaviour
{
    int status = 200;
    int code = 0; ///< Graph error code; 0 with status 200: accepted
    int delayMs = 0;
    bool silent = false; ///< never answers
    bool acceptsSilently = false; ///< counts as accepted although no (good) answer comes
};

/// Meta's Graph as far as the gateway's outbox, checks and media use it, over real HTTP, with a script and a log.
class FakePlatform
{
public:
    using Script = std::function<Behaviour(const Attempt &, int index)>;
    /// Asked first, on the server's thread; true: it answers, now or later.
    using Route = std::function<bool(const HttpRequest &, const HttpReply &)>;

    explicit FakePlatform(quint16 port = 0);
    ~FakePlatform();
    [[nodiscard]] QUrl graphUrl() const;
    [[nodiscard]] quint16 port() const { return m_port; }

    void setScript(Script script);
    void setRoute(Route route);
    void setEnforcedLimit(int perSecond); ///< more accepted in any second are refused with 130429; 0: none
    void setCheck(Behaviour behaviour); ///< the answer to GET /{phone}
    void addMedia(const QString &id, const QByteArray &bytes, int failures = 0);

    [[nodiscard]] QList<Attempt> attempts() const;
    [[nodiscard]] QList<QJsonObject> reads() const; ///< read marks, typing included
    [[nodiscard]] int checks() const;
    [[nodiscard]] int mediaQuestions() const;
    /// The most attempts in any window of one second, open at its end; checked in O(n²) on purpose.
    [[nodiscard]] static int worstSecond(const QList<Attempt> &attempts);
    /// Attempts a second from the first to the last.
    [[nodiscard]] static double meanRate(const QList<Attempt> &attempts);
    [[nodiscard]] static HttpResponse errorAnswer(const Behaviour &behaviour);
    void answerLater(int delayMs, std::function<void()> act);

private:
    struct Later
    {
        qint64 atUs;
        std::function<void()> act;
        bool operator<(const Later &other) const { return atUs > other.atUs; }
    };
    struct Media
    {
        QByteArray bytes;
        int failures = 0;
    };
    void handle(const HttpRequest &request, const HttpReply &reply);
    void handleSend(const QString &phone, const HttpRequest &request, const HttpReply &reply);
    void handleGet(const QString &path, const HttpReply &reply);
    void runLater();

    HttpServer m_server;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::priority_queue<Later> m_later;
    Script m_script;
    Route m_route;
    QList<QJsonObject> m_reads;
    Behaviour m_check;
    int m_limit = 0;
    int m_checks = 0;
    int m_mediaQuestions = 0;
    QList<Attempt> m_attempts;
    QHash<QString, Media> m_media;
    std::vector<HttpReply> m_silent;
    bool m_stop = false;
    std::thread m_thread;
};

[[nodiscard]] qint64 monotonicUs();

} // namespace Tandem::Testing
