#pragma once

#include "core/providers/meta/graph_answer.h"

#include <QObject>

#include <functional>

namespace Tandem::Meta {

/// A file to fetch. Redirects are not followed.
struct DownloadCall
{
    QUrl url;
    Secret bearer; ///< empty: no Authorization header
    QString filePath; ///< must not exist
    qint64 maxBytes = 0;
    Millis idle{30'000}; ///< without a byte
    Millis timeout{600'000}; ///< in all
    TransferProgress progress; ///< may be empty
};

/// A file to hand over as multipart/form-data: messaging_product, type, file.
struct UploadCall
{
    QUrl url;
    Secret bearer;
    QString filePath;
    QString mime;
    QString filename;
    TransferProgress progress; ///< in bytes of the file; may be empty
    qint64 maxBytes = 0;
    Millis idle{30'000}; ///< without a byte taken, and for the answer after the last one
};

/// The seam between the Graph client and the network. Callbacks come once, in this object's thread, and never after it
/// was destroyed.
class GraphTransport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void perform(const GraphCall &call, std::function<void(const GraphAnswer &)> done) = 0;
    /// Streams into the file and gives the lower-hex SHA-256; the file is gone after any error.
    virtual void download(const DownloadCall &call, std::function<void(Result<QString>)> done) = 0;
    /// Reads the file piece by piece. Deleting the returned object stops the transfer without a callback.
    /// Errors: Io (the file can't be read), Refused (too large); everything else is an answer.
    virtual QObject *upload(const UploadCall &call, std::function<void(Result<GraphAnswer>)> done) = 0;
};

} // namespace Tandem::Meta
