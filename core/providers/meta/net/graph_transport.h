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
};

} // namespace Tandem::Meta
