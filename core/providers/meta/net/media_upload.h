#pragma once

#include "core/providers/meta/net/graph_transport.h"

#include <QFile>
#include <QHttpMultiPart>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace Tandem::Meta {

/// Hands one file over as multipart/form-data, read from disk as the connection takes it. Ends once; deleting it before
/// stops the transfer silently.
class MediaUpload final : public QObject
{
    Q_OBJECT
public:
    MediaUpload(QNetworkAccessManager &network, const QNetworkRequest &request, const UploadCall &call,
        std::function<void(Result<GraphAnswer>)> done, QObject *parent);
    ~MediaUpload() override;

private:
    [[nodiscard]] std::optional<Error> open();
    void begin(QNetworkAccessManager &network, QNetworkRequest request);
    void addField(const QByteArray &name, const QByteArray &value);
    void addFile();
    void moved(qint64 sent);
    void collect();
    void finish();
    void end(Result<GraphAnswer> result);

    const UploadCall m_call;
    QFile m_file;
    QHttpMultiPart m_parts{QHttpMultiPart::FormDataType};
    QNetworkReply *m_reply = nullptr;
    QTimer m_idle;
    QByteArray m_body;
    std::function<void(Result<GraphAnswer>)> m_done;
    bool m_timedOut = false;
    bool m_left = false; ///< bytes of the body
};

} // namespace Tandem::Meta
