#pragma once

#include "core/providers/meta/net/graph_transport.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTimer>

class QNetworkReply;

namespace Tandem::Meta {

/// Streams one file to disk, hashing on the way. Ends once, with the hash or an error; the partial file goes with it.
/// Errors: NotFound (the link has expired), Auth, Refused (larger than allowed), Io, Network (worth trying again).
class MediaDownload final : public QObject
{
    Q_OBJECT
public:
    MediaDownload(QNetworkReply *reply, const DownloadCall &call, std::function<void(Result<QString>)> done, QObject *parent);
    ~MediaDownload() override;

private:
    [[nodiscard]] qint64 wholeLength() const; ///< −1 when the answer does not say
    void checkHeader();
    void take();
    void finish();
    void stop(Error error);

    QNetworkReply *m_reply;
    QFile m_file;
    TransferProgress m_progress;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    QTimer m_idle;
    QTimer m_total;
    std::optional<Error> m_error;
    std::function<void(Result<QString>)> m_done;
    bool m_complete = false;
};

} // namespace Tandem::Meta
