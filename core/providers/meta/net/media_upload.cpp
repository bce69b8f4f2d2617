#include "core/providers/meta/net/media_upload.h"

#include <QHttpPart>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr qint64 answerLimit = 1024 * 1024;
constexpr int lastNetworkLayerError = 199; // above: the server answered with an HTTP error

// A name may hold what would end the header or its quotes.
QByteArray quotable(const QString &name)
{
    QString safe;
    for (const QChar c : name) safe += c < u' ' || c == u'"' || c == u'\\' || c == u'/' ? u'_' : c;
    return safe.isEmpty() ? QByteArray("file") : safe.toUtf8();
}

// A type goes into a header as it is.
QByteArray headerValue(const QString &mime)
{
    QByteArray safe;
    for (const char c : mime.toLatin1()) {
        if (c >= ' ' && c < 127) safe += c;
    }
    return safe;
}

} // namespace

MediaUpload::MediaUpload(QNetworkAccessManager &network, const QNetworkRequest &request, const UploadCall &call,
    std::function<void(Result<GraphAnswer>)> done, QObject *parent)
    : QObject(parent), m_call(call), m_file(call.filePath), m_done(std::move(done))
{
    m_idle.setSingleShot(true);
    if (const auto error = open()) {
        // The error is given later, as every caller expects.
        QTimer::singleShot(0, this, [this, error] { end(failure(*error)); });
    } else {
        begin(network, request);
    }
}

MediaUpload::~MediaUpload()
{
    // The reply reads from the parts and so goes first.
    delete m_reply;
}

std::optional<Error> MediaUpload::open()
{
    if (!m_file.open(QIODevice::ReadOnly)) return Error::of(ErrorCode::Io, tr("The file can't be read."), u"open: %1"_s.arg(int(m_file.error())));
    if (m_file.size() > m_call.maxBytes) return Error::of(ErrorCode::Refused, tr("The file is larger than WhatsApp allows."));
    if (m_file.size() == 0) return Error::of(ErrorCode::Refused, tr("The file is empty."));
    return std::nullopt;
}

void MediaUpload::begin(QNetworkAccessManager &network, QNetworkRequest request)
{
    addField("messaging_product", "whatsapp");
    addField("type", headerValue(m_call.mime));
    addFile();
    m_reply = network.post(request, &m_parts);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total > 0) moved(sent); // at its end QNetworkReply says "0 of 0" once more
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &MediaUpload::collect);
    connect(m_reply, &QNetworkReply::finished, this, &MediaUpload::finish);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        m_reply->abort();
    });
    m_idle.start(m_call.idle);
}

void MediaUpload::addField(const QByteArray &name, const QByteArray &value)
{
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"" + name + '"');
    part.setBody(value);
    m_parts.append(part);
}

void MediaUpload::addFile()
{
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=\"file\"; filename=\"" + quotable(m_call.filename) + '"');
    part.setRawHeader("Content-Type", headerValue(m_call.mime));
    part.setBodyDevice(&m_file);
    m_parts.append(part);
}

// The few bytes around the file count as part of it: nobody wants to read 100.01 %.
void MediaUpload::moved(qint64 sent)
{
    m_idle.start();
    m_left = m_left || sent > 0;
    if (m_call.progress) m_call.progress(std::clamp<qint64>(sent, 0, m_file.size()), m_file.size());
}

void MediaUpload::collect()
{
    m_idle.start();
    m_body += m_reply->readAll();
    if (m_body.size() > answerLimit) m_reply->abort();
}

void MediaUpload::finish()
{
    if (!m_done) return;
    using enum GraphAnswer::Outcome;
    const auto error = m_reply->error();
    GraphAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->isReadable()) m_body += m_reply->readAll();
    answer.body = m_body;
    answer.date = m_reply->rawHeader("Date");
    answer.problem = u"network error %1"_s.arg(int(error));
    const bool whole = error == QNetworkReply::NoError || int(error) > lastNetworkLayerError;
    if (answer.status != 0 && whole) {
        answer.outcome = Answered;
    } else {
        const bool nothingLeft = !m_left && answer.status == 0;
        if (nothingLeft) answer.outcome = NotSent;
        else answer.outcome = m_timedOut ? TimedOut : Cut;
    }
    end(answer);
}

void MediaUpload::end(Result<GraphAnswer> result)
{
    m_idle.stop();
    const auto done = std::exchange(m_done, {});
    deleteLater();
    if (done) done(std::move(result));
}

} // namespace Tandem::Meta
