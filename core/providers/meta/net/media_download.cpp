#include "core/providers/meta/net/media_download.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr int ok = 200;
constexpr int gone = 410;
constexpr int notFound = 404;

Error statusError(int status)
{
    const QString detail = u"http %1"_s.arg(status);
    if (status == notFound || status == gone) return Error::retry(ErrorCode::NotFound, MediaDownload::tr("The link to the file has expired."), detail);
    if (status == 401 || status == 403) return Error::of(ErrorCode::Auth, MediaDownload::tr("The platform did not allow the file to be fetched."), detail);
    return Error::retry(ErrorCode::Platform, MediaDownload::tr("The file could not be fetched."), detail);
}

} // namespace

MediaDownload::MediaDownload(QNetworkReply *reply, const DownloadCall &call, std::function<void(Result<QString>)> done, QObject *parent)
    : QObject(parent), m_reply(reply), m_file(call.filePath), m_progress(call.progress), m_maxBytes(call.maxBytes), m_done(std::move(done))
{
    reply->setParent(this);
    connect(reply, &QNetworkReply::metaDataChanged, this, &MediaDownload::checkHeader);
    connect(reply, &QNetworkReply::readyRead, this, &MediaDownload::take);
    connect(reply, &QNetworkReply::finished, this, &MediaDownload::finish);
    for (QTimer *timer : {&m_idle, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { stop(Error::retry(ErrorCode::Network, tr("The file did not arrive in time."))); });
    }
    m_idle.start(call.idle);
    m_total.start(call.timeout);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        // The error is given later, as every caller expects.
        m_error = Error::of(ErrorCode::Io, tr("The file could not be written."), u"open: %1"_s.arg(int(m_file.error())));
        QTimer::singleShot(0, reply, &QNetworkReply::abort);
    }
}

MediaDownload::~MediaDownload()
{
    if (!m_complete && m_file.isOpen()) m_file.remove();
}

qint64 MediaDownload::wholeLength() const
{
    bool known = false;
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(&known);
    return known ? length : -1;
}

void MediaDownload::checkHeader()
{
    if (wholeLength() > m_maxBytes) stop(Error::of(ErrorCode::Refused, tr("The file is larger than allowed.")));
}

void MediaDownload::take()
{
    m_idle.start();
    if (m_error || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != ok) return;
    const QByteArray bytes = m_reply->readAll();
    m_bytes += bytes.size();
    if (m_bytes > m_maxBytes) return stop(Error::of(ErrorCode::Refused, tr("The file is larger than allowed.")));
    m_hash.addData(bytes);
    if (m_progress) m_progress(m_bytes, wholeLength());
    if (m_file.write(bytes) != bytes.size()) {
        stop(Error::retry(ErrorCode::Io, tr("The file could not be written."), u"write: %1"_s.arg(int(m_file.error()))));
    }
}

void MediaDownload::stop(Error error)
{
    if (!m_error) m_error = std::move(error);
    m_reply->abort();
}

void MediaDownload::finish()
{
    if (!m_done) return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_error && m_reply->error() == QNetworkReply::NoError && status == ok) take();
    if (!m_error && status != 0 && status != ok) m_error = statusError(status);
    if (!m_error && m_reply->error() != QNetworkReply::NoError) {
        m_error = Error::retry(ErrorCode::Network, tr("The file could not be fetched."), u"network error %1"_s.arg(int(m_reply->error())));
    }
    if (!m_error && !m_file.flush()) m_error = Error::retry(ErrorCode::Io, tr("The file could not be written."));
    m_complete = !m_error;
    if (m_error && m_file.isOpen()) m_file.remove();
    m_file.close();
    const auto done = std::exchange(m_done, {});
    deleteLater();
    done(m_error ? Result<QString>(failure(*m_error)) : Result<QString>(QString::fromLatin1(m_hash.result().toHex())));
}

} // namespace Tandem::Meta
